import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Half of the drop in cohesion, averaged over the ties of a vertex: each tie is taken away in turn.
private func bridgingByDefinition(_ graph: Graph) -> [Double?] {
  let ties = graph.symmetrized()
  let matrix = ties.matrix.map { row in row.map { $0 > 0 } }
  let whole = StepPathMatrix(matrix: matrix).cohesion
  var sums = matrix.map { _ in 0.0 }
  for tie in ties.edges {
    var rest = matrix
    rest[tie.source][tie.target] = false
    rest[tie.target][tie.source] = false
    let drop = whole - StepPathMatrix(matrix: rest).cohesion
    sums[tie.source] += drop
    sums[tie.target] += drop
  }
  return sums.enumerated().map { vertex, sum in
    let degree = ties.degree(of: vertex)
    return degree == 0 ? nil : sum / (2 * Double(degree))
  }
}

@Suite struct BridgingTests {
  @Test(.tags(.oracle), arguments: 0...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) {
      #expect(agree(try graph.bridging(), bridgingByDefinition(graph)))
    }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<60) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: Int.random(in: 5...14, using: &generator), edges: Int.random(in: 5...24, using: &generator),
        direction: direction, using: &generator)
      #expect(agree(try graph.bridging(), bridgingByDefinition(graph)))
    }
  }

  /// Long ways round: what lies behind a tie is large, and its new distances come from several sides.
  @Test(.tags(.oracle)) func cyclesAndLadders() throws {
    #expect(agree(try ClassicGraphs.cycle(11).bridging(), bridgingByDefinition(try ClassicGraphs.cycle(11))))
    #expect(agree(try ClassicGraphs.grid(4).bridging(), bridgingByDefinition(try ClassicGraphs.grid(4))))
    // Arms of two lengths from one end of a tie back to the other, with rungs.
    let arms = try Graph(
      vertexCount: 14,
      edges: [
        (0, 1), (1, 2), (2, 3), (3, 4), (2, 5), (5, 6), (4, 6), (6, 7), (7, 8), (8, 9), (9, 0), (3, 10),
        (10, 11),
        (11, 12), (12, 5), (12, 13), (13, 0),
      ])
    #expect(agree(try arms.bridging(), bridgingByDefinition(arms)))
  }

  /// A single tie lost: cohesion falls from 1 to 0.
  ///
  /// On a path of three it falls from 5/6 to 1/3.
  @Test(.tags(.knownAnswer)) func paths() throws {
    #expect(agree(try ClassicGraphs.path(2).bridging(), [0.5, 0.5]))
    #expect(agree(try ClassicGraphs.path(3).bridging(), [0.25, 0.25, 0.25]))
    #expect(try Graph(vertexCount: 3, edges: [(0, 2)]).bridging()[1] == nil)
    #expect(try Graph(vertexCount: 0, edges: []).bridging().isEmpty)
  }

  /// In a complete graph of *n* each lost tie takes two ordered pairs from distance 1 to 2: 1/(n·(n − 1)).
  @Test(.tags(.knownAnswer), arguments: [3, 6, 10]) func complete(n: Int) throws {
    let value = 1 / Double(2 * n * (n - 1))
    #expect(agree(try ClassicGraphs.complete(n).bridging(), Array(repeating: value, count: n)))
  }
}
