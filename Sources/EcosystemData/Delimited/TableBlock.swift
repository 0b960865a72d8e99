/// A piece of a table: its bytes, and what a thread can find out about them without knowing what stands before.
///
/// It is taken to begin at a record. Nearly always it does, as blocks are cut at line ends; where a quoted cell
/// holds the line end at which it was cut, the block before is left with a record that is not whole, and this
/// block is scanned again behind that rest. So what is found of a table does not depend on how it was cut.
///
/// During a round a block belongs to one worker, between rounds to the reader.
final class TableBlock: @unchecked Sendable {
  var batch = RecordBatch()
  /// Bytes in the batch's buffer.
  var filled = 0
  /// Whether it is known to begin at a record.
  var beginsAtRecord = false
  /// Whether nothing is left of it but what parsers noted.
  private(set) var isSpent = false
  var ending = RecordScanner.End.open
  /// Why the bytes behind those that are filled could not be read.
  var failure: DatasetReadingError?

  /// What the scanner stopped at on the way, with the bytes scanned before.
  private(set) var stops: [RecordScanner.Stop] = []
  /// Cells that hold quotation marks without beginning with one.
  private(set) var strayQuotes: [Int] = []
  /// What keeps the bytes from being text, at the first byte at which they are not.
  private(set) var fault: TextCheck.Fault?
  /// What parsers noted of the batch, by parser.
  private(set) var notes: [(any Sendable)?] = []
  /// Where the record begins that the block does not hold to its end.
  private(set) var rest = 0
  private(set) var lineCount = 0
  private(set) var blankRows = 0
  private(set) var endings = LineEndingCounts()
  private var marks = ByteMarks()

  /// Room behind the bytes, so that the last of them can be loaded by words.
  static let slack = 64

  /// Makes room for bytes.
  func reserve(_ count: Int) {
    let missing = count + Self.slack - batch.bytes.count
    if missing > 0 { batch.bytes.append(contentsOf: repeatElement(0, count: missing)) }
  }

  /// Whether there is a quotation mark among its bytes.
  func holdsQuote() -> Bool { holdsByte(quote, batch.bytes, count: filled) }

  /// Puts other bytes in the place of those that are there.
  func replaceBytes(with bytes: ContiguousArray<UInt8>) {
    reserve(bytes.count)
    batch.bytes.replaceSubrange(0..<bytes.count, with: bytes)
    filled = bytes.count
  }

  /// Checks that the bytes are text and finds their marks.
  ///
  /// - Returns: Up to where they can be scanned, and what is known of that place.
  func check(separator: UInt8) -> (end: Int, ending: RecordScanner.End) {
    marks.mark(batch.bytes.span, count: filled, separator: separator)
    fault = nil
    guard !marks.isPlain else { return (filled, ending) }
    let (reach, found) = TextCheck.check(batch.bytes.span, from: 0, to: filled, isLast: ending == .input)
    fault = found
    return (reach, reach == filled && found == nil ? ending : .open)
  }

  /// Scans the bytes and lets the parsers take notes of the records, and gives the space back if nothing but the notes
  /// will be asked for.
  func scan(_ recipe: BlockRecipe, in space: ScanSpace) {
    scan(recipe)
    let isNoted = !notes.isEmpty && notes.allSatisfy { $0 != nil }
    let isWhole = beginsAtRecord && rest == filled && fault == nil
    isSpent = isNoted && isWhole && stops.isEmpty && strayQuotes.isEmpty
    if isSpent { swapSpace(space) }
  }

  /// Takes a space for the one it has.
  func swapSpace(_ space: ScanSpace) { space.swap(&batch, &marks) }

  /// Scans the bytes and lets the parsers take notes of the records.
  func scan(_ recipe: BlockRecipe) {
    var scanner = RecordScanner(separator: recipe.separator, limits: recipe.limits)
    scanner.expectedCount = recipe.columnCount
    stops.removeAll(keepingCapacity: true)
    strayQuotes.removeAll(keepingCapacity: true)
    dropNotes()
    let (end, ending) = check(separator: recipe.separator)
    scanning: while true {
      let stop = batch.scan(&scanner, marks, end: end, ending)
      switch stop {
      case .needsMore: break scanning
      case .full: makeRoom(for: recipe.columnCount)
      case .ragged, .malformedQuoting: stops.append(stop)
      case .unterminatedQuote, .cellTooLong, .recordTooLong:
        stops.append(stop)
        break scanning
      }
    }
    batch.columnCount = recipe.columnCount
    batch.rowCount = scanner.rowCount
    batch.isFilled = scanner.filledRows == scanner.rowCount && recipe.missing.isEmpty
    rest = scanner.position
    lineCount = scanner.line
    blankRows = scanner.blankRows
    endings = scanner.endings
    if scanner.hasMarks { settleMarks() }
    for (texts, columns) in recipe.missing { batch.blankOut(texts, in: columns) }
    if batch.rowCount > 0 { notes = recipe.lookAheads.map { $0?(batch) } }
  }

