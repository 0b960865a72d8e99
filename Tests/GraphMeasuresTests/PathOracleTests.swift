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
}
