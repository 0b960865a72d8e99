import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct PageRankTests {
  private func check(_ graph: Graph, damping: Double) throws {
    let scores = try graph.pageRank(PageRankOptions(damping: damping))
    func name() -> String { "PageRank with damping \(damping) in \(graph.line)" }
    let expected = pageRankByEquations(
      graph.matrix, damping: damping, restarts: Array(repeating: 1, count: graph.vertexCount))
    // The bound that the residual gives, and rounding.
    let bound = damping / (1 - damping) * scores.residual + 1e-14
    compare(scores.values, expected, relative: 0, absolute: bound, name())
    let sum = scores.values.reduce(0, +)
    if !scores.hasConverged || abs(sum - 1) > 1e-12 && !scores.values.isEmpty { Issue.record("\(name())") }
    if !scores.values.allSatisfy({ $0 > 0 }) { Issue.record("\(name()): \(scores.values)") }
  }

  /// Against its linear equations, solved by elimination.
  @Test(.tags(.oracle), arguments: SmallGraphSet.smaller) func solvesItsEquations(on set: SmallGraphSet)
    throws
  {
    let dampings = [0, 0.5, 0.85, 0.95]
    for (number, graph) in set.graphs.enumerated() {
      let mixed = set == .random || set == .zeroWeights
      try check(graph, damping: mixed ? dampings[number / 2 % 4] : 0.85)
    }
  }

  @Test(.tags(.oracle)) func strongDamping() throws {
    try forEachSmallGraph(40, seed: 5, vertices: 1...12) { graph, _ in try check(graph, damping: 0.99) }
  }

  @Test(.tags(.knownAnswer), arguments: [2, 3, 17]) func directedCycleIsUniform(count: Int) throws {
    let scores = try ClassicGraphs.cycle(count, direction: .directed).pageRank()
    #expect(scores.rounds == 1)
    #expect(agree(scores.values, Array(repeating: 1 / Double(count), count: count)))
  }

  /// The definition, round by round, in plain code.
  private func byRounds(_ graph: Graph, damping: Double, rounds: Int) -> [Double] {
    let n = graph.vertexCount
    let strengths = graph.strengths()
    let edges = graph.edges
    let isUndirected = graph.direction == .undirected
    var x = [Double](repeating: 1 / Double(n), count: n)
    for _ in 0..<rounds {
      let loose = (0..<n).reduce(0) { $0 + (strengths[$1] > 0 ? 0 : x[$1]) }
      var next = [Double](repeating: (1 - damping + damping * loose) / Double(n), count: n)
      for (source, target, weight) in edges where weight > 0 {
        next[target] += damping * x[source] * weight / strengths[source]
        if isUndirected { next[source] += damping * x[target] * weight / strengths[target] }
      }
      x = next
    }
    return x
  }

  /// Isolates, several components, weights far apart, zero weights.
  @Test(.tags(.oracle), arguments: Direction.allCases, UInt64(0)..<24) func agreesWithThePowerMethod(
    direction: Direction, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let weights: [Double] = seed % 3 == 0 ? [1] : seed % 3 == 1 ? [1e-6, 1, 1e6] : [0, 0.25, 3]
    let part = try randomGraph(
      vertices: 60, edges: Int.random(in: 30...400, using: &generator), direction: direction,
      weights: weights, using: &generator)
    let other = try randomGraph(
      vertices: 40, edges: 25, direction: direction, weights: weights, using: &generator)
    let graph = try part.disjointUnion(other)
    let scores = try graph.pageRank()
    #expect(scores.hasConverged && scores.residual <= 1e-12)
    // 0.85²⁵⁰ is below 1e-17.
    #expect(agree(scores.values, byRounds(graph, damping: 0.85, rounds: 250), relative: 0, absolute: 1e-11))
    #expect(abs(scores.values.reduce(0, +) - 1) < 1e-12)
  }

  /// Walks on these swing to and fro, or round and round: eigenvalues at or next to the unit circle.
  @Test(.tags(.oracle)) func nearlyPeriodicGraphs() throws {
    var graphs = [
      try ClassicGraphs.star(leaves: 50), try ClassicGraphs.path(300), try ClassicGraphs.grid(12),
    ]
    for count in [2, 5, 64] {
      let ring = (0..<count).map { (UInt32($0), UInt32(($0 + 1) % count)) }
      for tail in [(UInt32(0), UInt32(count)), (UInt32(count), UInt32(0))] {
        graphs.append(try Graph(vertexCount: count + 1, edges: ring + [tail], direction: .directed))
      }
    }
    for graph in graphs {
      // Rounds after which the powers of the damping are below 1e-17.
      for (damping, rounds) in [(0.5, 60), (0.85, 250), (0.99, 4_000)] {
        let scores = try graph.pageRank(PageRankOptions(damping: damping))
        #expect(scores.hasConverged)
        let bound = damping / (1 - damping) * scores.residual + 1e-13
        let expected = byRounds(graph, damping: damping, rounds: rounds)
        #expect(agree(scores.values, expected, relative: 0, absolute: bound))
      }
    }
  }

  /// A fraction of the 170 rounds that 0.85 needs to fall below 1e-12.
  @Test func fewRounds() throws {
    var generator = SeededGenerator(seed: 12)
    for direction in Direction.allCases {
      let graph = try randomGraph(vertices: 500, edges: 1_500, direction: direction, using: &generator)
      #expect(try graph.pageRank().rounds < 60)
      #expect(try ClassicGraphs.path(2_000).pageRank().rounds < 60)
    }
  }

  /// Asked for more than rounding allows, it stops and says so.
  @Test func toleranceBelowRounding() throws {
    var generator = SeededGenerator(seed: 4)
    let graph = try randomGraph(vertices: 200, edges: 700, weights: [0.1, 0.7, 3], using: &generator)
    let scores = try graph.pageRank(PageRankOptions(tolerance: 1e-30))
    #expect(scores.rounds < 1_000)
    #expect(scores.hasConverged == (scores.residual <= 1e-30))
    #expect(scores.residual < 1e-14)
  }

  @Test func cancellation() throws {
    let execution = Execution(threads: 1, isCancelled: { true })
    for direction in Direction.allCases {
      let graph = try ClassicGraphs.cycle(9, direction: direction)
      let error = #expect(throws: GraphError.self) { try graph.pageRank(execution: execution) }
      #expect(error?.code == .cancelled)
    }
  }

  @Test func theRoundLimitIsReportedHonestly() throws {
    let scores = try ClassicGraphs.kite().pageRank(PageRankOptions(maximumRounds: 2))
    #expect(!scores.hasConverged)
    #expect(scores.rounds == 2)
    #expect(scores.residual > 1e-12)
  }

  @Test func emptyGraph() throws {
    let scores = try Graph(vertexCount: 0, edges: []).pageRank()
    #expect(scores.values.isEmpty && scores.hasConverged)
  }

  @Test(arguments: [
    PageRankOptions(damping: -0.1), PageRankOptions(damping: 1), PageRankOptions(damping: .nan),
    PageRankOptions(tolerance: 0), PageRankOptions(tolerance: .infinity), PageRankOptions(maximumRounds: 0),
  ]) func rejects(options: PageRankOptions) throws {
    let error = #expect(throws: GraphError.self) { try ClassicGraphs.kite().pageRank(options) }
    #expect(error?.code == .badParameter)
  }
}
