/// The beginning of a table: how its cells are separated, and the names of its columns.
struct TableHead {
  /// Where the rest of the table comes from.
  private(set) var source: any ByteSource
  private(set) var separator = Separator.comma
  private(set) var hasByteOrderMark = false
  private(set) var header: [String] = []
  private(set) var headerLine = 1
  /// Bytes, lines and line endings up to the end of the header.
  private(set) var length = 0
  private(set) var lineCount = 0
  private(set) var blankRows = 0
  private(set) var endings = LineEndingCounts()
  /// What was read beyond the header.
  private(set) var remainder: ContiguousArray<UInt8> = []
  /// Whether the source has no more than that.
  private(set) var isAtEnd = false

  /// As much of a table as is looked at for the separator.
  private static let firstReading = 1 << 16

  init(
    _ source: any ByteSource, file: String, separator wanted: SeparatorChoice, log: ProblemLog,
    limits: DelimitedLimits
  ) throws(TableFailure) {
    self.source = source
    let first = TableBlock()
    var asked = min(Self.firstReading, (source.expectedSize ?? Self.firstReading) + 1)
    try read(into: first, upTo: asked, file, log)
    // The content decides and not the name, as a stream has none.
    let packed = first.batch.bytes[..<first.filled]
    let isPacked = GzipSource.isPacked(packed)
    let block = isPacked ? TableBlock() : first
    if isPacked {
      self.source = GzipSource(source, head: ContiguousArray(packed), isAtEnd: isAtEnd, name: file)
      isAtEnd = false
      asked = Self.firstReading
      try read(into: block, upTo: asked, file, log)
    }
    try Self.refuseUTF16(block, file, log)
    let bytes = block.batch.bytes
    if block.filled >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { hasByteOrderMark = true }
    let start = hasByteOrderMark ? 3 : 0
    separator = wanted.choose(Array(bytes[start..<block.filled]))

    var scanner = RecordScanner(separator: separator.byte, limits: limits)
    scanner.position = start
    while true {
      let stop = block.scanHeader(&scanner)
      if scanner.rowCount > 0 { break }
      switch stop {
      case .needsMore:
        if let fault = block.fault {
          let line = 1 + scanner.line + lines(in: block.batch.bytes.span, scanner.position..<fault.offset)
          try log.fail(fault, file, line: line, offset: fault.offset, byte: block.batch.bytes[fault.offset])
        }
        guard !isAtEnd else {
          try log.fail(
            .emptyTable, file, line: nil, "the file is empty", "its first line must name the columns")
        }
        asked *= 2
        try read(into: block, upTo: asked, file, log)
      case .full:
        try log.fail(
          .tooManyColumns, file, line: 1 + scanner.line, "the line has more than \(limits.columns) cells",
          "a table of ties has one row for each tie")
      case .malformedQuoting(let line, _):
        try log.fail(
          .malformedQuoting, file, line: 1 + line, "text follows a closing quotation mark in the header",
          "double the quotation marks inside a cell")
      default: try log.fail(stop.moved(by: 1), file, limits)
      }
    }
    guard scanner.cellCount <= limits.columns else {
      try log.fail(
        .tooManyColumns, file, line: 1 + Int(block.batch.lines[0]),
        "the line has more than \(limits.columns) cells", "a table of ties has one row for each tie")
    }
    header = (0..<scanner.cellCount).map { block.batch.text(row: 0, column: $0) }
    headerLine = block.batch.line(of: 0)
    length = scanner.position
    lineCount = scanner.line
    blankRows = scanner.blankRows
    endings = scanner.endings
    for index in block.strayQuotes { log.addStrayQuote(file, line: headerLine, column: nil, header[index]) }
    remainder = ContiguousArray(block.batch.bytes[length..<block.filled])
  }

  private mutating func read(
    into block: TableBlock, upTo count: Int, _ file: String, _ log: ProblemLog
  ) throws(TableFailure) {
    block.reserve(count)
    let range = block.filled..<max(count, block.filled)
    do {
      let got = try source.read(into: &block.batch.bytes, range: range)
      if got < range.count { isAtEnd = true }
      block.filled += got
    } catch {
      try log.fail(error, file, line: 1)
    }
    block.ending = isAtEnd ? .input : .open
  }

  private static func refuseUTF16(
    _ block: TableBlock, _ file: String, _ log: ProblemLog
  ) throws(TableFailure) {
    guard block.filled >= 2 else { return }
    let mark = (block.batch.bytes[0], block.batch.bytes[1])
    if mark == (0xFF, 0xFE) || mark == (0xFE, 0xFF) {
      try log.fail(.unreadableEncoding, file, line: 1, "the file is UTF-16 text", "save it as UTF-8")
    }
  }
}

/// Number of lines that end within some bytes.
func lines(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
  var count = 0
  for i in range {
    let isLoneReturn = bytes[i] == carriageReturn && (i + 1 == bytes.count || bytes[i + 1] != lineFeed)
    if bytes[i] == lineFeed || isLoneReturn { count += 1 }
  }
  return count
}
