import CVectorKernels
import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Triangles, and what is made from them, where hubs, tables and several threads take part.
@Suite(.tags(.property)) struct TriangleTests {
  /// A few hubs among many vertices, so that rows lead to hubs and beyond.
  private func skewedGraph(seed: UInt64, weights: [Double] = [1]) throws -> Graph {
    var generator = SeededGenerator(seed: seed)
    var edges = EdgeList()
    func vertex(_ generator: inout SeededGenerator) -> UInt32 {
      let share = Double.random(in: 0..<1, using: &generator)
      return UInt32(share * share * share * 900)
    }
    for _ in 0..<6_000 {
      edges.append(
        from: vertex(&generator), to: vertex(&generator),
        weight: weights.randomElement(using: &generator) ?? 1)
    }
    return try Graph(vertexCount: 1_000, edges: edges, direction: .undirected, rule: .once)
  }

  /// Triangles of each vertex by looking at all pairs of its neighbors.
  private func triangles(_ graph: Graph) -> [Int] {
    let neighbors = (0..<graph.vertexCount).map { Set(graph.neighbors(of: $0)) }
    return neighbors.map { own in own.reduce(0) { $0 + neighbors[Int($1)].intersection(own).count } / 2 }
  }

  private var units: [VectorUnit] {
    [VECTOR_UNIT_BASELINE, VECTOR_UNIT_AVX2, VECTOR_UNIT_AVX512].filter {
      $0.rawValue <= vector_unit().rawValue
    }
  }

  @Test(arguments: UInt64(0)..<4) func everyVectorUnit(seed: UInt64) throws {
    let graph = try skewedGraph(seed: seed)
    let expected = triangles(graph)
    #expect(expected.reduce(0, +) > 10_000)
    for unit in units {
      for threads in [1, 2, 3, 8] {
        #expect(try graph.triangleCounts(execution: Execution(threads: threads), unit: unit) == expected)
      }
    }
  }

  /// All vertices are hubs, and all pairs of their neighbors are tied.
  @Test(arguments: [1, 2, 3, 8, 9, 31, 32, 33, 64, 65, 150]) func completeGraphs(count: Int) throws {
    let graph = try ClassicGraphs.complete(count)
    let each = (count - 1) * (count - 2) / 2
    for unit in units {
      #expect(
        try graph.triangleCounts(execution: .serial, unit: unit) == Array(repeating: each, count: count))
    }
    let (k, n) = (Double(count - 1), Double(count))
    if count > 1 {
      // p = 1/k, and each pair shares the other n − 2.
      let share = 1 / k + (n - 2) / (k * k)
      #expect(agree(try graph.constraint(), Array(repeating: k * share * share, count: count)))
      #expect(agree(try graph.effectiveSize(), Array(repeating: k - (n - 2), count: count)))
    }
  }

  @Test func twoModeGraphsHaveNone() throws {
    let women = try ClassicGraphs.southernWomen()
    #expect(try women.triangleCounts() == Array(repeating: 0, count: 32))
    let degrees = women.degrees()
    #expect(agree(try women.constraint(), degrees.map { 1 / Double($0) }))
    #expect(try women.effectiveSize() == degrees.map(Double.init))
    // With one triangle more, the long way gives the same elsewhere.
    let more = try women.disjointUnion(ClassicGraphs.complete(3))
    let longWay = Array(try more.constraint().prefix(32))
    #expect(agree(longWay, try women.constraint(), relative: 1e-14, absolute: 0))
    #expect(try Array(more.triangleCounts().suffix(3)) == [1, 1, 1])
  }

  @Test(arguments: [[1.0], [0.1, 0.7, 1.3]]) func structuralHolesHaveTheSameBits(weights: [Double]) throws {
    let graph = try skewedGraph(seed: 3, weights: weights)
    let constraint = try graph.constraint()
    let sizes = try graph.effectiveSize()
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(try graph.constraint(execution: execution) == constraint)
      #expect(try graph.effectiveSize(execution: execution) == sizes)
    }
  }

  /// Weights that differ by many powers of ten, and so small that their inverse is not a number.
  @Test func extremeWeights() throws {
    for scale in [1e-308, 1e-150, 1e150] {
      var edges = EdgeList()
      for (u, v) in [(0, 1), (1, 2), (0, 2), (2, 3)] as [(UInt32, UInt32)] {
        edges.append(from: u, to: v, weight: scale)
      }
      let graph = try Graph(vertexCount: 4, edges: edges, direction: .undirected, rule: .sum)
      #expect(agree(try graph.constraint(), try graph.unweighted().constraint()))
      // Effective size takes products of two weights.
      if scale > 1e-160 {
        #expect(agree(try graph.effectiveSize(), try graph.unweighted().effectiveSize()))
      }
    }
  }

  @Test func progressRisesToOne() throws {
    let shares = SharedList()
    let graph = try skewedGraph(seed: 1)
    _ = try graph.constraint(execution: Execution(threads: 1, onProgress: { shares.append($0) }))
    #expect(shares.values == shares.values.sorted())
    #expect(shares.values.last == 1)
  }

  @Test func stops() throws {
    let graph = try skewedGraph(seed: 2)
    let execution = Execution(threads: 2, isCancelled: { true })
    #expect(throws: GraphError.self) { try graph.triangleCounts(execution: execution) }
    #expect(throws: GraphError.self) { try graph.constraint(execution: execution) }
  }
}

/// Numbers gathered by one thread.
private final class SharedList: @unchecked Sendable {
  private(set) var values: [Double] = []
  func append(_ value: Double) { values.append(value) }
}
