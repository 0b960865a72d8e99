import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// The measures of brokerage that need nothing but a graph, so that laws can be stated once.
enum BrokerageMeasure: String, CaseIterable {
  case hierarchy, brokerage, lengthBrokerage, bridges, bridgingCentrality, bridgeness, bridging
  case activity, exclusivity

  func values(_ graph: Graph, _ execution: Execution = .serial) throws -> [Double?] {
    switch self {
    case .hierarchy: try graph.hierarchy(execution: execution)
    case .brokerage: try graph.brokerage(execution: execution)
    case .lengthBrokerage: try graph.brokerage(PathOptions(lengths: .weights), execution: execution)
    case .bridges: graph.bridges().counts.map(Double.init)
    case .bridgingCentrality: try graph.bridgingCentrality(execution: execution)
    case .bridgeness: try graph.bridgeness(execution: execution)
    case .bridging: try graph.bridging(execution: execution)
    case .activity: try graph.brokeragePositions(execution: execution).activity.map(Double.init)
    case .exclusivity: try graph.brokeragePositions(execution: execution).exclusivity.map(Double.init)
    }
  }

  /// What a graph of *n* vertices multiplies values by when there are *m* in all.
  func factor(_ n: Int, in m: Int) -> Double {
    self == .bridging ? Double(n * (n - 1)) / Double(m * (m - 1)) : 1
  }

  var ofIsolates: Double? {
    switch self {
    case .hierarchy, .bridgingCentrality, .bridging: nil
    default: 0
    }
  }
}

@Suite(.tags(.property)) struct BrokerageLawTests {
  private func graphs(seed: UInt64) throws -> [Graph] {
    var generator = SeededGenerator(seed: seed)
    return try Direction.allCases.flatMap { direction in
      try [30, 90].map { edges in
        try randomGraph(
          vertices: 30, edges: edges, direction: direction, weights: [1, 2, 0.5, 4], using: &generator)
      }
    }
  }

  @Test(arguments: BrokerageMeasure.allCases, UInt64(0)..<3) func relabelingPermutesValues(
    measure: BrokerageMeasure, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed &+ 100)
    for graph in try graphs(seed: seed) {
      let names = (0..<graph.vertexCount).shuffled(using: &generator)
      let values = try measure.values(graph)
      let relabeled = try measure.values(graph.relabeled(names))
      #expect(agree(names.map { relabeled[$0] }, values, relative: 1e-10, absolute: 1e-11))
    }
  }

  @Test(arguments: BrokerageMeasure.allCases, UInt64(0)..<3) func unionsAreSideBySide(
    measure: BrokerageMeasure, seed: UInt64
  ) throws {
    let all = try graphs(seed: seed)
    for (left, right) in [(all[0], all[1]), (all[2], all[3])] {
      let union = try measure.values(left.disjointUnion(right))
      let factor = measure.factor(30, in: 60)
      let parts = try measure.values(left) + measure.values(right)
      #expect(agree(union, parts.map { $0.map { $0 * factor } }))
    }
  }

  @Test(arguments: BrokerageMeasure.allCases) func anIsolateChangesNobody(measure: BrokerageMeasure) throws {
    for graph in try graphs(seed: 9) {
      let isolate = try Multigraph(vertexCount: 1, edges: EdgeList(), direction: graph.direction).reduced(
        .once)
      let more = try measure.values(graph.disjointUnion(isolate))
      let factor = measure.factor(30, in: 31)
      #expect(agree(Array(more.dropLast()), try measure.values(graph).map { $0.map { $0 * factor } }))
      #expect(more.last == .some(measure.ofIsolates))
    }
  }

  /// Ordered pairs are counted both ways round, and so are arcs.
  @Test(arguments: BrokerageMeasure.allCases) func turningArcsRound(measure: BrokerageMeasure) throws {
    for graph in try graphs(seed: 10) {
      #expect(agree(try measure.values(graph.transposed()), try measure.values(graph)))
    }
  }

  @Test(arguments: BrokerageMeasure.allCases) func small(measure: BrokerageMeasure) throws {
    for direction in Direction.allCases {
      #expect(try measure.values(Graph(vertexCount: 0, edges: [], direction: direction)).isEmpty)
      #expect(
        try measure.values(Graph(vertexCount: 1, edges: [], direction: direction)) == [measure.ofIsolates])
    }
  }

  /// The same bits from 1, 2, 3 and 8 threads, on a graph that is cut into many parts.
  @Test(arguments: BrokerageMeasure.allCases, Direction.allCases) func sameBits(
    measure: BrokerageMeasure, direction: Direction
  ) throws {
    var generator = SeededGenerator(seed: 7)
    let graph = try randomGraph(
      vertices: 200, edges: 500, direction: direction, weights: [0.1, 0.7, 1.3], using: &generator)
    let serial = try measure.values(graph)
    for threads in [2, 3, 8] { #expect(try measure.values(graph, Execution(threads: threads)) == serial) }
  }

  @Test(arguments: UInt64(0)..<4) func bounds(seed: UInt64) throws {
    for graph in try graphs(seed: seed) {
      #expect(try graph.bridging().allSatisfy { $0.map { (-1e-15...0.5).contains($0) } ?? true })
      let betweenness = try graph.betweenness()
      #expect(zip(try graph.bridgeness(), betweenness).allSatisfy { $0 >= 0 && $0 <= $1 + 1e-9 })
      #expect(zip(try graph.brokerage(), betweenness).allSatisfy { ($0 > 0) == ($1 > 0) })
      let positions = try graph.brokeragePositions()
      #expect(zip(positions.exclusivity, positions.activity).allSatisfy { $0 <= $1 })
      let roles = try graph.gouldFernandezBrokerage(groups: Array(repeating: 1, count: 30))
      let orders = graph.direction == .undirected ? 2 : 1
      #expect(roles.vertices.map { $0?.total } == positions.activity.map { $0 * orders })
    }
  }
}
