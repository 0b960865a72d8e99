import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct PersonalizedPageRankTests {
  /// The definition, round by round, in plain code.
  private func byRounds(_ graph: Graph, damping: Double, restarts: [Double], rounds: Int) -> [Double] {
    let n = graph.vertexCount
    let strengths = graph.strengths()
    let sum = restarts.reduce(0, +)
    let edges = graph.edges
    var x = restarts.map { $0 / sum }
    for _ in 0..<rounds {
      let loose = (0..<n).reduce(0) { $0 + (strengths[$1] > 0 ? 0 : x[$1]) }
      var next = restarts.map { (1 - damping + damping * loose) * $0 / sum }
      for (source, target, weight) in edges where weight > 0 {
        next[target] += damping * x[source] * weight / strengths[source]
        if graph.direction == .undirected { next[source] += damping * x[target] * weight / strengths[target] }
      }
      x = next
    }
    return x
  }

  @Test(.tags(.oracle), arguments: Direction.allCases, UInt64(0)..<30) func agreesWithThePowerMethod(
    direction: Direction, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...16, using: &generator)
    let graph = try randomGraph(
      vertices: count, edges: Int.random(in: 0...30, using: &generator), direction: direction,
      weights: seed % 2 == 0 ? [1] : [0, 0.5, 1, 4], using: &generator)
    let choices: [Double] = [0, 0, 1, 2.5]
    var restarts = (0..<count).map { _ in choices.randomElement(using: &generator) ?? 0 }
    restarts[0] += 1
    for damping in [0, 0.5, 0.85] {
      let scores = try graph.pageRank(PageRankOptions(damping: damping, restarts: .inProportion(restarts)))
      #expect(scores.hasConverged)
      let expected = byRounds(graph, damping: damping, restarts: restarts, rounds: 180)
      #expect(agree(scores.values, expected, relative: 0, absolute: 1e-11))
      #expect(abs(scores.values.reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test(.tags(.oracle), arguments: 1...4) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) {
      var restarts = Array(repeating: 0.0, count: vertices)
      restarts[vertices / 2] = 1
      let scores = try graph.pageRank(PageRankOptions(restarts: .at([UInt32(vertices / 2)]))).values
      let expected = byRounds(graph, damping: 0.85, restarts: restarts, rounds: 180)
      #expect(agree(scores, expected, relative: 0, absolute: 1e-11))
    }
  }

  /// NetworkX 3.6.1 `pagerank(personalization={9: 1}, tol=1e-15)` on the kite; with `{0: 1, 7: 3}` on the same with arcs
  /// from the smaller end only, where Jane leads nowhere.
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
