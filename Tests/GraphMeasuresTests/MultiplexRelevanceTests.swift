import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// A random multiplex network, each layer directed or not.
func randomMultiplex(
  vertices: Int, layers: Int, edges: Int, direction: Direction?, weights: [Double] = [1],
  using generator: inout SeededGenerator
) throws -> Multiplex {
  let graphs = try (0..<layers).map { _ in
    try randomGraph(
      vertices: vertices, edges: Int.random(in: 0...edges, using: &generator),
      direction: direction ?? (Bool.random(using: &generator) ? .directed : .undirected), weights: weights,
      using: &generator)
  }
  return Multiplex(vertexCount: vertices, layers: graphs)
}

@Suite struct MultiplexRelevanceTests {
  /// Vertex 0 meets 1 on both layers, 2 on the first and 3 on the second.
  private func network() throws -> Multiplex {
    try Multiplex(layers: [
      Graph(vertexCount: 5, edges: [(0, 1), (0, 2)]), Graph(vertexCount: 5, edges: [(0, 1), (0, 3)]),
    ])
  }

  @Test(.tags(.knownAnswer)) func byHand() throws {
    let network = try network()
    #expect(try network.relevance(ofLayers: [0]) == [2.0 / 3, 1, 1, 0, nil])
    #expect(try network.relevance(ofLayers: [1, 0, 1]) == [1, 1, 1, 1, nil])
    #expect(try network.relevance(ofLayers: []) == [0, 0, 0, 0, nil])
    #expect(try network.exclusiveRelevance(ofLayers: [0]) == [1.0 / 3, 0, 1, 0, nil])
    #expect(try network.exclusiveRelevance(ofLayers: [0, 1]) == [1, 1, 1, 1, nil])
    #expect(try network.connectiveRedundancy() == [0.25, 0.5, 0, 0, nil])
    #expect(try network.connectiveRedundancy(onLayers: [1]) == [0, 0, nil, 0, nil])
    #expect(try Multiplex(layers: []).relevance(ofLayers: []).isEmpty)
    #expect(try Multiplex(vertexCount: 2, layers: []).connectiveRedundancy() == [nil, nil])
  }

  @Test func aLayerThatIsNotThere() throws {
    for layer in [-1, 2] {
      let error = #expect(throws: GraphError.self) { try network().relevance(ofLayers: [layer]) }
      #expect(error?.code == .badParameter)
      #expect(throws: GraphError.self) { try network().exclusiveRelevance(ofLayers: [layer]) }
      #expect(throws: GraphError.self) { try network().connectiveRedundancy(onLayers: [layer]) }
    }
  }

  /// What is reached on some layers alone and what is reached on the others make up all.
  @Test(.tags(.property), arguments: UInt64(0)..<10) func sharesAddUp(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let network = try randomMultiplex(
      vertices: 9, layers: 4, edges: 14, direction: seed % 3 == 0 ? nil : .undirected, using: &generator)
    let exclusive = try network.exclusiveRelevance(ofLayers: [0, 2])
    let rest = try network.relevance(ofLayers: [1, 3])
    let sums = zip(rest, exclusive).map { pair in pair.0.flatMap { rest in pair.1.map { rest + $0 } } }
    #expect(sums.allSatisfy { $0.map { abs($0 - 1) < 1e-12 } ?? true })
  }
}
