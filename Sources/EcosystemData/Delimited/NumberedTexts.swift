import CVectorKernels
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
      if shard + 1 < DealtTexts.shardCount {
        texts.prefetch(shard + 1)
        unsafe found[shard + 1].withUnsafeBufferPointer {
          unsafe prefetch_line($0.baseAddress?.advanced(by: first[shard + 1]))
          unsafe prefetch_line($0.baseAddress?.advanced(by: first[shard + 1] &+ 16))
        }
      }
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
  /// 64 cells: a bit for each, and the number of bits before.
  private struct Word {
    var bits: UInt64 = 0
    var before: UInt32 = 0
  }

  private let words: ContiguousArray<Word>
  /// Number of texts known before.
  let known: UInt32

  init(_ cells: [ContiguousArray<UInt32>], among cellCount: Int, known: UInt32) {
    self.known = known
    var words = ContiguousArray(repeating: Word(), count: cellCount / 64 + 1)
    for part in cells {
      for cell in part { words[Int(cell >> 6)].bits |= 1 << UInt64(cell & 63) }
    }
    var sum: UInt32 = 0
    for index in words.indices {
      words[index].before = sum
      sum += UInt32(truncatingIfNeeded: words[index].bits.nonzeroBitCount)
    }
    self.words = words
  }

  /// The final code of a text: itself, or, of one that is new, by the rank of its first cell.
  @inline(__always)
  func code(_ code: UInt32) -> UInt32 {
    if code < known { return code }
    let cell = code - known
    let word = words[Int(cell >> 6)]
    let below = word.bits & ~(~0 << UInt64(cell & 63))
    return known + word.before + UInt32(truncatingIfNeeded: below.nonzeroBitCount)
  }

  /// The codes of the texts that are new in a batch.
  func codes(from firstCell: UInt32, count: Int) -> Range<UInt32> {
    let word = Int(firstCell) / 64
    return known + words[word].before..<known + words[word + (count + 63) / 64].before
  }
}
