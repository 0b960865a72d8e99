import CVectorKernels
import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Distances by one plain search from each vertex, added up in order of the levels.
private struct PlainDistances {
  var reachedCounts: [Int] = []
  var sums: [Double] = []
  var reciprocalSums: [Double] = []
  var largest: [Double] = []
  var countsWithin: [[Int]]

  init(_ graph: Graph, radii: [Double], limit: Int = .max) {
    let inward = graph.transposed()
    var search = BreadthFirstSearch(vertexCount: graph.vertexCount)
    countsWithin = radii.map { _ in [] }
    let widest = radii.max() ?? 0
    for vertex in 0..<graph.vertexCount {
      search.run(inward, from: vertex)
      var (count, sum, reciprocalSum, last) = (0, 0.0, 0.0, 0)
      var within = radii.map { _ in 0 }
      for level in 1..<max(1, search.levelCount) where level <= limit {
        let size = search.levelSize(level)
        count += size
        sum += Double(size) * Double(level)
        reciprocalSum += Double(size) / Double(level)
        last = level
        if Double(level) > widest { continue }
        for rank in radii.indices where Double(level) <= radii[rank] { within[rank] += size }
      }
      reachedCounts.append(count)
      sums.append(sum)
      reciprocalSums.append(reciprocalSum)
      largest.append(Double(last))
      for rank in radii.indices { countsWithin[rank].append(within[rank]) }
    }
  }
}

private let radii = [0, 1, 2, 3.5, 20]

/// Whether sweeps give the bits of plain searches.
private func expectPlain(
  _ graph: Graph, _ known: PlainDistances? = nil, unit: VectorUnit = vector_unit(), threads: Int = 1,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let plain = known ?? PlainDistances(graph, radii: radii)
  let swept = try graph.stepSummaries(radii: radii, unit: unit, execution: Execution(threads: threads))
  // Compared first, so that a failure does not print thousands of numbers.
  let isSame =
    swept.reachedCounts == plain.reachedCounts && swept.sums == plain.sums
    && swept.reciprocalSums == plain.reciprocalSums && swept.largest == plain.largest
    && swept.countsWithin == plain.countsWithin
  #expect(isSame, sourceLocation: sourceLocation)
}

