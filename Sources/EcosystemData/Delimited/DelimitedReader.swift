import GraphCore

/// Reads a delimited table: gives its header, then its records in batches.
///
/// The table is cut into blocks at line ends, and the blocks are scanned in rounds, by as many threads as there
/// are; the batches come out in order. What is found does not depend on the threads or on the length of blocks.
/// The bytes of a batch live in the reader's buffers and last until the next round, so that a table of any
/// size needs memory for one round only.
struct DelimitedReader {
  private let source: any ByteSource
  private let file: String
  private let log: ProblemLog
  private let limits: DelimitedLimits
  private let execution: Execution
  private var recipe: BlockRecipe
  private let cutter: BlockCutter
  private var blocks: [TableBlock] = []
  /// By thread.
  private var spaces: [ScanSpace] = []
  private var nextBlock = 0
  private var current: TableBlock
  /// The beginning of a record that its block did not hold to the end, and the length worth scanning again.
  private var pending: ContiguousArray<UInt8> = []
  private var pendingGoal = 0
  /// What ends the reading once the rows before it have been handed out.
  private var ending: Ending?
  /// Bytes of the file before the next record, and the line it begins on.
  private var offset: Int
  private var line: Int
  private var expectedRows = 0

  let separator: Separator
  let hasByteOrderMark: Bool
  let header: [String]
  let headerLine: Int
  /// Rows read so far, those skipped for their shape included.
  private(set) var rowsIn = 0
  private(set) var blankRows = 0
  private var endings: LineEndingCounts

  private enum Ending {
    case stop(RecordScanner.Stop)
    case fault(TextCheck.Fault, line: Int, offset: Int, byte: UInt8)
  }

  /// Opens a table: reads its beginning, finds the separator and reads the header.
  init(
    _ source: any ByteSource, file: String, separator wanted: SeparatorChoice, log: ProblemLog,
    limits: DelimitedLimits = .standard, execution: Execution = .serial
  ) throws(TableFailure) {
    let head = try TableHead(source, file: file, separator: wanted, log: log, limits: limits)
    self.source = head.source
    self.file = file
    self.log = log
    self.limits = limits
    self.execution = execution
    separator = head.separator
    hasByteOrderMark = head.hasByteOrderMark
    header = head.header
    headerLine = head.headerLine
    endings = head.endings
    offset = head.length
    line = head.lineCount + 1
    blankRows = head.blankRows
    recipe = BlockRecipe(separator: head.separator.byte, limits: limits, columnCount: head.header.count)
    cutter = BlockCutter(
      head.source, head: head.remainder, isAtEnd: head.isAtEnd, blockLength: limits.blockLength)
    current = TableBlock()
  }

  /// Bytes read so far.
  var bytesRead: Int { offset }

  /// Share of the input that is done, where its size is known.
  var progress: Double? { source.share(afterReading: offset) }

  var lineEnding: FileReport.LineEnding? { endings.kind }

  /// The records that ``next()`` has found.
  var batch: RecordBatch { current.batch }

  /// What a parser noted of the batch.
  func note(ofParser parser: Int) -> (any Sendable)? {
    parser < current.notes.count ? current.notes[parser] : nil
  }

  /// Says which texts stand for a missing value, and in which columns.
  mutating func treatAsMissing(_ texts: Set<String>, in columns: [Int]) {
    recipe.missing.append((texts, columns))
  }

  /// Reads the next blocks; false at the end of the table.
  ///
  /// - Parameter lookAheads: What parsers can say of a batch beforehand; see ``note(ofParser:)``.
  mutating func readRound(_ lookAheads: [LookAhead?]) throws(TableFailure) -> Bool {
    if execution.isCancelled?() == true { throw .cancelled }
    guard !cutter.isDone else { return false }
    // More blocks than threads, as some take longer than others; fewer where they are kept until the round ends.
    let areSpent = !blocks.isEmpty && blocks.prefix(cutter.filledCount).allSatisfy(\.isSpent)
    let most = execution.threads == 1 ? 1 : (areSpent ? 16 : 8) * execution.threads
    let count = min(most, cutter.blocksLeft ?? max(1, 2 * blocks.count))
    while blocks.count < count { blocks.append(TableBlock()) }
    nextBlock = 0
    cutter.startRound()
    let round = Array(blocks.prefix(count))
    let cutter = cutter
    var recipe = recipe
    recipe.lookAheads = lookAheads
    let lanes = min(count, execution.threads)
    while spaces.count < lanes { spaces.append(ScanSpace()) }
    let scan: @Sendable (Int) -> Void = { [recipe, spaces] lane in
      while let number = cutter.fillNext(of: round, in: spaces[lane]) {
        round[number].scan(recipe, in: spaces[lane])
      }
    }
    _ = execution.concurrently(lanes, scan)
    return true
  }

