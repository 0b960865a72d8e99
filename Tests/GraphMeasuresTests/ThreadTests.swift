import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

extension Measure {
  /// Vertices of a graph that is cut into many parts and can be gone through a few times in a blink.
  fileprivate var threadCaseSize: Int {
    switch self {
    // A flow for every pair, and again without every vertex; searches from all vertices for every one.
    case .flowBetweenness, .groupBetweenness: 24
    // Searches or many runs for every vertex.
    case .joinedWithout, .nearWithout, .versatilityBetweenness, .lengthVersatilityBetweenness,
      .consensusCommunity, .ambiguity, .corePeriphery, .multiplexCommunity, .expectedSharedGroups:
      60
    // A matrix; one below 64 rows is left to one thread.
    case .currentFlowBetweenness, .information: 80
    default: 110
    }
  }
}

@Suite(.tags(.property)) struct ThreadTests {
  @Test(arguments: Measure.allCases, Direction.allCases) func sameBits(
    measure: Measure, direction: Direction
  ) throws {
    try measure.expectSameBits(vertices: measure.threadCaseSize, direction)
  }

  @Test(arguments: NetworkMeasure.allCases, Direction.allCases) func sameBitsOfNetworks(
    measure: NetworkMeasure, direction: Direction
  ) throws {
    try measure.expectSameBits(vertices: 60, direction)
  }

  /// Products with vectors are cut only in graphs of many arcs.
  @Test func sameBitsInLargerGraphs() throws {
    var generator = SeededGenerator(seed: 8)
    let graph = try randomGraph(vertices: 2_000, edges: 70_000, weights: [0.1, 0.7], using: &generator)
    let options = PageRankOptions(damping: 0.5, tolerance: 1e-6)
    let serial = try graph.pageRank(options).values
    let vector = try graph.eigenvectorCentrality(EigenvectorOptions(tolerance: 1e-6)).values
    let arcs = try randomGraph(vertices: 2_000, edges: 140_000, direction: .directed, using: &generator)
    let walked = try arcs.pageRank(options).values
    let katz = KatzOptions(share: 0.5, tolerance: 1e-6)
    let sums = [try graph.katzCentrality(katz).values, try arcs.katzCentrality(katz).values]
    let hubs = try arcs.hubsAndAuthorities(EigenvectorOptions(tolerance: 1e-6)).hubs
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(try graph.pageRank(options, execution: execution).values == serial)
      #expect(try arcs.pageRank(options, execution: execution).values == walked)
      #expect(try graph.katzCentrality(katz, execution: execution).values == sums[0])
      #expect(try arcs.katzCentrality(katz, execution: execution).values == sums[1])
      #expect(
        try arcs.hubsAndAuthorities(EigenvectorOptions(tolerance: 1e-6), execution: execution).hubs == hubs)
      #expect(
        try graph.eigenvectorCentrality(EigenvectorOptions(tolerance: 1e-6), execution: execution).values
          == vector)
    }
  }
}
