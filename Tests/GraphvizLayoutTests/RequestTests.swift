import GraphvizLayout
import Testing

@Suite("Requests that Graphviz must not see")
struct RequestTests {
  /// A worker that would turn every error into `unavailable`, so that other codes come from before it.
  private let engine = GraphvizLayoutEngine(worker: WorkerCommand(path: "/nonexistent"))

  private func code(_ request: LayoutRequest) -> LayoutError.Code? {
    do {
      _ = try engine.layout(request)
      return nil
    } catch {
      return error.code
    }
  }

  private static let hostile = [0, -1, 1e9, 7.1, .nan, .infinity, -.infinity, .leastNonzeroMagnitude]

  @Test("Node sizes out of range", arguments: hostile)
  func refusesSizes(value: Double) {
    for engine in LayoutRequest.Engine.allCases {
      #expect(code(LayoutRequest(engine: engine, nodes: [.init(width: value, height: 20)])) == .badRequest)
      #expect(code(LayoutRequest(engine: engine, nodes: [.init(width: 20, height: value)])) == .badRequest)
    }
  }

  @Test("Edge lengths and weights out of range", arguments: [-1, 0, 0.5, 1e9, Double.nan, .infinity])
  func refusesEdges(value: Double) {
    var request = columns()
    request.edges[1].weight = value
    #expect(code(request) == .badRequest)
    request = columns()
    request.edges[1].length = value
    #expect(code(request) == .badRequest)
  }

  @Test("Settings out of range", arguments: [-1, 1e9, Double.nan, .infinity])
  func refusesSettings(value: Double) {
    let settings: [WritableKeyPath<LayoutRequest, Double>] = [
      \.layered.nodeSeparation, \.layered.rankSeparation, \.overlap.margin, \.spring.length,
      \.spring.repulsion,
      \.packing.spacing, \.groupMargin, \.groups[0].headerWidth, \.groups[0].headerHeight,
    ]
    for setting in settings {
      var request = columns()
      request[keyPath: setting] = value
      #expect(code(request) == .badRequest)
    }
    for scaling in [LayoutRequest.Overlap.Scaling.factor(value), .nodeSizes(value)] {
      var request = columns(engine: .spring)
      request.overlap.scaling = scaling
      #expect(code(request) == .badRequest)
    }
  }

  @Test("Rows and columns out of range", arguments: [0, -1, 1_001, Int.max, Int.min])
  func refusesArrangements(count: Int) {
    for arrangement in [LayoutRequest.Packing.Arrangement.rows(columns: count), .columns(rows: count)] {
      var request = columns(engine: .packed)
      request.packing.members = arrangement
      #expect(code(request) == .badRequest)
    }
  }

  @Test("Ends and groups that do not exist", arguments: [-1, 24, Int.max, Int.min])
  func refusesIndices(index: Int) {
    var request = columns()
    request.edges[0].to = index
    #expect(code(request) == .badRequest)
    request = columns()
    request.edges[0].from = index
    #expect(code(request) == .badRequest)
    request = columns()
    request.nodes[0].group = index
    #expect(code(request) == .badRequest)
  }

  @Test("A circle of unequal sides")
  func refusesFlatCircle() {
    let node = LayoutRequest.Node(width: 30, height: 20, shape: .circle)
    #expect(code(LayoutRequest(engine: .stress, nodes: [node])) == .badRequest)
  }

  @Test(
    "One more than the limit is too large, the limit itself is not",
    arguments: [
      (LayoutRequest.Engine.layered, LayoutRequest.Overlap.Removal.none, 500, 2_000),
      (.stress, .prism, 500, 2_000), (.spring, .prism, 5_000, 60_000), (.spring, .none, 20_000, 60_000),
      (.packed, .none, 20_000, 60_000),
    ])
  func refusesTooMany(
    method: LayoutRequest.Engine, removal: LayoutRequest.Overlap.Removal, nodes: Int, edges: Int
  ) {
    var request = LayoutRequest(
      engine: method, nodes: .init(repeating: LayoutRequest.Node(width: 20, height: 20), count: nodes),
      edges: .init(repeating: LayoutRequest.Edge(from: 0, to: 1), count: edges))
    request.overlap.removal = removal
    // It got as far as the missing worker.
    #expect(code(request) == .unavailable)
    request.edges.append(LayoutRequest.Edge(from: 0, to: 1))
    #expect(code(request) == .tooLarge)
    request.edges = []
    request.nodes.append(LayoutRequest.Node(width: 20, height: 20))
    #expect(code(request) == .tooLarge)
  }
}
