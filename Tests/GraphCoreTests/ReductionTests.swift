import EcographTestSupport
import GraphCore
import Testing

@Suite struct ReductionTests {
  @Test func parallelEdgesStandSideBySideAndCanBeTraced() throws {
    var edges = EdgeList()
    edges.append(from: 2, to: 0, weight: 3)
    edges.append(from: 0, to: 1, weight: 1)
    edges.append(from: 0, to: 2, weight: 5)
    edges.append(from: 1, to: 1, weight: 7)
    let graph = try Multigraph(vertexCount: 3, edges: edges, direction: .undirected)
    #expect(graph.arcCount == 7)
    #expect(Array(graph.edges(from: 0, to: 2)) == [0, 2])
    #expect(Array(graph.edges(from: 2, to: 0)) == [0, 2])
    #expect(graph.selfLoopCount == 1)
    #expect(graph.reduced(.sum).arcCount == 4)
  }
}
