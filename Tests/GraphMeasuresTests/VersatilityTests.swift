import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Replicas as pairs of layer and vertex, and everything from dense matrices of them.
private struct SupraOracle {
  let n: Int
  let layers: Int
  let isDirected: Bool
  /// Weights between replicas `layer · n + vertex`.
  var matrix: [[Double]]

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

  func sums(_ values: [Double]) -> [Double] {
    (0..<n).map { v in (0..<layers).reduce(0) { $0 + values[$1 * n + v] } }
  }

  func pageRank(damping: Double) -> [Double] {
    let count = matrix.count
    let strengths = matrix.map { $0.reduce(0, +) }
    var x = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<180 {
      let loose = (0..<count).reduce(0) { $0 + (strengths[$1] > 0 ? 0 : x[$1]) }
      var next = [Double](repeating: (1 - damping + damping * loose) / Double(count), count: count)
      for u in 0..<count where strengths[u] > 0 {
        for v in 0..<count { next[v] += damping * x[u] * matrix[u][v] / strengths[u] }
      }
      x = next
    }
    return sums(x)
  }

  /// Of a connected network without directions, by powers of A + c.
  func eigenvector() -> [Double] {
    let count = matrix.count
    var x = [Double](repeating: 1, count: count)
    for _ in 0..<600 {
      var next = x.map { 3 * $0 }
      for u in 0..<count { for v in 0..<count { next[v] += matrix[u][v] * x[u] } }
      let norm = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      x = next.map { $0 / norm }
    }
    return sums(x)
  }

  /// All shortest paths from any replica to any other, one by one; `matrix` holds lengths, 0 for none.
  func betweenness() -> [Double] {
    let count = matrix.count
    var distances = matrix.map { $0.map { $0 > 0 ? $0 : .infinity } }
    for v in 0..<count { distances[v][v] = 0 }
    for k in 0..<count {
      for u in 0..<count {
        for v in 0..<count { distances[u][v] = min(distances[u][v], distances[u][k] + distances[k][v]) }
      }
    }
    var values = [Double](repeating: 0, count: n)
    for s in 0..<n {
      for t in 0..<n where t != s {
        let (starts, ends) = ((0..<layers).map { $0 * n + s }, (0..<layers).map { $0 * n + t })
        let least = starts.flatMap { u in ends.map { distances[u][$0] } }.min() ?? .infinity
        guard least < .infinity else { continue }
        var paths: [[Int]] = []
        func walk(_ path: [Int], _ length: Double) {
          let last = path[path.count - 1]
          if last % n == t, length == least { paths.append(path) }
          for next in 0..<count where matrix[last][next] > 0 {
            let longer = length + matrix[last][next]
            if ends.contains(where: { longer + distances[next][$0] <= least }) { walk(path + [next], longer) }
          }
        }
        for start in starts { walk([start], 0) }
        for path in paths {
          for vertex in Set(path.map { $0 % n }) where vertex != s && vertex != t {
            values[vertex] += 1 / Double(paths.count)
          }
        }
      }
    }
    return isDirected ? values : values.map { $0 / 2 }
  }
}

@Suite struct VersatilityTests {
  @Test(.tags(.oracle), arguments: UInt64(0)..<30) func pageRank(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let network = try randomMultiplex(
      vertices: Int.random(in: 1...6, using: &generator), layers: Int.random(in: 1...3, using: &generator),
      edges: 10, direction: seed % 2 == 0 ? nil : .undirected, weights: [1, 2, 0.5], using: &generator)
    for coupling in [0, 0.5, 1, 8] {
      let scores = try network.versatilityPageRank(coupling: coupling)
      #expect(scores.hasConverged)
      let expected = SupraOracle(network, switching: coupling).pageRank(damping: 0.85)
      #expect(agree(scores.values, expected, relative: 0, absolute: 1e-11))
    }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<15) func eigenvector(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let path = try ClassicGraphs.path(6)
    let others = try (0..<2).map { _ in
      try randomGraph(vertices: 6, edges: 7, weights: [1, 2], using: &generator)
    }
    let network = Multiplex(layers: [path] + others)
    for coupling in [0.5, 1, 4] {
      let scores = try network.versatilityEigenvector(coupling: coupling)
      #expect(scores.hasConverged)
      let expected = SupraOracle(network, switching: coupling).eigenvector()
      #expect(agree(scores.values, expected, relative: 0, absolute: 1e-9))
    }
  }

  /// Whole lengths and powers of two: sums are exact in any order.
  @Test(.tags(.oracle), arguments: UInt64(0)..<80) func betweenness(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let network = try randomMultiplex(
      vertices: Int.random(in: 1...6, using: &generator), layers: Int.random(in: 1...3, using: &generator),
      edges: 9, direction: seed % 2 == 0 ? nil : .undirected, weights: [1, 2, 3], using: &generator)
    for lengths in PathOptions.Lengths.allCases {
      let options = PathOptions(lengths: lengths)
      for coupling in [0, 0.5, 1, 8] {
        let oracle = SupraOracle(
          network, switching: coupling > 0 ? 1 / coupling : 0, usesWeights: lengths == .weights)
        let values = try network.versatilityBetweenness(coupling: coupling, options)
        #expect(agree(values, oracle.betweenness()))
        let scaled = try network.versatilityBetweenness(
          coupling: coupling, options, execution: .serial, largestPlainCount: 0)
        #expect(agree(scaled, values))
      }
    }
  }

