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
  let mentions: ContiguousArray<TextMention>
  /// The texts that are too long for their keys, one behind the other.
  let longTexts: ContiguousArray<UInt8>
  /// Cells that are blank though those above are not, or there are none.
  let blanks: ContiguousArray<UInt32>

  static let shardCount = TEXT_SHARDS

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
    (columnCount, rowCount) = (columns.count, batch.rowCount - (judge?.rejectedCount ?? 0))
    let cellCount = rowCount * columnCount
    let cells = chosen.span.extracting(first: cellCount)
    let bytes = batch.bytes.span
    var starts = ContiguousArray(repeating: 0, count: Self.shardCount + 1)
    var (keys, mentions) = (ContiguousArray<TextKey>(), ContiguousArray<TextMention>())
    blanks = unsafe withTextCells(bytes, cells, columnCount: columns.count, seed: seed) { table in
      let hashes = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * cellCount)
      defer { unsafe hashes.deallocate() }
      let blanks = unsafe hashes.advanced(by: cellCount)
      let blankCount = unsafe starts.withUnsafeMutableBufferPointer {
        unsafe hash_cells(table, hashes, $0.baseAddress?.advanced(by: 1), blanks)
      }
      for shard in 0..<Self.shardCount { starts[shard + 1] += starts[shard] }
      let total = starts[Self.shardCount]
      var next = starts
      unsafe keys = ContiguousArray(unsafeUninitializedCapacity: total) { keys, keyCount in
        unsafe mentions = ContiguousArray(unsafeUninitializedCapacity: total) { mentions, mentionCount in
          unsafe next.withUnsafeMutableBufferPointer {
            unsafe deal_texts(table, hashes, $0.baseAddress, keys.baseAddress, mentions.baseAddress)
          }
          mentionCount = total
        }
        keyCount = total
      }
      return unsafe ContiguousArray(UnsafeBufferPointer(start: blanks, count: blankCount))
    }
    var longTexts = ContiguousArray<UInt8>()
    for index in keys.indices where keys[index].isLong {
      keys[index] = keys[index].moved(from: bytes, to: &longTexts)
    }
    (self.keys, self.mentions, self.starts, self.longTexts) = (keys, mentions, starts, longTexts)
  }
}

/// Calls `body` with some cells and the bytes they are of.
private func withTextCells<Result>(
  _ bytes: Span<UInt8>, _ cells: Span<Cell>, columnCount: Int, seed: UInt64, _ body: (TextCells) -> Result
) -> Result {
  unsafe bytes.withUnsafeBufferPointer { bytes in
    unsafe cells.withUnsafeBytes { cells in
      unsafe body(
        TextCells(
          bytes: bytes.baseAddress, byte_count: bytes.count,
          cells: cells.baseAddress?.assumingMemoryBound(to: UInt64.self),
          cell_count: cells.count / MemoryLayout<Cell>.stride, columns: columnCount, seed: seed))
    }
  }
}
