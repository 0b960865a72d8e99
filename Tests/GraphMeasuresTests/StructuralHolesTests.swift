import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Constraint, effective size and efficiency straight from Burt's formulas, on a dense matrix.
private struct HolesOracle {
  let constraint: [Double?]
  let effectiveSize: [Double?]
  let efficiency: [Double?]

  init(_ graph: Graph) {
    let a = graph.matrix
    let vertices = a.indices
    let z = vertices.map { i in vertices.map { a[i][$0] + a[$0][i] } }
    let strength = z.map { $0.reduce(0, +) }
    let largest = z.map { $0.max() ?? 0 }
    let p = zip(z, strength).map { row, sum in row.map { sum > 0 ? $0 / sum : 0 } }
    let m = zip(z, largest).map { row, most in row.map { most > 0 ? $0 / most : 0 } }
    let neighbors = tieMasks(graph).map(members)
    var constraint: [Double?] = []
    var sizes: [Double?] = []
    for i in vertices {
      guard strength[i] > 0 else {
        constraint.append(nil)
        sizes.append(nil)
        continue
      }
      var sum = 0.0
      var size = 0.0
      for j in neighbors[i] {
        var share = p[i][j]
        var redundancy = 0.0
        for q in neighbors[i] {
          share += p[i][q] * p[q][j]
          redundancy += p[i][q] * m[j][q]
        }
        sum += share * share
        size += 1 - redundancy
      }
      constraint.append(sum)
      sizes.append(size)
    }
    self.constraint = constraint
    effectiveSize = sizes
    efficiency = vertices.map { i in sizes[i].map { $0 / Double(neighbors[i].count) } }
  }
}

@Suite(.tags(.oracle)) struct StructuralHolesOracleTests {
  private func check(_ graph: Graph) throws {
    let oracle = HolesOracle(graph)
    compare(try graph.constraint(), oracle.constraint, "constraint in \(graph.line)")
    compare(try graph.effectiveSize(), oracle.effectiveSize, "effective size in \(graph.line)")
    compare(try graph.efficiency(), oracle.efficiency, "efficiency in \(graph.line)")
  }

  @Test(arguments: SmallGraphSet.all) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs { try check(graph) }
  }

  @Test func weightsFarApart() throws {
    try forEachSmallGraph(300, seed: 10, vertices: 2...12, weights: [0, 0.5, 1, 2, 10]) { graph, _ in
      try check(graph)
    }
  }
}