  /// Gives back what parsers noted, which they have read.
  func dropNotes() { notes.removeAll(keepingCapacity: true) }

  /// Scans the header: the first record, whatever its cells.
  func scanHeader(_ scanner: inout RecordScanner) -> RecordScanner.Stop {
    let (end, ending) = check(separator: scanner.separator)
    while true {
      if batch.lines.isEmpty { batch.lines.append(0) }
      let stop = batch.scan(&scanner, marks, end: end, ending, rowLimit: 1)
      if scanner.rowCount > 0 {
        batch.columnCount = scanner.cellCount
        batch.rowCount = 1
        strayQuotes.removeAll()
        if scanner.hasMarks { settleMarks() }
        return stop
      }
      guard stop == .full, batch.cells.count <= scanner.limits.columns else { return stop }
      makeRoom(for: 16)
    }
  }

  private func makeRoom(for columnCount: Int) {
    let cells = max(batch.cells.count, 4 * columnCount, filled / 8)
    batch.cells.append(contentsOf: repeatElement(Cell(start: 0, count: 0), count: cells))
    let rows = batch.cells.count / max(1, columnCount) + 1 - batch.lines.count
    if rows > 0 { batch.lines.append(contentsOf: repeatElement(0, count: rows)) }
  }

  /// Undoes doubled quotation marks and notes stray ones.
  ///
  /// What becomes of a cell is written behind the bytes: they must stay as they are, to be scanned again where
  /// the block turns out to begin within a record.
  private func settleMarks() {
    var free = filled
    for index in 0..<batch.rowCount * batch.columnCount where batch.cells[index].hasMarks {
      let cell = batch.cells[index]
      guard cell.has(Cell.doubledQuotes) else {
        strayQuotes.append(index)
        continue
      }
      reserve(free + cell.count)
      let start = free
      var read = cell.range.lowerBound
      while read < cell.range.upperBound {
        let byte = batch.bytes[read]
        batch.bytes[free] = byte
        free += 1
        read += byte == quote ? 2 : 1
      }
      batch.cells[index] = Cell(start: start, count: free - start)
    }
  }
}

/// How the blocks of a table are scanned.
struct BlockRecipe: Sendable {
  var separator: UInt8
  var limits: DelimitedLimits
  var columnCount = 0
  /// Texts that stand for a missing value, with the columns in which they do.
  var missing: [(texts: Set<String>, columns: [Int])] = []
  /// By parser.
  var lookAheads: [LookAhead?] = []
}

/// What a parser can say of a batch without having seen the batches before it; nil for nothing.
///
/// Called on any thread, for several batches at a time.
typealias LookAhead = @Sendable (RecordBatch) -> (any Sendable)?

extension RecordBatch {
  fileprivate mutating func scan(
    _ scanner: inout RecordScanner, _ marks: ByteMarks, end: Int, _ ending: RecordScanner.End,
    rowLimit: Int = .max
  ) -> RecordScanner.Stop {
    scanner.hasEdgeSpaces = marks.hasEdgeSpaces
    return Self.scan(&scanner, bytes, marks.words, end, ending, &cells, &lines, rowLimit)
  }

  private static func scan(
    _ scanner: inout RecordScanner, _ bytes: ContiguousArray<UInt8>, _ marks: ContiguousArray<UInt64>,
    _ end: Int, _ ending: RecordScanner.End, _ cells: inout ContiguousArray<Cell>,
    _ lines: inout ContiguousArray<UInt32>, _ rowLimit: Int
  ) -> RecordScanner.Stop {
    var cellSpan = cells.mutableSpan
    var lineSpan = lines.mutableSpan
    return scanner.scan(
      bytes.span, marks.span, end: end, ending: ending, cells: &cellSpan, lines: &lineSpan, rowLimit: rowLimit
    )
  }

  /// Makes the cells blank that hold one of the texts which stand for a missing value.
  fileprivate mutating func blankOut(_ missing: Set<String>, in columns: [Int]) {
    let lengths = Set(missing.map(\.utf8.count))
    for row in 0..<rowCount {
      for column in columns {
        let index = row * columnCount + column
        let cell = cells[index]
        if !cell.isBlank, lengths.contains(cell.count), missing.contains(text(of: cell)) {
          cells[index] = Cell(start: Int(cell.start), count: 0)
        }
      }
    }
  }
}
