import GraphCore

/// Scores sets by the sum of 1/distance over ordered pairs without them, as a negative number.
///
/// Every candidate takes searches from all vertices, 512 at once: a lane of a vector for each. A level looks at the
/// neighbors of those vertices alone that some search has not come to yet; vertices taken away count as seen.
struct ResidualScorer: SetScorer {
  private let graph: Graph
  private let execution: Execution
  private var lanes: LaneSearch

  init(_ graph: Graph, _ execution: Execution) {
    self.graph = graph
    self.execution = execution
    lanes = LaneSearch(vertexCount: graph.vertexCount)
  }

  mutating func score(
    _ set: ContiguousArray<UInt32>, with candidates: Range<Int>, _ scores: inout ContiguousArray<Double>
  ) throws(GraphError) {
    let set = ContiguousArray(set.sorted())
    let rest = graph.remainder(without: set)
    let sums = try rest.stepSummaries(execution: execution).reciprocalSums
    let total = sums.reduce(0, +)
    var isRemoved = ContiguousArray(repeating: false, count: graph.vertexCount)
    for member in set { isRemoved[Int(member)] = true }
    var place = 0
    for vertex in 0..<graph.vertexCount where !isRemoved[vertex] {
      defer { place += 1 }
      guard candidates.contains(vertex) else { continue }
      if rest.direction == .undirected, rest.degree(of: place) < 2 {
        // Nobody's shortest paths lead through a vertex with one tie.
        scores[vertex] = -(total - 2 * sums[place])
        continue
      }
      if execution.isCancelled?() == true { throw GraphError(.cancelled, "the computation was cancelled") }
      isRemoved[vertex] = true
      scores[vertex] = -lanes.closenessSum(graph, without: isRemoved)
      isRemoved[vertex] = false
    }
  }
}

/// Breadth-first searches from all vertices, many at once.
private struct LaneSearch {
  /// Which searches have come to each vertex.
  private var seen: ContiguousArray<SIMD8<UInt64>>
  /// Which came to it at the last level and at this one, in turns: twice as many as vertices.
  private var frontiers: ContiguousArray<SIMD8<UInt64>>
  /// Pairs at each distance.
  private var counts: ContiguousArray<Int> = []

  init(vertexCount: Int) {
    seen = ContiguousArray(repeating: .zero, count: vertexCount)
    frontiers = ContiguousArray(repeating: .zero, count: 2 * vertexCount)
  }

  /// The sum of 1/distance over ordered pairs of vertices that are not removed.
  ///
  /// Pairs are counted by distance before anything is divided, so that the sum does not depend on names.
  mutating func closenessSum(_ graph: Graph, without isRemoved: ContiguousArray<Bool>) -> Double {
    counts.removeAll(keepingCapacity: true)
    for start in stride(from: 0, to: graph.vertexCount, by: laneCount) {
      let sources = start..<min(start + laneCount, graph.vertexCount)
      countLevels(graph, from: sources, without: isRemoved, &seen, &frontiers, &counts)
    }
    var sum = 0.0
    for (level, count) in counts.enumerated() { sum += Double(count) / Double(level + 1) }
    return sum
  }
}

private let laneCount = 512

/// Adds the numbers of pairs at each distance from some sources.
///
/// A search goes against arcs: a vertex is seen when a vertex it has an arc to was. Pairs are those of all distances.
private func countLevels(
  _ graph: Graph, from sources: Range<Int>, without removedArray: ContiguousArray<Bool>,
  _ seenArray: inout ContiguousArray<SIMD8<UInt64>>, _ frontierArray: inout ContiguousArray<SIMD8<UInt64>>,
  _ counts: inout ContiguousArray<Int>
) {
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  let isRemoved = removedArray.span
  var seen = seenArray.mutableSpan
  var frontiers = frontierArray.mutableSpan
  let n = isRemoved.count
  precondition(offsets.count == n + 1 && seen.count == n && frontiers.count == 2 * n)
  for vertex in 0..<n {
    seen[vertex] = isRemoved[vertex] ? SIMD8(repeating: .max) : .zero
    frontiers[vertex] = .zero
    frontiers[n + vertex] = .zero
  }
  var all = SIMD8<UInt64>.zero
  for source in sources where !isRemoved[source] {
    let lane = source - sources.lowerBound
    var bit = SIMD8<UInt64>.zero
    bit[lane / 64] = 1 << UInt64(lane % 64)
    all |= bit
    seen[source] |= bit
    frontiers[source] = bit
  }
  var last = 0
  var level = 0
  while true {
    let current = n - last
    var reached = 0
    for vertex in 0..<n {
      let open = all & ~seen[vertex]
      if open == .zero {
        frontiers[current + vertex] = .zero
        continue
      }
      var found = SIMD8<UInt64>.zero
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        // Targets are below the vertex count; there are two frontiers of that length.
        unsafe found |= frontiers[unchecked: last + Int(targets[unchecked: slot])]
      }
      found &= open
      frontiers[current + vertex] = found
      if found == .zero { continue }
      seen[vertex] |= found
      for word in 0..<8 { reached += found[word].nonzeroBitCount }
    }
    if reached == 0 { return }
    if level == counts.count { counts.append(0) }
    counts[level] += reached
    level += 1
    last = current
  }
}
