import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct DegreeTests {
  @Test(.tags(.knownAnswer)) func southernWomen() throws {
    let degrees = try ClassicGraphs.southernWomen().degrees()
    // Published as shares of the other mode: Evelyn 8 of 14 events, event 8 14 of 18 women.
    #expect(Array(degrees.prefix(6)) == [8, 7, 8, 7, 4, 4])
    #expect(degrees[25] == 14)
    #expect(degrees.reduce(0, +) == 2 * 89)
  }

  @Test func parallelEdgesCountOnceAndAddUp() throws {
    var edges = EdgeList()
    edges.append(from: 0, to: 1, weight: 2)
    edges.append(from: 1, to: 0, weight: 3)
    edges.append(from: 1, to: 1, weight: 7)
    edges.append(from: 1, to: 2, weight: 4)
    let undirected = try Multigraph(vertexCount: 4, edges: edges, direction: .undirected).reduced(.sum)
    #expect(undirected.degrees() == [1, 2, 1, 0])
    #expect(undirected.strengths() == [5, 9, 4, 0])
    let directed = try Multigraph(vertexCount: 4, edges: edges, direction: .directed).reduced(.sum)
    #expect(directed.degrees() == [1, 2, 0, 0])
    #expect(directed.strengths() == [2, 7, 0, 0])
    #expect(directed.transposed().degrees() == [1, 1, 1, 0])
    #expect(directed.transposed().strengths() == [3, 2, 4, 0])
  }

  @Test func emptyGraph() throws {
    let graph = try Graph(vertexCount: 0, edges: [])
    #expect(graph.degrees() == [])
    #expect(graph.strengths() == [])
  }

  /// Oracle: the definitions, by looking at all pairs.
  @Test(.tags(.oracle), arguments: UInt64(0)..<100) func asDefined(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: Int.random(in: 0...9, using: &generator), edges: Int.random(in: 0...30, using: &generator),
        direction: direction, weights: [1, 2, 0.5], using: &generator)
      let matrix = graph.matrix
      let others = matrix.indices
      #expect(graph.degrees() == others.map { v in others.count { matrix[v][$0] > 0 } })
      #expect(graph.strengths() == others.map { v in others.reduce(0) { $0 + matrix[v][$1] } })
      #expect(graph.transposed().degrees() == others.map { v in others.count { matrix[$0][v] > 0 } })
      #expect(graph.transposed().strengths() == others.map { v in others.reduce(0) { $0 + matrix[$1][v] } })
    }
  }
}
