import EcographTestSupport
import Foundation
import GraphCore
import GraphMeasures
import Testing

/// Burt's formula on a dense matrix.
private func hierarchyByDefinition(_ graph: Graph) -> [Double?] {
  let a = graph.matrix
  let vertices = a.indices
  let z = vertices.map { i in vertices.map { a[i][$0] + a[$0][i] } }
  let strength = z.map { $0.reduce(0, +) }
  let neighbors = graph.symmetrized()
  func p(_ i: Int, _ j: Int) -> Double { strength[i] > 0 ? z[i][j] / strength[i] : 0 }
  return vertices.map { i in
    guard strength[i] > 0 else { return nil }
    let contacts = neighbors.neighbors(of: i).map { Int($0) }
    if contacts.count == 1 { return 1 }
    let terms = contacts.map { j in
      let share = contacts.reduce(p(i, j)) { $0 + p(i, $1) * p($1, j) }
      return share * share
    }
    let mean = terms.reduce(0, +) / Double(terms.count)
    let sum = terms.reduce(0.0) { $1 == 0 ? $0 : $0 + $1 / mean * log($1 / mean) }
    return sum / (Double(terms.count) * log(Double(terms.count)))
  }
}

@Suite struct HierarchyTests {
  private func check(_ graph: Graph) throws {
    let values = try graph.hierarchy()
    compare(values, hierarchyByDefinition(graph), "hierarchy in \(graph.line)")
    if !values.allSatisfy({ $0.map { (0...1).contains($0) } ?? true }) {
      Issue.record("hierarchy in \(graph.line): \(values)")
    }
  }

  @Test(.tags(.oracle), arguments: SmallGraphSet.all) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs { try check(graph) }
  }

  @Test(.tags(.oracle)) func weightsFarApart() throws {
    try forEachSmallGraph(200, seed: 11, vertices: 2...12, weights: [0, 0.5, 1, 2, 10]) { graph, _ in
      try check(graph)
    }
  }

  /// Computed with NetworkX 3.6.1 `local_constraint` and the formula.
  @Test(.tags(.knownAnswer)) func kite() throws {
    let expected = [0.0336, 0.0336, 0.0011, 0.0095, 0.0011, 0.0196, 0.0196, 0.0122, 0, 1]
    #expect(agree(try ClassicGraphs.kite().hierarchy(), expected, absolute: 0.00005))
  }

  /// As above.
  @Test(.tags(.knownAnswer)) func florentineMarriages() throws {
    let values = try ClassicGraphs.florentineMarriages().hierarchy()
    #expect(agree([values[1], values[4]], [0.0225, 0.0431], absolute: 0.00005))
  }

  /// Contacts that constrain alike: none; a single one: all of it.
  @Test(.tags(.knownAnswer)) func extremes() throws {
    #expect(agree(try ClassicGraphs.complete(5).hierarchy(), Array(repeating: 0, count: 5)))
    #expect(try ClassicGraphs.star(leaves: 3).hierarchy() == [0, 1, 1, 1])
    #expect(try Graph(vertexCount: 3, edges: [(0, 2)]).hierarchy() == [1, nil, 1])
    #expect(try Graph(vertexCount: 0, edges: []).hierarchy().isEmpty)
  }
}
