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
  private let starts: ContiguousArray<Int>
  /// The texts that are too long for their keys, one behind the other.
  let longTexts: ContiguousArray<UInt8>
  /// Cells that are blank though those above are not, or there are none.
  let blanks: ContiguousArray<UInt32>
  /// Keeps the memory.
  private let piece: LinePiece
  private let keys: UnsafeMutableBufferPointer<TextKey>
  private let mentions: UnsafeMutableBufferPointer<TextMention>

  static let shardCount = Int(TEXT_SHARDS)

  /// Number of texts dealt out.
  var textCount: Int { unsafe keys.count }

  /// Number of words with a bit for each cell.
  var wordCount: Int { (rowCount * columnCount + 63) / 64 }

  @inline(__always)
  func range(ofShard shard: Int) -> Range<Int> { starts[shard]..<starts[shard + 1] }

  /// Puts codes in the place of the hashes of the texts of a shard; see ``TextTable/code(_:_:_:first:_:)``.
  func code(_ shard: Int, in table: TextTable, first: UInt32, _ news: inout NewTextList) {
    let (texts, bytes) = (range(ofShard: shard), longTexts)
    unsafe table.code(
      UnsafeBufferPointer(rebasing: keys[texts]), UnsafeMutableBufferPointer(rebasing: mentions[texts]),
      bytes.span, first: first, &news)
  }

  /// Calls `body` with all texts.
  ///
  /// - Parameter first: The code that cell 0 gives.
  func withTexts<Result>(first: UInt32, _ body: (CodedTexts) -> Result) -> Result {
    unsafe body(
      CodedTexts(keys: keys.baseAddress, mentions: mentions.baseAddress, count: keys.count, first: first))
  }

  /// Asks for the memory of the texts of a shard, which is too short for the processor to see that it is a row.
  func prefetch(_ shard: Int) {
    let (range, stride) = (range(ofShard: shard), MemoryLayout<TextKey>.stride)
    // The addresses are not read.
    unsafe prefetch_memory(keys.baseAddress?.advanced(by: range.lowerBound), range.count * stride)
    unsafe prefetch_memory(mentions.baseAddress?.advanced(by: range.lowerBound), range.count * stride / 2)
  }

  /// Deals out the texts of some columns of a batch, one or two.
  ///
  /// - Parameter store: Where their memory comes from.
  init(
    _ batch: RecordBatch, _ columns: [ColumnPlace], leavingOutRejectedBy judge: RowJudge?, seed: UInt64,
    store: LineStore
  ) {
    precondition(1...2 ~= columns.count, "one column or two")
    let chosen = batch.cells(in: columns, leavingOutRejectedBy: judge)
    (columnCount, rowCount) = (columns.count, batch.rowCount - (judge?.rejectedCount ?? 0))
    let cells = chosen.span.extracting(first: rowCount * columnCount)
    let bytes = batch.bytes.span
    var hashed = HashedTexts()
    unsafe withTextCells(bytes, cells, columnCount: columns.count, seed: seed) { unsafe hashed.hash($0) }
    let count = hashed.texts.count
    let keyLines = LinePiece.lines(count * MemoryLayout<TextKey>.stride)
    piece = store.piece(keyLines + LinePiece.lines(count * MemoryLayout<TextMention>.stride))
    unsafe keys = piece.elements(of: TextKey.self, from: 0, count: count)
    unsafe mentions = piece.elements(
      of: TextMention.self, from: keyLines * LinePiece.lineLength, count: count)
    (starts, blanks) = (hashed.starts, hashed.blanks)
    unsafe withTextCells(bytes, cells, columnCount: columns.count, seed: seed) { [keys, mentions] in
      unsafe hashed.deal($0, keys.baseAddress, mentions.baseAddress)
    }
    var longTexts: ContiguousArray<UInt8> = []
    if hashed.longCount == 0 {
      self.longTexts = []
      return
    }
    for index in unsafe keys.indices where unsafe keys[index].isLong {
      unsafe keys[index] = keys[index].moved(from: bytes, to: &longTexts)
    }
    self.longTexts = longTexts
  }
}

/// Texts before they are dealt out, in the order of their cells.
private struct HashedTexts {
  var texts: ContiguousArray<TextMention> = []
  var blanks: ContiguousArray<UInt32> = []
  /// Number of texts that are too long for their keys.
  var longCount = 0
  /// By shard.
  var starts = ContiguousArray(repeating: 0, count: DealtTexts.shardCount + 1)

  mutating func hash(_ cells: TextCells) {
    unsafe texts = ContiguousArray(unsafeUninitializedCapacity: cells.cell_count) { texts, textCount in
      unsafe blanks = ContiguousArray(unsafeUninitializedCapacity: cells.cell_count) { blanks, blankCount in
        unsafe starts.withUnsafeMutableBufferPointer { starts in
          let found = unsafe hash_cells(
            cells, texts.baseAddress, starts.baseAddress?.advanced(by: 1), blanks.baseAddress)
          (textCount, blankCount, longCount) = (found.texts, found.blanks, found.long_texts)
        }
      }
    }
    for shard in 0..<DealtTexts.shardCount { starts[shard + 1] += starts[shard] }
  }

  func deal(
    _ cells: TextCells, _ keys: UnsafeMutablePointer<TextKey>?, _ mentions: UnsafeMutablePointer<TextMention>?
  ) {
    var next = starts
    unsafe next.withUnsafeMutableBufferPointer { next in
      unsafe texts.withUnsafeBufferPointer {
        unsafe deal_texts(cells, $0.baseAddress, texts.count, next.baseAddress, keys, mentions)
      }
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
