import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// The mean edge betweenness of a vertex's own arcs, 0 where it lies between no others.
private func brokerageByDefinition(_ graph: Graph, _ lengths: PathOptions.Lengths) -> [Double] {
  let shares = PathOracle(graph, usesWeights: lengths == .weights).shares()
  return (0..<graph.vertexCount).map { vertex in
    if shares.vertices[vertex] == 0 { return 0 }
    var sum = 0.0
    var count = 0.0
    for other in graph.neighbors(of: vertex) {
      sum += shares.edges[vertex][Int(other)]
      count += 1
    }
    if graph.direction == .directed {
      for other in 0..<graph.vertexCount where graph.neighbors(of: other).contains(UInt32(vertex)) {
        sum += shares.edges[other][vertex]
        count += 1
      }
    }
    return sum / count
  }
}

@Suite struct BrokerageTests {
  private func check(_ graph: Graph, _ lengths: PathOptions.Lengths) throws {
    compare(
      try graph.brokerage(PathOptions(lengths: lengths)), brokerageByDefinition(graph, lengths),
      "brokerage by \(lengths) in \(graph.line)")
  }

  @Test(.tags(.oracle), arguments: SmallGraphSet.withLengths) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs { try check(graph, graph.isWeighted ? .weights : .steps) }
  }

  /// Few edges, so that most graphs fall into several components.
  @Test(.tags(.oracle), arguments: UInt64(0)..<50) func largerGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: Int.random(in: 8...20, using: &generator), edges: Int.random(in: 5...30, using: &generator),
        direction: direction, using: &generator)
      try check(graph, .steps)
    }
  }

  /// Computed with NetworkX 3.6.1 `edge_betweenness_centrality(normalized=False)`.
  @Test(.tags(.knownAnswer)) func kite() throws {
    let expected = [2.6667, 2.6667, 0, 2.7222, 0, 5.1333, 5.1333, 12.3333, 12.5, 0]
    #expect(agree(try ClassicGraphs.kite().brokerage(), expected, absolute: 0.00005))
  }

  /// As above.
  @Test(.tags(.knownAnswer)) func florentineMarriages() throws {
    let values = try ClassicGraphs.florentineMarriages().brokerage()
    #expect(agree([values[9], values[1], values[8]], [20, 18.1667, 17.5556], absolute: 0.00005))
  }

  /// Each tie of a star is on the paths between its leaf and the others; a pendant brokers nothing.
  @Test(.tags(.knownAnswer)) func star() throws {
    #expect(try ClassicGraphs.star(leaves: 4).brokerage() == [4, 0, 0, 0, 0])
  }

  @Test(.tags(.property)) func directionBothWaysIsUndirected() throws {
    var generator = SeededGenerator(seed: 5)
    let graph = try randomGraph(vertices: 40, edges: 70, using: &generator)
    let arcs = graph.edges.flatMap {
      [(UInt32($0.source), UInt32($0.target)), (UInt32($0.target), UInt32($0.source))]
    }
    let directed = try Graph(vertexCount: 40, edges: arcs, direction: .directed)
    #expect(agree(try directed.brokerage(), try graph.brokerage()))
  }

  /// In a triangle with a long side, paths that take the short sides pass the third vertex.
  @Test(.tags(.knownAnswer)) func lengthsFromWeights() throws {
    var edges = EdgeList()
    edges.append(from: 0, to: 1, weight: 1)
    edges.append(from: 1, to: 2, weight: 1)
    edges.append(from: 0, to: 2, weight: 5)
    let graph = try Multigraph(vertexCount: 3, edges: edges, direction: .undirected).reduced(.once)
    #expect(try graph.brokerage() == [0, 0, 0])
    #expect(try graph.brokerage(PathOptions(lengths: .weights)) == [0, 2, 0])
  }

  @Test func emptyGraph() throws {
    #expect(try Graph(vertexCount: 0, edges: []).brokerage().isEmpty)
    #expect(try Graph(vertexCount: 1, edges: [], direction: .directed).brokerage() == [0])
  }
}

@Suite struct BridgesTests {
  /// A tie is a bridge where there are more components without it.
  private func check(_ graph: Graph) {
    let ties = tieMasks(graph)
    let all = (1 << ties.count) - 1
    let count = componentCount(all, ties)
    var bridges: [[Int]] = []
    for u in ties.indices {
      for v in members(ties[u]) where u < v {
        var rest = ties
        rest[u] &= ~(1 << v)
        rest[v] &= ~(1 << u)
        if componentCount(all, rest) > count { bridges.append([u, v]) }
      }
    }
    let found = graph.bridges()
    compare(exactly: found.ties.map { [$0.first, $0.second] }, bridges, "bridges in \(graph.line)")
    let counts = ties.indices.map { vertex in bridges.count { $0.contains(vertex) } }
    compare(exactly: found.counts, counts, "bridges of vertices in \(graph.line)")
  }

  @Test(.tags(.oracle), arguments: SmallGraphSet.unweighted) func asDefined(on set: SmallGraphSet) {
    for graph in set.graphs { check(graph) }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<40) func largerGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      check(
        try randomGraph(
          vertices: Int.random(in: 10...25, using: &generator),
          edges: Int.random(in: 8...35, using: &generator), direction: direction, using: &generator))
    }
  }

  @Test(.tags(.knownAnswer)) func kite() throws {
    let bridges = try ClassicGraphs.kite().bridges()
    #expect(bridges.ties.map { [$0.first, $0.second] } == [[7, 8], [8, 9]])
    #expect(bridges.counts == [0, 0, 0, 0, 0, 0, 0, 1, 2, 1])
  }

  /// All ties of a tree are bridges; a path longer than any stack.
  @Test(.tags(.knownAnswer)) func longPath() throws {
    let bridges = try ClassicGraphs.path(100_000).bridges()
    #expect(bridges.ties.count == 99_999)
    #expect(bridges.counts.allSatisfy { $0 == 1 || $0 == 2 })
    #expect(try ClassicGraphs.cycle(100).bridges().ties.isEmpty)
  }
}

@Suite struct BridgingCentralityTests {
  private func check(_ graph: Graph, _ lengths: PathOptions.Lengths) throws {
    let betweenness = PathOracle(graph, usesWeights: lengths == .weights).betweenness
    let ties = tieMasks(graph)
    let expected = ties.indices.map { v -> Double? in
      if ties[v] == 0 { return nil }
      let around = members(ties[v]).reduce(0.0) { $0 + 1 / Double(ties[$1].nonzeroBitCount) }
      return betweenness[v] * (1 / Double(ties[v].nonzeroBitCount)) / around
    }
    compare(
      try graph.bridgingCentrality(PathOptions(lengths: lengths)), expected,
      "bridging centrality by \(lengths) in \(graph.line)")
  }

  @Test(.tags(.oracle), arguments: SmallGraphSet.withLengths) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs { try check(graph, graph.isWeighted ? .weights : .steps) }
  }

  /// The middle of two joined stars, by hand: it parts 3 · 3 pairs; 1/2 over 1/3 + 1/3.
  @Test(.tags(.knownAnswer)) func betweenTwoHubs() throws {
    let graph = try Graph(vertexCount: 7, edges: [(0, 1), (0, 2), (0, 3), (3, 4), (4, 5), (4, 6)])
    #expect(agree([try graph.bridgingCentrality()[3]], [9 * 0.75]))
  }

  @Test func isolates() throws {
    #expect(try Graph(vertexCount: 2, edges: []).bridgingCentrality() == [nil, nil])
  }
}
