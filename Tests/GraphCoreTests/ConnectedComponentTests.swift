import EcographTestSupport
import GraphCore
import Testing

@Suite struct ConnectedComponentTests {
  /// Oracle: labels by search from each vertex in turn, along arcs either way.
  private func searched(_ graph: Graph) -> [UInt32] {
    var ties = (0..<graph.vertexCount).map { _ in [Int]() }
    for edge in graph.edges {
      ties[edge.source].append(edge.target)
      ties[edge.target].append(edge.source)
    }
    var labels = [UInt32](repeating: .max, count: graph.vertexCount)
    var count: UInt32 = 0
    for start in labels.indices where labels[start] == .max {
      var open = [start]
      labels[start] = count
      while let vertex = open.popLast() {
        for other in ties[vertex] where labels[other] == .max {
          labels[other] = count
          open.append(other)
        }
      }
      count += 1
    }
    return labels
  }

  private func compare(_ graph: Graph) {
    let components = graph.connectedComponents()
    let expected = searched(graph)
    var sizes = [Int](repeating: 0, count: Int((expected.max() ?? 0)) + (expected.isEmpty ? 0 : 1))
    for label in expected { sizes[Int(label)] += 1 }
    if Array(components.labels) != expected || components.sizes != sizes {
      Issue.record("\(components.labels) of sizes \(components.sizes) in \(graph.line), not \(expected)")
    }
  }

  @Test(arguments: SmallGraphSet.unweighted) func everySmallGraph(of set: SmallGraphSet) throws {
    for graph in set.graphs { compare(graph) }
  }

  /// From dust to one piece, so that the skipped tree is sometimes the largest and sometimes not.
  @Test(arguments: Direction.allCases, UInt64(0)..<60) func randomGraphs(
    direction: Direction, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let vertices = Int.random(in: 1...400, using: &generator)
    let edges = Int.random(in: 0...(2 * vertices), using: &generator)
    compare(try randomGraph(vertices: vertices, edges: edges, direction: direction, using: &generator))
  }

  /// Several dense parts, of which no sample of first neighbors sees the bridges.
  @Test func cliquesInARow() throws {
    var edges: [(UInt32, UInt32)] = []
    for clique in UInt32(0)..<9 {
      for u in UInt32(0)..<8 { for v in 0..<u { edges.append((clique * 8 + u, clique * 8 + v)) } }
      if clique > 0, clique % 3 != 0 { edges.append((clique * 8 - 1, clique * 8 + 7)) }
    }
    let graph = try Graph(vertexCount: 72, edges: edges)
    compare(graph)
    #expect(graph.connectedComponents().sizes == [24, 24, 24])
  }

  /// In a row, numbered in order, backwards and at random: nothing recurses, nothing is quadratic.
  @Test(arguments: [1_000_000, 50_000]) func longPaths(count: Int) throws {
    var generator = SeededGenerator(seed: 3)
    let ascending = (0..<UInt32(count)).map { $0 }
    let shuffled = ascending.shuffled(using: &generator)
    let orders = count == 1_000_000 ? [shuffled] : [ascending, ascending.reversed(), shuffled]
    for (names, direction) in orders.flatMap({ names in Direction.allCases.map { (names, $0) } })
    where count < 1_000_000 || direction == .undirected {
      let graph = try Graph(
        vertexCount: count, edges: (1..<count).map { (names[$0 - 1], names[$0]) }, direction: direction)
      #expect(graph.connectedComponents().sizes == [count])
    }
  }
}
