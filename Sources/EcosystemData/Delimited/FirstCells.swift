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
