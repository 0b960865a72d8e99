import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct HITSTests {
  /// σ h = A a and σ a = Aᵀ h, up to the scaling to sums of 1.
  private func expectSingularVectors(_ graph: Graph, _ scores: HITSScores) {
    let n = graph.vertexCount
    let matrix = graph.matrix
    let outward = (0..<n).map { u in (0..<n).reduce(0) { $0 + matrix[u][$1] * scores.authorities[$1] } }
    let inward = (0..<n).map { v in (0..<n).reduce(0) { $0 + matrix[$1][v] * scores.hubs[$1] } }
    for (product, scores) in [(outward, scores.hubs), (inward, scores.authorities)] {
      let sum = product.reduce(0, +)
      #expect(agree(product.map { $0 / sum }, scores))
      #expect(abs(scores.reduce(0, +) - 1) < 1e-14)
      #expect(scores.allSatisfy { $0 >= 0 })
    }
  }

  @Test(.tags(.oracle), arguments: Direction.allCases, UInt64(0)..<50) func solvesItsEquations(
    direction: Direction, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(
      vertices: 12, edges: Int.random(in: 1...60, using: &generator), direction: direction,
      weights: seed % 2 == 0 ? [1] : [0.5, 1, 3], using: &generator)
    let scores = try graph.hubsAndAuthorities()
    #expect(scores.hasConverged)
    guard graph.arcCount > 0 else { return }
    expectSingularVectors(graph, scores)
    // No vector is stretched more: powers of AᵀA grow no faster than σ².
    let matrix = graph.matrix
    var x = [Double](repeating: 1, count: 12)
    var growth = 0.0
    for _ in 0..<300 {
      let y = (0..<12).map { u in (0..<12).reduce(0) { $0 + matrix[u][$1] * x[$1] } }
      x = (0..<12).map { v in (0..<12).reduce(0) { $0 + matrix[$1][v] * y[$1] } }
      growth = x.reduce(0, +)
      x = x.map { $0 / growth }
    }
    #expect(abs(growth.squareRoot() - scores.singularValue) < 1e-6 * scores.singularValue)
  }

  @Test(.tags(.knownAnswer)) func arcsToOneVertex() throws {
    let graph = try Graph(vertexCount: 5, edges: [(0, 3), (1, 3), (2, 3)], direction: .directed)
    let scores = try graph.hubsAndAuthorities()
    #expect(agree(scores.hubs, [1, 1, 1, 0, 0].map { $0 / 3.0 }))
    #expect(agree(scores.authorities, [0, 0, 0, 1, 0]))
    #expect(abs(scores.singularValue - 3.0.squareRoot()) < 1e-14)
  }

  /// Of two equal parts that with the smallest hub is taken: here 1 → 4, not 2 → 0.
  @Test(.tags(.knownAnswer)) func tiesGoToTheSmallestHub() throws {
    let scores = try Graph(vertexCount: 5, edges: [(2, 0), (1, 4)], direction: .directed).hubsAndAuthorities()
    #expect(agree(scores.hubs, [0, 1, 0, 0, 0]))
    #expect(agree(scores.authorities, [0, 0, 0, 0, 1]))
  }

  /// Arcs both ways are no direction: a star's center is as good a hub as an authority.
  @Test(.tags(.knownAnswer)) func symmetricArcs() throws {
    let star = try ClassicGraphs.star(leaves: 4)
    let arcs = star.edges.flatMap {
      [(UInt32($0.source), UInt32($0.target)), (UInt32($0.target), UInt32($0.source))]
    }
    let directed = try Graph(vertexCount: 5, edges: arcs, direction: .directed)
    for graph in [star, directed] {
      let scores = try graph.hubsAndAuthorities()
      #expect(scores.hubs == scores.authorities)
      #expect(agree(scores.hubs, [1.0 / 3] + Array(repeating: 1.0 / 6, count: 4)))
    }
  }

  @Test(arguments: [0, 1, 3]) func withoutArcs(count: Int) throws {
    for direction in Direction.allCases {
      let scores = try Graph(vertexCount: count, edges: [], direction: direction).hubsAndAuthorities()
      #expect(scores.hubs == Array(repeating: 0, count: count) && scores.authorities == scores.hubs)
      #expect(scores.singularValue == 0 && scores.hasConverged)
    }
  }
}
