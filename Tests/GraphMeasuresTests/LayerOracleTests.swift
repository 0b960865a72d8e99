import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Measures on layers beside their definitions: on all networks of two small layers, some of them but for other names
/// of vertices, and on thousands of random ones.
@Suite(.tags(.oracle)) struct LayerOracleTests {
  private func compareVertices(_ network: Multiplex, choices: [[Int]]) throws {
    let oracle = LayerOracle(network)
    func name(_ measure: String) -> String { "\(measure) in \(line(network))" }
    compare(exactly: network.overlap(), oracle.overlap, name("overlap"))
    compare(exactly: network.activeLayerCounts(), oracle.activeLayerCounts, name("active layers"))
    compare(network.participation(), oracle.participation, name("participation"))
    for chosen in choices {
      compare(
        try network.relevance(ofLayers: chosen), oracle.relevance(chosen), name("relevance of \(chosen)"))
      compare(
        try network.exclusiveRelevance(ofLayers: chosen), oracle.exclusiveRelevance(chosen),
        name("exclusive relevance of \(chosen)"))
      compare(
        try network.connectiveRedundancy(onLayers: chosen), oracle.connectiveRedundancy(chosen),
        name("redundancy on \(chosen)"))
    }
    if choices.contains(Array(network.layers.indices)) {
      compare(
        exactly: try network.connectiveRedundancy(),
        try network.connectiveRedundancy(onLayers: Array(network.layers.indices)), name("redundancy"))
    }
  }

  private func compareLayers(_ network: Multiplex) throws {
    let oracle = LayerOracle(network)
    func name(_ measure: String) -> String { "\(measure) in \(line(network))" }
    compare(try network.layerJaccard().flatMap(\.self), oracle.jaccard.flatMap(\.self), name("Jaccard"))
    for correlation in Multiplex.RankCorrelation.allCases {
      for vertices in Multiplex.ComparedVertices.allCases {
        compare(
          try network.degreeCorrelations(correlation, vertices: vertices).flatMap(\.self),
          oracle.degreeCorrelations(correlation, vertices).flatMap(\.self),
          name("\(correlation) of \(vertices)"))
      }
    }
    compare(exactly: oracle.agrees(with: network.aggregationLoss()), true, name("aggregation loss"))
  }

  @Test(arguments: 0...4) func verticesOfEveryPair(vertices: Int) throws {
    for network in allLayerPairs(vertices: vertices) {
      // The other layer is the first of another pair.
      try compareVertices(network, choices: vertices < 4 ? [[], [0], [1], [1, 0, 1]] : [[0]])
    }
  }

  @Test(arguments: 0...3) func verticesOfEveryMixedPair(vertices: Int) throws {
    for network in mixedLayerPairsUpToNames(vertices: vertices) {
      try compareVertices(network, choices: [[0], [1], [0, 1]])
    }
  }

  @Test(arguments: 0...4) func layersOfEveryPair(vertices: Int) throws {
    for network in layerPairsUpToNames(vertices: vertices) { try compareLayers(network) }
  }

  @Test(arguments: 0...3) func layersOfEveryMixedPair(vertices: Int) throws {
    for network in mixedLayerPairsUpToNames(vertices: vertices) { try compareLayers(network) }
  }

  @Test(arguments: UInt64(0)..<2) func randomNetworks(seed: UInt64) throws {
    try forEachSmallMultiplex(1_000, seed: seed) { network, generator in
      let all = Array(network.layers.indices)
      try compareVertices(network, choices: [all.filter { _ in Bool.random(using: &generator) }, all])
      try compareLayers(network)
    }
    try forEachSmallMultiplex(60, seed: seed, vertices: 10...16, layers: 2...5) { network, generator in
      let all = Array(network.layers.indices)
      try compareVertices(network, choices: [all.filter { _ in Bool.random(using: &generator) }, all])
      try compareLayers(network)
    }
  }

  @Test func layersThatAreNotThere() throws {
    for network in allLayerPairs(vertices: 2) + [Multiplex(vertexCount: 2, layers: [])] {
      for layer in [-1, network.layers.count] {
        expectRejection(.badParameter, "relevance") { _ = try network.relevance(ofLayers: [layer]) }
        expectRejection(.badParameter, "exclusive relevance") {
          _ = try network.exclusiveRelevance(ofLayers: [layer])
        }
        expectRejection(.badParameter, "redundancy") {
          _ = try network.connectiveRedundancy(onLayers: [layer])
        }
      }
    }
  }
}
