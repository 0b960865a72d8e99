/// Reads a delimited table: gives its header, then its records in batches.
///
/// The bytes of a batch live in the reader's buffer and last until the next batch, so that a table of any
/// size needs memory for one block only.
struct DelimitedReader {
  private let source: any ByteSource
  private let file: String
  private let log: ProblemLog
  private let limits: DelimitedLimits
  private var scanner: RecordScanner
  private(set) var batch: RecordBatch
  /// Bytes in the buffer, and how many of them are known to be text.
  private var filled = 0
  private var checked = 0
  /// Bytes of the file before the buffer.
  private var offset = 0
  private var isAtEnd = false

  private(set) var separator: Separator
  private(set) var hasByteOrderMark = false
  private(set) var header: [String] = []
  private(set) var headerLine = 1
  /// Rows read so far, those skipped for their shape included.
  private(set) var rowsIn = 0

  /// Opens a table: reads the first block, finds the separator and reads the header.
  init(
    _ source: any ByteSource, file: String, separator wanted: SeparatorChoice, log: ProblemLog,
    limits: DelimitedLimits = .standard
  ) throws(TableFailure) {
    self.source = source
    self.file = file
    self.log = log
    self.limits = limits
    // A small file needs small buffers; both grow where a record does not fit.
    let blockLength = min(limits.blockLength, (source.expectedSize ?? Int.max - 1) + 1)
    batch = RecordBatch(byteCapacity: blockLength, cellCapacity: max(16, blockLength / 4))
    separator = .comma
    scanner = RecordScanner(separator: Separator.comma.byte, maximumCellLength: limits.cellLength)
    try fill()
    skipByteOrderMark()
    separator = wanted.choose(Array(batch.bytes[scanner.position..<filled]))
    let start = scanner.position
    scanner = RecordScanner(separator: separator.byte, maximumCellLength: limits.cellLength)
    scanner.position = start
    try readHeader()
  }

  /// Bytes read so far.
  var bytesRead: Int { offset + filled }

  /// Share of the input that is done, where its size is known.
  var progress: Double? {
    guard let size = source.expectedSize, size > 0 else { return nil }
    return min(1, Double(offset + scanner.position) / Double(size))
  }

  var blankRows: Int { scanner.blankRows }

  var lineEnding: FileReport.LineEnding? {
    let kinds: [(Int, FileReport.LineEnding)] = [
      (scanner.endings.lineFeeds, .lf), (scanner.endings.pairs, .crlf),
      (scanner.endings.carriageReturns, .cr),
    ]
    let present = kinds.filter { $0.0 > 0 }
    return present.count > 1 ? .mixed : present.first?.1
  }

  /// Reads the next batch of records into ``batch``; false at the end of the table.
  mutating func next() throws(TableFailure) -> Bool {
    scanner.startBatch()
    batch.rowCount = 0
    scanning: while true {
      let stop = scanBlock(rowLimit: Int.max)
      switch stop {
      case .full:
        if scanner.rowCount > 0 { break scanning }
        try makeRoomForCells()
      case .needsMore:
        // A batch lies within one block: what was found is handed out before the block is replaced.
        if scanner.rowCount > 0 { break scanning }
        if isAtEnd { return false }
        try fill()
      default: try report(stop)
      }
    }
    batch.rowCount = scanner.rowCount
    if rowsIn == 0 { estimateRows() }
    rowsIn += scanner.rowCount
    guard rowsIn <= limits.rows else {
      let line = Int(batch.lines[0])
      log.add(.tooManyRows) {
        Problem(
          .tooManyRows, file: file, line: line, message: "the table has more than \(limits.rows) rows",
          remedy: "split it, or add up parallel ties")
      }
      throw .reported
    }
    if scanner.hasMarks { settleMarks() }
    return true
  }

  private mutating func estimateRows() {
    guard let size = source.expectedSize, scanner.position > 0 else { return }
    let rowsPerByte = Double(scanner.rowCount) / Double(offset + scanner.position)
    // Only a hint: however large a file claims to be, no more than 2^28 rows are made room for at once.
    batch.expectedRows = Int(min(1.05 * rowsPerByte * Double(size) + 64, Double(min(limits.rows, 1 << 28))))
  }

