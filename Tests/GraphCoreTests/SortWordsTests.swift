import CVectorKernels
import EcographTestSupport
import Testing

/// Sorting by vectors gives what Swift's sort gives, and writes nowhere else.
@Suite struct SortWordsTests {
  static let units = [VECTOR_UNIT_BASELINE, VECTOR_UNIT_AVX2, VECTOR_UNIT_AVX512]
    .filter { $0.rawValue <= vector_unit().rawValue }

  @Test func everyCount() {
    var generator = SeededGenerator(seed: 11)
    for count in 0...600 { check(WordPattern.anyWord.words(count, using: &generator)) }
  }

  @Test(arguments: WordPattern.allCases)
  func everyPattern(pattern: WordPattern) {
    var generator = SeededGenerator(seed: 12)
    for count in stride(from: 2, through: 600, by: 23) + [2_000, 8_003] {
      check(pattern.words(count, using: &generator))
    }
  }

  @Test func aHundredThousandWords() {
    var generator = SeededGenerator(seed: 13)
    check(WordPattern.anyWord.words(100_000, using: &generator))
  }

  /// Words that make every pivot one of the smallest, so that the limit of levels is reached.
  @Test(arguments: [2_000, 6_000], [8, 16])
  func poorPivots(count: Int, lanes: Int) {
    var adversary = PivotAdversary(count: count, lanes: lanes)
    check(adversary.words())
  }

  private func check(_ words: [UInt32]) {
    let margin = 16
    let canaries = (0..<UInt32(margin)).map { 0xC0FF_EE00 + $0 }
    let sorted = words.sorted()
    for unit in Self.units {
      var memory = canaries + words + canaries
      var scratch = canaries + words.map { ~$0 } + canaries
      let isDone = memory.withUnsafeMutableBufferPointer { memory in
        scratch.withUnsafeMutableBufferPointer { scratch in
          let first = UnsafeMutableBufferPointer(rebasing: memory[margin...]).baseAddress
          let firstOfScratch = UnsafeMutableBufferPointer(rebasing: scratch[margin...]).baseAddress
          return sort_words(unit, first, words.count, firstOfScratch)
        }
      }
      #expect(isDone == (unit != VECTOR_UNIT_BASELINE))
      #expect(memory == canaries + (isDone ? sorted : words) + canaries)
      #expect(scratch.prefix(margin) == canaries[...] && scratch.suffix(margin) == canaries[...])
    }
  }
}

/// Kinds of sequences that sorting may stumble over.
enum WordPattern: CaseIterable {
  case anyWord, rows, extremes, fewValues, equal, largest, ascending, descending, organPipe, twoRuns

  func words(_ count: Int, using generator: inout SeededGenerator) -> [UInt32] {
    (0..<UInt32(count)).map { index in
      switch self {
      case .anyWord: generator.next(upperBound: UInt32.max)
      case .rows: generator.next(upperBound: 5) << 28 | generator.next(upperBound: 1 << 20)
      case .extremes: [0, 1, .max - 1, .max][Int(generator.next(upperBound: UInt32(4)))]
      case .fewValues: generator.next(upperBound: 9)
      case .equal: 77
      case .largest: .max
      case .ascending: index << 12
      case .descending: .max - index << 12
      case .organPipe: min(index, UInt32(count) - index)
      case .twoRuns: index < count / 2 ? 2 * index : 2 * (index - UInt32(count / 2)) + 1
      }
    }
  }
}

/// Chooses words while they are sorted: those that a pivot is taken from become the smallest yet.
///
/// M. D. McIlroy, "A Killer Adversary for Quicksort", Software: Practice and Experience 29(4) (1999) 341-344. As
/// vectors compare without asking, this one retraces how `sort_words` picks pivots and where it puts words.
struct PivotAdversary {
  /// Words a vector: 8 with AVX2, 16 with AVX-512.
  private let lanes: Int
  private var chosen: [UInt32]
  private var next: UInt32 = 0

  init(count: Int, lanes: Int) {
    self.lanes = lanes
    chosen = Array(repeating: .max, count: count)
  }

  mutating func words() -> [UInt32] {
    var range = Array(chosen.indices)
    var pivot = pivot(of: range)
    // What is not below the first pivot is put down from the end, by vectors; then it keeps its order. The rest of
    // less than a vector is put down word by word with AVX2, at once with AVX-512.
    let starts = stride(from: 0, through: range.count - lanes, by: lanes)
    let vectors = starts.map { Array(range[$0..<$0 + lanes]) }
    let rest = range.dropFirst(lanes * vectors.count)
    range = (lanes == 8 ? rest.reversed() : Array(rest)) + vectors.reversed().joined()
    while true {
      range.removeAll { chosen[$0] < pivot }
      // So few are sorted without a pivot.
      if range.count <= 8 * lanes { break }
      pivot = self.pivot(of: range)
    }
    for place in chosen.indices { choose(place) }
    return chosen
  }

  private mutating func choose(_ place: Int) {
    guard chosen[place] == .max else { return }
    chosen[place] = next
    next += 1
  }

  private mutating func pivot(of range: [Int]) -> UInt32 {
    let step = (range.count - lanes) / 8
    for sample in 0..<9 {
      for lane in 0..<lanes { choose(range[sample * step + lane]) }
    }
    let medians = (0..<lanes).map { lane in
      let words = (0..<9).map { chosen[range[$0 * step + lane]] }
      return middle((0..<3).map { middle([words[$0], words[$0 + 3], words[$0 + 6]]) })
    }
    return medians.sorted()[lanes / 2]
  }

  private func middle(_ words: [UInt32]) -> UInt32 { words.sorted()[1] }
}
