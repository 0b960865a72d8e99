import GraphCore

/// What ties shared between a vertex and its neighbors add up to, in one of two ways.
///
/// With symmetric weights z and strengths S, both measures of structural holes need, for each edge i–j,
///
///     T(i,j) = Σ { z(i,q) · c(q) · z(q,j) : q a neighbor of both }
///
/// which is the same from both ends: with c(q) = 1/S(q) for constraint and c(q) = 1 for redundancy.
enum SharedTies {
  /// Σ over neighbors j of (p(i,j) + T(i,j)/S(i))², where p(i,j) = z(i,j)/S(i): Burt's constraint.
  case constraint
  /// Σ over neighbors j of T(i,j) / (S(i) · M(j)), where M(j) is the largest weight at j: Burt's redundancy.
  case redundancy

  /// The sum for each vertex of an undirected graph; meaningless where the strength is 0.
  func sums(of graph: Graph, strengths: [Double], execution: Execution) throws(GraphError) -> [Double] {
    let strengths = ContiguousArray(strengths)
    let largest = ContiguousArray((0..<graph.vertexCount).map { graph.largestWeight(at: $0) })
    var totals = [Double](repeating: 0, count: graph.vertexCount)
    try execution.reduce(Partitions(balancing: graph, parts: 64)) { vertices in
      sums(of: graph, from: vertices, strengths: strengths, largest: largest)
    } merge: { part in
      for vertex in 0..<totals.count { totals[vertex] += part[vertex] }
    }
    return totals
  }

  /// What edges add whose end of higher degree is in a range, to both their ends.
  ///
  /// The higher end's neighbors are marked with z(i,q)·c(q), and the lower end's row is walked: each edge costs
  /// the smaller of its two degrees.
  private func sums(
    of graph: Graph, from vertices: Range<Int>, strengths: ContiguousArray<Double>,
    largest: ContiguousArray<Double>
  ) -> ContiguousArray<Double> {
    let n = graph.vertexCount
    let offsets = graph.offsets.span
    let targets = graph.targets.span
    let weightArray = graph.weights ?? []
    let weights = weightArray.span
    let isWeighted = graph.isWeighted
    let strengths = strengths.span
    let largest = largest.span
    var sums = ContiguousArray(repeating: 0.0, count: n)
    var markArray = ContiguousArray(repeating: 0.0, count: n)
    var totals = sums.mutableSpan
    var marks = markArray.mutableSpan

    for i in vertices {
      let row = offsets[i]..<offsets[i + 1]
      for slot in row {
        let q = Int(targets[slot])
        let weight = isWeighted ? weights[slot] : 1
        marks[q] = self == .redundancy || weight == 0 ? weight : weight / strengths[q]
      }
      for slot in row {
        let j = Int(targets[slot])
        let other = offsets[j]..<offsets[j + 1]
        if other.count > row.count || (other.count == row.count && j > i) { continue }
        // A graph's targets are below its vertex count, the length of the marks.
        var shared = 0.0
        if isWeighted {
          for far in other { unsafe shared += marks[unchecked: Int(targets[far])] * weights[far] }
        } else {
          for far in other { unsafe shared += marks[unchecked: Int(targets[far])] }
        }
        switch self {
        case .constraint:
          let weight = isWeighted ? weights[slot] : 1
          let atI = (weight + shared) / strengths[i]
          let atJ = (weight + shared) / strengths[j]
          totals[i] += atI * atI
          totals[j] += atJ * atJ
        case .redundancy:
          if shared == 0 { continue }
          totals[i] += shared / (strengths[i] * largest[j])
          totals[j] += shared / (strengths[j] * largest[i])
        }
      }
      for slot in row { marks[Int(targets[slot])] = 0 }
    }
    return sums
  }
}

extension Graph {
  fileprivate func largestWeight(at vertex: Int) -> Double {
    guard let weights else { return 1 }
    return weights[offsets[vertex]..<offsets[vertex + 1]].max() ?? 0
  }
}