@Suite(.tags(.knownAnswer)) struct ConstraintTests {
  @Test func kite() throws {
    let expected = [0.5412, 0.5412, 0.6641, 0.4702, 0.6641, 0.4451, 0.4451, 0.4311, 0.5, 1]
    #expect(agree(try ClassicGraphs.kite().constraint(), expected, absolute: 0.00005))
  }

  @Test func florentineMarriages() throws {
    let values = try ClassicGraphs.florentineMarriages().constraint()
    let expected = [
      "Medici": 0.2099, "Guadagni": 0.25, "Albizzi": 0.3333, "Strozzi": 0.4583, "Ridolfi": 0.4599,
      "Tornabuoni": 0.4599, "Castellani": 0.4823, "Bischeri": 0.4823, "Barbadori": 0.5, "Salviati": 0.5,
      "Peruzzi": 0.6559,
    ]
    for (family, value) in zip(ClassicGraphs.florentineFamilies, values) {
      if let known = expected[family] { #expect(agree([value], [known], absolute: 0.00005)) }
    }
  }

  @Test func borgatti() throws {
    let weighted = try ClassicGraphs.structuralHoles()
    let plain = try weighted.unweighted().constraint()
    #expect(agree([plain[6], plain[0], plain[2]], [0.400, 0.595, 1], absolute: 0.0005))
    let values = try weighted.constraint()
    #expect(agree([values[6], values[0], values[2]], [0.299, 0.795, 1], absolute: 0.0005))
  }

  @Test func directed() throws {
    let plain = try Graph(vertexCount: 3, edges: [(0, 1), (0, 2), (1, 0), (2, 1)], direction: .directed)
    #expect(agree(try plain.constraint(), [1.003, 1.003, 1.389], absolute: 0.0005))
    #expect(agree(try weightedTriangle().constraint(), [0.840, 1.143, 1.378], absolute: 0.0005))
  }

  @Test func pathOfFour() throws {
    #expect(agree(try ClassicGraphs.path(4).constraint(), [1, 0.5, 0.5, 1]))
  }

  @Test func completeGraphsJoinedInTheMiddle() throws {
    #expect(
      agree(
        try ClassicGraphs.complete(4).constraint(), Array(repeating: 0.925926, count: 4), absolute: 5e-7))
    var edges: [(UInt32, UInt32)] = [(3, 4), (4, 5)]
    for first in [UInt32(0), 5] {
      for u in 0..<UInt32(4) { for v in 0..<u { edges.append((first + v, first + u)) } }
    }
    let side = Array(repeating: 0.865741, count: 3)
    let values = try Graph(vertexCount: 9, edges: edges).constraint()
    #expect(agree(values, side + [0.583333, 0.5, 0.583333] + side, absolute: 5e-7))
  }

  /// Splitting a weight over parallel ties, or adding self-ties, changes nothing.
  @Test func parallelTiesAndSelfTies() throws {
    var edges = EdgeList()
    for u in 0..<UInt32(4) {
      for v in 0..<u {
        edges.append(from: u, to: v, weight: 0.25)
        edges.append(from: v, to: u, weight: 0.75)
      }
    }
    edges.append(from: 2, to: 2, weight: 5)
    let graph = try Multigraph(vertexCount: 4, edges: edges, direction: .undirected).reduced(.sum)
    #expect(agree(try graph.constraint(), Array(repeating: 0.925926, count: 4), absolute: 5e-7))
  }

  @Test func isolatesAreUndefined() throws {
    let graph = try Graph(vertexCount: 3, edges: [(0, 2)])
    #expect(try graph.constraint() == [1, nil, 1])
    #expect(try graph.effectiveSize() == [1, nil, 1])
    #expect(try graph.efficiency() == [1, nil, 1])
    let none = try Graph(vertexCount: 0, edges: [])
    #expect(try none.constraint().isEmpty && none.effectiveSize().isEmpty && none.efficiency().isEmpty)
  }
}

@Suite(.tags(.knownAnswer)) struct EffectiveSizeTests {
  @Test func kite() throws {
    let expected = [2, 2, 1, 10.0 / 3, 1, 3, 3, 7.0 / 3, 2, 1]
    #expect(agree(try ClassicGraphs.kite().effectiveSize(), expected))
  }

  @Test func florentineMarriages() throws {
    let values = try ClassicGraphs.florentineMarriages().effectiveSize()
    #expect(agree([values[1]], [17.0 / 3]))
  }

  @Test func borgatti() throws {
    let weighted = try ClassicGraphs.structuralHoles()
    let plain = try weighted.unweighted().effectiveSize()
    #expect(agree([plain[6], plain[0], plain[2]], [14.0 / 3, 2.5, 1]))
    let values = try weighted.effectiveSize()
    #expect(agree([values[6], values[0], values[2]], [5.47, 2.47, 1], absolute: 0.005))
  }

  @Test func directed() throws {
    let plain = try Graph(vertexCount: 3, edges: [(0, 1), (0, 2), (1, 0), (2, 1)], direction: .directed)
    #expect(agree(try plain.effectiveSize(), [1.167, 1.167, 1], absolute: 0.0005))
    #expect(agree(try weightedTriangle().effectiveSize(), [1.567, 1.083, 1], absolute: 0.0005))
  }

  /// Efficiency divides by neighbors, not by arcs: 0 and 1 are joined both ways and are neighbors once.
  @Test func efficiencyCountsNeighborsOnce() throws {
    let plain = try Graph(vertexCount: 3, edges: [(0, 1), (0, 2), (1, 0), (2, 1)], direction: .directed)
    #expect(agree(try plain.efficiency(), [1.167 / 2, 1.167 / 2, 0.5], absolute: 0.0005))
    #expect(agree(try ClassicGraphs.star(leaves: 5).efficiency(), Array(repeating: 1, count: 6)))
  }
}

private func weightedTriangle() throws -> Graph {
  var edges = EdgeList()
  edges.append(from: 0, to: 1, weight: 2)
  edges.append(from: 0, to: 2, weight: 2)
  edges.append(from: 1, to: 0, weight: 1)
  edges.append(from: 2, to: 1, weight: 1)
  return try Multigraph(vertexCount: 3, edges: edges, direction: .directed).reduced(.once)
}
