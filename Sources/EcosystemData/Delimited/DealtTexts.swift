import GraphCore

/// The texts of some cells, dealt out to shards by their hashes.
///
/// A text that stands in the row above as well, as in sorted tables, is not dealt out again.
struct DealtTexts: Sendable {
  /// Cells of one row side by side.
  let cells: ContiguousArray<Cell>
  let rowCount: Int
  let columnCount: Int
  /// Texts of shard `s` are `starts[s] ..< starts[s + 1]`, in the order of their cells.
  let starts: ContiguousArray<Int>
  let keys: ContiguousArray<TextKey>
  let mentions: ContiguousArray<Mention>
  /// Cells that are blank though those above are not, or there are none.
  let blanks: ContiguousArray<UInt32>

  /// A text in a cell.
  struct Mention {
    let cell: UInt32
    let hash: UInt32
  }

  static let shardCount = 128

  /// Deals out the texts of some cells of a batch.
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
    keys = unsafe ContiguousArray(unsafeUninitializedCapacity: total) { keys, keyCount in
      unsafe mentions = ContiguousArray(unsafeUninitializedCapacity: total) { mentions, mentionCount in
        for index in cells.indices {
          let hash = hashes.values[index]
          if hash == 0 { continue }
          let shard = Self.shard(of: hash)
          let place = places[shard]
          places[shard] = place &+ 1
          let cell = cells[index]
          let key = TextKey(bytes, Int(cell.start), cell.count, seed)
          // Each place below the total comes once.
          unsafe keys.initializeElement(at: place, to: key)
          let mention = Mention(cell: UInt32(truncatingIfNeeded: index), hash: hash)
          unsafe mentions.initializeElement(at: place, to: mention)
        }
        mentionCount = total
      }
      keyCount = total
    }
    self.mentions = mentions
    self.starts = starts
    self.cells = chosen
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
        if !key.isSame(bytes, as: previous, bytes) {
          unsafe hashes[unchecked: index] = max(1, UInt32(truncatingIfNeeded: key.hash(seed)))
        }
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

extension DealtTexts {
  var cellCount: Int { rowCount * columnCount }

  @inline(__always)
  func range(ofShard shard: Int) -> Range<Int> { starts[shard]..<starts[shard + 1] }

  /// By column the codes of the rows.
  ///
  /// - Parameters:
  ///   - numbers: The final codes of texts that are new.
  ///   - found: By shard, the codes of the texts dealt to it in the round.
  ///   - first: By shard, where those of this batch begin.
  func codes(
    _ numbers: FirstCells, _ found: [ContiguousArray<UInt32>], from first: ContiguousArray<Int>
  ) -> [ContiguousArray<UInt32>] {
    let asAbove = TextTable.none - 1
    var store = ContiguousArray(repeating: asAbove, count: cellCount)
    var codes = store.mutableSpan
    let mentions = mentions.span
    for shard in 0..<Self.shardCount {
      let places = range(ofShard: shard)
      if places.isEmpty { continue }
      let shift = first[shard] - places.lowerBound
      let shardCodes = found[shard]
      let foundCodes = shardCodes.span
      for place in places { codes[Int(mentions[place].cell)] = numbers.code(foundCodes[place + shift]) }
    }
    for cell in blanks { codes[Int(cell)] = TextTable.none }
    return (0..<columnCount).map { column in
      var result = ContiguousArray(repeating: TextTable.none, count: rowCount)
      var rows = result.mutableSpan
      var previous = TextTable.none
      for row in rows.indices {
        let code = codes[row * columnCount + column]
        previous = code == asAbove ? previous : code
        rows[row] = previous
      }
      return result
    }
  }
}