  /// On one layer there is nothing to change to.
  @Test(.tags(.property)) func oneLayer() throws {
    let club = try ClassicGraphs.karateClub()
    let network = Multiplex(layers: [club])
    #expect(agree(try network.versatilityBetweenness(), try club.betweenness()))
    #expect(agree(try network.versatilityPageRank().values, try club.pageRank().values))
    #expect(agree(try network.versatilityEigenvector().values, try club.eigenvectorCentrality().values))
  }

  /// On the same layer twice, replicas score alike: eigenvectors are 1/√2 each, and shortest paths keep to a layer.
  @Test(.tags(.property)) func theSameLayerTwice() throws {
    let club = try ClassicGraphs.karateClub()
    let network = Multiplex(layers: [club, club])
    #expect(agree(try network.versatilityBetweenness(), try club.betweenness()))
    let root = 2.0.squareRoot()
    let scores = try network.versatilityEigenvector(coupling: 3)
    let single = try club.eigenvectorCentrality()
    #expect(agree(scores.values, single.values.map { $0 * root }, absolute: 1e-11))
    #expect(abs(scores.eigenvalue - single.eigenvalue - 3) < 1e-10)
  }

  /// A chain of two layers, tied at its middle: 0 – 1 on one layer, 1 – 2 on the other.
  @Test(.tags(.knownAnswer)) func aChainOfLayers() throws {
    let network = try Multiplex(layers: [
      Graph(vertexCount: 3, edges: [(0, 1)]), Graph(vertexCount: 3, edges: [(1, 2)]),
    ])
    #expect(try network.versatilityBetweenness() == [0, 1, 0])
    // Nobody changes layers without coupling, and 0 does not reach 2.
    #expect(try network.versatilityBetweenness(coupling: 0) == [0, 0, 0])
    let scores = try network.versatilityPageRank().values
    #expect(scores[1] > scores[0] && abs(scores[0] - scores[2]) < 1e-12)
  }

  /// A long way on one layer against a short one with two changes: the coupling decides.
  @Test(.tags(.knownAnswer)) func theCouplingDecides() throws {
    // From 0 to 4 by 1, 2 and 3 on the first layer; on the second 1 is tied to 3.
    let network = try Multiplex(layers: [
      Graph(vertexCount: 5, edges: [(0, 1), (1, 2), (2, 3), (3, 4)]), Graph(vertexCount: 5, edges: [(1, 3)]),
    ])
    // One change makes up for the step saved where a path ends at 1 or 3: both ways from 0 to 3 and from 1 to 4
    // are 3 long. From 0 to 4 it takes two changes.
    let path = try network.versatilityBetweenness(coupling: 1)
    #expect(path == [0, 3, 2, 3, 0])
    let changes = try network.versatilityBetweenness(coupling: 4)
    #expect(changes == [0, 3, 0, 3, 0])
  }

  @Test(.tags(.property)) func restartsOfVertices() throws {
    let club = try ClassicGraphs.karateClub()
    let network = Multiplex(layers: [club, club])
    let at = try network.versatilityPageRank(PageRankOptions(restarts: .at([5]))).values
    var shares = Array(repeating: 0.0, count: 34)
    shares[5] = 2
    let proportion = try network.versatilityPageRank(PageRankOptions(restarts: .inProportion(shares))).values
    #expect(at == proportion)
    #expect(at[5] == at.max())
    #expect(throws: GraphError.self) {
      try network.versatilityPageRank(PageRankOptions(restarts: .at([34])))
    }
    #expect(throws: GraphError.self) {
      try network.versatilityPageRank(PageRankOptions(restarts: .inProportion([1])))
    }
  }

  @Test(.tags(.property), arguments: UInt64(0)..<4) func theOrderOfLayersDoesNotMatter(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let layers = try (0..<3).map { _ in try randomGraph(vertices: 30, edges: 40, using: &generator) }
    let network = Multiplex(layers: layers)
    let shuffled = Multiplex(layers: layers.reversed())
    let betweenness = try network.versatilityBetweenness()
    #expect(agree(try shuffled.versatilityBetweenness(), betweenness))
    let scores = try network.versatilityPageRank().values
    #expect(agree(try shuffled.versatilityPageRank().values, scores, relative: 0, absolute: 1e-11))
    #expect(abs(scores.reduce(0, +) - 1) < 1e-12)
  }

  @Test func smallNetworksAndErrors() throws {
    let none = Multiplex(vertexCount: 2, layers: [])
    #expect(try none.versatilityBetweenness() == [0, 0])
    #expect(try none.versatilityPageRank().values == [0, 0])
    #expect(try none.versatilityEigenvector().values == [0, 0])
    let network = Multiplex(layers: [try ClassicGraphs.kite(), try ClassicGraphs.kite()])
    for coupling in [-1, Double.nan, .infinity] {
      for call in [
        { _ = try network.versatilityBetweenness(coupling: coupling) },
        { _ = try network.versatilityPageRank(coupling: coupling) },
        { _ = try network.versatilityEigenvector(coupling: coupling) },
      ] {
        let error = #expect(throws: GraphError.self) { try call() }
        #expect(error?.code == .badParameter)
      }
    }
    #expect(throws: GraphError.self) { try network.versatilityBetweenness(coupling: .leastNonzeroMagnitude) }
    let stop = Execution(threads: 1, isCancelled: { true })
    let error = #expect(throws: GraphError.self) { try network.versatilityBetweenness(execution: stop) }
    #expect(error?.code == .cancelled)
  }
}
