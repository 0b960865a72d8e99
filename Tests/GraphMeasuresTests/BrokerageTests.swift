import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// The mean edge betweenness of a vertex's own arcs, 0 where it lies between no others.
private func brokerageByDefinition(_ graph: Graph) -> [Double] {
  let paths = StepPathMatrix(graph)
  let n = graph.vertexCount
  let arcs = (0..<n).flatMap { u in graph.neighbors(of: u).map { (from: u, to: Int($0)) } }
  // Both arcs of an undirected tie carry half of the unordered pairs each, as ordered ones.
  let factor = graph.direction == .undirected ? 0.5 : 1
  return (0..<n).map { vertex in
    var isBetween = false
    var own: [(from: Int, to: Int)] = []
    for arc in arcs where arc.from == vertex || arc.to == vertex { own.append(arc) }
    var sum = 0.0
    for source in 0..<n {
      for target in 0..<n {
        if paths.share(from: source, to: target, through: vertex) > 0 { isBetween = true }
        for arc in own { sum += factor * paths.share(from: source, to: target, along: arc) }
      }
    }
    let ties = graph.direction == .undirected ? own.count / 2 : own.count
    return isBetween ? sum / Double(ties) : 0
  }
}

@Suite struct BrokerageTests {
  @Test(.tags(.oracle), arguments: 0...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) {
      #expect(agree(try graph.brokerage(), brokerageByDefinition(graph)))
    }
  }

  /// Few edges, so that most graphs fall into several components.
  @Test(.tags(.oracle), arguments: UInt64(0)..<100) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: Int.random(in: 2...12, using: &generator), edges: Int.random(in: 0...25, using: &generator),
        direction: direction, using: &generator)
      #expect(agree(try graph.brokerage(), brokerageByDefinition(graph)))
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
  @Test(.tags(.oracle), arguments: 0...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) { try compare(graph) }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<60) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      try compare(
        try randomGraph(
          vertices: Int.random(in: 2...25, using: &generator),
          edges: Int.random(in: 0...35, using: &generator), direction: direction, using: &generator))
    }
  }

  private func compare(_ graph: Graph) throws {
    let ties = graph.symmetrized().edges
    let count = graph.connectedComponents().count
    let bridges = try ties.filter { lost in
      let rest = ties.filter { $0 != lost }.map { (UInt32($0.source), UInt32($0.target)) }
      return try Graph(vertexCount: graph.vertexCount, edges: rest).connectedComponents().count > count
    }
    let found = graph.bridges()
    #expect(found.ties.map(\.first) == bridges.map(\.source))
    #expect(found.ties.map(\.second) == bridges.map(\.target))
    for vertex in 0..<graph.vertexCount {
      #expect(found.counts[vertex] == bridges.count { $0.source == vertex || $0.target == vertex })
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
  @Test(.tags(.oracle), arguments: UInt64(0)..<60) func definition(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: Int.random(in: 1...12, using: &generator), edges: Int.random(in: 0...30, using: &generator),
        direction: direction, using: &generator)
      let paths = StepPathMatrix(graph)
      let both = graph.symmetrized()
      let vertices = 0..<graph.vertexCount
      let expected = vertices.map { v -> Double? in
        let degree = Double(both.degree(of: v))
        guard degree > 0 else { return nil }
        var betweenness = 0.0
        for s in vertices { for t in vertices { betweenness += paths.share(from: s, to: t, through: v) } }
        if direction == .undirected { betweenness /= 2 }
        let around = both.neighbors(of: v).reduce(0.0) { $0 + 1 / Double(both.degree(of: Int($1))) }
        return betweenness * (1 / degree) / around
      }
      #expect(agree(try graph.bridgingCentrality(), expected))
    }
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
