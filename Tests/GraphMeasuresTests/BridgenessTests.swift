import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Betweenness over pairs of which neither is a neighbor.
private func bridgenessByDefinition(_ graph: Graph) -> [Double] {
  let paths = StepPathMatrix(graph)
  let vertices = 0..<graph.vertexCount
  var sums = vertices.map { _ in 0.0 }
  for s in vertices {
    // Both ends two steps away or more.
    for v in vertices where paths.distances[s][v] ?? 0 > 1 {
      for t in vertices where paths.distances[v][t] ?? 0 > 1 {
        sums[v] += paths.share(from: s, to: t, through: v)
      }
    }
  }
  return graph.direction == .undirected ? sums.map { $0 / 2 } : sums
}

@Suite struct BridgenessTests {
  @Test(.tags(.oracle), arguments: SmallGraphSet.unweighted) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs {
      compare(try graph.bridgeness(), bridgenessByDefinition(graph), "bridgeness in \(graph.line)")
    }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<60) func largerGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: Int.random(in: 5...20, using: &generator), edges: Int.random(in: 5...40, using: &generator),
        direction: direction, using: &generator)
      let values = try graph.bridgeness()
      #expect(agree(values, bridgenessByDefinition(graph)))
      #expect(agree(try graph.bridgeness(execution: .serial, largestPlainCount: 2), values))
      #expect(zip(values, try graph.betweenness()).allSatisfy { $0 <= $1 + 1e-9 })
    }
  }

  /// On a path, pairs with both ends at least two steps away: 1 · 2 from vertex 2, 2 · 1 from vertex 3.
  @Test(.tags(.knownAnswer)) func path() throws {
    #expect(try ClassicGraphs.path(6).bridgeness() == [0, 0, 2, 2, 0, 0])
    #expect(try ClassicGraphs.star(leaves: 9).bridgeness().allSatisfy { $0 == 0 })
  }

  /// Two hubs with leaves joined through one vertex: the hubs have the larger betweenness, the vertex between
  /// them all of the bridgeness.
  @Test(.tags(.knownAnswer)) func bridgesNotLocalCenters() throws {
    var edges: [(UInt32, UInt32)] = [(0, 2), (1, 2)]
    for leaf in 0..<UInt32(4) { edges += [(0, 3 + leaf), (1, 7 + leaf)] }
    let graph = try Graph(vertexCount: 11, edges: edges)
    let betweenness = try graph.betweenness()
    #expect(betweenness[0] > betweenness[2])
    #expect(try graph.bridgeness() == [0, 0, 16] + Array(repeating: 0, count: 8))
  }

  /// Counts of the scaled kind.
  @Test func wideGrid() throws {
    let grid = try ClassicGraphs.grid(12)
    #expect(
      agree(try grid.bridgeness(execution: .serial, largestPlainCount: 100), try grid.bridgeness()))
  }

  @Test func stopsWhenAsked() throws {
    let graph = try ClassicGraphs.cycle(50)
    let execution = Execution(threads: 2, isCancelled: { true })
    let error = #expect(throws: GraphError.self) { try graph.bridgeness(execution: execution) }
    #expect(error?.code == .cancelled)
    #expect(throws: GraphError.self) { try graph.bridging(execution: execution) }
  }
}
