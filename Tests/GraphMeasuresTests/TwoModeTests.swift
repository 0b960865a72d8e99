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
  /// A random graph whose ties all join the first vertices with the others, and the modes.
  private func randomTwoMode(
    _ generator: inout SeededGenerator, direction: Direction
  ) throws -> (graph: Graph, modes: ContiguousArray<Bool>) {
    let n = Int.random(in: 1...8, using: &generator)
    let m = Int.random(in: 1...8, using: &generator)
    let modes = ContiguousArray((0..<(n + m)).map { _ in Bool.random(using: &generator) })
    var edges: [(UInt32, UInt32)] = []
    for _ in 0..<Int.random(in: 0...25, using: &generator) {
      let u = Int.random(in: 0..<(n + m), using: &generator)
      let v = Int.random(in: 0..<(n + m), using: &generator)
      if modes[u] != modes[v] { edges.append((UInt32(u), UInt32(v))) }
    }
    return (try Graph(vertexCount: n + m, edges: edges, direction: direction), modes)
  }

  /// Straight from the formulas, on distances found by walking all paths; the largest betweenness is that of a
  /// vertex tied to all others, each of which has the others of the own mode hung on evenly.
  @Test(.tags(.oracle), arguments: UInt64(0)..<150) func definitions(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let (graph, modes) = try randomTwoMode(&generator, direction: direction)
      let plain = graph.symmetrized().unweighted()
      let oracle = PathOracle(plain, usesWeights: false)
      let size = graph.vertexCount
      let degree = try graph.twoModeDegree(modes: modes)
      let closeness = try graph.twoModeCloseness(modes: modes)
      let betweenness = try graph.twoModeBetweenness(modes: modes)
      for vertex in 0..<size {
        let other = modes.count { $0 != modes[vertex] }
        let own = size - other
        #expect(
          agree([degree[vertex]], [other > 0 ? Double(plain.degree(of: vertex)) / Double(other) : nil]))
        let distances = oracle.distances[vertex].enumerated().filter { $0.offset != vertex }.compactMap(
          \.element)
        let expected =
          distances.isEmpty
          ? 0
          : Double(other + 2 * (own - 1)) / distances.reduce(0, +) * Double(distances.count)
            / Double(size - 1)
        #expect(agree([closeness[vertex]], [expected]))
        let largest = try largestBetweenness(own: own, other: other)
        #expect(
          agree([betweenness[vertex]], [largest > 0 ? oracle.betweenness[vertex] / largest : nil]))
        #expect(betweenness[vertex].map { (0...(1 + 1e-12)).contains($0) } ?? true)
      }
    }
  }

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
