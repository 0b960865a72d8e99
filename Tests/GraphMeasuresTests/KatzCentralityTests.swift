import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct KatzCentralityTests {
  /// (1 − α·Aᵀ) x = 1, solved by elimination; length 1.
  private func solve(_ matrix: [[Double]], attenuation: Double) -> [Double] {
    let vertices = matrix.indices
    let x = solution(
      of: vertices.map { v in vertices.map { (v == $0 ? 1 : 0) - attenuation * matrix[$0][v] } + [1] })
    let length = x.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return x.map { $0 / length }
  }

  private func check(_ graph: Graph, share: Double) throws {
    let scores = try graph.katzCentrality(KatzOptions(share: share))
    let matrix = graph.matrix
    func name(_ part: String) -> String { "\(part) of Katz centrality, share \(share), in \(graph.line)" }
    compare(
      scores.values, solve(matrix, attenuation: scores.attenuation), relative: 1e-9, absolute: 1e-11,
      name("values"))
    let strengths = graph.transposed().strengths()
    let bound = scores.eigenvalue > 0 ? scores.eigenvalue : strengths.max() ?? 0
    compare([scores.attenuation], [bound > 0 ? share / bound : share], absolute: 1e-15, name("attenuation"))
    if !scores.hasConverged || scores.residual > 1e-13 || !scores.values.allSatisfy({ $0 > 0 }) {
      Issue.record("\(name("values")): \(scores)")
    }
  }

  /// The eigenvalue is that of eigenvector centrality.
  @Test(.tags(.oracle), arguments: SmallGraphSet.smaller) func solvesItsEquations(on set: SmallGraphSet)
    throws
  {
    let shares = [0, 0.5, 0.85]
    for (number, graph) in set.graphs.enumerated() {
      let mixed = set == .random || set == .zeroWeights
      try check(graph, share: mixed ? shares[number / 2 % 3] : 0.85)
    }
  }

  @Test(.tags(.oracle)) func largeShares() throws {
    try forEachSmallGraph(40, seed: 6, vertices: 1...14) { graph, _ in try check(graph, share: 0.99) }
  }

  /// In a regular graph all score alike; a star's center has 1 + α·k·y where its leaves have y = 1 + α·center.
  @Test(.tags(.knownAnswer)) func cyclesAndStars() throws {
    let ring = try ClassicGraphs.cycle(9).katzCentrality()
    #expect(agree(ring.values, Array(repeating: 1.0 / 3, count: 9)))
    #expect(abs(ring.attenuation - 0.85 / 2) < 1e-14)
    let star = try ClassicGraphs.star(leaves: 4).katzCentrality()
    let alpha = 0.85 / 2
    let center = (1 + 4 * alpha) / (1 - 4 * alpha * alpha)
    let leaf = 1 + alpha * center
    let length = (center * center + 4 * leaf * leaf).squareRoot()
    #expect(agree(star.values, [center / length] + Array(repeating: leaf / length, count: 4)))
  }

  @Test(.tags(.knownAnswer)) func withoutCyclesTheLargestInStrengthStandsIn() throws {
    // 0 → 2, 1 → 2, 2 → 3: α = 0.85 / 2.
    let graph = try Graph(vertexCount: 4, edges: [(0, 2), (1, 2), (2, 3)], direction: .directed)
    let scores = try graph.katzCentrality()
    #expect(scores.eigenvalue == 0 && scores.attenuation == 0.425)
    let x = [1, 1, 1.85, 1 + 0.425 * 1.85]
    let length = x.reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(agree(scores.values, x.map { $0 / length }))
  }

  @Test func emptyAndTiny() throws {
    #expect(try Graph(vertexCount: 0, edges: []).katzCentrality().values.isEmpty)
    #expect(try Graph(vertexCount: 1, edges: []).katzCentrality().values == [1])
    let loose = try Graph(vertexCount: 4, edges: []).katzCentrality()
    #expect(agree(loose.values, Array(repeating: 0.5, count: 4)) && loose.hasConverged)
  }

  @Test func theRoundLimitIsReportedHonestly() throws {
    for direction in Direction.allCases {
      let graph = try Graph(vertexCount: 4, edges: [(0, 1), (1, 2), (2, 0), (2, 3)], direction: direction)
      let scores = try graph.katzCentrality(KatzOptions(maximumRounds: 2))
      #expect(!scores.hasConverged && scores.rounds == 2 && scores.residual > 1e-13)
    }
  }

  @Test(arguments: [
    KatzOptions(share: -0.1), KatzOptions(share: 1), KatzOptions(share: .nan), KatzOptions(tolerance: 0),
    KatzOptions(maximumRounds: 0),
  ]) func rejects(options: KatzOptions) throws {
    let error = #expect(throws: GraphError.self) { try ClassicGraphs.kite().katzCentrality(options) }
    #expect(error?.code == .badParameter)
  }
}
