import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Cliques in a ring, each tied to the next by one tie.
private func ringOfCliques(_ count: Int, size: Int) throws -> Graph {
  var edges: [(UInt32, UInt32)] = []
  for clique in 0..<count {
    let first = clique * size
    for u in 0..<size { for v in 0..<u { edges.append((UInt32(first + v), UInt32(first + u))) } }
    edges.append((UInt32(first), UInt32((first + size + 1) % (count * size))))
  }
  return try Graph(vertexCount: count * size, edges: edges)
}

@Suite struct LabelPropagationTests {
  @Test(.tags(.knownAnswer)) func cliques() throws {
    for seed in UInt64(0)..<10 {
      let found = try ringOfCliques(6, size: 8).labelPropagation(seed: seed)
      #expect(found.labels == (0..<48).map { $0 / 8 }, "\(seed)")
    }
    #expect(try ClassicGraphs.complete(8).labelPropagation().count == 1)
    #expect(try Graph(vertexCount: 3, edges: []).labelPropagation().labels == [0, 1, 2])
    #expect(try Graph(vertexCount: 0, edges: []).labelPropagation().count == 0)
    #expect(throws: GraphError.self) { try ClassicGraphs.path(3).labelPropagation(maximumRounds: 0) }
  }

  @Test(.tags(.property), arguments: UInt64(0)..<3) func threads(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(vertices: 3_000, edges: 6_000, weights: [0.1, 0.7], using: &generator)
    let serial = try graph.labelPropagation()
    for threads in [2, 3, 8] {
      #expect(try graph.labelPropagation(execution: Execution(threads: threads)) == serial)
    }
  }
}

@Suite struct ConsensusTests {
  @Test(.tags(.knownAnswer)) func clearCommunities() throws {
    let graph = try ringOfCliques(6, size: 5).disjointUnion(Graph(vertexCount: 1, edges: []))
    let found = try graph.consensusCommunities(ConsensusOptions(runs: 10))
    #expect(found.communities.labels == (0..<30).map { $0 / 5 } + [6])
    #expect(found.communities.hasSettled)
    #expect(found.ambiguity == Array(repeating: 0, count: 30) + [nil])
    #expect(agree([found.communities.quality], [graph.modularity(of: found.communities.labels)]))
    #expect(found.runQualities.count == 10)
  }

  /// Between two cliques, tied alike to both, it is with either in about half of the runs.
  @Test(.tags(.knownAnswer)) func theOneBetweenIsAmbiguous() throws {
    var edges: [(UInt32, UInt32)] = []
    for first in [UInt32(0), 6] {
      for u in 0..<UInt32(6) { for v in 0..<u { edges.append((first + v, first + u)) } }
      for u in 0..<UInt32(3) { edges.append((12, first + u)) }
    }
    let found = try Graph(vertexCount: 13, edges: edges).consensusCommunities()
    let ambiguity = found.ambiguity.map { $0 ?? 1 }
    #expect(found.communities.count <= 3)
    #expect((0..<12).allSatisfy { ambiguity[$0] < 0.12 && ambiguity[$0] < ambiguity[12] })
    #expect(ambiguity[12] > 0.2)
  }

  @Test(.tags(.property), arguments: UInt64(0)..<2) func threadsAndBounds(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: 60, edges: 150, direction: direction, weights: [0, 1, 0.3], using: &generator)
      let options = ConsensusOptions(leiden: LeidenOptions(seed: seed), runs: 12)
      let serial = try graph.consensusCommunities(options)
      #expect(serial.ambiguity.allSatisfy { $0.map { (0...1).contains($0) } ?? true })
      #expect(communitiesAreConnected(graph, serial.communities.labels))
      for threads in [2, 3, 8] {
        #expect(try graph.consensusCommunities(options, execution: Execution(threads: threads)) == serial)
      }
    }
  }

  @Test func tinyGraphsAndOptions() throws {
    #expect(try Graph(vertexCount: 0, edges: []).consensusCommunities().communities.count == 0)
    let apart = try Graph(vertexCount: 2, edges: []).consensusCommunities()
    #expect(apart.communities.labels == [0, 1] && apart.ambiguity == [nil, nil])
    let path = try ClassicGraphs.path(3)
    #expect(throws: GraphError.self) { try path.consensusCommunities(ConsensusOptions(runs: 1)) }
    #expect(throws: GraphError.self) { try path.consensusCommunities(ConsensusOptions(threshold: .nan)) }
    #expect(throws: GraphError.self) { try path.consensusCommunities(ConsensusOptions(maximumRounds: 0)) }
    #expect(throws: GraphError.self) {
      try path.consensusCommunities(
        ConsensusOptions(leiden: LeidenOptions(quality: .modularity(resolution: -1))))
    }
  }
}

