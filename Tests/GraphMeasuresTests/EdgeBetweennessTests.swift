import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Shortest paths listed one by one, and what they pass.
private struct LimitedOracle {
  var vertices: [Double]
  var edges: [[Double]]

  init(_ graph: Graph, usesWeights: Bool, limit: Double) {
    let n = graph.vertexCount
    let matrix = graph.matrix.map { row in row.map { usesWeights ? $0 : ($0 > 0 ? 1 : 0) } }
    vertices = Array(repeating: 0, count: n)
    edges = Array(repeating: Array(repeating: 0, count: n), count: n)
    for source in 0..<n {
      var best = [Double](repeating: .infinity, count: n)
      var paths = [[[Int]]](repeating: [], count: n)
      func walk(_ path: [Int], _ length: Double) {
        let end = path[path.count - 1]
        if length < best[end] {
          best[end] = length
          paths[end] = []
        }
        if length == best[end] { paths[end].append(path) }
        for next in 0..<n where matrix[end][next] > 0 && !path.contains(next) {
          walk(path + [next], length + matrix[end][next])
        }
      }
      walk([source], 0)
      for target in 0..<n where target != source && best[target] <= limit {
        let share = 1 / Double(paths[target].count)
        for path in paths[target] {
          for vertex in path.dropFirst().dropLast() { vertices[vertex] += share }
          for (from, to) in zip(path, path.dropFirst()) { edges[from][to] += share }
        }
      }
    }
    if graph.direction == .undirected {
      vertices = vertices.map { $0 / 2 }
      // Each unordered pair was met from both sides, once along either arc.
      let single = edges
      for u in 0..<n { for v in 0..<n { edges[u][v] = (single[u][v] + single[v][u]) / 2 } }
    }
  }

  func values(_ graph: Graph) -> [Double] {
    (0..<graph.vertexCount).flatMap { u in graph.neighbors(of: u).map { edges[u][Int($0)] } }
  }
}

@Suite struct EdgeBetweennessTests {
  private static let limits: [Double] = [0, 1, 2, 2.5, 3, .infinity]

  private func check(_ graph: Graph) throws {
    for lengths in PathOptions.Lengths.allCases {
      let options = PathOptions(lengths: lengths)
      for limit in Self.limits {
        let oracle = LimitedOracle(graph, usesWeights: lengths == .weights, limit: limit)
        #expect(agree(try graph.betweenness(within: limit, options), oracle.vertices))
        #expect(agree(try graph.edgeBetweenness(options, within: limit).values, oracle.values(graph)))
      }
    }
  }

  @Test(.tags(.oracle), arguments: 0...4) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) { try check(graph) }
  }

  @Test(.tags(.oracle)) func everyGraphOfFive() throws {
    for graph in allGraphs(vertices: 5) {
      let oracle = LimitedOracle(graph, usesWeights: false, limit: 2)
      #expect(agree(try graph.betweenness(within: 2), oracle.vertices))
      #expect(agree(try graph.edgeBetweenness(within: 2).values, oracle.values(graph)))
    }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<100) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: Int.random(in: 1...7, using: &generator), edges: Int.random(in: 0...16, using: &generator),
        direction: direction, weights: seed % 2 == 0 ? [1] : [0.5, 1, 2, 3], using: &generator)
      try check(graph)
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
