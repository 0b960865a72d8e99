import CVectorKernels

extension RecordScanner {
  /// Scans rows as long as they are plain: as many cells as there should be, none of them quoted or with spaces
  /// at its ends, not all of them blank, and behind them a line feed, with or without a carriage return.
  ///
  /// Nearly all rows of nearly all tables are. The first that is not stays for the general rules, which give
  /// the same for plain rows.
  mutating func scanPlainRows(
    _ bytes: Span<UInt8>, _ marks: Span<UInt64>, end: Int, cells: inout MutableSpan<Cell>,
    lines: inout MutableSpan<UInt32>, rows: Int
  ) {
    let room = min(rows - rowCount, max(0, cells.count - cellCount) / expectedCount)
    guard position < end, (end + 63) >> 6 <= marks.count, end <= bytes.count, rowCount + room <= lines.count
    else { return }
    let rule = PlainRowRule(
      end: end, columns: expectedCount, separator: separator,
      longest: min(limits.cellLength, limits.recordLength), rows: room, has_edge_spaces: hasEdgeSpaces)
    let before = PlainRowState(
      position: position, rows: 0, line: UInt32(truncatingIfNeeded: line), pairs: 0, filled: 0)
    // All places were counted above. A cell is a word: its start, and above it its length.
    let after = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe marks.withUnsafeBufferPointer { marks in
        unsafe cells.withUnsafeMutableBytes { cells in
          unsafe lines.withUnsafeMutableBufferPointer { lines in
            guard let bytes = bytes.baseAddress, let marks = marks.baseAddress,
              let cell = unsafe cells.baseAddress?.advanced(by: cellCount * MemoryLayout<Cell>.stride),
              let line = unsafe lines.baseAddress?.advanced(by: rowCount)
            else { return before }
            return unsafe scan_plain_rows(
              bytes, marks, rule, before, cell.assumingMemoryBound(to: UInt64.self), line)
          }
        }
      }
    }
    endings.lineFeeds += after.rows - after.pairs
    endings.pairs += after.pairs
    filledRows += after.filled
    rowCount += after.rows
    cellCount += after.rows * expectedCount
    line += after.rows
    position = after.position
  }
}
