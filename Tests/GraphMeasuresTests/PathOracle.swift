import EcographTestSupport
import GraphCore

/// All shortest paths of a small graph, listed one by one.
struct PathOracle {
  /// The distances between all vertices, and what follows from them.
  let distanceOracle: DistanceOracle
  /// `paths[s][t]`: the vertices of each shortest path from s to t, both ends among them.
  private var paths: [[[[Int]]]]
  private let arcs: [[Int]]
  private let isUndirected: Bool

  /// - Parameter usesWeights: Whether arcs are as long as their weights, or one step.
  init(_ graph: Graph, usesWeights: Bool) {
    let n = graph.vertexCount
    distanceOracle = DistanceOracle(graph, usesWeights: usesWeights)
    paths = Array(repeating: Array(repeating: [], count: n), count: n)
    arcs = (0..<n).map { graph.neighbors(of: $0).map { Int($0) } }
    isUndirected = graph.direction == .undirected
    for source in 0..<n { walk(from: source, path: [source], length: 0) }
  }

  /// Every beginning of a shortest path is one.
  private mutating func walk(from source: Int, path: [Int], length: Double) {
    let end = path[path.count - 1]
    if path.count > 1 { paths[source][end].append(path) }
    for next in arcs[end] {
      let longer = length + distanceOracle.lengths[end][next]
      if longer == distanceOracle.distances[source][next] {
        walk(from: source, path: path + [next], length: longer)
      }
    }
  }

  /// The shares of shortest paths through each vertex and along each arc, `edges[u][v]`, over all pairs no
  /// farther apart than a limit.
  func shares(within limit: Double = .infinity) -> (vertices: [Double], edges: [[Double]]) {
    let n = paths.count
    var vertices = [Double](repeating: 0, count: n)
    var edges = [[Double]](repeating: vertices, count: n)
    for source in 0..<n {
      for target in 0..<n where source != target && distanceOracle.distances[source][target] <= limit {
        let share = 1 / Double(paths[source][target].count)
        for path in paths[source][target] {
          for place in 1..<path.count {
            edges[path[place - 1]][path[place]] += share
            if place < path.count - 1 { vertices[path[place]] += share }
          }
        }
      }
    }
    if isUndirected {
      // Each unordered pair was met from both sides, once along either arc.
      let single = edges
      for u in 0..<n {
        vertices[u] /= 2
        for v in arcs[u] { edges[u][v] = (single[u][v] + single[v][u]) / 2 }
      }
    }
    return (vertices, edges)
  }

  /// `distances[s][t]`, nil where there is no path.
  var distances: [[Double?]] {
    distanceOracle.distances.map { row in row.map { $0 < .infinity ? $0 : nil } }
  }

  var betweenness: [Double] { shares().vertices }
}