@Suite(.tags(.oracle)) struct SourceSweepTests {
  @Test(arguments: 0...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) { try expectPlain(graph) }
  }

  @Test func everyDirectedGraphOfThreeVertices() throws {
    let arcs: [(UInt32, UInt32)] = [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)]
    for mask in 0..<64 {
      let chosen = arcs.indices.filter { mask & (1 << $0) != 0 }.map { arcs[$0] }
      try expectPlain(Graph(vertexCount: 3, edges: chosen, direction: .directed))
    }
  }

  /// From hardly any edges to dense, so that some fall into hundreds of components and some into one.
  @Test(arguments: UInt64(0)..<40, Direction.allCases)
  func randomGraphs(seed: UInt64, direction: Direction) throws {
    var generator = SeededGenerator(seed: seed)
    let vertices = Int.random(in: 1...300, using: &generator)
    let edges = Int.random(in: 0...(vertices * [1, 2, 8][Int(seed % 3)]), using: &generator)
    try expectPlain(
      randomGraph(vertices: vertices, edges: edges, direction: direction, using: &generator))
  }

  /// One source more or less than a sweep has lanes, in a connected graph without leaves.
  @Test(arguments: [511, 512, 513, 1_023, 1_024, 1_025], Direction.allCases)
  func batchBoundaries(vertices: Int, direction: Direction) throws {
    var generator = SeededGenerator(seed: UInt64(vertices))
    var edges = (0..<vertices).map { (UInt32($0), UInt32(($0 + 1) % vertices)) }
    for _ in 0..<vertices {
      edges.append(
        (
          UInt32.random(in: 0..<UInt32(vertices), using: &generator),
          UInt32.random(in: 0..<UInt32(vertices), using: &generator)
        ))
    }
    try expectPlain(Graph(vertexCount: vertices, edges: edges, direction: direction))
  }

  /// Components that fill a sweep together, exactly, and not quite.
  @Test(arguments: [3, 128, 171, 256, 257, 511, 512, 513]) func equalComponents(size: Int) throws {
    let count = 1_100 / size + 1
    let edges = (0..<count).flatMap { component in
      (0..<size).map { (UInt32(component * size + $0), UInt32(component * size + ($0 + 1) % size)) }
    }
    for direction in Direction.allCases {
      try expectPlain(Graph(vertexCount: count * size + 2, edges: edges, direction: direction))
    }
  }

  /// Long and thin: levels without number, and hardly two sources with a level in common.
  @Test(arguments: [100, 600]) func pathsAndCycles(length: Int) throws {
    try expectPlain(ClassicGraphs.path(length))
    try expectPlain(ClassicGraphs.cycle(length))
    try expectPlain(ClassicGraphs.cycle(length, direction: .directed))
  }

  /// A path of which every vertex has a leaf, and one of which every third has three.
  @Test(arguments: [(1, 1), (3, 3), (7, 40)]) func caterpillars(every: Int, leaves: Int) throws {
    let spine = 540
    var edges = (1..<spine).map { (UInt32($0 - 1), UInt32($0)) }
    var vertices = spine
    for host in stride(from: 0, to: spine, by: every) {
      for _ in 0..<leaves {
        edges.append((UInt32(host), UInt32(vertices)))
        vertices += 1
      }
    }
    try expectPlain(Graph(vertexCount: vertices, edges: edges))
  }

  @Test func grid() throws { try expectPlain(ClassicGraphs.grid(28)) }

  @Test(arguments: [1, 2, 15, 16, 600]) func starsAndPairs(leaves: Int) throws {
    let star = try ClassicGraphs.star(leaves: leaves)
    try expectPlain(star)
    try expectPlain(star.disjointUnion(star).disjointUnion(ClassicGraphs.path(2)))
  }

  /// Trees in which a vertex hangs on any earlier one are full of leaves; nearby ones make them deep.
  @Test(arguments: [1_000, 12, 3], UInt64(0)..<3) func trees(span: Int, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let edges = (1..<800).map { vertex in
      (UInt32(Int.random(in: max(0, vertex - span)..<vertex, using: &generator)), UInt32(vertex))
    }
    try expectPlain(Graph(vertexCount: 800, edges: edges))
    try expectPlain(Graph(vertexCount: 800, edges: edges, direction: .directed))
  }

  /// Organizations with a few projects each, as partnership data are.
  @Test(arguments: UInt64(0)..<3) func affiliations(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let edges = (0..<900).flatMap { organization in
      (0..<[1, 1, 1, 2, 2, 5][Int.random(in: 0..<6, using: &generator)]).map { _ in
        (UInt32(organization), 900 + UInt32.random(in: 0..<300, using: &generator))
      }
    }
    try expectPlain(Graph(vertexCount: 1_200, edges: edges))
  }
}

@Suite(.tags(.property)) struct SourceSweepBitTests {
  private static let units: [VectorUnit] = [VECTOR_UNIT_BASELINE, VECTOR_UNIT_AVX2, VECTOR_UNIT_AVX512]
    .filter { $0.rawValue <= vector_unit().rawValue }

  /// Every vector unit that this processor has, and every number of threads.
  @Test func sameBits() throws {
    var generator = SeededGenerator(seed: 17)
    var graphs = [try ClassicGraphs.path(600)]
    for direction in Direction.allCases {
      let dense = try randomGraph(vertices: 1_100, edges: 4_000, direction: direction, using: &generator)
      let sparse = try randomGraph(vertices: 700, edges: 600, direction: direction, using: &generator)
      graphs.append(try dense.disjointUnion(sparse))
    }
    for graph in graphs {
      let plain = PlainDistances(graph, radii: radii)
      for unit in Self.units {
        for threads in [1, 2, 3, 8] { try expectPlain(graph, plain, unit: unit, threads: threads) }
      }
    }
  }

  @Test(arguments: [0, 1, 2, 3, 5]) func limitsEndSearches(limit: Int) throws {
    var generator = SeededGenerator(seed: UInt64(limit))
    for direction in Direction.allCases {
      let graph = try randomGraph(vertices: 700, edges: 1_000, direction: direction, using: &generator)
        .disjointUnion(try ClassicGraphs.path(600))
      let plain = PlainDistances(graph, radii: [], limit: limit)
      let limited = try graph.stepSummaries(limit: limit, execution: .serial)
      let isSame =
        limited.reachedCounts == plain.reachedCounts && limited.reciprocalSums == plain.reciprocalSums
        && limited.largest == plain.largest
      #expect(isSame)
      let reach = try graph.reach(within: Double(limit))
      #expect(reach.elementsEqual(plain.reachedCounts))
    }
  }

  @Test func stopsWhenAsked() throws {
    let graph = try ClassicGraphs.grid(40)
    let execution = Execution(threads: 2, isCancelled: { true })
    let error = #expect(throws: GraphError.self) { try graph.harmonicCentrality(execution: execution) }
    #expect(error?.code == .cancelled)
  }
}
