import EcographTestSupport
import GraphCore

/// What each ordered pair of vertices adds to the modularity where both are in one community, by its definition:
/// (w(u,v) − γ s(u)s(v)/S) / S, w the weights of arcs both ways added up, s strengths, S their sum; nil where that is
/// 0.
func modularityGains(_ graph: Graph, resolution: Double) -> [[Double]]? {
  let matrix = weightsBothWays(graph)
  let strengths = matrix.map { $0.reduce(0, +) }
  let total = strengths.reduce(0, +)
  guard total > 0 else { return nil }
  return matrix.enumerated().map { u, row in
    row.enumerated().map { v, weight in (weight - resolution * strengths[u] * strengths[v] / total) / total }
  }
}

/// The same for the constant Potts model: w(u,v) − γ, half of it for either order.
func constantPottsGains(_ graph: Graph, resolution: Double) -> [[Double]] {
  weightsBothWays(graph).enumerated().map { u, row in
    row.enumerated().map { v, weight in u == v ? 0 : (weight - resolution) / 2 }
  }
}

private func weightsBothWays(_ graph: Graph) -> [[Double]] {
  let arcs = graph.matrix
  if graph.direction == .undirected { return arcs }
  return arcs.indices.map { u in arcs.indices.map { v in arcs[u][v] + arcs[v][u] } }
}

/// The sum over ordered pairs within communities.
func quality(_ gains: [[Double]], of communities: [Int]) -> Double {
  var sum = 0.0
  for (u, row) in gains.enumerated() {
    for (v, gain) in row.enumerated() where communities[u] == communities[v] { sum += gain }
  }
  return sum
}

/// The largest sum over ordered pairs that any division has: for each set of vertices the best community of its first
/// vertex, beside the best division of the rest.
func optimum(_ gains: [[Double]]) -> Double {
  let count = 1 << gains.count
  var alone = [Double](repeating: 0, count: count)
  var best = alone
  for set in 1..<max(1, count) {
    let first = set.trailingZeroBitCount
    let rest = set & (set - 1)
    alone[set] = alone[rest] + gains[first][first]
    for other in members(rest) { alone[set] += gains[first][other] + gains[other][first] }
    // All subsets of the rest, the empty one last.
    var subset = rest
    var largest = alone[1 << first] + best[rest]
    while subset > 0 {
      largest = max(largest, alone[subset | 1 << first] + best[rest ^ subset])
      subset = (subset - 1) & rest
    }
    best[set] = largest
  }
  return best[count - 1]
}

/// Modularity by its definition over ordered pairs of vertices.
func modularityByPairs(_ graph: Graph, _ communities: [Int], resolution: Double) -> Double? {
  modularityGains(graph, resolution: resolution).map { quality($0, of: communities) }
}

/// Every division of `count` vertices into communities, as lists of labels.
func allPartitions(of count: Int) -> [[Int]] {
  var partitions: [[Int]] = [[]]
  for _ in 0..<count {
    partitions = partitions.flatMap { labels in
      (0...((labels.max() ?? -1) + 1)).map { labels + [$0] }
    }
  }
  return partitions
}

/// Every way to put `count` vertices into groups or leave their group unknown.
func allGroupings(of count: Int) -> [[Int?]] {
  // What is together with one vertex more has no group.
  allPartitions(of: count + 1).map { labels in labels.dropFirst().map { $0 == 0 ? nil : $0 } }
}

/// One of the groupings for each list of group sizes: all others are these under other names of vertices.
func groupingShapes(of count: Int) -> [[Int?]] {
  var seen: Set<[Int]> = []
  return allGroupings(of: count).filter { groups in
    let sizes = Set(groups).map { group in (group == nil ? -1 : 1) * groups.count { $0 == group } }
    return seen.insert(sizes.sorted()).inserted
  }
}

/// Whether any two vertices of a community are joined by a path of edges with weight within it.
func communitiesAreConnected(_ graph: Graph, _ labels: [Int]) -> Bool {
  let ties = graph.symmetrized()
  let kept = ties.edges.filter { labels[$0.source] == labels[$0.target] && $0.weight > 0 }
  let inside = try? Graph(
    vertexCount: ties.vertexCount, edges: kept.map { (UInt32($0.source), UInt32($0.target)) })
  return inside?.connectedComponents().count == Set(labels).count
}
