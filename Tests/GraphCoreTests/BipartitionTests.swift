import EcographTestSupport
import GraphCore
import Testing

@Suite struct BipartitionTests {
  /// Whether some division into two sides leaves no edge within a side.
  private func isDivisible(_ graph: Graph) -> Bool {
    let n = graph.vertexCount
    return (0..<(1 << n)).contains { sides in
      graph.edges.allSatisfy { (sides >> $0.source) & 1 != (sides >> $0.target) & 1 }
    }
  }

  private func check(_ graph: Graph, isDivisible: Bool) throws {
    let sides = try graph.bipartition()
    #expect((sides != nil) == isDivisible)
    if let sides {
      #expect(sides.count == graph.vertexCount)
      #expect(graph.edges.allSatisfy { sides[$0.source] != sides[$0.target] })
    }
  }

  @Test(arguments: 0...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) { try check(graph, isDivisible: isDivisible(graph)) }
  }

  @Test(arguments: UInt64(0)..<100) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: Int.random(in: 1...9, using: &generator), edges: Int.random(in: 0...9, using: &generator),
        direction: direction, using: &generator)
      try check(graph, isDivisible: isDivisible(graph))
    }
  }

  @Test func cycles() throws {
    for length in [3, 4, 5, 6, 99, 100] {
      try check(ClassicGraphs.cycle(length), isDivisible: length % 2 == 0)
    }
  }

  @Test func theFirstOfEachComponentIsOnTheSameSide() throws {
    let graph = try Graph(vertexCount: 6, edges: [(1, 0), (3, 5), (5, 4)])
    #expect(try graph.bipartition() == [false, true, false, false, false, true])
  }

  @Test func stops() throws {
    let graph = try ClassicGraphs.cycle(100)
    #expect(throws: GraphError.self) {
      try graph.bipartition(execution: Execution(threads: 1, isCancelled: { true }))
    }
  }
}
