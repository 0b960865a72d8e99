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
    let last = expectedCount &- 1
    let longest = min(limits.cellLength, limits.recordLength)
    let lastRow = min(rows, rowCount + max(0, cells.count - cellCount) / expectedCount)
    let separator = separator
    let wordCount = (end + 63) >> 6
    guard position < end, wordCount <= marks.count, end <= bytes.count, lastRow <= lines.count else { return }
    var (row, cell, line) = (rowCount, cellCount, line)
    var start = position
    var pairs = 0
    var filledRows = 0
    var index = start >> 6
    var word = marks[index] & (~0 << UInt64(start & 63))

    // Every index below is less than `end`, which is at most the number of bytes and of marks; cells and lines
    // were counted above.
    scanning: while row < lastRow {
      var first = start
      var filled = 0
      var blank = 0
      var pair = 0
      for column in 0...last {
        while word == 0 {
          index &+= 1
          if index >= wordCount { break scanning }
          word = unsafe marks[unchecked: index]
        }
        let next = index &<< 6 | word.trailingZeroBitCount
        word &= word &- 1
        if next >= end { break scanning }
        let byte = unsafe bytes[unchecked: next]
        let count = next &- first
        if count > 0 {
          // A cell that begins with a quotation mark has no bytes before its first mark.
          if isSpace(unsafe bytes[unchecked: first]) || isSpace(unsafe bytes[unchecked: next &- 1]) {
            break scanning
          }
          filled &+= count
        } else {
          blank = 1
        }
        unsafe cells[unchecked: cell &+ column] = Cell(start: first, count: count)
        first = next &+ 1
        if column < last {
          if byte != separator { break scanning }
        } else if byte != lineFeed {
          guard byte == carriageReturn, first < end, unsafe bytes[unchecked: first] == lineFeed else {
            break scanning
          }
          if word == 0 {
            index &+= 1
            word = unsafe marks[unchecked: index]
          }
          word &= word &- 1
          first &+= 1
          pair = 1
        }
      }
      if filled == 0 || first &- start > longest { break }
      unsafe lines[unchecked: row] = UInt32(truncatingIfNeeded: line)
      row &+= 1
      cell &+= expectedCount
      line &+= 1
      pairs &+= pair
      filledRows &+= 1 &- blank
      start = first
    }
    endings.lineFeeds += row - rowCount - pairs
    endings.pairs += pairs
    self.filledRows += filledRows
    rowCount = row
    cellCount = cell
    self.line = line
    position = start
  }
}
