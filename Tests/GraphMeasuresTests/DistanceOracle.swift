import EcographTestSupport
import GraphCore

/// All distances of a small graph by the algorithm of Floyd and Warshall, and what measures say of them.
struct DistanceOracle {
  /// The length of the arc between any two vertices, infinite where there is none.
  let lengths: [[Double]]
  /// `distances[s][t]`, infinite where there is no path, and 0 from a vertex to itself.
  let distances: [[Double]]

  /// - Parameter usesWeights: Whether arcs are as long as their weights, or one step.
  init(_ graph: Graph, usesWeights: Bool) {
    let n = graph.vertexCount
    var lengths = [[Double]](repeating: Array(repeating: .infinity, count: n), count: n)
    for (source, row) in graph.matrix.enumerated() {
      for target in graph.neighbors(of: source) {
        lengths[source][Int(target)] = usesWeights ? row[Int(target)] : 1
      }
    }
    self.lengths = lengths
    for vertex in 0..<n { lengths[vertex][vertex] = 0 }
    for middle in 0..<n {
      let onward = lengths[middle]
      for source in 0..<n where lengths[source][middle] < .infinity {
        let first = lengths[source][middle]
        for target in 0..<n where first + onward[target] < lengths[source][target] {
          lengths[source][target] = first + onward[target]
        }
      }
    }
    distances = lengths
  }

  /// The distances to a vertex from all others that have a path to it.
  private func distances(to vertex: Int) -> [Double] {
    var reached: [Double] = []
    for source in distances.indices where source != vertex && distances[source][vertex] < .infinity {
      reached.append(distances[source][vertex])
    }
    return reached
  }

  var closeness: [Double] {
    distances.indices.map { vertex in
      let reached = distances(to: vertex)
      if reached.isEmpty { return 0 }
      let count = Double(reached.count)
      return count / Double(distances.count - 1) * count / reached.reduce(0, +)
    }
  }

  var harmonicCentrality: [Double] {
    distances.indices.map { vertex in distances(to: vertex).reduce(0) { $0 + 1 / $1 } }
  }

  var eccentricities: [Double?] { distances.indices.map { distances(to: $0).max() } }

  var diameter: Double? { eccentricities.compactMap(\.self).max() }

  func counts(within radius: Double) -> [Int] {
    distances.indices.map { vertex in distances(to: vertex).count { $0 <= radius } }
  }

  var averagePathLength: Double? {
    let all = distances.indices.flatMap { distances(to: $0) }
    return all.isEmpty ? nil : all.reduce(0, +) / Double(all.count)
  }
}
