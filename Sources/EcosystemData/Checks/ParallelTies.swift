import Ecosystem

/// Counts the ties that join two actors whom another tie joins already.
enum ParallelTies {
  /// - Complexity: O(*m* log *m*) for *m* ties; 8 bytes a tie.
  static func count(_ ties: TieTable) -> Int {
    var pairs = ContiguousArray<UInt64>()
    pairs.reserveCapacity(ties.count)
    for tie in 0..<ties.count {
      let a = ties.sources[tie]
      let b = ties.targets[tie]
      pairs.append(UInt64(min(a, b)) << 32 | UInt64(max(a, b)))
    }
    pairs.sort()
    var repeats = 0
    for index in pairs.indices.dropFirst() where pairs[index] == pairs[index - 1] { repeats += 1 }
    return repeats
  }
}
