/// Cuts a block of bytes into records and cells after RFC 4180, with any line ending and any separator.
///
/// It only notes where cells stand; nobody makes a `String` before it is needed. It works on a range of a
/// buffer that begins at a record, and knows nothing of files: a table can be cut at records and scanned
/// in parts. What it finds of a record depends on the bytes of the record alone.
struct RecordScanner {
  /// What the scanner stopped at.
  ///
  /// Lines are counted from where the scanner began.
  enum Stop: Equatable {
    /// The block holds no further whole record.
    case needsMore
    /// There is no more room for cells or rows.
    case full
    /// A record has the wrong number of cells and was skipped.
    case ragged(line: Int, found: Int)
    /// Text follows a closing quotation mark; the rest of the line was skipped.
    case malformedQuoting(line: Int, column: Int)
    /// The input ends inside quotation marks.
    case unterminatedQuote(line: Int)
    /// A cell is longer than allowed.
    case cellTooLong(line: Int)
    /// A record is longer than allowed.
    case recordTooLong(line: Int)
  }

  /// What is known of the end of a block.
  enum End {
    /// Nothing: a record may go on beyond it.
    case open
    /// It is the end of a line.
    case line
    /// It is the end of the input.
    case input
  }

  let separator: UInt8
  let limits: DelimitedLimits
  /// Cells of each record; 0 where any number will do, as for a header.
  var expectedCount = 0
  /// Whether spaces or tabs may stand beside marks.
  var hasEdgeSpaces = true
  /// Next byte to look at; the beginning of a record whenever the scanner stops.
  var position = 0
  /// Lines that end before `position`.
  var line = 0
  var rowCount = 0
  var cellCount = 0
  var blankRows = 0
  /// Records that are known to have no blank cell.
  var filledRows = 0
  /// Whether any cell of the batch carries marks.
  var hasMarks = false
  /// How many records ended in a line feed, a carriage return, and both.
  var endings = LineEndingCounts()

  init(separator: UInt8, limits: DelimitedLimits) {
    self.separator = separator
    self.limits = limits
  }

  /// Scans records of `bytes[position ..< end]` until something stops it.
  ///
  /// - Parameters:
  ///   - marks: The marks of the bytes.
  ///   - ending: What is known of the block's end.
  ///   - rowLimit: Number of rows of the batch after which to stop.
  mutating func scan(
    _ bytes: Span<UInt8>, _ marks: Span<UInt64>, end: Int, ending: End,
    cells: inout MutableSpan<Cell>, lines: inout MutableSpan<UInt32>, rowLimit: Int
  ) -> Stop {
    precondition(end <= bytes.count && position <= end, "the block is shorter than its end")
    precondition(end <= 64 * marks.count, "the block has bytes that are not marked")
    let separator = separator
    let rows = min(rowLimit, lines.count)
    // A record never stores more cells than a row is to have, and one that decides that it has more.
    let room = expectedCount == 0 ? cells.count : cells.count - expectedCount
    while true {
      if expectedCount > 0 {
        scanPlainRows(bytes, marks, end: end, cells: &cells, lines: &lines, rows: rows)
      }
      guard position < end else { return .needsMore }
      if rowCount == rows || cellCount > room { return .full }
      let firstCell = cellCount
      let farthest = position + limits.recordLength
      var i = position
      var found = 0
      var linesWithin = 0
      var isBlank = true
      record: while true {
        var cell: Cell
        if i < end, unsafe bytes[unchecked: i] == quote {
          let outcome = quotedCell(bytes, marks, at: i, end: end, ending, linesWithin: &linesWithin)
          switch outcome {
          case .cell(let found): cell = found
          case .stop(let stop):
            cellCount = firstCell
            return stop
          }
          // Doubled marks are not yet undone, so the cell still ends just before its closing mark.
          i = cell.range.upperBound + 1
        } else {
          var flags: UInt32 = 0
          var j = nextMark(marks, from: i, end: end)
          while j < end, unsafe bytes[unchecked: j] == quote {
            flags = Cell.strayQuotes
            j = nextMark(marks, from: j + 1, end: end)
          }
          if let stop = excess(from: i, to: j, linesWithin) {
            cellCount = firstCell
            return stop
          }
          if j == end, ending != .input {
            cellCount = firstCell
            return .needsMore
          }
          var first = i
          var past = j
          while first < past, isSpace(unsafe bytes[unchecked: first]) { first += 1 }
          while past > first, isSpace(unsafe bytes[unchecked: past - 1]) { past -= 1 }
          cell = Cell(start: first, count: past - first, marks: flags)
          i = j
        }
        if !cell.isBlank { isBlank = false }
        if expectedCount == 0 || found < expectedCount {
          if cellCount == cells.count {
            cellCount = firstCell
            return .full
          }
          if cell.hasMarks { hasMarks = true }
          cells[cellCount] = cell
          cellCount += 1
        }
        found += 1

        if i == end { break record }
        let byte = unsafe bytes[unchecked: i]
        if byte == separator {
          i += 1
        } else if byte == lineFeed {
          i += 1
          endings.lineFeeds += 1
          linesWithin += 1
          break record
        } else if byte == carriageReturn {
          guard i + 1 < end || ending != .open else {
            cellCount = firstCell
            return needsMore(end)
          }
          i += 1
          linesWithin += 1
          if i < end, unsafe bytes[unchecked: i] == lineFeed {
            i += 1
            endings.pairs += 1
          } else {
            endings.carriageReturns += 1
          }
          break record
        } else {
          // Anything else can only follow a closing quotation mark.
          cellCount = firstCell
          guard let next = nextLine(bytes, after: i, end: end, ending) else { return needsMore(end) }
          let recordLine = line
          if next > farthest { return .recordTooLong(line: recordLine) }
          line += linesWithin + 1
          position = next
          return .malformedQuoting(line: recordLine, column: found - 1)
        }
      }

      let recordLine = line
      if i > farthest {
        cellCount = firstCell
        return .recordTooLong(line: recordLine)
      }
      line += linesWithin
      position = i
      if isBlank {
        blankRows += 1
        cellCount = firstCell
      } else if expectedCount != 0, found != expectedCount {
        cellCount = firstCell
        return .ragged(line: recordLine, found: found)
      } else {
        lines[rowCount] = UInt32(clamping: recordLine)
        rowCount += 1
      }
    }
  }

