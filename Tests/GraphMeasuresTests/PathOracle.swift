import EcographTestSupport
import GraphCore

/// All shortest paths of a small graph, found by walking every simple path.
struct PathOracle {
  /// `distances[s][t]`, nil where there is no path.
  private(set) var distances: [[Double?]]
  private var counts: [[Int]]
  /// `through[s][t][v]`: shortest paths from s to t with v strictly inside.
  private var through: [[[Int]]]
  private let matrix: [[Double]]
  private let isUndirected: Bool

  /// - Parameter usesWeights: Whether arcs are as long as their weights, or one step.
  init(_ graph: Graph, usesWeights: Bool) {
    let n = graph.vertexCount
    matrix = graph.matrix.map { row in row.map { usesWeights ? $0 : ($0 > 0 ? 1 : 0) } }
    distances = Array(repeating: Array(repeating: nil, count: n), count: n)
    counts = Array(repeating: Array(repeating: 0, count: n), count: n)
    through = Array(repeating: Array(repeating: Array(repeating: 0, count: n), count: n), count: n)
    isUndirected = graph.direction == .undirected
    for source in 0..<n { walk(from: source, path: [source], length: 0) }
  }

  private mutating func walk(from source: Int, path: [Int], length: Double) {
    let end = path[path.count - 1]
    let known = distances[source][end] ?? .infinity
    if length < known {
      distances[source][end] = length
      counts[source][end] = 0
      through[source][end] = Array(repeating: 0, count: matrix.count)
    }
    if length <= known {
      counts[source][end] += 1
      for vertex in path.dropFirst().dropLast() { through[source][end][vertex] += 1 }
    }
    for next in 0..<matrix.count where matrix[end][next] > 0 && !path.contains(next) {
      walk(from: source, path: path + [next], length: length + matrix[end][next])
    }
  }

  var betweenness: [Double] {
    var values = [Double](repeating: 0, count: matrix.count)
    for source in values.indices {
      for target in values.indices where target != source && counts[source][target] > 0 {
        for vertex in values.indices {
          values[vertex] += Double(through[source][target][vertex]) / Double(counts[source][target])
        }
      }
    }
    return isUndirected ? values.map { $0 / 2 } : values
  }

  /// The distances to a vertex from all others that have a path to it.
  private func distancesTo(_ vertex: Int) -> [Double] {
    distances.indices.filter { $0 != vertex }.compactMap { distances[$0][vertex] }
  }

  var closeness: [Double] {
    distances.indices.map { vertex in
      let reached = distancesTo(vertex)
      if reached.isEmpty { return 0 }
      let count = Double(reached.count)
      return count / Double(distances.count - 1) * count / reached.reduce(0, +)
    }
  }

  var harmonicCentrality: [Double] {
    distances.indices.map { vertex in distancesTo(vertex).reduce(0) { $0 + 1 / $1 } }
  }
}
