import GraphCore

/// The cells of a round that hold new texts for the first time, which gives those their numbers.
struct FirstCells: Sendable {
  /// 64 cells: a bit for each, and the number of bits before.
  private struct Word {
    var bits: UInt64 = 0
    var before: UInt32 = 0
  }

  /// Number of texts known before.
  let known: UInt32
  /// By batch, the codes of the texts that are new in it.
  private(set) var codes: [Range<UInt32>] = []
  /// Batch after batch.
  private var words: ContiguousArray<Word> = []

  /// - Parameter round: Codes of texts that are new in it are the numbers of their first cells, above `known`.
  init(of round: TextRound, known: UInt32, _ execution: Execution) {
    self.known = known
    let words = execution.concurrently(round.batches.count) { number in
      round.batches[number].firstCells(known + round.firstCells[number])
    }
    var next = known
    for batch in words {
      let first = next
      for word in batch {
        self.words.append(Word(bits: word, before: next - known))
        next += UInt32(truncatingIfNeeded: word.nonzeroBitCount)
      }
      codes.append(first..<next)
    }
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
}
