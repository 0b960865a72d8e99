import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct VersatilityTests {
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
