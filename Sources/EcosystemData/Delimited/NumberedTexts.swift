import GraphCore

/// The texts of a batch with their final codes.
struct NumberedTexts: Sendable {
  /// By column, the codes of the rows; ``TextTable/none`` where a cell is blank.
  let columns: [ContiguousArray<UInt32>]
  /// Those that were new, in the order of their codes.
  let news: ContiguousArray<TextKey>

  /// - Parameters:
  ///   - numbers: The codes of texts that are new in the round.
  ///   - firstCell: The number of the batch' first cell.
  ///   - found: By shard, the codes of the texts dealt to it in the round.
  ///   - first: By shard, where those of this batch begin.
  init(
    _ texts: DealtTexts, _ numbers: FirstCells, firstCell: UInt32, _ found: [ContiguousArray<UInt32>],
    from first: ContiguousArray<Int>
  ) {
    let (range, known) = (numbers.codes(from: firstCell, count: texts.cellCount), numbers.known)
    let asAbove = TextTable.none - 1
    var news = ContiguousArray(repeating: TextKey.none, count: range.count)
    var store = ContiguousArray(repeating: asAbove, count: texts.cellCount)
    var codes = store.mutableSpan
    let keys = texts.keys.span
    let mentions = texts.mentions.span
    for shard in 0..<DealtTexts.shardCount {
      let places = texts.range(ofShard: shard)
      if places.isEmpty { continue }
      let shift = first[shard] - places.lowerBound
      let shardCodes = found[shard]
      let foundCodes = shardCodes.span
      for place in places {
        let cell = mentions[place].cell
        var code = foundCodes[place + shift]
        if code >= known {
          let isFirst = code - known == firstCell + cell
          code = numbers.code(code)
          if isFirst { news[Int(code - range.lowerBound)] = keys[place] }
        }
        codes[Int(cell)] = code
      }
    }
    for cell in texts.blanks { codes[Int(cell)] = TextTable.none }
    columns = (0..<texts.columnCount).map { column in
      var result = ContiguousArray(repeating: TextTable.none, count: texts.rowCount)
      var rows = result.mutableSpan
      var previous = TextTable.none
      for row in rows.indices {
        let code = codes[row * texts.columnCount + column]
        previous = code == asAbove ? previous : code
        rows[row] = previous
      }
      return result
    }
    self.news = news
  }
}

/// The cells of a round that hold new texts for the first time, which gives those their numbers.
struct FirstCells: Sendable {
  /// A bit for each cell.
  private let bits: ContiguousArray<UInt64>
  /// Number of bits before each word.
  private let before: ContiguousArray<UInt32>
  /// Number of texts known before.
  let known: UInt32

  /// None.
  init() { (bits, before, known) = ([], [], 0) }

  init(_ cells: [ContiguousArray<UInt32>], among cellCount: Int, known: UInt32) {
    self.known = known
    var bits = ContiguousArray<UInt64>(repeating: 0, count: cellCount / 64)
    for part in cells {
      for cell in part { bits[Int(cell >> 6)] |= 1 << UInt64(cell & 63) }
    }
    var before = ContiguousArray<UInt32>()
    before.reserveCapacity(bits.count + 1)
    var sum: UInt32 = 0
    for word in bits {
      before.append(sum)
      sum += UInt32(truncatingIfNeeded: word.nonzeroBitCount)
    }
    before.append(sum)
    self.bits = bits
    self.before = before
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

  /// The codes of the texts that are new in a batch.
  func codes(from firstCell: UInt32, count: Int) -> Range<UInt32> {
    let word = Int(firstCell) / 64
    return known + before[word]..<known + before[word + (count + 63) / 64]
  }
}
