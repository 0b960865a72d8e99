/// Vertices of an undirected graph that no distance and no number of paths tells apart.
///
/// *Strangers* have the same neighbors; *partners* are tied, and have the same neighbors besides each other. A
/// vertex cannot have twins of both kinds: its stranger would be tied to its partner, so the partner to the
/// stranger, so that vertex as well.
///
/// - Complexity: O(*m* + *n* log *n*) time, unless neighborhoods are made to collide; O(*n*) memory.
struct TwinClasses {
  /// The first vertex of the class of each vertex; itself where it has no twins.
  private(set) var representatives: ContiguousArray<UInt32>
  /// Whether the class a vertex represents are strangers.
  private(set) var areStrangers: ContiguousArray<Bool>

  /// Finds the classes; isolates are left alone.
  init(offsets: ContiguousArray<Int>, targets: ContiguousArray<UInt32>) {
    let n = max(0, offsets.count - 1)
    representatives = ContiguousArray((0..<n).map { UInt32(truncatingIfNeeded: $0) })
    areStrangers = ContiguousArray(repeating: false, count: n)
    var prints = ContiguousArray<UInt64>(repeating: 0, count: n)
    for vertex in 0..<n {
      for slot in offsets[vertex]..<offsets[vertex + 1] { prints[vertex] &+= fingerprint(of: targets[slot]) }
    }
    var marks = ContiguousArray<UInt32>(repeating: .max, count: n)
    gather(offsets, targets, prints, arePartners: false, &marks)
    for vertex in 0..<n { prints[vertex] &+= fingerprint(of: UInt32(truncatingIfNeeded: vertex)) }
    for vertex in 0..<n { marks[vertex] = .max }
    gather(offsets, targets, prints, arePartners: true, &marks)
  }

  /// Classes among vertices whose neighborhoods have equal fingerprints; neighborhoods are then compared.
  private mutating func gather(
    _ offsets: ContiguousArray<Int>, _ targets: ContiguousArray<UInt32>, _ prints: ContiguousArray<UInt64>,
    arePartners: Bool, _ marks: inout ContiguousArray<UInt32>
  ) {
    let candidates = (0..<prints.count).filter { vertex in
      offsets[vertex] < offsets[vertex + 1] && isAlone(vertex)
    }.sorted { prints[$0] != prints[$1] ? prints[$0] < prints[$1] : $0 < $1 }
    var first = 0
    while first < candidates.count {
      var end = first + 1
      while end < candidates.count, prints[candidates[end]] == prints[candidates[first]] { end += 1 }
      var rest = Array(candidates[first..<end])
      while let representative = rest.first, rest.count > 1 {
        let name = UInt32(truncatingIfNeeded: representative)
        let row = offsets[representative]..<offsets[representative + 1]
        for slot in row { marks[Int(targets[slot])] = name }
        if arePartners { marks[representative] = name }
        var others: [Int] = []
        for vertex in rest.dropFirst() {
          let slots = offsets[vertex]..<offsets[vertex + 1]
          let isTwin =
            slots.count == row.count && (!arePartners || marks[vertex] == name)
            && slots.allSatisfy { marks[Int(targets[$0])] == name }
          if isTwin {
            representatives[vertex] = name
            if !arePartners { areStrangers[representative] = true }
          } else {
            others.append(vertex)
          }
        }
        rest = others
      }
      first = end
    }
  }

  private func isAlone(_ vertex: Int) -> Bool {
    Int(representatives[vertex]) == vertex && !areStrangers[vertex]
  }
}

/// Bits that differ in half of their places for neighboring numbers (the finalizer of SplitMix64).
private func fingerprint(of vertex: UInt32) -> UInt64 {
  var z = (UInt64(vertex) + 1) &* 0x9E37_79B9_7F4A_7C15
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}