  /// Makes the cells blank that hold one of the texts which stand for a missing value.
  mutating func blankOut(_ missing: Set<String>, in columns: [Int]) {
    let lengths = Set(missing.map(\.utf8.count))
    for row in 0..<batch.rowCount {
      for column in columns {
        let index = row * batch.columnCount + column
        let cell = batch.cells[index]
        if !cell.isBlank, lengths.contains(cell.count), missing.contains(batch.text(of: cell)) {
          batch.cells[index] = Cell(start: Int(cell.start), count: 0)
        }
      }
    }
  }

  private mutating func scanBlock(rowLimit: Int) -> RecordScanner.Stop {
    Self.scan(
      &scanner, batch.bytes, end: checked, isLast: isAtEnd && checked == filled, &batch.cells, &batch.lines,
      rowLimit: rowLimit)
  }

  private static func scan(
    _ scanner: inout RecordScanner, _ bytes: ContiguousArray<UInt8>, end: Int, isLast: Bool,
    _ cells: inout ContiguousArray<Cell>, _ lines: inout ContiguousArray<UInt32>, rowLimit: Int
  ) -> RecordScanner.Stop {
    scanner.scan(
      bytes.span, end: end, isLast: isLast, cells: cells.mutableSpan, lines: lines.mutableSpan,
      rowLimit: rowLimit)
  }
}

// MARK: - The header

extension DelimitedReader {
  private mutating func skipByteOrderMark() {
    if filled >= 3, batch.bytes[0] == 0xEF, batch.bytes[1] == 0xBB, batch.bytes[2] == 0xBF {
      hasByteOrderMark = true
      scanner.position = 3
    }
  }

  private mutating func readHeader() throws(TableFailure) {
    scanner.startBatch()
    while scanner.rowCount == 0 {
      let stop = scanBlock(rowLimit: 1)
      if scanner.rowCount > 0 { break }
      switch stop {
      case .needsMore:
        guard !isAtEnd else {
          try fail(.emptyTable, line: nil, "the file is empty", "its first line must name the columns")
        }
        try fill()
      case .full: try makeRoomForCells()
      case .malformedQuoting(let line, _):
        try fail(
          .malformedQuoting, line: line, "text follows a closing quotation mark in the header",
          "double the quotation marks inside a cell")
      default: try report(stop)
      }
    }
    guard scanner.cellCount <= limits.columns else { try failForColumns() }
    batch.columnCount = scanner.cellCount
    batch.rowCount = 1
    if scanner.hasMarks { settleMarks() }
    header = (0..<scanner.cellCount).map { batch.text(row: 0, column: $0) }
    headerLine = Int(batch.lines[0])
    scanner.expectedCount = header.count
    batch.rowCount = 0
  }

  /// Doubles the number of cells that a batch can hold, where not even one record fits.
  private mutating func makeRoomForCells() throws(TableFailure) {
    guard batch.cells.count <= limits.columns else { try failForColumns() }
    batch.cells.append(contentsOf: repeatElement(Cell(start: 0, count: 0), count: batch.cells.count))
    batch.lines.append(contentsOf: repeatElement(0, count: batch.lines.count))
  }

  private func failForColumns() throws(TableFailure) -> Never {
    try fail(
      .tooManyColumns, line: scanner.line, "the line has more than \(limits.columns) cells",
      "a table of ties has one row for each tie")
  }
}

// MARK: - Blocks

extension DelimitedReader {
  /// Moves what is not yet used to the front of the buffer and fills up the rest.
  private mutating func fill() throws(TableFailure) {
    let start = scanner.position
    let rest = filled - start
    if start > 0 {
      batch.bytes.withContiguousMutableMove(from: start, count: rest)
      offset += start
      scanner.position = 0
      filled = rest
      checked -= start
    }
    if rest > batch.bytes.count / 2 {
      guard batch.bytes.count < limits.recordLength else {
        try fail(
          .tooLong, line: scanner.line, "the row is longer than \(limits.recordLength >> 20) MiB",
          "look for a quotation mark that is never closed")
      }
      batch.bytes.append(contentsOf: repeatElement(0, count: batch.bytes.count))
    }
    let range = filled..<batch.bytes.count
    let count: Int
    do { count = try source.read(into: &batch.bytes, range: range) } catch { throw .inputOutput(error) }
    if count < range.count { isAtEnd = true }
    filled += count
    if offset == 0, start == 0 { try refuseUTF16() }
    let (reach, fault) = TextCheck.check(batch.bytes.span, from: checked, to: filled, isLast: isAtEnd)
    checked = reach
    if let fault { try report(fault) }
  }

