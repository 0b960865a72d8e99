import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite(.tags(.knownAnswer)) struct GraphLevelTests {
  private func centralizations(_ graph: Graph) throws -> [Double?] {
    try CentralityIndex.allCases.map { try graph.centralization(of: $0) }
  }

  /// igraph 1.0.0, Freeman's maxima; Wasserman and Faust 1994 give 0.437 and 0.322 for the families'
  /// betweenness and closeness.
  @Test func centralizationsOfClassicGraphs() throws {
    #expect(
      agree(
        try centralizations(ClassicGraphs.karateClub()),
        [0.3996212121212121, 0.40555719532992257, 0.298194891208297], relative: 1e-10))
    #expect(
      agree(
        try centralizations(ClassicGraphs.florentineMarriages()),
        [0.27472527472527475, 0.4368131868131868, 0.32245227610961025], relative: 1e-10))
    #expect(
      agree(
        try centralizations(ClassicGraphs.kite()),
        [1.0 / 3, 0.2962962962962963, 0.27037493158182824], relative: 1e-10))
  }

  @Test func starsAndCycles() throws {
    #expect(agree(try centralizations(ClassicGraphs.star(leaves: 7)), [1, 1, 1]))
    #expect(agree(try centralizations(ClassicGraphs.cycle(7)), [0, 0, 0]))
    let out = try Graph(vertexCount: 4, edges: [(0, 1), (0, 2), (0, 3)], direction: .directed)
    #expect(try out.centralization(of: .degree) == 1)
    #expect(try out.transposed().centralization(of: .closeness) == 1)
    #expect(try Graph(vertexCount: 3, edges: []).centralization(of: .closeness) == 0)
  }

  /// NetworkX 3.6.1 `transitivity`, `overall_reciprocity`.
  @Test func transitivityAndReciprocity() throws {
    let values = [
      try ClassicGraphs.karateClub().transitivity(), try ClassicGraphs.florentineMarriages().transitivity(),
      try ClassicGraphs.kite().transitivity(), try ClassicGraphs.path(2).transitivity(),
    ]
    #expect(agree(values, [0.2556818181818182, 0.19148936170212766, 0.5789473684210527, nil]))
    let arcs = try Graph(
      vertexCount: 4, edges: [(0, 1), (1, 0), (1, 2), (2, 3), (3, 2), (3, 0)], direction: .directed)
    #expect(agree([arcs.reciprocity()], [2.0 / 3]))
    #expect(try ClassicGraphs.path(3).reciprocity() == 1)
    #expect(try Graph(vertexCount: 3, edges: []).reciprocity() == nil)
    #expect(try ClassicGraphs.cycle(5, direction: .directed).reciprocity() == 0)
  }

  /// NetworkX 3.6.1 `rich_club_coefficient(normalized=False)`.
  @Test func richClubOfKarate() throws {
    let club = try ClassicGraphs.karateClub().richClub()
    let expected: [Double?] = [
      0.13903743315508021, 0.14583333333333334, 0.23809523809523808, 0.325, 0.4888888888888889,
      0.5238095238095238, 0.5, 0.5, 0.5, 0.5, 1.0 / 3, 1.0 / 3, 0, 0, 0, 0, nil,
    ]
    #expect(agree(club.coefficients, expected))
    // All edges are there at random as well.
    #expect(club.normalized[0] == 1)
    #expect(club.normalized.last == .some(nil))
  }

  @Test func smallWorldOfKarate() throws {
    let world = try ClassicGraphs.karateClub().smallWorld()
    // NetworkX 3.6.1: transitivity, average shortest path length; 2·78/(34·33) and ln 34 / ln (156/34).
    #expect(
      agree(
        [world.clustering, world.pathLength, world.poissonClustering, world.poissonPathLength],
        [0.2556818181818182, 2.408199643493761, 156.0 / 1122, 2.3146511], absolute: 1e-6))
    #expect(world.replicates == 20)
    // Random graphs with these degrees are nearly as clustered as the club: the hubs do that.
    let sigma = try #require(world.sigma)
    #expect(sigma > 0.7 && sigma < 1.3)
  }

  /// A ring in which everybody knows the next four on either side, with a few ties swapped, is a small world.
  @Test func ringOfNeighbors() throws {
    var edges: [(UInt32, UInt32)] = []
    for u in 0..<200 { for step in 1...4 { edges.append((UInt32(u), UInt32((u + step) % 200))) } }
    for u in stride(from: 0, to: 200, by: 10) { edges.append((UInt32(u), UInt32((u + 97) % 200))) }
    let world = try Graph(vertexCount: 200, edges: edges).smallWorld(RewiringOptions(replicates: 5))
    #expect(try #require(world.sigma) > 5)
  }

  @Test func tinyGraphs() throws {
    for count in 0...2 {
      let graph = try Graph(vertexCount: count, edges: [])
      let world = try graph.smallWorld()
      #expect(world.sigma == nil && world.clustering == nil && world.pathLength == nil)
      #expect(world.poissonPathLength == nil && world.poissonClustering == (count > 1 ? 0 : nil))
      #expect(try graph.richClub().sizes.isEmpty)
      #expect(try graph.transitivity() == nil)
    }
    #expect(try ClassicGraphs.path(2).richClub().coefficients == [1])
  }

  @Test func rejectsOptions() throws {
    let graph = try ClassicGraphs.complete(3)
    #expect(throws: GraphError.self) { try graph.smallWorld(RewiringOptions(replicates: 0)) }
    #expect(throws: GraphError.self) { try graph.richClub(RewiringOptions(swapsPerEdge: -1)) }
    #expect(throws: GraphError.self) { try graph.richClub(RewiringOptions(swapsPerEdge: .max)) }
    let stopped = #expect(throws: GraphError.self) {
      try graph.richClub(execution: Execution(threads: 2, isCancelled: { true }))
    }
    #expect(stopped?.code == .cancelled)
  }
}

@Suite(.tags(.property)) struct RewiringTests {
  @Test(arguments: UInt64(0)..<6) func degreesStayAndGraphsAreSimple(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(vertices: 40, edges: 150, using: &generator)
    let options = RewiringOptions(replicates: 8, swapsPerEdge: 10, seed: seed)
    let random = try graph.rewiredGraphs(options)
    for other in random {
      #expect(other.degrees() == graph.degrees())
      #expect(
        try Graph(vertexCount: 40, edges: other.edges.map { (UInt32($0.source), UInt32($0.target)) }).edges
          .map { [$0.source, $0.target] } == other.edges.map { [$0.source, $0.target] })
      #expect(other.edges.map { [$0.source, $0.target] } != graph.edges.map { [$0.source, $0.target] })
    }
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(try graph.rewiredGraphs(options, execution: execution).map(\.matrix) == random.map(\.matrix))
      #expect(try graph.smallWorld(options, execution: execution) == graph.smallWorld(options))
      #expect(try graph.richClub(options, execution: execution) == graph.richClub(options))
    }
  }

  /// Every simple graph with the degrees of a path of five comes up about as often as any other.
  @Test func allGraphsAreAsLikely() throws {
    let path = try ClassicGraphs.path(5)
    var counts: [[[Double]]: Int] = [:]
    for graph in try path.rewiredGraphs(RewiringOptions(replicates: 7_000, swapsPerEdge: 10)) {
      counts[graph.matrix, default: 0] += 1
    }
    // Ends 0 and 4 at the ends of a path through 1, 2, 3 in any order, or tied, beside a triangle.
    #expect(counts.count == 7)
    #expect(counts.values.allSatisfy { abs($0 - 1_000) < 150 })
  }
}
