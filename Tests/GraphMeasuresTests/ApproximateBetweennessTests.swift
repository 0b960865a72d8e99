import EcographTestSupport
import GraphCore
import GraphMeasures
import Synchronization
import Testing

@Suite struct ApproximateBetweennessTests {
  /// Never takes exact values instead.
  private func sample(
    _ graph: Graph, _ epsilon: Double, confidence: Double = 0.9, seed: UInt64 = 1,
    _ execution: Execution = .serial
  ) throws -> ApproximateScores {
    try graph.approximateBetweenness(
      Approximation(epsilon: epsilon, confidence: confidence, seed: seed), exactEffort: .infinity,
      execution: execution)
  }

  private func largestError(_ scores: ApproximateScores, _ exact: [Double]) -> Double {
    zip(scores.values, exact).map { abs($0 - $1) }.max() ?? 0
  }

  /// Two stars that hang together by one vertex: half of all paths pass through it.
  private func dumbbell(leaves: UInt32) throws -> Graph {
    var edges: [(UInt32, UInt32)] = [(0, 1), (0, 2)]
    for leaf in 0..<leaves { edges += [(1, 3 + 2 * leaf), (2, 4 + 2 * leaf)] }
    return try Graph(vertexCount: 3 + 2 * Int(leaves), edges: edges)
  }

  private enum Family: CaseIterable {
    case star, dumbbell, grid, sparse, dense, directed, clique, components
  }

  private func graph(_ family: Family, seed: UInt64) throws -> Graph {
    var generator = SeededGenerator(seed: seed)
    switch family {
    case .star: return try ClassicGraphs.star(leaves: 60)
    case .dumbbell: return try dumbbell(leaves: 40)
    case .grid: return try ClassicGraphs.grid(12)
    case .sparse: return try randomGraph(vertices: 200, edges: 230, using: &generator)
    case .dense: return try randomGraph(vertices: 100, edges: 800, using: &generator)
    case .directed:
      return try randomGraph(vertices: 120, edges: 300, direction: .directed, using: &generator)
    case .clique: return try ClassicGraphs.complete(30)
    case .components:
      return try dumbbell(leaves: 20).disjointUnion(ClassicGraphs.star(leaves: 30)).disjointUnion(
        Graph(vertexCount: 40, edges: []))
    }
  }

  /// The guarantee at a confidence of one half, so that a bound that is too small would show: of twenty-four
  /// runs of each family no more than ten may break it, and the bound is far from tight.
  @Test(.tags(.property), arguments: Family.allCases) private func errorsStayWithinTheGuarantee(
    family: Family
  ) throws {
    var broken = 0
    for seed in UInt64(0)..<24 {
      let graph = try graph(family, seed: seed)
      let exact = try graph.betweenness()
      let scores = try sample(graph, 0.06, confidence: 0.5, seed: seed)
      #expect(scores.basis != .exact && scores.samples > 0 && scores.error > 0)
      if largestError(scores, exact) > scores.error { broken += 1 }
    }
    #expect(broken <= 10)
  }

  @Test(.tags(.property), arguments: Family.allCases) private func atHighConfidenceNoneIsBroken(
    family: Family
  ) throws {
    for seed in UInt64(0)..<4 {
      let graph = try graph(family, seed: seed)
      let scores = try sample(graph, 0.05, confidence: 0.999, seed: seed)
      #expect(largestError(scores, try graph.betweenness()) <= scores.error)
    }
  }

  /// A smaller error is kept as well, with as many samples as that takes.
  @Test(.tags(.property), arguments: Direction.allCases) func smallErrors(direction: Direction) throws {
    var generator = SeededGenerator(seed: 3)
    let graph = try randomGraph(vertices: 40, edges: 90, direction: direction, using: &generator)
    let scores = try sample(graph, 0.008, confidence: 0.999)
    #expect(scores.samples > 2000)
    #expect(largestError(scores, try graph.betweenness()) <= scores.error)
  }

  @Test(.tags(.knownAnswer)) func errorsAreInPairs() throws {
    let undirected = try sample(ClassicGraphs.star(leaves: 99), 0.05)
    #expect(abs(undirected.error - 0.05 * 100 * 99 / 2) < 1e-9)
    #expect(abs(undirected.values[0] - 99 * 98 / 2) <= undirected.error)
    #expect(undirected.values.dropFirst().allSatisfy { $0 == 0 })
    let directed = try sample(ClassicGraphs.cycle(50, direction: .directed), 0.05)
    #expect(abs(directed.error - 0.05 * 50 * 49) < 1e-9)
  }

