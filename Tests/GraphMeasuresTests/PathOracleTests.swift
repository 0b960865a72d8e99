import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite(.tags(.oracle)) struct PathOracleTests {
  private func compare(_ graph: Graph, _ lengths: PathOptions.Lengths) throws {
    let oracle = PathOracle(graph, usesWeights: lengths == .weights)
    let options = PathOptions(lengths: lengths)
    let betweenness = oracle.betweenness
    #expect(agree(try graph.betweenness(options), betweenness))
    #expect(agree(try graph.betweenness(options, execution: .serial, largestPlainCount: 0), betweenness))
    #expect(agree(try graph.closeness(options), oracle.closeness))
    #expect(agree(try graph.harmonicCentrality(options), oracle.harmonicCentrality))
  }

  @Test(arguments: 0...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) { try compare(graph, .steps) }
  }

  @Test func everyDirectedGraphOfThreeVertices() throws {
    let arcs: [(UInt32, UInt32)] = [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)]
    for mask in 0..<64 {
      let chosen = arcs.indices.filter { mask & (1 << $0) != 0 }.map { arcs[$0] }
      try compare(Graph(vertexCount: 3, edges: chosen, direction: .directed), .steps)
    }
  }

  @Test(arguments: UInt64(0)..<60) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let vertices = Int.random(in: 2...7, using: &generator)
      let edges = Int.random(in: 0...14, using: &generator)
      // Small whole lengths make many ties between paths; halves stay exact.
      let graph = try randomGraph(
        vertices: vertices, edges: edges, direction: direction, weights: [1, 2, 3, 0.5], using: &generator)
      try compare(graph, .steps)
      try compare(graph, .weights)
    }
  }

  /// Lengths so different that buckets would be too many; sums of powers of two stay exact.
  @Test(arguments: UInt64(0)..<40) func lengthsOfAllSizes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: 7, edges: Int.random(in: 4...14, using: &generator), direction: direction,
        weights: [1.0 / 1024, 2.0 / 1024, 1, 2, 3, 1024, 65_536], using: &generator)
      try compare(graph, .weights)
    }
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
