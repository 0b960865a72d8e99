import EcographTestSupport
import GraphCore
import Testing

@Suite struct BlockCutTreeTests {
  /// The blocks as sets of vertices.
  private func blocks(_ tree: BlockCutTree) -> Set<Set<UInt32>> {
    var members = tree.heads.map { Set([$0]) }
    for (vertex, home) in tree.homes.enumerated() where home != BlockCutTree.none {
      members[Int(home)].insert(UInt32(vertex))
    }
    return Set(members)
  }

  /// The components of a graph without one vertex, by spreading the smallest number.
  private func components(_ graph: Graph, without removed: Int) -> [Int] {
    var labels = Array(0..<graph.vertexCount)
    for _ in 0..<graph.vertexCount {
      for vertex in 0..<graph.vertexCount where vertex != removed {
        for neighbor in graph.neighbors(of: vertex) where Int(neighbor) != removed {
          labels[vertex] = min(labels[vertex], labels[Int(neighbor)])
        }
      }
    }
    return labels
  }

  /// Two edges lie in one block where no vertex, once away, leaves what is left of them in different components.
  private func blocksByDefinition(_ graph: Graph) -> Set<Set<UInt32>> {
    let labels = (0..<graph.vertexCount).map { components(graph, without: $0) }
    let edges = graph.edges
    return Set(
      edges.map { one in
        Set(
          edges.filter { other in
            (0..<graph.vertexCount).allSatisfy { removed in
              let left = [one.source, one.target].filter { $0 != removed }
              let right = [other.source, other.target].filter { $0 != removed }
              return left.allSatisfy { a in right.allSatisfy { labels[removed][a] == labels[removed][$0] } }
            }
          }.flatMap { [UInt32($0.source), UInt32($0.target)] })
      })
  }

  private func check(_ graph: Graph) {
    let tree = BlockCutTree(graph)
    #expect(blocks(tree) == blocksByDefinition(graph))
    #expect(tree.order.sorted() == (0..<graph.vertexCount).map(UInt32.init))
    #expect(tree.order.map { tree.places[Int($0)] } == tree.order.indices.map(UInt32.init))
    for (vertex, home) in tree.homes.enumerated() where home != BlockCutTree.none {
      #expect(tree.places[Int(tree.heads[Int(home)])] < tree.places[vertex])
    }
    // Each edge lies in the home of its later end.
    for edge in graph.edges {
      let isFirstEarlier = tree.places[edge.source] < tree.places[edge.target]
      let (early, late) = isFirstEarlier ? (edge.source, edge.target) : (edge.target, edge.source)
      let home = tree.homes[late]
      #expect(home != BlockCutTree.none)
      #expect(tree.homes[early] == home || tree.heads[Int(home)] == UInt32(early))
    }
  }

  @Test(arguments: 0...5) func everyGraph(vertices: Int) {
    for graph in allGraphs(vertices: vertices) { check(graph) }
  }

  @Test(arguments: UInt64(0)..<60) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    check(
      try randomGraph(
        vertices: 14, edges: Int.random(in: 6...22, using: &generator), using: &generator))
  }

  @Test func aLongPathIsAsManyBlocks() throws {
    #expect(BlockCutTree(try ClassicGraphs.path(100_000)).blockCount == 99_999)
    #expect(BlockCutTree(try ClassicGraphs.cycle(100_000)).blockCount == 1)
  }
}