  /// Takes the next batch of records of the round; false at its end.
  mutating func next() throws(TableFailure) -> Bool {
    if let ending { try report(ending) }
    if nextBlock > 0 { blocks[nextBlock - 1].dropNotes() }
    while nextBlock < cutter.filledCount {
      let block = blocks[nextBlock]
      nextBlock += 1
      if let failure = block.failure { try log.fail(failure, file, line: line) }
      if !pending.isEmpty {
        precondition(!block.isSpent, "a record goes on in a block that began with one")
        pending.append(contentsOf: block.batch.bytes[..<block.filled])
        // So that a record of many blocks is not scanned anew with each of them.
        guard pending.count >= pendingGoal || block.ending == .input else { continue }
        block.replaceBytes(with: pending)
        pending.removeAll(keepingCapacity: true)
        block.scan(recipe)
      }
      try take(block)
      if block.batch.rowCount > 0 { return true }
      if let ending { try report(ending) }
    }
    return false
  }

  /// Accounts for what was found in a block that is known to begin at a record.
  private mutating func take(_ block: TableBlock) throws(TableFailure) {
    current = block
    block.batch.firstLine = line
    for stop in block.stops { take(stop.moved(by: line)) }
    let batch = block.batch
    if rowsIn == 0, batch.rowCount > 0 { estimateRows(batch.rowCount, bytes: block.rest) }
    block.batch.expectedRows = expectedRows
    rowsIn += batch.rowCount
    guard rowsIn <= limits.rows else {
      try log.fail(
        .tooManyRows, file, line: line, "the table has more than \(limits.rows) rows",
        "split it, or add up parallel ties")
    }
    for index in block.strayQuotes {
      let (row, column) = index.quotientAndRemainder(dividingBy: header.count)
      log.addStrayQuote(
        file, line: batch.line(of: row), column: header[column], batch.text(row: row, column: column))
    }
    if ending == nil {
      if let fault = block.fault {
        ending = .fault(
          fault, line: line + block.lineCount + lines(in: batch.bytes.span, block.rest..<fault.offset),
          offset: offset + fault.offset, byte: batch.bytes[fault.offset])
      } else if block.rest < block.filled {
        pending.append(contentsOf: batch.bytes[block.rest..<block.filled])
        pendingGoal = 2 * pending.count
      }
    }
    offset += block.rest
    line += block.lineCount
    blankRows += block.blankRows
    endings.add(block.endings)
  }

  private mutating func take(_ stop: RecordScanner.Stop) {
    switch stop {
    case .ragged(let line, let found):
      rowsIn += 1
      log.addRagged(file, line: line, found: found, expected: header.count, separator)
    case .malformedQuoting(let line, let column):
      rowsIn += 1
      log.addMalformedQuoting(file, line: line, column: column < header.count ? header[column] : nil)
    default: ending = .stop(stop)
    }
  }

  private func report(_ ending: Ending) throws(TableFailure) -> Never {
    switch ending {
    case .stop(let stop): try log.fail(stop, file, limits)
    case .fault(let fault, let line, let offset, let byte):
      try log.fail(fault, file, line: line, offset: offset, byte: byte)
    }
  }

  private mutating func estimateRows(_ rows: Int, bytes: Int) {
    guard let size = source.expectedSize, bytes > 0 else { return }
    let estimate = 1.05 * Double(rows) / Double(bytes) * Double(size) + 64
    // Only a hint: however large a file claims to be, no more than 2^28 rows are made room for at once.
    expectedRows = Int(min(estimate, Double(min(limits.rows, 1 << 28))))
  }
}
