import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct MultiplexTests {
  private func threeLayers() throws -> Multiplex {
    try Multiplex(layers: [
      Graph(vertexCount: 4, edges: [(0, 1), (0, 2)]),
      Graph(vertexCount: 4, edges: [(0, 1), (0, 2)]),
      Graph(vertexCount: 4, edges: [(0, 1), (0, 3 - 1)]),
    ])
  }

  @Test(.tags(.knownAnswer)) func evenSpreadIsOne() throws {
    let network = try threeLayers()
    #expect(network.vertexCount == 4)
    #expect(network.activeLayerCounts() == [3, 3, 3, 0])
    #expect(network.overlap() == [6, 3, 3, 0])
    #expect(network.participation() == [1, 1, 1, nil])
  }

  @Test(.tags(.knownAnswer)) func oneLayerOfTwoIsZero() throws {
    let network = try Multiplex(layers: [
      Graph(vertexCount: 3, edges: [(0, 1)]), Graph(vertexCount: 3, edges: [(1, 2)]),
    ])
    // Vertex 1: 2/(2 − 1) · (1 − (1/4 + 1/4)) = 1.
    #expect(network.participation() == [0, 1, 0])
    #expect(network.activeLayerCounts() == [1, 2, 1])
  }

  /// Layers in which nobody is tied still count: half and half over three layers is 3/2 · 1/2.
  @Test(.tags(.knownAnswer)) func emptyLayersCount() throws {
    let tie = try Graph(vertexCount: 2, edges: [(0, 1)])
    let none = try Graph(vertexCount: 2, edges: [])
    #expect(Multiplex(layers: [tie, none, tie]).participation() == [0.75, 0.75])
    #expect(Multiplex(layers: [none, none]).participation() == [nil, nil])
  }

  @Test func fewerThanTwoLayersHaveNoEvenness() throws {
    let tie = try Graph(vertexCount: 2, edges: [(0, 1)])
    #expect(Multiplex(layers: [tie]).participation() == [nil, nil])
    #expect(Multiplex(layers: [tie]).overlap() == [1, 1])
    #expect(Multiplex(layers: []).participation().isEmpty)
    #expect(Multiplex(vertexCount: 2, layers: []).activeLayerCounts() == [0, 0])
    #expect(Multiplex(vertexCount: 2, layers: []).participation() == [nil, nil])
  }
}