@Suite struct MultiplexLeidenTests {
  /// The best of 200 seeds of leidenalg 0.12.0 `Optimiser.optimise_partition_multiplex` with two
  /// `ModularityVertexPartition`: 0.7735660803842623, and 0.9011470270211529 with layer weights 2 and 0.5.
  @Test(.tags(.knownAnswer)) func karateAndAnotherLayer() throws {
    let other = try Graph(vertexCount: 34, edges: (0..<34).map { (UInt32($0), UInt32(($0 * 7 + 3) % 34)) })
    let network = try Multiplex(layers: [ClassicGraphs.karateClub(), other])
    let found = try network.leiden(MultiplexLeidenOptions(trials: 30))
    #expect(try #require(found.quality) > 0.7735660803842623 - 1e-9)
    let weighted = try network.leiden(MultiplexLeidenOptions(layerWeights: [2, 0.5], trials: 30))
    #expect(try #require(weighted.quality) > 0.9011470270211529 - 1e-9)
  }

  /// With one layer it maximizes what the search on one graph does.
  @Test(.tags(.knownAnswer)) func oneLayer() throws {
    let club = try ClassicGraphs.karateClub()
    let network = Multiplex(layers: [club])
    #expect(agree([try network.leiden().quality], [try club.leiden().quality], absolute: 1e-9))
    #expect(agree([try Multiplex(layers: [club, club]).leiden().quality], [0.8395792], absolute: 1e-6))
  }

  @Test(.tags(.property), arguments: UInt64(0)..<3) func threadsAndConnectedness(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let layers = try (0..<3).map { _ in try randomGraph(vertices: 80, edges: 120, using: &random) }
    let network = Multiplex(layers: layers)
    let serial = try network.leiden()
    for threads in [2, 3, 8] {
      #expect(try network.leiden(execution: Execution(threads: threads)) == serial)
    }
    let all = try Graph(
      vertexCount: 80, edges: layers.flatMap { $0.edges.map { (UInt32($0.source), UInt32($0.target)) } })
    #expect(communitiesAreConnected(all, serial.labels))
  }

  @Test func tinyNetworksAndOptions() throws {
    #expect(try Multiplex(layers: []).leiden().count == 0)
    #expect(try Multiplex(vertexCount: 2, layers: []).leiden().labels == [0, 1])
    let none = try Multiplex(layers: [Graph(vertexCount: 3, edges: [])]).leiden()
    #expect(none.labels == [0, 1, 2] && none.quality == nil)
    let path = try Multiplex(layers: [ClassicGraphs.path(3)])
    #expect(try path.leiden(MultiplexLeidenOptions(layerWeights: [0])).count == 3)
    #expect(throws: GraphError.self) { try path.leiden(MultiplexLeidenOptions(layerWeights: [])) }
    #expect(throws: GraphError.self) { try path.leiden(MultiplexLeidenOptions(layerWeights: [-1])) }
    #expect(throws: GraphError.self) { try path.leiden(MultiplexLeidenOptions(resolution: .infinity)) }
    #expect(throws: GraphError.self) { try path.leiden(MultiplexLeidenOptions(trials: 0)) }
    #expect(throws: GraphError.self) { try path.leiden(MultiplexLeidenOptions(maximumIterations: 0)) }
  }
}
