import CVectorKernels
import EcographTestSupport
import Testing

/// Splitting sorted words by vectors gives what splitting one after the other gives, and writes nowhere else.
@Suite struct SplitWordsTests {
  @Test(arguments: [1, 5, 20, 31]) func everyCount(bits: Int) {
    var generator = SeededGenerator(seed: UInt64(bits))
    for count in 0...200 {
      var words: Set<UInt32> = []
      // Rows with many words and rows with none.
      let rows = UInt32(1) << (32 - bits)
      while words.count < min(count, 1 << min(bits, 8)) {
        let row = generator.next(upperBound: min(rows, 9))
        words.insert(row << bits | generator.next(upperBound: UInt32(1) << bits))
      }
      check(words.sorted(), bits: bits)
    }
  }

  /// Wherever two words are equal, they are not split.
  @Test func equalWords() {
    for count in 2...40 {
      for place in 1..<count {
        var words = (0..<UInt32(count)).map { $0 * 1_000 }
        words[place] = words[place - 1]
        check(words, bits: 12)
      }
    }
  }

  private func check(_ words: [UInt32], bits: Int) {
    let canaries = (0..<UInt32(16)).map { 0xC0FF_EE00 + $0 }
    let isDistinct = Set(words).count == words.count
    let targets = words.map { $0 & (1 << bits - 1) }
    var expectedEnds = [Int](repeating: -1, count: 48)
    for (place, word) in words.enumerated() { expectedEnds[16 + Int(word >> bits)] = 100 + place + 1 }
    for unit in SortWordsTests.units {
      var memory = canaries + words + canaries
      var ends = [Int](repeating: -1, count: 48)
      let isDone = memory.withUnsafeMutableBufferPointer { memory in
        ends.withUnsafeMutableBufferPointer { ends in
          let first = UnsafeMutableBufferPointer(rebasing: memory[16...]).baseAddress
          let firstEnd = UnsafeMutableBufferPointer(rebasing: ends[16...]).baseAddress
          return split_words(unit, first, words.count, UInt32(bits), first, 100, firstEnd)
        }
      }
      #expect(isDone == (isDistinct && unit != VECTOR_UNIT_BASELINE))
      #expect(memory == canaries + (isDone ? targets : words) + canaries)
      if isDone { #expect(ends == expectedEnds) }
    }
  }
}
