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

  @Test(.tags(.oracle), arguments: UInt64(0)..<200) func definitions(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...4, using: &generator)
    let network = try randomMultiplex(
      vertices: 9, layers: count, edges: 14, direction: seed % 3 == 0 ? nil : .undirected, using: &generator)
    let chosen = (0..<count).filter { _ in Bool.random(using: &generator) }
    func neighbors(_ vertex: Int, _ layers: [Int]) -> Set<UInt32> {
      layers.reduce(into: []) { $0.formUnion(network.layers[$1].neighbors(of: vertex)) }
    }
    let others = (0..<count).filter { !chosen.contains($0) }
    let vertices = 0..<9
    let all = vertices.map { neighbors($0, Array(0..<count)) }
    let relevance = vertices.map { v in
      all[v].isEmpty ? nil : Double(neighbors(v, chosen).count) / Double(all[v].count)
    }
    let exclusive = vertices.map { v in
      all[v].isEmpty
        ? nil : Double(neighbors(v, chosen).subtracting(neighbors(v, others)).count) / Double(all[v].count)
    }
    let redundancy = vertices.map { v -> Double? in
      let ties = chosen.reduce(0) { $0 + network.layers[$1].neighbors(of: v).count }
      return ties == 0 ? nil : 1 - Double(neighbors(v, chosen).count) / Double(ties)
    }
    #expect(agree(try network.relevance(ofLayers: chosen), relevance))
    #expect(agree(try network.exclusiveRelevance(ofLayers: chosen), exclusive))
    #expect(agree(try network.connectiveRedundancy(onLayers: chosen), redundancy))
    // What is reached on some layers alone and what is reached on the others make up all.
    let rest = try network.relevance(ofLayers: others)
    let sums = zip(rest, exclusive).map { pair in pair.0.flatMap { rest in pair.1.map { rest + $0 } } }
    #expect(sums.allSatisfy { $0.map { abs($0 - 1) < 1e-12 } ?? true })
  }
}
