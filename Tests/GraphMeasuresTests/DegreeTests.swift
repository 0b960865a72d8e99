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

  /// The definitions, by looking at all pairs.
  @Test(.tags(.oracle), arguments: SmallGraphSet.all) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs {
      let vertices = 0..<graph.vertexCount
      var degrees = (out: vertices.map { _ in 0 }, in: vertices.map { _ in 0 })
      var strengths = (out: vertices.map { _ in 0.0 }, in: vertices.map { _ in 0.0 })
      for (u, row) in graph.matrix.enumerated() {
        for v in vertices {
          strengths.out[u] += row[v]
          strengths.in[v] += row[v]
          // An arc of weight 0 is one too.
          if row[v] > 0 || graph.neighbors(of: u).contains(UInt32(v)) {
            degrees.out[u] += 1
            degrees.in[v] += 1
          }
        }
      }
      compare(exactly: graph.degrees(), degrees.out, "out-degrees in \(graph.line)")
      compare(exactly: graph.strengths(), strengths.out, "out-strengths in \(graph.line)")
      let turned = graph.transposed()
      compare(exactly: turned.degrees(), degrees.in, "in-degrees in \(graph.line)")
      compare(exactly: turned.strengths(), strengths.in, "in-strengths in \(graph.line)")
    }
  }
}
