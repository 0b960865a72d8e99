import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Every measure of a single graph, so that laws can be stated once.
enum Measure: String, CaseIterable {
  case degree, strength, betweenness, lengthBetweenness, closeness, lengthCloseness, harmonic, lengthHarmonic
  case eccentricity, lengthEccentricity, reach, lengthReach
  case pageRank, eigenvector, katz, hubs, authorities, core, clustering, triangles, articulation, constraint
  case effectiveSize, efficiency

  func values(_ graph: Graph, _ execution: Execution = .serial) throws -> [Double?] {
    let lengths = PathOptions(lengths: .weights)
    return switch self {
    case .degree: graph.degrees().map(Double.init)
    case .strength: graph.strengths()
    case .betweenness: try graph.betweenness(execution: execution)
    case .lengthBetweenness: try graph.betweenness(lengths, execution: execution)
    case .closeness: try graph.closeness(execution: execution)
    case .lengthCloseness: try graph.closeness(lengths, execution: execution)
    case .harmonic: try graph.harmonicCentrality(execution: execution)
    case .lengthHarmonic: try graph.harmonicCentrality(lengths, execution: execution)
    case .eccentricity: try graph.eccentricities(execution: execution)
    case .lengthEccentricity: try graph.eccentricities(lengths, execution: execution)
    case .reach: try graph.reach(within: 2, execution: execution).map(Double.init)
    case .lengthReach: try graph.reach(within: 2.5, lengths, execution: execution).map(Double.init)
    case .pageRank: try graph.pageRank(execution: execution).values
    case .eigenvector: try graph.eigenvectorCentrality(execution: execution).values
    case .katz: try graph.katzCentrality(execution: execution).values
    case .hubs: try graph.hubsAndAuthorities(execution: execution).hubs
    case .authorities: try graph.hubsAndAuthorities(execution: execution).authorities
    case .core: graph.coreNumbers().map(Double.init)
    case .clustering: try graph.clusteringCoefficients(execution: execution)
    case .triangles: try graph.triangleCounts(execution: execution).map(Double.init)
    case .articulation: graph.articulationPoints().map { $0 ? 1 : 0 }
    case .constraint: try graph.constraint(execution: execution)
    case .effectiveSize: try graph.effectiveSize(execution: execution)
    case .efficiency: try graph.efficiency(execution: execution)
    }
  }

  /// Whether a vertex's value depends on its component alone.
  var isLocalToComponents: Bool {
    switch self {
    case .pageRank, .eigenvector, .katz, .hubs, .authorities, .closeness, .lengthCloseness: false
    default: true
    }
  }

  /// Whether the direction of arcs makes no difference.
  var ignoresDirection: Bool {
    switch self {
    case .core, .clustering, .triangles, .articulation, .constraint, .effectiveSize, .efficiency: true
    default: false
    }
  }
}

