import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Measures of paths and distances beside lists of all shortest paths.
@Suite(.tags(.oracle)) struct PathOracleTests {
  private func check(_ graph: Graph, _ lengths: PathOptions.Lengths) throws {
    let oracle = PathOracle(graph, usesWeights: lengths == .weights)
    let options = PathOptions(lengths: lengths)
    func name(_ measure: String) -> String { "\(measure) by \(lengths) in \(graph.line)" }
    let betweenness = oracle.betweenness
    compare(try graph.betweenness(options), betweenness, name("betweenness"))
    compare(
      try graph.betweenness(options, execution: .serial, largestPlainCount: 0), betweenness,
      name("betweenness with scaled counts"))
    compare(try graph.closeness(options), oracle.distanceOracle.closeness, name("closeness"))
    compare(try graph.harmonicCentrality(options), oracle.distanceOracle.harmonicCentrality, name("harmonic"))
  }

  /// `BetweennessTests` and `DistanceMeasureTests` have all directed graphs of four vertices under all names.
  @Test(arguments: SmallGraphSet.smaller) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs {
      if set != .weighted { try check(graph, .steps) }
      // A length of 0 is rejected.
      if graph.isWeighted && set != .zeroWeights { try check(graph, .weights) }
    }
  }

  /// Lengths so different that buckets would be too many; sums of powers of two stay exact.
  @Test func lengthsOfAllSizes() throws {
    let weights = [1.0 / 1024, 2.0 / 1024, 1, 2, 3, 1024, 65_536]
    try forEachSmallGraph(500, seed: 4, weights: weights) { graph, _ in try check(graph, .weights) }
  }

  /// One long tie far away makes another queue do the work.
  @Test(arguments: Direction.allCases) func bothQueuesAgree(direction: Direction) throws {
    var generator = SeededGenerator(seed: 11)
    let graph = try randomGraph(
      vertices: 300, edges: 1200, direction: direction, weights: [0.1, 0.25, 0.7, 1.3, 2], using: &generator)
    var far = EdgeList()
    far.append(from: 0, to: 1, weight: 1e9)
    let both = try graph.disjointUnion(
      Multigraph(vertexCount: 2, edges: far, direction: direction).reduced(.once))
    let options = PathOptions(lengths: .weights)
    #expect(agree(Array(try both.betweenness(options).prefix(300)), try graph.betweenness(options)))
    #expect(
      agree(Array(try both.harmonicCentrality(options).prefix(300)), try graph.harmonicCentrality(options)))
  }
}
