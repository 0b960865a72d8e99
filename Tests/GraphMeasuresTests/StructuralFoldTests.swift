import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Communities of cliques, and who is in how many, beside all cliques of k vertices put together two by two.
@Suite(.tags(.oracle)) struct StructuralFoldTests {
  private func percolation(_ ties: [Int], k: Int) -> [[Int]] {
    var left = (0..<(1 << ties.count)).filter { $0.nonzeroBitCount == k && isPlex($0, k: 1, ties) }
    var communities: [[Int]] = []
    while let start = left.popLast() {
      var open = [start]
      var covered = 0
      while let clique = open.popLast() {
        covered |= clique
        open += left.filter { ($0 & clique).nonzeroBitCount == k - 1 }
        left.removeAll { ($0 & clique).nonzeroBitCount == k - 1 }
      }
      communities.append(members(covered))
    }
    return communities.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
  }

  private func compareOne(_ graph: Graph, k: Int) throws {
    let communities = percolation(tieMasks(graph), k: k)
    func name(_ measure: String) -> String { "\(measure) of \(k) in \(graph.line)" }
    compare(exactly: try graph.cliquePercolation(k: k), communities, name("communities"))
    let counts = (0..<graph.vertexCount).map { vertex in communities.count { $0.contains(vertex) } }
    compare(exactly: try graph.structuralFolds(k: k), counts, name("folds"))
  }

  @Test(arguments: 0...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) { for k in 2...4 { try compareOne(graph, k: k) } }
    for graph in upToNames(allGraphs(vertices: vertices)) {
      for k in [5, 6, 100] { try compareOne(graph, k: k) }
    }
  }

  @Test(arguments: 0...4) func everyDigraphUpToNames(vertices: Int) throws {
    for graph in upToNames(allDigraphs(vertices: vertices)) { for k in 2...4 { try compareOne(graph, k: k) } }
  }

  @Test(arguments: UInt64(0)..<2) func randomGraphs(seed: UInt64) throws {
    try forEachSmallGraph(1_000, seed: seed) { graph, generator in
      try compareOne(graph, k: Int.random(in: 2...5, using: &generator))
    }
  }

  @Test func cliquesOfFewerThanTwo() throws {
    for graph in allGraphs(vertices: 3) {
      for k in [-1, 0, 1] {
        expectRejection(.badParameter, "\(k) in \(graph.line)") { _ = try graph.structuralFolds(k: k) }
        expectRejection(.badParameter, "\(k) in \(graph.line)") { _ = try graph.cliquePercolation(k: k) }
      }
    }
  }
}
