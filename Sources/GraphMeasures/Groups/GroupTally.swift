/// Group numbers of any size made dense, and a tally of neighbors by group that is cleared in as many steps as
/// it was filled.
struct GroupTally {
  /// Dense group of each vertex, -1 where it is unknown.
  let groups: ContiguousArray<Int>
  private var counts: ContiguousArray<Int>
  private var seen: ContiguousArray<Int> = []

  init(_ numbers: [Int?]) {
    let distinct = Set(numbers.compactMap { $0 }).sorted()
    var dense: [Int: Int] = [:]
    for (place, number) in distinct.enumerated() { dense[number] = place }
    groups = ContiguousArray(numbers.map { $0.flatMap { dense[$0] } ?? -1 })
    counts = ContiguousArray(repeating: 0, count: distinct.count)
  }

  /// Tallies vertices whose group is known; returns how many there are and Σ count² over groups.
  mutating func tally(_ vertices: ArraySlice<UInt32>) -> (known: Int, squares: Double) {
    var known = 0
    for vertex in vertices {
      let group = groups[Int(vertex)]
      if group < 0 { continue }
      known += 1
      if counts[group] == 0 { seen.append(group) }
      counts[group] += 1
    }
    var squares = 0.0
    for group in seen {
      squares += Double(counts[group]) * Double(counts[group])
      counts[group] = 0
    }
    seen.removeAll(keepingCapacity: true)
    return (known, squares)
  }
}
