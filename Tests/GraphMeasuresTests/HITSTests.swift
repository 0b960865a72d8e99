import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct HITSTests {
  /// Hubs are the leading vector of A·Aᵀ, authorities what they point to; of a symmetric matrix, whose
  /// eigenvalues may be λ and −λ, both are the vector of A.
  private func scores(_ matrix: [[Double]]) -> (hubs: [Double], authorities: [Double], singularValue: Double)
  {
    let vertices = matrix.indices
    func shares(_ values: [Double]) -> [Double] {
      let sum = values.reduce(0, +)
      return values.map { sum > 0 ? $0 / sum : 0 }
    }
    if vertices.allSatisfy({ u in (0..<u).allSatisfy { matrix[u][$0] == matrix[$0][u] } }) {
      let (values, eigenvalue) = eigenvectorByParts(matrix)
      return (shares(values), shares(values), eigenvalue)
    }
    let products = matrix.map { row in
      matrix.map { other in zip(row, other).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let (hubs, eigenvalue) = eigenvectorByParts(products)
    let authorities = vertices.map { v in vertices.reduce(0) { $0 + matrix[$1][v] * hubs[$1] } }
    return (shares(hubs), shares(authorities), eigenvalue.squareRoot())
  }

  /// As for eigenvector centrality, vectors are compared less closely than their equations.
  @Test(.tags(.oracle), arguments: SmallGraphSet.all) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs {
      let found = try graph.hubsAndAuthorities()
      let matrix = graph.matrix
      let expected = scores(matrix)
      func name(_ part: String) -> String { "\(part) in \(graph.line)" }
      compare(found.hubs, expected.hubs, relative: 0, absolute: 1e-9, name("hubs"))
      compare(found.authorities, expected.authorities, relative: 0, absolute: 1e-9, name("authorities"))
      compare([found.singularValue], [expected.singularValue], relative: 1e-10, name("singular value"))
      if !found.hasConverged { Issue.record("\(name("hubs")): \(found)") }
      checkEquations(matrix, found, name("equations"))
    }
  }

  /// σ h = A a and σ a = Aᵀ h, up to the scaling to sums of 1.
  private func checkEquations(_ matrix: [[Double]], _ scores: HITSScores, _ name: @autoclosure () -> String) {
    guard scores.singularValue > 0 else { return }
    let vertices = matrix.indices
    let outward = vertices.map { u in vertices.reduce(0) { $0 + matrix[u][$1] * scores.authorities[$1] } }
    let inward = vertices.map { v in vertices.reduce(0) { $0 + matrix[$1][v] * scores.hubs[$1] } }
    for (product, scores) in [(outward, scores.hubs), (inward, scores.authorities)] {
      let sum = product.reduce(0, +)
      compare(product.map { $0 / sum }, scores, name())
      compare([scores.reduce(0, +)], [1], absolute: 1e-14, name())
      if !scores.allSatisfy({ $0 >= 0 }) { Issue.record("\(name()): \(scores)") }
    }
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
