import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct EdgeBetweennessTests {
  private func check(_ graph: Graph, _ lengths: PathOptions.Lengths, within limits: [Double]) throws {
    let options = PathOptions(lengths: lengths)
    let oracle = PathOracle(graph, usesWeights: lengths == .weights)
    for limit in limits {
      let expected = oracle.shares(within: limit)
      func name(_ measure: String) -> String { "\(measure) by \(lengths) within \(limit) in \(graph.line)" }
      compare(try graph.betweenness(within: limit, options), expected.vertices, name("betweenness"))
      let edges = (0..<graph.vertexCount).flatMap { u in
        graph.neighbors(of: u).map { expected.edges[u][Int($0)] }
      }
      compare(try graph.edgeBetweenness(options, within: limit).values, edges, name("edge betweenness"))
    }
  }

  @Test(.tags(.oracle), arguments: SmallGraphSet.withLengths) func asDefined(on set: SmallGraphSet) throws {
    let limits: [Double] = set == .directed ? [2, .infinity] : [1, 2, 2.5, 3, .infinity]
    for (number, graph) in set.graphs.enumerated() {
      // Of random graphs each has one of the limits, and none.
      let own = set == .random ? [limits[number / 2 % 4], .infinity] : limits
      if set != .weighted { try check(graph, .steps, within: own) }
      if graph.isWeighted { try check(graph, .weights, within: own) }
    }
  }

  /// Girvan and Newman's definition on the kite, from NetworkX 3.6.1
  /// `edge_betweenness_centrality(normalized=False)`: the last two ties cut off two and one.
  @Test(.tags(.knownAnswer)) func kite() throws {
    let scores = try ClassicGraphs.kite().edgeBetweenness()
    #expect(agree([scores[7, 8], scores[8, 7], scores[8, 9]], [16, 16, 9]))
    #expect(scores[0, 9] == nil)
    #expect(agree([scores[5, 7], scores[6, 7]], [10.5, 10.5]))
    #expect(scores.edges().count == 18)
    #expect(scores.edges().allSatisfy { $0.source < $0.target })
    #expect(scores.edges().allSatisfy { scores[Int($0.source), Int($0.target)] == $0.value })
  }

  /// The tie between i and i + 1 of a path of n has i + 1 vertices on one side.
  @Test(.tags(.knownAnswer), arguments: [2, 3, 30]) func path(count: Int) throws {
    let edges = try ClassicGraphs.path(count).edgeBetweenness().edges()
    #expect(edges.map(\.value) == (1..<count).map { Double($0 * (count - $0)) })
  }

  @Test(.tags(.knownAnswer)) func directedCycleCountsOrderedPairs() throws {
    // Paths of 1, 2 … 5 arcs: each arc lies on 1 + 2 + … + 5 of them.
    let cycle = try ClassicGraphs.cycle(6, direction: .directed)
    #expect(try cycle.edgeBetweenness().values == Array(repeating: 15, count: 6))
    #expect(try cycle.edgeBetweenness(within: 2).values == Array(repeating: 3, count: 6))
    #expect(try cycle.betweenness(within: 2) == Array(repeating: 1, count: 6))
    #expect(try cycle.edgeBetweenness()[1, 0] == nil)
  }

  /// Over the edges at a vertex: twice its betweenness, and once for each vertex it reaches.
  @Test(.tags(.property), arguments: UInt64(0)..<10) func sumsOverEdges(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(vertices: 60, edges: 90, weights: [1, 2, 4], using: &generator)
    let components = graph.connectedComponents()
    for lengths in PathOptions.Lengths.allCases {
      let options = PathOptions(lengths: lengths)
      let betweenness = try graph.betweenness(options)
      let scores = try graph.edgeBetweenness(options)
      let sums = (0..<60).map { vertex in
        graph.neighbors(of: vertex).reduce(0) { $0 + (scores[vertex, Int($1)] ?? 0) }
      }
      let expected = (0..<60).map {
        2 * betweenness[$0] + Double(components.sizes[Int(components.labels[$0])] - 1)
      }
      #expect(agree(sums, expected))
    }
  }

  @Test(.tags(.property), arguments: Direction.allCases) func sameBits(direction: Direction) throws {
    var generator = SeededGenerator(seed: 3)
    let graph = try randomGraph(
      vertices: 200, edges: 600, direction: direction, weights: [0.1, 0.7, 1.3], using: &generator)
    for lengths in PathOptions.Lengths.allCases {
      let options = PathOptions(lengths: lengths)
      let edges = try graph.edgeBetweenness(options).values
      for threads in [2, 3, 8] {
        let execution = Execution(threads: threads)
        #expect(try graph.edgeBetweenness(options, execution: execution).values == edges)
      }
    }
  }

  @Test(.tags(.property), arguments: UInt64(0)..<6) func namesDoNotMatter(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let direction: Direction = seed % 2 == 0 ? .directed : .undirected
    let graph = try randomGraph(
      vertices: 30, edges: 50, direction: direction, weights: [1, 2, 4], using: &generator)
    let options = PathOptions(lengths: .weights)
    let names = (0..<30).shuffled(using: &generator)
    let relabeled = try graph.relabeled(names)
    let edges = try graph.edgeBetweenness(options).edges()
    let other = try relabeled.edgeBetweenness(options)
    #expect(
      agree(edges.map { other[names[Int($0.source)], names[Int($0.target)]] }, edges.map(\.value)))
  }

  @Test(.tags(.oracle)) func scaledCountsEqualPlainOnes() throws {
    var generator = SeededGenerator(seed: 1)
    for graph in [
      try ClassicGraphs.grid(10),
      try randomGraph(vertices: 60, edges: 200, direction: .directed, weights: [1, 2], using: &generator),
    ] {
      for lengths in PathOptions.Lengths.allCases {
        let options = PathOptions(lengths: lengths)
        for limit in [4, Double.infinity] {
          let plain = try graph.edgeBetweenness(options, within: limit).values
          for count in [0.0, 20] {
            let scaled = try graph.edgeBetweenness(
              options, within: limit, execution: .serial, largestPlainCount: count)
            #expect(agree(scaled.values, plain))
          }
        }
      }
    }
  }

  @Test func smallGraphsAndErrors() throws {
    #expect(try Graph(vertexCount: 0, edges: []).edgeBetweenness().edges().isEmpty)
    #expect(try Graph(vertexCount: 1, edges: []).betweenness(within: 1) == [0])
    let star = try ClassicGraphs.star(leaves: 3)
    #expect(try star.betweenness(within: 0) == [0, 0, 0, 0])
    #expect(try star.edgeBetweenness(within: 0).values == [0, 0, 0, 0, 0, 0])
    #expect(try ClassicGraphs.path(2).edgeBetweenness().values == [1, 1])
    for limit in [-1, Double.nan] {
      let error = #expect(throws: GraphError.self) { try ClassicGraphs.kite().betweenness(within: limit) }
      #expect(error?.code == .badParameter)
      #expect(throws: GraphError.self) { try ClassicGraphs.kite().edgeBetweenness(within: limit) }
    }
    let stop = Execution(threads: 1, isCancelled: { true })
    let error = #expect(throws: GraphError.self) { try ClassicGraphs.kite().edgeBetweenness(execution: stop) }
    #expect(error?.code == .cancelled)
    #expect(throws: GraphError.self) { try ClassicGraphs.kite().betweenness(within: 2, execution: stop) }
  }
}
