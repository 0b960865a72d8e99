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
    var counts: [UInt32] = []
    unsafe words = ContiguousArray(unsafeUninitializedCapacity: round.cellCount / 64) { words, initialized in
      initialized = round.cellCount / 64
      let memory = unsafe WordMemory(words: UnsafeMutableBufferPointer(rebasing: words[..<initialized]))
      counts = execution.concurrently(round.batches.count) { number in
        let batch = round.batches[number]
        return unsafe batch.markFirstCells(
          memory.words(from: round.firstWord(of: number), batch.wordCount), first: round.firstCodes[number])
      }
    }
    var next = known
    for (number, count) in counts.enumerated() {
      let first = round.firstWord(of: number)
      for word in first..<first + round.batches[number].wordCount { words[word].before += next - known }
      codes.append(next..<next + count)
      next += count
    }
  }

  /// Calls `body` with what gives texts their final codes.
  func withRanks<Result>(_ body: (FirstCellRanks) -> Result) -> Result {
    unsafe words.withUnsafeBufferPointer { unsafe body(FirstCellRanks(words: $0.baseAddress, known: known)) }
  }
}

/// Words of which each worker writes some of its own.
@unsafe private struct WordMemory: @unchecked Sendable {
  let words: UnsafeMutableBufferPointer<FirstCellWord>

  func words(from first: Int, _ count: Int) -> UnsafeMutableBufferPointer<FirstCellWord> {
    unsafe UnsafeMutableBufferPointer(rebasing: words[first..<first + count])
  }
}