  private func refuseUTF16() throws(TableFailure) {
    guard filled >= 2 else { return }
    let mark = (batch.bytes[0], batch.bytes[1])
    if mark == (0xFF, 0xFE) || mark == (0xFE, 0xFF) {
      try fail(.unreadableEncoding, line: 1, "the file is UTF-16 text", "save it as UTF-8")
    }
  }

  private func report(_ fault: TextCheck.Fault) throws(TableFailure) {
    switch fault {
    case .zeroByte(let place):
      try fail(
        .binaryContent, line: line(at: place), "the file holds a zero byte at offset \(offset + place)",
        "it is no text; export the table as CSV (UTF-8)")
    case .notUTF8(let place):
      let byte = String(batch.bytes[place], radix: 16, uppercase: true)
      try fail(
        .unreadableEncoding, line: line(at: place),
        "the byte \(byte) at offset \(offset + place) is not UTF-8", "save the file as UTF-8")
    }
  }

  /// Physical line of a byte in the buffer.
  private func line(at place: Int) -> Int {
    var line = scanner.line
    for i in scanner.position..<max(scanner.position, place) {
      let byte = batch.bytes[i]
      if byte == lineFeed || (byte == carriageReturn && batch.bytes[i + 1] != lineFeed) { line += 1 }
    }
    return line
  }

  /// Undoes doubled quotation marks in place and reports stray ones.
  private mutating func settleMarks() {
    for index in 0..<batch.rowCount * batch.columnCount where batch.cells[index].hasMarks {
      let cell = batch.cells[index]
      if cell.has(Cell.doubledQuotes) {
        var write = cell.range.lowerBound
        var read = write
        while read < cell.range.upperBound {
          let byte = batch.bytes[read]
          batch.bytes[write] = byte
          write += 1
          read += byte == quote ? 2 : 1
        }
        batch.cells[index] = Cell(start: cell.range.lowerBound, count: write - cell.range.lowerBound)
      } else {
        let text = batch.text(of: cell)
        let line = Int(batch.lines[index / batch.columnCount])
        let column = header.isEmpty ? nil : header[index % batch.columnCount]
        log.add(.strayQuote) {
          Problem(
            .strayQuote, file: file, line: line, column: column, value: text,
            message: "`\(visible(text))` holds quotation marks but does not begin with one",
            remedy: "they were taken as text; a quoted cell begins and ends with a mark")
        }
      }
    }
  }
}

// MARK: - Problems

extension DelimitedReader {
  private func fail(
    _ code: ProblemCode, line: Int?, _ message: String, _ remedy: String
  ) throws(TableFailure) -> Never {
    log.add(code) { Problem(code, file: file, line: line, message: message, remedy: remedy) }
    throw .reported
  }

  private mutating func report(_ stop: RecordScanner.Stop) throws(TableFailure) {
    switch stop {
    case .needsMore, .full: break
    case .ragged(let line, let found):
      rowsIn += 1
      let expected = header.count
      let separator = separator
      log.add(.raggedRow) {
        Problem(
          .raggedRow, file: file, line: line,
          message: "the row has \(found) \(found == 1 ? "cell" : "cells"), the header \(expected)",
          remedy: found > expected
            ? "put text that holds the separator `\(visible(String(separator.character)))` in quotation marks"
            : "write a separator for each blank cell")
      }
    case .malformedQuoting(let line, let column):
      rowsIn += 1
      let name = column < header.count ? header[column] : nil
      log.add(.malformedQuoting) {
        Problem(
          .malformedQuoting, file: file, line: line, column: name,
          message: "text follows the closing quotation mark",
          remedy: "double the quotation marks inside the cell")
      }
    case .unterminatedQuote(let line):
      try fail(
        .unterminatedQuote, line: line, "the quotation mark that opens a cell on this line is never closed",
        "close it, or double it where it belongs to the text")
    case .tooLong(let line):
      try fail(
        .tooLong, line: line, "a cell that begins on this line is longer than \(limits.cellLength >> 10) KiB",
        "look for a quotation mark that is not closed where it should be")
    }
  }
}

extension ContiguousArray where Element == UInt8 {
  /// Moves bytes to the front of the array.
  fileprivate mutating func withContiguousMutableMove(from start: Int, count: Int) {
    precondition(start >= 0 && count >= 0 && start + count <= self.count, "nothing there to move")
    var span = mutableSpan
    for i in 0..<count { span[i] = span[start + i] }
  }
}
