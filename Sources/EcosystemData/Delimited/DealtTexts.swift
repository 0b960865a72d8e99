import CVectorKernels
import GraphCore

/// The texts of some cells, dealt out to shards by their hashes; the cells themselves are not needed any more.
///
/// A text that stands in the row above as well, as in sorted tables, is not dealt out again. While codes are found,
/// what was dealt to a shard belongs to one worker.
@safe final class DealtTexts: @unchecked Sendable {
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
  /// By text, its code; anything until its shard was looked up.
  private let codes: UnsafeMutablePointer<UInt32>

  static let shardCount = Int(TEXT_SHARDS)

  var cellCount: Int { rowCount * columnCount }

  /// Number of words with a bit for each cell.
  var wordCount: Int { (cellCount + 63) / 64 }

  @inline(__always)
  func range(ofShard shard: Int) -> Range<Int> { starts[shard]..<starts[shard + 1] }

  /// The code of a text.
  @inline(__always)
  subscript(text: Int) -> UInt32 {
    get {
      precondition(keys.indices.contains(text), "no such text")
      return unsafe codes[text]
    }
    set {
      precondition(keys.indices.contains(text), "no such text")
      unsafe codes[text] = newValue
    }
  }

  /// Looks up the texts of a shard; see ``TextTable/find(_:_:_:)``.
  func look(up texts: Range<Int>, in table: TextTable) {
    let (keys, mentions) = (keys, mentions)
    unsafe table.find(keys.span.extracting(texts), mentions.span.extracting(texts), codes + texts.lowerBound)
  }

  /// Calls `body` with all mentions and codes.
  func withCodes<Result>(_ body: (UnsafePointer<TextMention>?, UnsafePointer<UInt32>) -> Result) -> Result {
    unsafe mentions.withUnsafeBufferPointer { unsafe body($0.baseAddress, codes) }
  }

  /// Asks for the memory of the texts of a shard, which is too short for the processor to see that it is a row.
  func prefetch(_ shard: Int) {
    let (range, stride) = (range(ofShard: shard), MemoryLayout<TextKey>.stride)
    // The addresses are not read.
    unsafe keys.withUnsafeBufferPointer {
      unsafe prefetch_memory($0.baseAddress?.advanced(by: range.lowerBound), range.count * stride)
    }
    unsafe mentions.withUnsafeBufferPointer {
      unsafe prefetch_memory($0.baseAddress?.advanced(by: range.lowerBound), range.count * stride / 2)
    }
    unsafe prefetch_memory(codes + range.lowerBound, range.count * stride / 4)
  }

  /// Deals out the texts of some columns of a batch, one or two.
  init(_ batch: RecordBatch, _ columns: [ColumnPlace], leavingOutRejectedBy judge: RowJudge?, seed: UInt64) {
    precondition(1...2 ~= columns.count, "one column or two")
    let chosen = batch.cells(in: columns, leavingOutRejectedBy: judge)
    (columnCount, rowCount) = (columns.count, batch.rowCount - (judge?.rejectedCount ?? 0))
    let cells = chosen.span.extracting(first: rowCount * columnCount)
    let bytes = batch.bytes.span
    var dealing = Dealing()
    unsafe withTextCells(bytes, cells, columnCount: columns.count, seed: seed) { cells in
      unsafe dealing.hash(cells)
      unsafe dealing.deal(cells)
    }
    for index in dealing.keys.indices where dealing.keys[index].isLong {
      dealing.keys[index] = dealing.keys[index].moved(from: bytes, to: &dealing.longTexts)
    }
    (starts, keys, mentions) = (dealing.starts, dealing.keys, dealing.mentions)
    (longTexts, blanks) = (dealing.longTexts, dealing.blanks)
    unsafe codes = .allocate(capacity: keys.count)
  }

  deinit { unsafe codes.deallocate() }
}

/// Texts while they are dealt out.
private struct Dealing {
  /// In the order of their cells.
  var texts: ContiguousArray<TextMention> = []
  var blanks: ContiguousArray<UInt32> = []
  var starts = ContiguousArray(repeating: 0, count: DealtTexts.shardCount + 1)
  var keys: ContiguousArray<TextKey> = []
  var mentions: ContiguousArray<TextMention> = []
  var longTexts: ContiguousArray<UInt8> = []

  mutating func hash(_ cells: TextCells) {
    unsafe texts = ContiguousArray(unsafeUninitializedCapacity: cells.cell_count) { texts, textCount in
      unsafe blanks = ContiguousArray(unsafeUninitializedCapacity: cells.cell_count) { blanks, blankCount in
        unsafe starts.withUnsafeMutableBufferPointer { starts in
          textCount = unsafe hash_cells(
            cells, texts.baseAddress, starts.baseAddress?.advanced(by: 1), blanks.baseAddress, &blankCount)
        }
      }
    }
    for shard in 0..<DealtTexts.shardCount { starts[shard + 1] += starts[shard] }
  }

  mutating func deal(_ cells: TextCells) {
    let (count, texts) = (texts.count, texts)
    var next = starts
    unsafe keys = ContiguousArray(unsafeUninitializedCapacity: count) { keys, keyCount in
      unsafe mentions = ContiguousArray(unsafeUninitializedCapacity: count) { mentions, mentionCount in
        unsafe next.withUnsafeMutableBufferPointer { next in
          unsafe texts.withUnsafeBufferPointer {
            unsafe deal_texts(
              cells, $0.baseAddress, count, next.baseAddress, keys.baseAddress, mentions.baseAddress)
          }
        }
        mentionCount = count
      }
      keyCount = count
    }
  }
}

/// Calls `body` with some cells and the bytes they are of.
private func withTextCells(
  _ bytes: Span<UInt8>, _ cells: Span<Cell>, columnCount: Int, seed: UInt64, _ body: (TextCells) -> Void
) {
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
