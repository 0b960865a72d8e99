import CVectorKernels
import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Betweenness by steps from the reduced graph, against Brandes' accumulation in the graph as it is.
@Suite struct StepBetweennessTests {
  /// Source by source, nothing reduced.
  private func plain(_ graph: Graph) -> [Double] {
    let sums = graph.pathDependencies(from: 0..<graph.vertexCount, inward: graph.transposed())
    return sums.map { graph.direction == .undirected ? $0 / 2 : $0 }
  }

  private func compare(_ graph: Graph, _ place: SourceLocation = #_sourceLocation) throws {
    let expected = plain(graph)
    #expect(agree(try graph.betweenness(), expected), sourceLocation: place)
    // Few paths are counted plainly, or none: the rest one source at a time, with scaled counts.
    for limit in [0, 1, 2.5] {
      let values = try graph.stepBetweenness(execution: .serial, largestPlainCount: limit)
      #expect(agree(values, expected), sourceLocation: place)
    }
  }

  @Test(.tags(.oracle), arguments: ReducibleGraph.allCases, UInt64(0)..<40) func reducibleGraphs(
    kind: ReducibleGraph, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    try compare(try kind.make(upTo: 30, using: &generator))
  }

  /// More sources than one search has, of several ranges.
  @Test(.tags(.oracle), arguments: ReducibleGraph.allCases, UInt64(0)..<3) func largerGraphs(
    kind: ReducibleGraph, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: 1000 + seed)
    try compare(try kind.make(upTo: 400, using: &generator))
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<25) func directedGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for vertices in [12, 90, 160] {
      let edges = Int.random(in: 0...(4 * vertices), using: &generator)
      try compare(
        try randomGraph(vertices: vertices, edges: edges, direction: .directed, using: &generator))
    }
  }

  /// Sources around a long cycle reach each vertex at as many levels as there are sources.
  @Test(.tags(.oracle), arguments: [3, 4, 64, 65, 129, 300]) func cycles(count: Int) throws {
    try compare(try ClassicGraphs.cycle(count))
    try compare(try ClassicGraphs.cycle(count, direction: .directed))
  }

  @Test(.tags(.oracle), arguments: [2, 3, 20]) func grids(side: Int) throws {
    try compare(try ClassicGraphs.grid(side))
  }

  /// In a complete graph of two sides with p and q vertices, each vertex of one side lies on a q-th, or p-th, of
  /// the shortest paths between each two of the other.
  @Test(.tags(.knownAnswer), arguments: [(2, 2), (2, 5), (3, 7), (40, 90)]) func twoSides(_ sides: (Int, Int))
    throws
  {
    let (p, q) = sides
    let edges = (0..<p).flatMap { a in (0..<q).map { (UInt32(a), UInt32(p + $0)) } }
    let values = try Graph(vertexCount: p + q, edges: edges).betweenness()
    let left = Double(q * (q - 1)) / 2 / Double(p)
    let right = Double(p * (p - 1)) / 2 / Double(q)
    #expect(agree(values, Array(repeating: left, count: p) + Array(repeating: right, count: q)))
  }

  @Test(.tags(.knownAnswer), arguments: [3, 4, 30]) func completeGraphsHaveNone(count: Int) throws {
    #expect(try ClassicGraphs.complete(count).betweenness() == Array(repeating: 0, count: count))
  }

  /// Whole numbers of pairs come out whole: nothing but sizes is counted in a tree.
  @Test(.tags(.knownAnswer)) func treesAreExact() throws {
    let edges = (1..<1023).map { (UInt32(($0 - 1) / 2), UInt32($0)) }
    let values = try Graph(vertexCount: 1023, edges: edges).betweenness()
    // Below a vertex on row r of ten hang two halves of s, and 1022 − 2s vertices elsewhere.
    for row in 0..<10 {
      let half = (1 << (9 - row)) - 1
      let above = 1022 - 2 * half
      for vertex in ((1 << row) - 1)..<((2 << row) - 1) {
        #expect(values[vertex] == Double(half * half + 2 * half * above))
      }
    }
  }

  private static let units: [VectorUnit] = [VECTOR_UNIT_BASELINE, VECTOR_UNIT_AVX2, VECTOR_UNIT_AVX512]
    .filter { $0.rawValue <= vector_unit().rawValue }

  @Test(arguments: units, [1, 2, 3, 8]) func sameBits(unit: VectorUnit, threads: Int) throws {
    for direction in Direction.allCases {
      var generator = SeededGenerator(seed: 9)
      let graph = try randomGraph(vertices: 400, edges: 1200, direction: direction, using: &generator)
      let expected = try graph.stepBetweenness(execution: .serial, unit: VECTOR_UNIT_BASELINE)
      let values = try graph.stepBetweenness(execution: Execution(threads: threads), unit: unit)
      #expect(values.map(\.bitPattern) == expected.map(\.bitPattern))
    }
  }

  /// Every variant of every pass, many paths and large multiplicities included.
  @Test(.tags(.oracle), arguments: units) func everyUnit(unit: VectorUnit) throws {
    for kind in ReducibleGraph.allCases {
      var generator = SeededGenerator(seed: 77)
      let graph = try kind.make(upTo: 300, using: &generator)
      #expect(agree(try graph.stepBetweenness(execution: .serial, unit: unit), plain(graph)))
    }
  }

  @Test func progressRisesToOneWithinTheWork() throws {
    var generator = SeededGenerator(seed: 3)
    let graph = try randomGraph(vertices: 2000, edges: 8000, using: &generator)
    let shares = Recorder()
    _ = try graph.betweenness(execution: Execution(threads: 1, onProgress: { shares.add($0) }))
    #expect(shares.values.count > 50)
    #expect(shares.values == shares.values.sorted())
    #expect(shares.values.last == 1)
  }

  @Test(arguments: [1, 3]) func stopsWithinTheWork(threads: Int) throws {
    var generator = SeededGenerator(seed: 3)
    let graph = try randomGraph(vertices: 2000, edges: 8000, using: &generator)
    let shares = Recorder()
    let execution = Execution(
      threads: threads, onProgress: { shares.add($0) }, isCancelled: { (shares.values.last ?? 0) >= 0.1 })
    let error = #expect(throws: GraphError.self) { try graph.betweenness(execution: execution) }
    #expect(error?.code == .cancelled)
    #expect((shares.values.max() ?? 1) < 0.3)
  }
}
