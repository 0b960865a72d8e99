import EcographTestSupport
import GraphCore

/// Distances in steps between all vertices of a small graph, and numbers of shortest paths, straight from the
/// matrix.
struct StepPathMatrix {
  /// `distances[s][t]`, nil where there is no path.
  private(set) var distances: [[Int?]]
  /// Numbers of shortest paths, 1 from a vertex to itself.
  private(set) var counts: [[Double]]

  init(_ graph: Graph) { self.init(matrix: graph.unweighted().matrix.map { row in row.map { $0 > 0 } }) }

  /// - Parameter matrix: Whether there is an arc.
  init(matrix: [[Bool]]) {
    let n = matrix.count
    distances = (0..<n).map { s in (0..<n).map { $0 == s ? 0 : nil } }
    counts = (0..<n).map { s in (0..<n).map { $0 == s ? 1 : 0 } }
    for source in 0..<n {
      var last = [source]
      var length = 0
      while !last.isEmpty {
        length += 1
        var next: [Int] = []
        for vertex in last {
          for target in 0..<n where matrix[vertex][target] && (distances[source][target] ?? length) == length
          {
            if distances[source][target] == nil { next.append(target) }
            distances[source][target] = length
            counts[source][target] += counts[source][vertex]
          }
        }
        last = next
      }
    }
  }

  /// The share of the shortest paths from one vertex to another that pass through a third.
  func share(from source: Int, to target: Int, through vertex: Int) -> Double {
    guard source != vertex, target != vertex, source != target,
      let whole = distances[source][target], let first = distances[source][vertex],
      let last = distances[vertex][target], first + last == whole
    else { return 0 }
    return counts[source][vertex] * counts[vertex][target] / counts[source][target]
  }

  /// The share of the shortest paths from one vertex to another that use an arc.
  func share(from source: Int, to target: Int, along arc: (from: Int, to: Int)) -> Double {
    guard source != target, let whole = distances[source][target], let first = distances[source][arc.from],
      let last = distances[arc.to][target], first + 1 + last == whole
    else { return 0 }
    return counts[source][arc.from] * counts[arc.to][target] / counts[source][target]
  }

  /// The mean of the reciprocal distances of ordered pairs.
  var cohesion: Double {
    let n = distances.count
    var sum = 0.0
    for source in 0..<n {
      for target in 0..<n where target != source {
        sum += distances[source][target].map { 1 / Double($0) } ?? 0
      }
    }
    return sum / Double(n * (n - 1))
  }
}
