import CVectorKernels
import GraphCore

/// The texts of some cells, dealt out to shards by their hashes; the cells themselves are not needed any more.
///
/// A text that stands in the row above as well, as in sorted tables, is not dealt out again.
struct DealtTexts: Sendable {
  let rowCount: Int
  /// Cells are numbered row by row.
  let columnCount: Int
  /// Texts of shard `s` are `starts[s] ..< starts[s + 1]`, in the order of their cells.
  let starts: ContiguousArray<Int>
  let keys: ContiguousArray<TextKey>
  let mentions: ContiguousArray<Mention>
  /// The texts that are too long for their keys, one behind the other.
  let longTexts: ContiguousArray<UInt8>
  /// Cells that are blank though those above are not, or there are none.
  let blanks: ContiguousArray<UInt32>

  /// A text in a cell.
  struct Mention {
    let cell: UInt32
    let hash: UInt32
  }

  static let shardCount = 128

  var cellCount: Int { rowCount * columnCount }

  @inline(__always)
  func range(ofShard shard: Int) -> Range<Int> { starts[shard]..<starts[shard + 1] }

  /// Asks for the memory where the texts of a shard begin.
  @inline(__always)
  func prefetch(_ shard: Int) {
    let first = starts[shard]
    // The addresses are not read.
    unsafe keys.withUnsafeBufferPointer {
      unsafe prefetch_line($0.baseAddress?.advanced(by: first))
      unsafe prefetch_line($0.baseAddress?.advanced(by: first &+ 4))
      unsafe prefetch_line($0.baseAddress?.advanced(by: first &+ 8))
    }
    unsafe mentions.withUnsafeBufferPointer {
      unsafe prefetch_line($0.baseAddress?.advanced(by: first))
      unsafe prefetch_line($0.baseAddress?.advanced(by: first &+ 8))
    }
  }

  /// Deals out the texts of some columns of a batch.
  init(_ batch: RecordBatch, _ columns: [ColumnPlace], leavingOutRejectedBy judge: RowJudge?, seed: UInt64) {
    let chosen = batch.cells(in: columns, leavingOutRejectedBy: judge)
    columnCount = columns.count
    rowCount = batch.rowCount - (judge?.rejectedCount ?? 0)
    let bytes = batch.bytes.span
    let cells = chosen.span.extracting(first: rowCount * columns.count)
    let hashes = CellHashes(bytes, cells, columnCount: columns.count, seed: seed)
    let starts = startsByShard(hashes.values.span)
    let total = starts[Self.shardCount]
    var next = starts
    var places = next.mutableSpan
    var mentions = ContiguousArray<Mention>()
    var longTexts = ContiguousArray<UInt8>()
    keys = unsafe ContiguousArray(unsafeUninitializedCapacity: total) { keys, keyCount in
      unsafe mentions = ContiguousArray(unsafeUninitializedCapacity: total) { mentions, mentionCount in
        let hashes = hashes.values.span
        for shard in 0..<Self.shardCount {
          unsafe prefetch_line(keys.baseAddress?.advanced(by: starts[shard]))
          unsafe prefetch_line(mentions.baseAddress?.advanced(by: starts[shard]))
        }
        for index in cells.indices {
          // As many hashes as cells; the shard is below the number of shards, each place below the total comes once.
          let hash = unsafe hashes[unchecked: index]
          if hash == 0 { continue }
          let shard = Self.shard(of: hash)
          let place = unsafe places[unchecked: shard]
          unsafe places[unchecked: shard] = place &+ 1
          let cell = unsafe cells[unchecked: index]
          var key = TextKey(bytes, Int(cell.start), cell.count, seed)
          if key.isLong { key = key.moved(from: bytes, to: &longTexts) }
          unsafe keys.initializeElement(at: place, to: key)
          let mention = Mention(cell: UInt32(truncatingIfNeeded: index), hash: hash)
          unsafe mentions.initializeElement(at: place, to: mention)
          // The line behind will be written some hundred texts later; it is not read.
          unsafe prefetch_line(keys.baseAddress?.advanced(by: place &+ 4))
          unsafe prefetch_line(mentions.baseAddress?.advanced(by: place &+ 8))
        }
        mentionCount = total
      }
      keyCount = total
    }
    self.mentions = mentions
    self.longTexts = longTexts
    self.starts = starts
    blanks = hashes.blanks
  }

  @inline(__always)
  fileprivate static func shard(of hash: UInt32) -> Int { Int(hash) & (shardCount - 1) }
}

/// The hashes of the texts in some cells; zero where a cell is blank or its text stands in the row above as well.
private struct CellHashes {
  let values: ContiguousArray<UInt32>
  let blanks: ContiguousArray<UInt32>

  init(_ bytes: Span<UInt8>, _ cells: Span<Cell>, columnCount: Int, seed: UInt64) {
    var values = ContiguousArray<UInt32>(repeating: 0, count: cells.count)
    var blanks = ContiguousArray<UInt32>()
    var hashes = values.mutableSpan
    for column in 0..<columnCount {
      var previous = TextKey.none
      for index in stride(from: column, to: cells.count, by: columnCount) {
        // As many hashes as cells.
        let cell = unsafe cells[unchecked: index]
        if cell.isBlank {
          if !previous.isNone || index == column { blanks.append(UInt32(truncatingIfNeeded: index)) }
          previous = .none
          continue
        }
        let key = TextKey(bytes, Int(cell.start), cell.count, seed)
        if !key.isSame(bytes, as: previous, bytes) { unsafe hashes[unchecked: index] = key.hash(seed) }
        previous = key
      }
    }
    self.values = values
    self.blanks = blanks
  }
}

/// Where the texts of each shard begin, and the last end.
private func startsByShard(_ hashes: Span<UInt32>) -> ContiguousArray<Int> {
  var result = ContiguousArray(repeating: 0, count: DealtTexts.shardCount + 1)
  var starts = result.mutableSpan
  for index in hashes.indices where hashes[index] != 0 { starts[DealtTexts.shard(of: hashes[index]) + 1] += 1 }
  for shard in 0..<DealtTexts.shardCount { starts[shard + 1] += starts[shard] }
  return result
}
