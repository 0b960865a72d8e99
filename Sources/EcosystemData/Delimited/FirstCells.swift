import CVectorKernels
import GraphCore

/// The cells of a round that hold new texts for the first time, which gives those their numbers.
struct FirstCells: Sendable {
  /// Number of texts known before.
  let known: UInt32
  /// By batch, the codes of the texts that are new in it.
  private(set) var codes: [Range<UInt32>] = []
  /// Batch after batch, 64 cells each.
  private var words: ContiguousArray<FirstCellWord> = []

  /// - Parameter round: Codes of texts that are new in it are those of their first cells.
  init(of round: TextRound, known: UInt32, _ execution: Execution) {
    self.known = known
    let words = execution.concurrently(round.batches.count) { number in
      round.batches[number].firstCells(round.firstCodes[number])
    }
    self.words.reserveCapacity(words.reduce(0) { $0 + $1.count })
    var next = known
    for batch in words {
      let first = next
      for word in batch {
        self.words.append(FirstCellWord(bits: word, before: next - known))
        next += UInt32(truncatingIfNeeded: word.nonzeroBitCount)
      }
      codes.append(first..<next)
    }
  }

  /// Calls `body` with what gives texts their final codes.
  func withRanks<Result>(_ body: (FirstCellRanks) -> Result) -> Result {
    unsafe words.withUnsafeBufferPointer { unsafe body(FirstCellRanks(words: $0.baseAddress, known: known)) }
  }
}
