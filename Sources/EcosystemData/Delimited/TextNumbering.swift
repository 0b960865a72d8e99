import CVectorKernels
import GraphCore

/// Gives each distinct text of one or more columns a dense number, its code, in order of first appearance: by row,
/// and within a row by column.
///
/// Round by round, on all threads, without a `String` for a text that was met before. First, batch by batch, texts
/// are dealt out to shards by their hashes; then each shard looks up its own in a small table, and gives those that
/// are new the numbers of their first cells; last, these numbers are closed up. Nothing depends on who did what.
struct TextNumbering {
  private var shards: [TextShard] = []
  private var last = FirstCells()
  /// The texts by their codes.
  private(set) var texts: [String] = []
  /// Differs from run to run, so that nobody can prepare a file whose texts all collide; codes do not depend on it.
  private let seed = UInt64.random(in: 0...UInt64.max)

  /// Deals out the texts of some columns of a batch, beforehand and on any thread.
  func dealing(_ columns: [ColumnPlace]) -> LookAhead {
    { [seed] batch in DealtTexts(batch, columns, leavingOutRejectedBy: nil, seed: seed) }
  }

  /// The texts of some columns in the rows of a batch that stay.
  ///
  /// - Parameter note: What was dealt out beforehand, if it was.
  func deal(_ batch: RecordBatch, _ columns: [ColumnPlace], _ judge: RowJudge, _ note: (any Sendable)?)
    -> DealtTexts
  {
    // What only a bad row names does not count.
    if judge.rejectedCount == 0, let texts = note as? DealtTexts { return texts }
    return DealtTexts(batch, columns, leavingOutRejectedBy: judge, seed: seed)
  }

  /// Numbers the texts of a round.
  ///
  /// - Returns: By batch and column the codes of the rows; ``TextTable/none`` where a cell is blank.
  mutating func number(_ round: TextRound, _ execution: Execution) -> [[ContiguousArray<UInt32>]] {
    if round.batches.isEmpty { return [] }
    if shards.isEmpty { shards = (0..<DealtTexts.shardCount).map { TextShard($0) } }
    let execution = round.cellCount < 1 << 12 ? .serial : execution
    let known = UInt32(truncatingIfNeeded: texts.count)
    let shards = shards
    _ = execution.concurrently(shards.count) { [last, seed] shard in
      shards[shard].lookUp(in: round, after: last, known: known, seed: seed)
    }
    let numbers = FirstCells(shards.map(\.firstCells), among: round.cellCount, known: known)
    last = numbers
    let found = shards.map(\.codes)
    let starts = round.starts
    let finished = execution.concurrently(round.batches.count) { number in
      let batch = round.batches[number]
      return (
        codes: batch.texts.codes(numbers, found, from: starts[number]),
        news: numbers.texts(of: batch.texts, from: round.firstCells[number], batch.bytes)
      )
    }
    for batch in finished { texts.append(contentsOf: batch.news) }
    return finished.map(\.codes)
  }
}

/// The batches of a round, with their texts dealt out.
struct TextRound: Sendable {
  private(set) var batches: [(bytes: ContiguousArray<UInt8>, texts: DealtTexts)] = []
  /// The number of each batch' first cell among those of the round; a multiple of 64.
  private(set) var firstCells: [UInt32] = []
  private(set) var cellCount = 0
  /// About how many rows the table has.
  private(set) var expectedRows = 0

  mutating func append(_ batch: RecordBatch, _ texts: DealtTexts) {
    expectedRows = batch.expectedRows
    batches.append((batch.bytes, texts))
    firstCells.append(UInt32(truncatingIfNeeded: cellCount))
    cellCount += (texts.cellCount + 63) / 64 * 64
  }

  /// By batch and shard, where the texts of the batch begin among all of the round that were dealt to the shard.
  var starts: [ContiguousArray<Int>] {
    var ends = ContiguousArray(repeating: 0, count: DealtTexts.shardCount)
    return batches.map { batch in
      let starts = ends
      for shard in ends.indices { ends[shard] += batch.texts.starts[shard + 1] - batch.texts.starts[shard] }
      return starts
    }
  }
}

/// The cells of a round that hold new texts for the first time, which gives those their numbers.
struct FirstCells: Sendable {
  /// A bit for each cell.
  private var bits: ContiguousArray<UInt64> = []
  /// Number of bits before each word.
  private var before: ContiguousArray<UInt32> = []
  private let known: UInt32

  /// None.
  init() { known = 0 }

  init(_ cells: [ContiguousArray<UInt32>], among cellCount: Int, known: UInt32) {
    self.known = known
    bits = ContiguousArray(repeating: 0, count: cellCount / 64)
    for part in cells {
      for cell in part { bits[Int(cell >> 6)] |= 1 << UInt64(cell & 63) }
    }
    before.reserveCapacity(bits.count)
    var sum: UInt32 = 0
    for word in bits {
      before.append(sum)
      sum += UInt32(truncatingIfNeeded: word.nonzeroBitCount)
    }
  }

  /// The final code of a text: itself, or, of one that is new, by the rank of its first cell.
  @inline(__always)
  func code(_ code: UInt32) -> UInt32 {
    if code < known { return code }
    let cell = code - known
    let word = Int(cell >> 6)
    let below = bits[word] & ~(~0 << UInt64(cell & 63))
    return known + before[word] + UInt32(truncatingIfNeeded: below.nonzeroBitCount)
  }

  /// The new texts of a batch, in order.
  func texts(of batch: DealtTexts, from first: UInt32, _ bytes: ContiguousArray<UInt8>) -> [String] {
    let bytes = bytes.span
    var cells: [Cell] = []
    let start = Int(first) / 64
    for word in start..<start + (batch.cellCount + 63) / 64 {
      var rest = bits[word]
      while rest != 0 {
        let cell = batch.cells[(word - start) * 64 + rest.trailingZeroBitCount]
        // The address is not read.
        unsafe bytes.withUnsafeBufferPointer {
          unsafe prefetch_line($0.baseAddress?.advanced(by: Int(cell.start)))
        }
        cells.append(cell)
        rest &= rest - 1
      }
    }
    return cells.map { String(bytes, $0.range) }
  }
}
