import EcographTestSupport
import GraphCore
import GraphMeasures

/// Replicas as pairs of layer and vertex, and everything from dense matrices of them.
struct SupraOracle {
  private let n: Int
  private let layers: Int
  private let isDirected: Bool
  /// Weights between replicas `layer · n + vertex`.
  private var matrix: [[Double]]

  /// - Parameter switching: What stands between replicas of a vertex.
  init(_ network: Multiplex, switching: Double, usesWeights: Bool = true) {
    n = network.vertexCount
    layers = network.layers.count
    isDirected = network.layers.contains { $0.direction == .directed }
    let count = n * layers
    matrix = Array(repeating: Array(repeating: 0, count: count), count: count)
    for (number, layer) in network.layers.enumerated() {
      for (u, row) in layer.matrix.enumerated() {
        for (v, weight) in row.enumerated() where weight > 0 {
          matrix[number * n + u][number * n + v] = usesWeights ? weight : 1
        }
      }
    }
    for u in 0..<count { for v in 0..<count where u != v && u % n == v % n { matrix[u][v] = switching } }
  }

  private func sums(_ values: [Double]) -> [Double] {
    (0..<n).map { v in (0..<layers).reduce(0) { $0 + values[$1 * n + v] } }
  }

  /// - Parameter restarts: Shares of vertices, each spread over its replicas; nil for all alike.
  func pageRank(damping: Double, restarts: [Double]? = nil) -> [Double] {
    let shares = restarts ?? Array(repeating: 1, count: n)
    return sums(
      pageRankByEquations(
        matrix, damping: damping, restarts: (0..<layers).flatMap { _ in shares }))
  }

  var eigenvector: (values: [Double], eigenvalue: Double) {
    let (values, eigenvalue) = eigenvectorByParts(matrix)
    return (sums(values), eigenvalue)
  }

  /// All shortest paths from any replica to any other, one by one; `matrix` holds lengths, 0 for none.
  func betweenness() -> [Double] {
    let count = matrix.count
    let next = matrix.map { row in row.indices.filter { row[$0] > 0 } }
    let distances = distances
    var values = [Double](repeating: 0, count: n)
    for s in 0..<n {
      for t in 0..<n where t != s && (isDirected || s < t) {
        let starts = stride(from: s, to: count, by: n)
        // From each replica to the nearest of the target's.
        let rest = distances.map { row in stride(from: t, to: count, by: n).map { row[$0] }.min() ?? .infinity
        }
        let least = starts.map { rest[$0] }.min() ?? .infinity
        guard least < .infinity else { continue }
        var through = [Double](repeating: 0, count: n)
        var paths = 0.0
        var path: [Int] = []
        func walk(_ replica: Int, _ length: Double) {
          path.append(replica % n)
          if replica % n == t, length == least {
            paths += 1
            for vertex in Set(path) { through[vertex] += 1 }
          }
          for other in next[replica] where length + matrix[replica][other] + rest[other] == least {
            walk(other, length + matrix[replica][other])
          }
          path.removeLast()
        }
        for start in starts where rest[start] == least { walk(start, 0) }
        for vertex in 0..<n where vertex != s && vertex != t { values[vertex] += through[vertex] / paths }
      }
    }
    return values
  }

  private var distances: [[Double]] {
    var distances = matrix.map { $0.map { $0 > 0 ? $0 : .infinity } }
    for v in matrix.indices { distances[v][v] = 0 }
    for k in matrix.indices {
      let through = distances[k]
      for u in matrix.indices where distances[u][k] < .infinity {
        let first = distances[u][k]
        for v in matrix.indices where first + through[v] < distances[u][v] {
          distances[u][v] = first + through[v]
        }
      }
    }
    return distances
  }
}
