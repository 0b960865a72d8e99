import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct KatzCentralityTests {
  /// Solves (1 − α·Aᵀ) x = 1 by elimination with pivoting; length 1.
  private func solve(_ graph: Graph, attenuation: Double) -> [Double] {
    let n = graph.vertexCount
    let matrix = graph.matrix
    var rows = (0..<n).map { v in (0..<n).map { (v == $0 ? 1 : 0) - attenuation * matrix[$0][v] } + [1.0] }
    for pivot in 0..<n {
      let best = (pivot..<n).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
      rows.swapAt(pivot, best)
      for row in 0..<n where row != pivot {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in pivot...n { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    let x = (0..<n).map { rows[$0][n] / rows[$0][$0] }
    let length = x.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return x.map { $0 / length }
  }

  @Test(.tags(.oracle), arguments: Direction.allCases, UInt64(0)..<50) func solvesItsEquations(
    direction: Direction, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(
      vertices: Int.random(in: 1...14, using: &generator), edges: Int.random(in: 0...40, using: &generator),
      direction: direction, weights: seed % 2 == 0 ? [1] : [0, 0.5, 1, 4], using: &generator)
    for share in [0, 0.5, 0.85, 0.99] {
      let scores = try graph.katzCentrality(KatzOptions(share: share))
      #expect(scores.hasConverged && scores.residual <= 1e-13)
      if scores.eigenvalue > 0 { #expect(abs(scores.attenuation * scores.eigenvalue - share) < 1e-15) }
      let expected = solve(graph, attenuation: scores.attenuation)
      #expect(agree(scores.values, expected, relative: 1e-9, absolute: 1e-11))
      #expect(scores.values.allSatisfy { $0 > 0 })
    }
  }

  @Test(.tags(.oracle), arguments: 1...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) {
      let scores = try graph.katzCentrality()
      #expect(agree(scores.values, solve(graph, attenuation: scores.attenuation), absolute: 1e-11))
    }
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