  /// Variances close to 0 need far fewer samples than the worst case.
  @Test func samplesFollowVariances() throws {
    let clique = try sample(ClassicGraphs.complete(60), 0.02)
    let dumbbell = try sample(dumbbell(leaves: 30), 0.02)
    #expect(clique.values.allSatisfy { $0 == 0 })
    #expect(clique.basis == .variances)
    #expect(clique.samples < 2000)
    #expect(dumbbell.samples > 3 * clique.samples)
    // Hoeffding's inequality, for as many vertices as one path can pass through and a factor for the rest.
    #expect(dumbbell.samples < 10_000)
  }

  @Test(.tags(.property), arguments: Direction.allCases) func sameBitsForAnyNumberOfThreads(
    direction: Direction
  ) throws {
    var generator = SeededGenerator(seed: 5)
    let graph = try randomGraph(vertices: 300, edges: 900, direction: direction, using: &generator)
    let serial = try sample(graph, 0.04)
    for threads in [2, 3, 8] {
      let scores = try sample(graph, 0.04, Execution(threads: threads))
      #expect(scores.values == serial.values && scores.samples == serial.samples)
    }
    #expect(try sample(graph, 0.04).values == serial.values)
    #expect(try sample(graph, 0.04, seed: 2).values != serial.values)
  }

  /// Paths of more levels than small marks can tell apart.
  @Test(.tags(.property), arguments: Direction.allCases) func longPaths(direction: Direction) throws {
    let graph = try ClassicGraphs.cycle(300, direction: direction)
    let scores = try sample(graph, 0.05, confidence: 0.99)
    #expect(largestError(scores, try graph.betweenness()) <= scores.error)
  }

  @Test func smallGraphsAreExact() throws {
    for count in 0...2 {
      let scores = try ClassicGraphs.path(count).approximateBetweenness()
      #expect(scores.values == Array(repeating: 0, count: count))
      #expect(scores.basis == .exact && scores.error == 0 && scores.samples == 0)
    }
    let kite = try ClassicGraphs.kite().approximateBetweenness()
    #expect(kite.basis == .exact && kite.error == 0)
    #expect(kite.values == (try ClassicGraphs.kite().betweenness()))
    let pairs = try Graph(vertexCount: 6, edges: [(0, 1), (2, 3)]).approximateBetweenness()
    #expect(pairs.values == Array(repeating: 0, count: 6) && pairs.error == 0)
  }

  @Test(arguments: [0, -0.1, 1, .nan, 1e-5, .infinity]) func rejectsEpsilon(value: Double) throws {
    let error = #expect(throws: GraphError.self) {
      try ClassicGraphs.kite().approximateBetweenness(Approximation(epsilon: value))
    }
    #expect(error?.code == .badParameter)
  }

  @Test(arguments: [0, -1, 1, 1.5, .nan]) func rejectsConfidence(value: Double) throws {
    let error = #expect(throws: GraphError.self) {
      try ClassicGraphs.kite().approximateBetweenness(Approximation(confidence: value))
    }
    #expect(error?.code == .badParameter)
  }

  @Test func cancellation() throws {
    let graph = try ClassicGraphs.grid(20)
    let error = #expect(throws: GraphError.self) {
      try sample(graph, 0.02, Execution(threads: 1, isCancelled: { true }))
    }
    #expect(error?.code == .cancelled)
  }

  @Test func progressGrowsToOne() throws {
    let shares = Mutex<[Double]>([])
    let graph = try ClassicGraphs.grid(15)
    _ = try sample(
      graph, 0.02, Execution(threads: 1, onProgress: { share in shares.withLock { $0.append(share) } }))
    let seen = shares.withLock { $0 }
    #expect(seen == seen.sorted() && seen.allSatisfy { $0 > 0 && $0 <= 1 + 1e-12 })
    #expect(abs((seen.last ?? 0) - 1) < 1e-12)
  }

  @Test func forecastsAreFinite() throws {
    for graph in [
      try ClassicGraphs.path(0), try ClassicGraphs.path(1), try ClassicGraphs.path(2),
      try ClassicGraphs.kite(),
      try Graph(vertexCount: 5, edges: []), try ClassicGraphs.cycle(9, direction: .directed),
    ] {
      for lengths in PathOptions.Lengths.allCases {
        let forecast = graph.mapWeights { $0 * 2 }.betweennessForecast(
          PathOptions(lengths: lengths), sampling: Approximation(), threads: 2)
        #expect(forecast.exactSeconds.isFinite && forecast.exactSeconds >= 0)
        #expect(lengths == .steps || graph.arcCount == 0 || forecast.approximateSeconds == nil)
      }
    }
  }
}
