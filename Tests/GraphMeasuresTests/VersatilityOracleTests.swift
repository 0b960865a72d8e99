import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Versatilities beside dense matrices of all replicas, on small networks of two layers and on random ones.
///
/// Of those with two layers all are here but for other names of vertices. Whole lengths and powers of two: sums are
/// exact in any order.
@Suite(.tags(.oracle)) struct VersatilityOracleTests {
  private func comparePageRank(
    _ network: Multiplex, _ coupling: Double, damping: Double = 0.85, restarts: [Double]? = nil
  ) throws {
    let options = PageRankOptions(
      damping: damping, restarts: restarts.map { .inProportion($0) } ?? .everywhere)
    let scores = try network.versatilityPageRank(coupling: coupling, options)
    let expected = SupraOracle(network, switching: coupling).pageRank(damping: damping, restarts: restarts)
    func name() -> String { "PageRank with coupling \(coupling) in \(line(network))" }
    compare(scores.values, expected, relative: 0, absolute: 1e-11, name())
    compare(exactly: scores.hasConverged, true, name())
  }

  private func compareEigenvector(_ network: Multiplex, _ coupling: Double) throws {
    let scores = try network.versatilityEigenvector(coupling: coupling)
    let expected = SupraOracle(network, switching: coupling).eigenvector
    func name() -> String { "eigenvector with coupling \(coupling) in \(line(network))" }
    compare(scores.values, expected.values, relative: 0, absolute: 1e-9, name())
    compare([scores.eigenvalue], [expected.eigenvalue], name())
    compare(exactly: scores.hasConverged, true, name())
  }

  private func compareBetweenness(
    _ network: Multiplex, _ coupling: Double, lengths: PathOptions.Lengths = .steps,
    largestPlainCount: Double = 1e290
  ) throws {
    let oracle = SupraOracle(
      network, switching: coupling > 0 ? 1 / coupling : 0, usesWeights: lengths == .weights)
    let values = try network.versatilityBetweenness(
      coupling: coupling, PathOptions(lengths: lengths), execution: .serial,
      largestPlainCount: largestPlainCount)
    compare(values, oracle.betweenness(), "betweenness with coupling \(coupling) in \(line(network))")
  }

  @Test(arguments: [0, 1, 8]) func pageRankOfEveryPair(coupling: Double) throws {
    for vertices in 1...4 {
      for network in layerPairsUpToNames(vertices: vertices) { try comparePageRank(network, coupling) }
    }
  }

  @Test func pageRankOfEveryMixedPair() throws {
    for vertices in 1...3 {
      for network in mixedLayerPairsUpToNames(vertices: vertices) { try comparePageRank(network, 0.5) }
    }
  }

  @Test(arguments: [0, 1.0]) func eigenvectorOfEveryPair(coupling: Double) throws {
    for vertices in 1...(coupling > 0 ? 4 : 3) {
      for network in layerPairsUpToNames(vertices: vertices) { try compareEigenvector(network, coupling) }
    }
  }

  @Test func eigenvectorOfEveryMixedPair() throws {
    for vertices in 1...3 {
      for network in mixedLayerPairsUpToNames(vertices: vertices) { try compareEigenvector(network, 1) }
    }
  }

  @Test(arguments: [0, 1, 8]) func betweennessOfEveryPair(coupling: Double) throws {
    for vertices in 1...4 {
      for network in layerPairsUpToNames(vertices: vertices) {
        try compareBetweenness(network, coupling, largestPlainCount: coupling == 1 ? 0 : 1e290)
      }
    }
  }

  @Test func betweennessOfEveryMixedPair() throws {
    for vertices in 1...3 {
      for network in mixedLayerPairsUpToNames(vertices: vertices) { try compareBetweenness(network, 1) }
    }
  }

  @Test func pageRankOfRandomNetworks() throws {
    try forEachSmallMultiplex(2_000, seed: 1, vertices: 0...5, layers: 0...3) { network, generator in
      let n = network.vertexCount
      var restarts: [Double]?
      if n > 0, Bool.random(using: &generator) {
        restarts = (0..<n).map { _ in generator.pick([0, 1, 2.5]) }
        restarts?[0] += 1
      }
      try comparePageRank(
        network, generator.pick([0, 0.5, 1, 8]),
        damping: generator.pick([0, 0.5, 0.85]),
        restarts: network.layers.isEmpty ? nil : restarts)
    }
  }

  @Test func eigenvectorOfRandomNetworks() throws {
    try forEachSmallMultiplex(2_000, seed: 2, vertices: 0...4, layers: 0...3) { network, generator in
      try compareEigenvector(network, generator.pick([0, 0.5, 1, 8]))
    }
  }

  @Test func betweennessOfRandomNetworks() throws {
    try forEachSmallMultiplex(2_000, seed: 3, vertices: 0...6, layers: 0...3, weights: [1, 2, 3]) {
      network, generator in
      try compareBetweenness(
        network, generator.pick([0, 0.5, 1, 8]),
        lengths: generator.pick(PathOptions.Lengths.allCases),
        largestPlainCount: generator.pick([0, 1e290]))
    }
  }

  /// A tie of weight 0 has no length.
  @Test func lengthsOfZero() throws {
    let options = PathOptions(lengths: .weights)
    try forEachSmallMultiplex(100, seed: 4, vertices: 2...4, layers: 1...2, weights: [0]) { network, _ in
      guard network.layers.contains(where: { $0.arcCount > 0 && $0.edges.contains { $0.weight == 0 } })
      else { return }
      expectRejection(.badWeight, line(network)) { _ = try network.versatilityBetweenness(options) }
    }
  }
}
