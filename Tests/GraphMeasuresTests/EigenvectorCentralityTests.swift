import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

private let rootHalf = 0.5.squareRoot()

@Suite struct EigenvectorCentralityTests {
  /// A positive vector with Ax = λx on a connected graph is the one sought (Perron, Frobenius).
  private func expectLeadingVector(_ graph: Graph, _ scores: EigenvectorScores) {
    let matrix = graph.matrix
    for vertex in 0..<graph.vertexCount {
      let product = (0..<graph.vertexCount).reduce(0) { $0 + matrix[$1][vertex] * scores.values[$1] }
      #expect(abs(product - scores.eigenvalue * scores.values[vertex]) <= 1e-13 * scores.eigenvalue)
    }
    #expect(abs(scores.values.reduce(0) { $0 + $1 * $1 } - 1) < 1e-13)
    #expect(scores.hasConverged)
  }

  /// The vector of the part of the graph that it has to belong to, from powers of its matrix; where the next
  /// eigenvalue is close, vectors are only as near as the residual over the gap, so eigenvalues, equations and
  /// length are compared more closely.
  @Test(.tags(.oracle), arguments: SmallGraphSet.all) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs {
      let scores = try graph.eigenvectorCentrality()
      let matrix = graph.matrix
      let expected = eigenvectorByParts(matrix)
      func name(_ part: String) -> String { "\(part) of eigenvector centrality in \(graph.line)" }
      compare([scores.eigenvalue], [expected.eigenvalue], relative: 1e-10, name("eigenvalue"))
      compare(scores.values, expected.values, relative: 0, absolute: 1e-9, name("values"))
      guard scores.eigenvalue > 0 else { continue }
      let products = matrix.indices.map { v in
        matrix.indices.reduce(0) { $0 + matrix[$1][v] * scores.values[$1] } / scores.eigenvalue
      }
      compare(products, scores.values, relative: 0, absolute: 1e-12, name("equations"))
      compare([scores.values.reduce(0) { $0 + $1 * $1 }], [1], name("length"))
      if !scores.hasConverged || !scores.values.allSatisfy({ $0 >= 0 }) {
        Issue.record("\(name("values")): \(scores)")
      }
    }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<40) func connectedRandomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(
      vertices: 60, edges: 400, weights: seed % 2 == 0 ? [1] : [0.1, 1, 7], using: &generator)
    try #require(graph.connectedComponents().count == 1)
    let scores = try graph.eigenvectorCentrality()
    expectLeadingVector(graph, scores)
    #expect(scores.values.allSatisfy { $0 > 0 })
  }

  @Test(.tags(.knownAnswer)) func kite() throws {
    let values = try ClassicGraphs.kite().eigenvectorCentrality().values
    let expected = [0.3522, 0.3522, 0.2858, 0.4810, 0.2858, 0.3977, 0.3977, 0.1959, 0.0481, 0.0112]
    #expect(agree(values, expected, absolute: 0.00005))
  }

  /// The path of n has eigenvalue 2 cos(π/(n+1)) and scores in proportion to sin(π i/(n+1)).
  ///
  /// At n = 400 the two largest eigenvalues differ by one part in 10 000.
  @Test(.tags(.knownAnswer), arguments: [2, 3, 50, 400]) func pathsWithSmallGaps(count: Int) throws {
    let scores = try ClassicGraphs.path(count).eigenvectorCentrality()
    // sin by recurrence from the eigenvalue, positive up to the middle, then mirrored.
    var sines = [0.0, 1.0]
    while sines.count <= (count + 1) / 2 {
      sines.append(scores.eigenvalue * sines[sines.count - 1] - sines[sines.count - 2])
    }
    let expected = (1...count).map { sines[min($0, count + 1 - $0)] }
    let norm = expected.reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(agree(scores.values, expected.map { $0 / norm }, relative: 1e-9, absolute: 0))
    #expect(scores.hasConverged)
  }

  @Test(.tags(.knownAnswer)) func starsAreBipartite() throws {
    let scores = try ClassicGraphs.star(leaves: 8).eigenvectorCentrality()
    #expect(agree(scores.values, [rootHalf] + Array(repeating: 0.25, count: 8)))
    #expect(abs(scores.eigenvalue - 2 / rootHalf) < 1e-14)
  }

  @Test(.tags(.knownAnswer)) func tiesGoToTheSmallestVertex() throws {
    // Two triangles and an edge: the first triangle takes all.
    let edges: [(UInt32, UInt32)] = [(0, 7), (1, 3), (3, 5), (5, 1), (2, 4), (4, 6), (6, 2)]
    let values = try Graph(vertexCount: 8, edges: edges).eigenvectorCentrality().values
    let share = 1 / 3.0.squareRoot()
    #expect(agree(values, [0, share, 0, share, 0, share, 0, 0]))
  }

  @Test func edgesOfWeightZeroJoinNothing() throws {
    var edges = EdgeList()
    edges.append(from: 0, to: 1, weight: 2)
    edges.append(from: 1, to: 2, weight: 0)
    let graph = try Multigraph(vertexCount: 3, edges: edges, direction: .undirected).reduced(.once)
    let scores = try graph.eigenvectorCentrality()
    #expect(agree(scores.values, [rootHalf, rootHalf, 0]))
    #expect(abs(scores.eigenvalue - 2) < 1e-14)
  }

  @Test(arguments: [
    EigenvectorOptions(tolerance: 0), EigenvectorOptions(tolerance: .nan),
    EigenvectorOptions(maximumRounds: 0),
  ]) func rejects(options: EigenvectorOptions) throws {
    let error = #expect(throws: GraphError.self) { try ClassicGraphs.kite().eigenvectorCentrality(options) }
    #expect(error?.code == .badParameter)
  }

  @Test func theRoundLimitIsReportedHonestly() throws {
    let scores = try ClassicGraphs.path(400).eigenvectorCentrality(EigenvectorOptions(maximumRounds: 1))
    #expect(!scores.hasConverged)
    #expect(scores.residual > 1e-13)
  }

  @Test(arguments: [0, 1]) func tinyGraphs(count: Int) throws {
    let scores = try Graph(vertexCount: count, edges: []).eigenvectorCentrality()
    #expect(scores.values == Array(repeating: 0, count: count))
    #expect(scores.eigenvalue == 0 && scores.hasConverged)
  }
}

