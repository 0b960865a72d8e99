import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Betweenness of a vertex tied to all of the other mode, whose other neighbors are spread evenly.
func largestBetweenness(own: Int, other: Int) throws -> Double {
  guard other > 0 else { return 0 }
  var edges = (1..<(other + 1)).map { (UInt32(0), UInt32($0)) }
  for place in 0..<(own - 1) { edges.append((UInt32(1 + place % other), UInt32(1 + other + place))) }
  return try Graph(vertexCount: own + other, edges: edges).betweenness()[0]
}

@Suite(.tags(.knownAnswer)) struct SouthernWomenTests {
  private func modes(_ graph: Graph) throws -> ContiguousArray<Bool> {
    try #require(try graph.bipartition())
  }

  /// NetworkX, `algorithms/bipartite/tests/test_centrality.py`, to two digits; women first, then events.
  @Test func degree() throws {
    let graph = try ClassicGraphs.southernWomen()
    let expected = [
      0.57, 0.5, 0.57, 0.5, 0.29, 0.29, 0.29, 0.21, 0.29, 0.29, 0.29, 0.43, 0.5, 0.57, 0.36, 0.14, 0.14, 0.14,
      0.17, 0.17, 0.33, 0.22, 0.44, 0.44, 0.56, 0.78, 0.67, 0.28, 0.22, 0.33, 0.17, 0.17,
    ]
    #expect(agree(try graph.twoModeDegree(modes: modes(graph)), expected, absolute: 0.005_000_1))
  }

  @Test func closeness() throws {
    let graph = try ClassicGraphs.southernWomen()
    let expected = [
      0.8, 0.73, 0.8, 0.73, 0.6, 0.67, 0.67, 0.67, 0.71, 0.71, 0.69, 0.73, 0.77, 0.8, 0.73, 0.65, 0.59, 0.59,
      0.52, 0.52, 0.56, 0.54, 0.59, 0.69, 0.73, 0.85, 0.79, 0.55, 0.54, 0.56, 0.52, 0.52,
    ]
    #expect(agree(try graph.twoModeCloseness(modes: modes(graph)), expected, absolute: 0.005_000_1))
  }

  @Test func betweenness() throws {
    let graph = try ClassicGraphs.southernWomen()
    let expected = [
      0.1, 0.05, 0.09, 0.05, 0.01, 0.01, 0.01, 0.01, 0.02, 0.02, 0.02, 0.05, 0.07, 0.11, 0.04, 0, 0.01, 0.01,
      0,
      0, 0.02, 0.01, 0.04, 0.07, 0.13, 0.24, 0.23, 0.01, 0.02, 0.02, 0, 0,
    ]
    #expect(agree(try graph.twoModeBetweenness(modes: modes(graph)), expected, absolute: 0.005_000_1))
    // NetworkX 3.6.1, six digits: Evelyn, and event 8.
    let values = try graph.twoModeBetweenness(modes: modes(graph))
    #expect(agree([values[0], values[25]], [0.096585, 0.243819], absolute: 5e-7))
  }
}

@Suite struct TwoModeCentralityTests {
  @Test(.tags(.property)) func modesCanBeSwapped() throws {
    var generator = SeededGenerator(seed: 4)
    let edges = (0..<400).map { _ in
      (UInt32.random(in: 0..<120, using: &generator), UInt32.random(in: 120..<200, using: &generator))
    }
    let graph = try Graph(vertexCount: 200, edges: edges)
    let modes = ContiguousArray((0..<200).map { $0 >= 120 })
    let closeness = try graph.twoModeCloseness(modes: modes)
    let betweenness = try graph.twoModeBetweenness(modes: modes)
    // Which mode is called which plays no part.
    let swapped = ContiguousArray(modes.map { !$0 })
    #expect(try graph.twoModeBetweenness(modes: swapped) == betweenness)
    #expect(try graph.twoModeCloseness(modes: swapped) == closeness)
    #expect(try graph.twoModeDegree(modes: swapped) == graph.twoModeDegree(modes: modes))
  }

  @Test func undefinedAndErrors() throws {
    let isolates = try Graph(vertexCount: 2, edges: [])
    #expect(try isolates.twoModeDegree(modes: [false, false]) == [nil, nil])
    #expect(try isolates.twoModeDegree(modes: [false, true]) == [0, 0])
    #expect(try isolates.twoModeCloseness(modes: [false, true]) == [0, 0])
    #expect(try isolates.twoModeBetweenness(modes: [false, true]) == [nil, nil])
    let none = try Graph(vertexCount: 0, edges: [])
    #expect(try none.twoModeDegree(modes: []).isEmpty && none.twoModeCloseness(modes: []).isEmpty)
    let path = try ClassicGraphs.path(3)
    for modes in [ContiguousArray([false, true]), [false, false, true]] {
      let error = #expect(throws: GraphError.self) { try path.twoModeDegree(modes: modes) }
      #expect(error?.code == .badParameter)
      #expect(throws: GraphError.self) { try path.twoModeCloseness(modes: modes) }
      #expect(throws: GraphError.self) { try path.twoModeBetweenness(modes: modes) }
    }
    // The middle of a path is alone in its mode, and between all others.
    #expect(try path.twoModeBetweenness(modes: [false, true, false]) == [nil, 1, nil])
  }
}