@Suite(.tags(.property)) struct LawTests {
  private func graphs(seed: UInt64) throws -> [Graph] {
    var generator = SeededGenerator(seed: seed)
    return try Direction.allCases.flatMap { direction in
      try [30, 90].map { edges in
        try randomGraph(
          vertices: 30, edges: edges, direction: direction, weights: [1, 2, 0.5, 4], using: &generator)
      }
    }
  }

  /// Weights are powers of two, so that lengths of paths are exact in any order.
  @Test(arguments: Measure.allCases, UInt64(0)..<4) func relabelingPermutesValues(
    measure: Measure, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed &+ 100)
    for graph in try graphs(seed: seed) {
      let names = (0..<graph.vertexCount).shuffled(using: &generator)
      let values = try measure.values(graph)
      let relabeled = try measure.values(graph.relabeled(names))
      // Where two components or cycles tie, the smallest vertex decides, and that changes with names.
      if measure == .eigenvector, graph.direction == .directed { continue }
      #expect(agree(names.map { relabeled[$0] }, values, relative: 1e-10, absolute: 1e-11))
    }
  }

  @Test(arguments: Measure.allCases, UInt64(0)..<4) func unionsAreSideBySide(
    measure: Measure, seed: UInt64
  ) throws {
    guard measure.isLocalToComponents else { return }
    let all = try graphs(seed: seed)
    for (left, right) in [(all[0], all[1]), (all[2], all[3])] {
      let union = try measure.values(left.disjointUnion(right))
      #expect(agree(union, try measure.values(left) + measure.values(right)))
    }
  }

  @Test(arguments: Measure.allCases, UInt64(0)..<4) func anIsolateChangesNobody(
    measure: Measure, seed: UInt64
  ) throws {
    // Closeness is a share of all vertices and PageRank of the whole: these change by a factor. In Katz's
    // centrality an isolate has a score and takes part in the scaling.
    if measure == .pageRank || measure == .katz { return }
    for graph in try graphs(seed: seed) {
      let isolate = try Multigraph(vertexCount: 1, edges: EdgeList(), direction: graph.direction).reduced(
        .once)
      let values = try measure.values(graph)
      let more = try measure.values(graph.disjointUnion(isolate))
      let factor =
        measure == .closeness || measure == .lengthCloseness
        ? Double(graph.vertexCount - 1) / Double(graph.vertexCount) : 1
      #expect(agree(Array(more.dropLast()), values.map { $0.map { $0 * factor } }))
      let last = try #require(more.last)
      switch measure {
      case .eccentricity, .lengthEccentricity, .clustering, .constraint, .effectiveSize, .efficiency:
        #expect(last == nil)
      default: #expect(last == 0)
      }
    }
  }

  @Test(arguments: Measure.allCases, UInt64(0)..<4) func turningArcsRound(
    measure: Measure, seed: UInt64
  ) throws {
    for graph in try graphs(seed: seed) {
      let values = try measure.values(graph)
      #expect(try measure.values(graph.transposed().transposed()) == values)
      // Betweenness counts ordered pairs both ways round.
      if measure.ignoresDirection || measure == .betweenness || measure == .lengthBetweenness {
        #expect(agree(try measure.values(graph.transposed()), values))
      }
    }
  }

  @Test(arguments: UInt64(0)..<4) func bounds(seed: UInt64) throws {
    for graph in try graphs(seed: seed) {
      let n = Double(graph.vertexCount)
      let pairs = (n - 1) * (n - 2) / (graph.direction == .undirected ? 2 : 1)
      let limits: [(Measure, ClosedRange<Double>)] = [
        (.degree, 0...(n - 1)), (.betweenness, 0...pairs), (.lengthBetweenness, 0...pairs),
        (.closeness, 0...1),
        (.harmonic, 0...(n - 1)), (.pageRank, 0...1), (.eigenvector, 0...1), (.katz, 0...1),
        (.hubs, 0...1), (.authorities, 0...1), (.core, 0...(n - 1)),
        (.clustering, 0...1), (.triangles, 0...((n - 1) * (n - 2) / 2)),
      ]
      for (measure, range) in limits {
        let values = try measure.values(graph)
        #expect(values.allSatisfy { $0.map { range.contains($0) } ?? true }, "\(measure)")
      }
      let plain = graph.symmetrized().unweighted()
      for (value, degree) in zip(try plain.constraint(), plain.degrees()) {
        #expect(value.map { $0 > 0 } ?? (degree == 0))
      }
      for (value, degree) in zip(try plain.effectiveSize(), plain.degrees()) {
        #expect(value.map { $0 >= 1 - 1e-12 && $0 <= Double(degree) } ?? (degree == 0))
      }
      #expect(zip(graph.coreNumbers(), plain.degrees()).allSatisfy { $0 <= $1 })
    }
  }
}

@Suite(.tags(.property)) struct ThreadTests {
  /// The same bits from 1, 2, 3 and 8 threads, on a graph that is cut into many parts.
  @Test(arguments: Measure.allCases, Direction.allCases) func sameBits(
    measure: Measure, direction: Direction
  ) throws {
    var generator = SeededGenerator(seed: 7)
    let graph = try randomGraph(
      vertices: 200, edges: 700, direction: direction, weights: [0.1, 0.7, 1.3], using: &generator)
    let serial = try measure.values(graph)
    for threads in [2, 3, 8] {
      #expect(try measure.values(graph, Execution(threads: threads)) == serial)
    }
  }

  /// Products with vectors are cut only in graphs of many arcs.
  @Test func sameBitsInLargerGraphs() throws {
    var generator = SeededGenerator(seed: 8)
    let graph = try randomGraph(vertices: 2_000, edges: 70_000, weights: [0.1, 0.7], using: &generator)
    let options = PageRankOptions(damping: 0.5, tolerance: 1e-6)
    let serial = try graph.pageRank(options).values
    let vector = try graph.eigenvectorCentrality(EigenvectorOptions(tolerance: 1e-6)).values
    let arcs = try randomGraph(vertices: 2_000, edges: 140_000, direction: .directed, using: &generator)
    let walked = try arcs.pageRank(options).values
    let katz = KatzOptions(share: 0.5, tolerance: 1e-6)
    let sums = [try graph.katzCentrality(katz).values, try arcs.katzCentrality(katz).values]
    let hubs = try arcs.hubsAndAuthorities(EigenvectorOptions(tolerance: 1e-6)).hubs
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(try graph.pageRank(options, execution: execution).values == serial)
      #expect(try arcs.pageRank(options, execution: execution).values == walked)
      #expect(try graph.katzCentrality(katz, execution: execution).values == sums[0])
      #expect(try arcs.katzCentrality(katz, execution: execution).values == sums[1])
      #expect(
        try arcs.hubsAndAuthorities(EigenvectorOptions(tolerance: 1e-6), execution: execution).hubs == hubs)
      #expect(
        try graph.eigenvectorCentrality(EigenvectorOptions(tolerance: 1e-6), execution: execution).values
          == vector)
    }
  }
}