@Suite struct DirectedEigenvectorCentralityTests {
  private func directed(_ count: Int, _ edges: [(UInt32, UInt32)]) throws -> EigenvectorScores {
    try Graph(vertexCount: count, edges: edges, direction: .directed).eigenvectorCentrality()
  }

  @Test(.tags(.knownAnswer)) func withoutCyclesThereIsNone() throws {
    let scores = try directed(3, [(0, 1), (1, 2), (0, 2)])
    #expect(scores.values == [0, 0, 0])
    #expect(scores.eigenvalue == 0)
  }

  @Test(.tags(.knownAnswer)) func scoresFlowDownstreamOnly() throws {
    // 0 → 1 ⇄ 2 → 3: x(1) = x(2) = x(3), nothing upstream.
    let scores = try directed(4, [(0, 1), (1, 2), (2, 1), (2, 3)])
    let share = 1 / 3.0.squareRoot()
    #expect(agree(scores.values, [0, share, share, share]))
    #expect(abs(scores.eigenvalue - 1) < 1e-14)
  }

  @Test(.tags(.knownAnswer)) func equalComponentsInARow() throws {
    // 0 ⇄ 1 → 2 ⇄ 3: only the second has an eigenvector that what it reaches can bear.
    let scores = try directed(4, [(0, 1), (1, 0), (1, 2), (2, 3), (3, 2)])
    #expect(agree(scores.values, [0, 0, rootHalf, rootHalf]))
  }

  @Test(.tags(.knownAnswer)) func equalComponentsApart() throws {
    let scores = try directed(4, [(2, 3), (3, 2), (0, 1), (1, 0)])
    #expect(agree(scores.values, [rootHalf, rootHalf, 0, 0]))
  }
}
