import EcographTestSupport
import GraphCore

/// Modularity by its definition over ordered pairs of vertices: Σ (w(u,v) − γ s(u)s(v)/S) / S within communities,
/// w the weights of arcs both ways added up, s strengths, S their sum.
func modularityByPairs(_ graph: Graph, _ communities: [Int], resolution: Double) -> Double? {
  let n = graph.vertexCount
  var matrix = graph.matrix
  if graph.direction == .directed {
    let arcs = matrix
    for u in 0..<n { for v in 0..<n { matrix[u][v] = arcs[u][v] + arcs[v][u] } }
  }
  let strengths = matrix.map { $0.reduce(0, +) }
  let total = strengths.reduce(0, +)
  guard total > 0 else { return nil }
  var sum = 0.0
  for u in 0..<n {
    for v in 0..<n where communities[u] == communities[v] {
      sum += matrix[u][v] - resolution * strengths[u] * strengths[v] / total
    }
  }
  return sum / total
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

/// Whether any two vertices of a community are joined by a path of edges with weight within it.
func communitiesAreConnected(_ graph: Graph, _ labels: [Int]) -> Bool {
  let ties = graph.symmetrized()
  let kept = ties.edges.filter { labels[$0.source] == labels[$0.target] && $0.weight > 0 }
  let inside = try? Graph(
    vertexCount: ties.vertexCount, edges: kept.map { (UInt32($0.source), UInt32($0.target)) })
  return inside?.connectedComponents().count == Set(labels).count
}
