import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct PageRankTests {
  /// Solves (I − d·Pᵀ) x = (1 − d)/n by elimination, P having rows 1/n where nothing leaves.
  private func solve(_ graph: Graph, damping: Double) -> [Double] {
    let n = graph.vertexCount
    var rows = (0..<n).map { row in
      (0...n).map { $0 == row ? 1.0 : ($0 == n ? (1 - damping) / Double(n) : 0) }
    }
    for (source, weights) in graph.matrix.enumerated() {
      let strength = weights.reduce(0, +)
      for target in 0..<n {
        let share = strength > 0 ? weights[target] / strength : 1 / Double(n)
        rows[target][source] -= damping * share
      }
    }
    for pivot in 0..<n {
      for row in 0..<n where row != pivot {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in pivot...n { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    return (0..<n).map { rows[$0][n] / rows[$0][$0] }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<60) func solvesItsEquations(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: Int.random(in: 1...12, using: &generator), edges: Int.random(in: 0...20, using: &generator),
        direction: direction, weights: seed % 2 == 0 ? [1] : [0, 0.5, 1, 4], using: &generator)
      for damping in [0, 0.5, 0.85, 0.99] {
        let scores = try graph.pageRank(PageRankOptions(damping: damping))
        #expect(scores.hasConverged)
        // The bound that the residual gives, and rounding.
        let bound = damping / (1 - damping) * scores.residual + 1e-14
        #expect(agree(scores.values, solve(graph, damping: damping), relative: 0, absolute: bound))
        #expect(abs(scores.values.reduce(0, +) - 1) < 1e-12)
        #expect(scores.values.allSatisfy { $0 > 0 })
      }
    }
  }

  @Test(.tags(.oracle), arguments: 1...4) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) {
      #expect(agree(try graph.pageRank().values, solve(graph, damping: 0.85), absolute: 1e-11))
    }
  }

  @Test(.tags(.knownAnswer), arguments: [2, 3, 17]) func directedCycleIsUniform(count: Int) throws {
    let scores = try ClassicGraphs.cycle(count, direction: .directed).pageRank()
    #expect(scores.rounds == 1)
    #expect(agree(scores.values, Array(repeating: 1 / Double(count), count: count)))
  }

  @Test func theRoundLimitIsReportedHonestly() throws {
    let scores = try ClassicGraphs.kite().pageRank(PageRankOptions(maximumRounds: 2))
    #expect(!scores.hasConverged)
    #expect(scores.rounds == 2)
    #expect(scores.residual > 1e-12)
  }

  @Test func emptyGraph() throws {
    let scores = try Graph(vertexCount: 0, edges: []).pageRank()
    #expect(scores.values.isEmpty && scores.hasConverged)
  }

  @Test(arguments: [
    PageRankOptions(damping: -0.1), PageRankOptions(damping: 1), PageRankOptions(damping: .nan),
    PageRankOptions(tolerance: 0), PageRankOptions(tolerance: .infinity), PageRankOptions(maximumRounds: 0),
  ]) func rejects(options: PageRankOptions) throws {
    let error = #expect(throws: GraphError.self) { try ClassicGraphs.kite().pageRank(options) }
    #expect(error?.code == .badParameter)
  }
}
