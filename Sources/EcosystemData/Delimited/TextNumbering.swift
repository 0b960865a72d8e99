import CVectorKernels
import GraphCore

/// Gives each distinct text of one or more columns a dense number, its code, in order of first appearance: by row,
/// and within a row by column.
///
/// Many texts at a time, on all threads. First, batch by batch, they are dealt out to shards by their hashes; then
/// each shard looks up its own in a table of its own, and gives those that are new the numbers of their first cells;
/// last, these numbers are closed up. Nothing depends on who did what.
struct TextNumbering {
  private let places: [ColumnPlace]
  /// By column, once ``finish(_:)`` was called, the codes of the rows; ``TextTable/none`` where a cell is blank.
  private(set) var columns: [ContiguousArray<UInt32>]
  private var round = TextRound()
  private var shards: [TextShard] = []
  /// The memory of the texts of a round.
  private let dealt = LineStore()
  /// The texts by their codes, batch by batch.
  private var texts: [NewTexts] = []
  private var count = 0
  private var rowCount = 0
  private var expectedRows = 0
  /// Differs from run to run, so that nobody can prepare a file whose texts all collide; codes do not depend on it.
  private let seed = UInt64.random(in: 0...UInt64.max)

  init(_ places: [ColumnPlace]) {
    self.places = places
    columns = places.map { _ in [] }
  }

  /// Whether there is no column.
  var isIdle: Bool { places.isEmpty }

  /// Deals out the texts of a batch, beforehand and on any thread.
  var dealing: LookAhead? {
    if isIdle { return nil }
    return { [places, seed, dealt] batch in
      DealtTexts(batch, places, leavingOutRejectedBy: nil, seed: seed, store: dealt)
    }
  }

  /// Takes in the rows of a batch that stay.
  ///
  /// - Parameter note: What was dealt out beforehand, if it was.
  mutating func append(_ batch: RecordBatch, _ judge: RowJudge, noting note: (any Sendable)?) {
    if isIdle { return }
    expectedRows = batch.expectedRows
    // What only a bad row names does not count.
    if judge.rejectedCount == 0, let texts = note as? DealtTexts {
      round.append(texts)
    } else {
      round.append(DealtTexts(batch, places, leavingOutRejectedBy: judge, seed: seed, store: dealt))
    }
  }

  /// Numbers what was taken in if it is at least so many texts, or so many cells that numbers run short.
  ///
  /// A round goes through the shards' tables as a whole, so that one for few texts would take as long as one for many.
  mutating func numberIfMany(_ enough: Int, _ execution: Execution) {
    if round.textCount >= enough || round.cellCount >= 1 << 28 { number(execution) }
  }

  /// Numbers what is left.
  mutating func finish(_ execution: Execution) {
    number(execution)
    shards = []
    for column in columns.indices { columns[column].removeLast(columns[column].count - rowCount) }
  }

  private mutating func number(_ execution: Execution) {
    if round.batches.isEmpty { return }
    if shards.isEmpty {
      let store = LineStore()
      shards = (0..<DealtTexts.shardCount).map { [seed] in TextShard($0, seed: seed, store: store) }
    }
    let (shards, round, known) = (shards, round, UInt32(truncatingIfNeeded: count))
    let execution = round.textCount < 1 << 11 ? .serial : execution
    _ = execution.concurrently(shards.count) { shards[$0].lookUp(in: round) }
    let numbers = FirstCells(of: round, known: known, execution)
    _ = execution.concurrently(shards.count) { shards[$0].settle(numbers) }
    let rowStarts = addRows(of: round)
    var news: [NewTexts] = []
    unsafe withMemory(of: &columns, and: []) { columns in
      let columns = unsafe ColumnMemory(columns: columns)
      news = execution.concurrently(round.batches.count) { number in
        let batch = round.batches[number]
        let rows = rowStarts[number]..<rowStarts[number] + batch.rowCount
        return unsafe batch.put(
          into: columns.rows(rows), numbers, numbers.codes[number], first: round.firstCodes[number])
      }
    }
    texts += news
    count += news.reduce(0) { $0 + $1.keys.count }
    self.round = TextRound()
    dealt.reuse()
  }

  /// Makes room for the rows of a round; by batch, its first row.
  private mutating func addRows(of round: TextRound) -> [Int] {
    var end = rowCount
    let starts = round.batches.map { batch in
      defer { end += batch.rowCount }
      return end
    }
    for column in columns.indices { columns[column].makeRoom(for: max(end, expectedRows)) }
    rowCount = end
    return starts
  }

  /// The texts by their codes.
  func texts(_ execution: Execution) -> [String] {
    execution.elements(inParts: texts.map(\.keys.count)) { [texts] part, elements in
      texts[part].append(to: &elements)
    }
  }
}

extension ContiguousArray<UInt32> {
  /// Makes room for elements, which are anything until they are written: by several workers, as memory that is new
  /// is handed out by the system where it is first written.
  fileprivate mutating func makeRoom(for count: Int) {
    if count <= self.count { return }
    let old = self
    // By half at least, as nobody knows how many rows a stream will have.
    let count = Swift.max(count, old.count + old.count / 2)
    unsafe self = ContiguousArray(unsafeUninitializedCapacity: count) { buffer, initialized in
      _ = unsafe buffer.update(fromContentsOf: old)
      initialized = count
    }
  }
}

/// Columns of which each worker writes rows of its own.
@unsafe private struct ColumnMemory: @unchecked Sendable {
  let columns: [UnsafeMutableBufferPointer<UInt32>]

  func rows(_ rows: Range<Int>) -> [UnsafeMutableBufferPointer<UInt32>] {
    unsafe columns.map { unsafe UnsafeMutableBufferPointer(rebasing: $0[rows]) }
  }
}

/// Calls `body` with the memory of some arrays.
private func withMemory(
  of arrays: inout [ContiguousArray<UInt32>], and others: [UnsafeMutableBufferPointer<UInt32>],
  _ body: ([UnsafeMutableBufferPointer<UInt32>]) -> Void
) {
  guard var last = arrays.popLast() else { return unsafe body(others) }
  unsafe last.withUnsafeMutableBufferPointer { memory in
    unsafe withMemory(of: &arrays, and: [memory] + others, body)
  }
  arrays.append(last)
}

/// The batches of a round, with their texts dealt out.
struct TextRound: Sendable {
  private(set) var batches: [DealtTexts] = []
  /// By batch, the code of a text that is new in its first cell.
  private(set) var firstCodes: [UInt32] = []
  /// Number of texts dealt out.
  private(set) var textCount = 0
  /// Number of cells, each batch' being a multiple of 64.
  private(set) var cellCount = 0

  /// Number of words of 64 cells before a batch.
  func firstWord(of batch: Int) -> Int { Int(TEXT_FIRST_CELL - firstCodes[batch]) / 64 }

  mutating func append(_ texts: DealtTexts) {
    batches.append(texts)
    firstCodes.append(TEXT_FIRST_CELL - UInt32(truncatingIfNeeded: cellCount))
    cellCount += 64 * texts.wordCount
    textCount += texts.textCount
  }
}
