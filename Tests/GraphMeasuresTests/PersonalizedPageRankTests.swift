import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct PersonalizedPageRankTests {
  private func compareOne(
    _ graph: Graph, _ restarts: PageRankOptions.Restarts, shares: [Double], damping: Double = 0.85
  ) throws {
    let scores = try graph.pageRank(PageRankOptions(damping: damping, restarts: restarts))
    let expected = pageRankByEquations(graph.matrix, damping: damping, restarts: shares)
    func name() -> String { "PageRank from \(restarts) in \(graph.line)" }
    compare(scores.values, expected, relative: 0, absolute: 1e-11, name())
    compare([scores.values.reduce(0, +)], [1], "sum of \(name())")
    compare(exactly: scores.hasConverged, true, name())
  }

  /// - Parameter set: The vertices to restart at, as bits.
  private func compareOne(_ graph: Graph, set: Int, damping: Double = 0.85) throws {
    let shares = (0..<graph.vertexCount).map { set & (1 << $0) != 0 ? 1.0 : 0 }
    try compareOne(graph, .at(members(set).map { UInt32($0) }), shares: shares, damping: damping)
  }

  /// From every set of vertices, the largest graphs but for other names of vertices, and each of those from one set.
  @Test(.tags(.oracle), arguments: 1...5) func everyGraph(vertices: Int) throws {
    let graphs = allGraphs(vertices: vertices)
    let sets = 1..<(1 << vertices)
    for graph in vertices == 5 ? upToNames(graphs) : graphs {
      for set in sets { try compareOne(graph, set: set) }
    }
    for (number, graph) in graphs.enumerated() where vertices == 5 {
      try compareOne(graph, set: 1 + number % sets.count)
    }
  }

  /// But for other names of vertices; rounds that jump half of the time are soon done.
  @Test(.tags(.oracle), arguments: 1...4) func everyDigraph(vertices: Int) throws {
    let sets = 1..<(1 << vertices)
    for (number, graph) in upToNames(allDigraphs(vertices: vertices)).enumerated() {
      for set in sets { try compareOne(graph, set: set, damping: 0.5) }
      try compareOne(graph, set: 1 + number % sets.count)
    }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<2) func randomGraphs(seed: UInt64) throws {
    let choices: [Double] = [0, 0, 1, 2.5]
    try forEachSmallGraph(1_000, seed: seed, vertices: 1...9, weights: [0, 0.5, 1, 4]) { graph, generator in
      var restarts = (0..<graph.vertexCount).map { _ in generator.pick(choices) }
      restarts[0] += 1
      try compareOne(
        graph, .inProportion(restarts), shares: restarts,
        damping: generator.pick([0, 0.5, 0.85]))
    }
  }

  /// NetworkX 3.6.1 `pagerank(personalization={9: 1}, tol=1e-15)` on the kite; with `{0: 1, 7: 3}` on the same with
  /// arcs from the smaller end only, where Jane leads nowhere.
  @Test(.tags(.knownAnswer)) func kite() throws {
    let kite = try ClassicGraphs.kite()
    let options = PageRankOptions(restarts: .at([9]))
    let undirected: [Double] = [
      0.037334, 0.037334, 0.029092, 0.058183, 0.029092, 0.075974, 0.075974, 0.136374, 0.260101, 0.260543,
    ]
    #expect(agree(try kite.pageRank(options).values, undirected, absolute: 5e-7))
    let directed = try Graph(
      vertexCount: 10, edges: kite.edges.map { (UInt32($0.source), UInt32($0.target)) }, direction: .directed)
    let both = PageRankOptions(restarts: .inProportion([1, 0, 0, 0, 0, 0, 0, 3, 0, 0]))
    let scores: [Double] = [
      0.083136, 0.017666, 0.017666, 0.030180, 0.013557, 0.033726, 0.039413, 0.297242, 0.252656, 0.214758,
    ]
    #expect(agree(try directed.pageRank(both).values, scores, absolute: 5e-7))
  }

  /// A jump to any vertex alike is no choice.
  @Test(.tags(.property), arguments: Direction.allCases) func evenRestarts(direction: Direction) throws {
    var generator = SeededGenerator(seed: 2)
    let graph = try randomGraph(
      vertices: 40, edges: 70, direction: direction, weights: [0.5, 2], using: &generator)
    let plain = try graph.pageRank().values
    let all = PageRankOptions(restarts: .at(Array(0..<40)))
    #expect(agree(try graph.pageRank(all).values, plain, relative: 0, absolute: 1e-11))
    let even = PageRankOptions(restarts: .inProportion(Array(repeating: 1e300, count: 40)))
    #expect(agree(try graph.pageRank(even).values, plain, relative: 0, absolute: 1e-11))
  }

  /// Scores are means of those of single restarts, where every vertex has arcs.
  @Test(.tags(.property)) func scoresAreLinear() throws {
    let club = try ClassicGraphs.karateClub()
    let left = try club.pageRank(PageRankOptions(restarts: .at([0]))).values
    let right = try club.pageRank(PageRankOptions(restarts: .at([33, 33]))).values
    let both = try club.pageRank(PageRankOptions(restarts: .at([33, 0]))).values
    #expect(agree(both, zip(left, right).map { ($0 + $1) / 2 }, relative: 0, absolute: 1e-11))
  }

  @Test(.tags(.property), arguments: Direction.allCases) func nothingWhereNoPathLeads(
    direction: Direction
  ) throws {
    var generator = SeededGenerator(seed: 3)
    let part = try randomGraph(vertices: 20, edges: 50, direction: direction, using: &generator)
    let union = try part.disjointUnion(part)
    let scores = try union.pageRank(PageRankOptions(restarts: .at([0, 1]))).values
    #expect(scores[20...].allSatisfy { $0 == 0 })
    let alone = try part.pageRank(PageRankOptions(restarts: .at([0, 1]))).values
    #expect(agree(Array(scores[..<20]), alone, relative: 0, absolute: 1e-11))
    let isolate = try Graph(vertexCount: 3, edges: [(0, 1)], direction: direction)
    #expect(try isolate.pageRank(PageRankOptions(restarts: .at([2]))).values == [0, 0, 1])
  }

  @Test(.tags(.property), arguments: Direction.allCases) func sameBits(direction: Direction) throws {
    var generator = SeededGenerator(seed: 8)
    let graph = try randomGraph(
      vertices: 1_500, edges: 36_000 * (direction == .directed ? 2 : 1), direction: direction,
      using: &generator)
    let options = PageRankOptions(damping: 0.5, tolerance: 1e-6, restarts: .at([3, 4]))
    let serial = try graph.pageRank(options).values
    for threads in [2, 3, 8] {
      #expect(try graph.pageRank(options, execution: Execution(threads: threads)).values == serial)
    }
  }

  @Test(arguments: [
    PageRankOptions.Restarts.at([]), .inProportion([1, 1]), .inProportion(Array(repeating: 0, count: 10)),
    .inProportion([-1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), .inProportion([.infinity, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
  ]) func rejects(restarts: PageRankOptions.Restarts) throws {
    let error = #expect(throws: GraphError.self) {
      try ClassicGraphs.kite().pageRank(PageRankOptions(restarts: restarts))
    }
    #expect(error?.code == .badParameter)
    let other = #expect(throws: GraphError.self) {
      try ClassicGraphs.kite().pageRank(PageRankOptions(restarts: .at([10])))
    }
    #expect(other?.code == .vertexOutOfRange)
  }
}