  /// Why a cell that reaches from `start` at least to `end` cannot be taken, if so: the limit met first.
  @inline(__always)
  private func excess(from start: Int, to end: Int, _ linesWithin: Int) -> Stop? {
    let cellEnd = start + limits.cellLength
    let recordEnd = position + limits.recordLength
    if end <= min(cellEnd, recordEnd) { return nil }
    return cellEnd <= recordEnd ? .cellTooLong(line: line + linesWithin) : .recordTooLong(line: line)
  }

  /// What a record means that is not yet whole at `end`.
  private func needsMore(_ end: Int) -> Stop {
    end - position > limits.recordLength ? .recordTooLong(line: line) : .needsMore
  }

  private enum QuotedCell {
    case cell(Cell)
    case stop(Stop)
  }

  /// Scans a cell that begins with a quotation mark, up to the closing one.
  private func quotedCell(
    _ bytes: Span<UInt8>, _ marks: Span<UInt64>, at open: Int, end: Int, _ ending: End,
    linesWithin: inout Int
  ) -> QuotedCell {
    let openLines = linesWithin
    var flags: UInt32 = 0
    var j = nextMark(marks, from: open + 1, end: end)
    while true {
      if let stop = excess(from: open + 1, to: j, openLines) { return .stop(stop) }
      if j >= end {
        return .stop(ending == .input ? .unterminatedQuote(line: line + openLines) : .needsMore)
      }
      let byte = bytes[j]
      if byte == quote {
        // Whether the mark closes the cell is only known from the byte after it.
        guard j + 1 < end || ending == .input else { return .stop(.needsMore) }
        guard j + 1 < end, bytes[j + 1] == quote else { break }
        flags = Cell.doubledQuotes
        j += 1
      } else if byte == lineFeed || (byte == carriageReturn && j + 1 < end && bytes[j + 1] != lineFeed) {
        linesWithin += 1
      }
      j = nextMark(marks, from: j + 1, end: end)
    }
    return .cell(Cell(start: open + 1, count: j - open - 1, marks: flags))
  }

  /// The beginning of the line after the one that `i` is on; nil where the block ends before it.
  private func nextLine(_ bytes: Span<UInt8>, after i: Int, end: Int, _ ending: End) -> Int? {
    var j = i
    while j < end, bytes[j] != lineFeed, bytes[j] != carriageReturn { j += 1 }
    if j < end, bytes[j] == carriageReturn {
      guard j + 1 < end || ending != .open else { return nil }
      if j + 1 < end, bytes[j + 1] == lineFeed { j += 1 }
    }
    guard j < end || ending == .input else { return nil }
    return min(j + 1, end)
  }
}

/// How many records ended in each way.
struct LineEndingCounts {
  var lineFeeds = 0
  var carriageReturns = 0
  var pairs = 0

  mutating func add(_ other: LineEndingCounts) {
    lineFeeds += other.lineFeeds
    carriageReturns += other.carriageReturns
    pairs += other.pairs
  }

  /// The ending of a file; nil where it has one line only.
  var kind: FileReport.LineEnding? {
    let kinds: [(Int, FileReport.LineEnding)] = [(lineFeeds, .lf), (pairs, .crlf), (carriageReturns, .cr)]
    let present = kinds.filter { $0.0 > 0 }
    return present.count > 1 ? .mixed : present.first?.1
  }
}

/// The first marked byte at `start` or after it; `end` where there is none before it.
@inline(__always)
private func nextMark(_ marks: Span<UInt64>, from start: Int, end: Int) -> Int {
  guard start < end else { return end }
  // `end` is at most 64 times the number of words.
  var index = start >> 6
  var word = unsafe marks[unchecked: index] & (~0 << UInt64(truncatingIfNeeded: start & 63))
  while word == 0 {
    index += 1
    guard index << 6 < end else { return end }
    word = unsafe marks[unchecked: index]
  }
  return min(end, index << 6 + word.trailingZeroBitCount)
}

let quote: UInt8 = 0x22
let lineFeed: UInt8 = 0x0A
let carriageReturn: UInt8 = 0x0D

@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
