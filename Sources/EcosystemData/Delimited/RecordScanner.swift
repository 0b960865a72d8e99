/// Cuts a block of bytes into records and cells after RFC 4180, with any line ending and any separator.
///
/// It only notes where cells stand; nobody makes a `String` before it is needed. It works on a range of a
/// buffer that begins at a record, and knows nothing of files: a table can be cut at records and scanned
/// in parts.
struct RecordScanner {
  /// What the scanner stopped at.
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
    case tooLong(line: Int)
  }

  let separator: UInt8
  let maximumCellLength: Int
  /// Cells of each record; 0 where any number will do, as for a header.
  var expectedCount = 0
  /// Next byte to look at; the beginning of a record whenever the scanner stops.
  var position = 0
  /// Physical line at `position`.
  var line = 1
  var rowCount = 0
  var cellCount = 0
  var blankRows = 0
  /// Whether any cell of the batch carries marks.
  var hasMarks = false
  /// How many records ended in a line feed, a carriage return, and both.
  var endings = (lineFeeds: 0, carriageReturns: 0, pairs: 0)
  private let isSpecial: ContiguousArray<Bool>

  init(separator: UInt8, maximumCellLength: Int) {
    self.separator = separator
    self.maximumCellLength = maximumCellLength
    var special = ContiguousArray(repeating: false, count: 256)
    for byte in [separator, quote, lineFeed, carriageReturn] { special[Int(byte)] = true }
    isSpecial = special
  }

  mutating func startBatch() {
    rowCount = 0
    cellCount = 0
    hasMarks = false
  }

  /// Scans records of `bytes[position ..< end]` until something stops it.
  ///
  /// - Parameters:
  ///   - isLast: Whether the input ends at `end`.
  ///   - rowLimit: Number of rows of the batch after which to stop.
  mutating func scan(
    _ bytes: Span<UInt8>, end: Int, isLast: Bool, cells: consuming MutableSpan<Cell>,
    lines: consuming MutableSpan<UInt32>, rowLimit: Int
  ) -> Stop {
    precondition(end <= bytes.count && position <= end, "the block is shorter than its end")
    let table = isSpecial
    let special = table.span
    let rows = min(rowLimit, lines.count)
    while position < end {
      if rowCount == rows { return .full }
      let firstCell = cellCount
      var i = position
      var linesWithin = 0
      var isBlank = true
      record: while true {
        if cellCount == cells.count {
          cellCount = firstCell
          return .full
        }
        var cell: Cell
        if i < end, unsafe bytes[unchecked: i] == quote {
          let outcome = quotedCell(bytes, at: i, end: end, isLast: isLast, linesWithin: &linesWithin)
          switch outcome {
          case .cell(let found): cell = found
          case .stop(let stop):
            cellCount = firstCell
            return stop
          }
          // Doubled marks are not yet undone, so the cell still ends just before its closing mark.
          i = cell.range.upperBound + 1
        } else {
          var j = i
          var marks: UInt32 = 0
          while j < end {
            let byte = unsafe bytes[unchecked: j]
            if unsafe special[unchecked: Int(byte)] {
              guard byte == quote else { break }
              marks = Cell.strayQuotes
            }
            j += 1
          }
          if j - i > maximumCellLength || (j == end && !isLast) {
            cellCount = firstCell
            return j - i > maximumCellLength ? .tooLong(line: line + linesWithin) : .needsMore
          }
          var first = i
          var past = j
          while first < past, isSpace(unsafe bytes[unchecked: first]) { first += 1 }
          while past > first, isSpace(unsafe bytes[unchecked: past - 1]) { past -= 1 }
          cell = Cell(start: first, count: past - first, marks: marks)
          i = j
        }
        if !cell.isBlank { isBlank = false }
        if cell.hasMarks { hasMarks = true }
        cells[cellCount] = cell
        cellCount += 1

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
          guard i + 1 < end || isLast else {
            cellCount = firstCell
            return .needsMore
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
          let column = cellCount - firstCell - 1
          cellCount = firstCell
          guard let next = nextLine(bytes, after: i, end: end, isLast: isLast) else { return .needsMore }
          let recordLine = line
          line += linesWithin + 1
          position = next
          return .malformedQuoting(line: recordLine, column: column)
        }
      }

      let recordLine = line
      line += linesWithin
      position = i
      if isBlank {
        blankRows += 1
        cellCount = firstCell
      } else if expectedCount != 0, cellCount - firstCell != expectedCount {
        let found = cellCount - firstCell
        cellCount = firstCell
        return .ragged(line: recordLine, found: found)
      } else {
        lines[rowCount] = UInt32(clamping: recordLine)
        rowCount += 1
      }
    }
    return .needsMore
  }

  private enum QuotedCell {
    case cell(Cell)
    case stop(Stop)
  }

  /// Scans a cell that begins with a quotation mark, up to the closing one.
  private func quotedCell(
    _ bytes: Span<UInt8>, at open: Int, end: Int, isLast: Bool, linesWithin: inout Int
  ) -> QuotedCell {
    let openLine = line + linesWithin
    var marks: UInt32 = 0
    var j = open + 1
    while true {
      if j - open - 1 > maximumCellLength { return .stop(.tooLong(line: openLine)) }
      if j >= end { return .stop(isLast ? .unterminatedQuote(line: openLine) : .needsMore) }
      let byte = bytes[j]
      if byte == quote {
        // Whether the mark closes the cell is only known from the byte after it.
        guard j + 1 < end || isLast else { return .stop(.needsMore) }
        guard j + 1 < end, bytes[j + 1] == quote else { break }
        marks = Cell.doubledQuotes
        j += 1
      } else if byte == lineFeed || (byte == carriageReturn && j + 1 < end && bytes[j + 1] != lineFeed) {
        linesWithin += 1
      }
      j += 1
    }
    return .cell(Cell(start: open + 1, count: j - open - 1, marks: marks))
  }

  /// The beginning of the line after the one that `i` is on; nil where the block ends before it.
  private func nextLine(_ bytes: Span<UInt8>, after i: Int, end: Int, isLast: Bool) -> Int? {
    var j = i
    while j < end, bytes[j] != lineFeed, bytes[j] != carriageReturn { j += 1 }
    if j < end, bytes[j] == carriageReturn {
      guard j + 1 < end || isLast else { return nil }
      if j + 1 < end, bytes[j + 1] == lineFeed { j += 1 }
    }
    guard j < end || isLast else { return nil }
    return min(j + 1, end)
  }
}

let quote: UInt8 = 0x22
let lineFeed: UInt8 = 0x0A
let carriageReturn: UInt8 = 0x0D

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
