import EcographTestSupport
import GraphCore
import Testing

@Suite struct MultigraphTests {
  @Test(arguments: Direction.allCases, UInt64(0)..<20) func everyArcIsTracedBack(
    direction: Direction, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    var edges = randomEdges(vertices: 8, edges: 60, weights: [1, 2, 3], using: &generator)
    edges.append(from: 1, to: 2, weight: 1, direction: .undirected)
    let graph = try Multigraph(vertexCount: 8, edges: edges, direction: direction)
    var expected: [[UInt32]] = Array(repeating: [], count: 64)
    for edge in 0..<edges.count {
      let (source, target) = (Int(edges.sources[edge]), Int(edges.targets[edge]))
      expected[source * 8 + target].append(UInt32(edge))
      let runsBack = direction == .undirected || edge == 60
      if runsBack, source != target { expected[target * 8 + source].append(UInt32(edge)) }
    }
    for source in 0..<8 {
      for target in 0..<8 {
        #expect(Array(graph.edges(from: source, to: target)) == expected[source * 8 + target])
      }
    }
    let loops = (0..<8).map { expected[$0 * 9].count }
    #expect(graph.arcCount == expected.joined().count)
    #expect(graph.selfLoopCount == loops.reduce(0, +))
  }

  @Test(arguments: ParallelEdgeRule.allCases, UInt64(0)..<10) func reductionFollowsTheRule(
    rule: ParallelEdgeRule, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let edges = randomEdges(vertices: 6, edges: 40, weights: [0, 1, 2, 5], using: &generator)
    for direction in Direction.allCases {
      let multigraph = try Multigraph(vertexCount: 6, edges: edges, direction: direction)
      let graph = multigraph.reduced(rule)
      for source in 0..<6 {
        for target in 0..<6 {
          let parallel = multigraph.edges(from: source, to: target).map { multigraph.weight(ofEdge: Int($0)) }
          let isNeighbor = graph.neighbors(of: source).contains(UInt32(target))
          #expect(isNeighbor == (source != target && !parallel.isEmpty))
          guard isNeighbor else { continue }
          let weight =
            switch rule {
            case .once: parallel[0]
            case .sum: parallel.reduce(0, +)
            case .max: parallel.max() ?? 0
            case .min: parallel.min() ?? 0
            }
          #expect(graph.matrix[source][target] == weight)
        }
      }
    }
  }

  /// At most 12 bytes an arc and 8 a vertex, where nothing is weighted.
  @Test func memory() throws {
    var generator = SeededGenerator(seed: 1)
    let edges = randomEdges(vertices: 1_000, edges: 20_000, using: &generator)
    let graph = try Multigraph(vertexCount: 1_000, edges: edges, direction: .undirected)
    var bytes = 8 * graph.offsets.capacity
    bytes += 4 * graph.targets.capacity
    bytes += 4 * graph.arcEdges.capacity
    // Allocations round up to whole blocks.
    #expect(bytes <= 12 * graph.arcCount + 8 * (graph.vertexCount + 1) + 64)
    #expect(graph.edgeWeights.isEmpty)
  }

  @Test func endsOutOfRangeAreRejected() throws {
    let error = #expect(throws: GraphError.self) {
      try Multigraph(vertexCount: 3, edges: EdgeList([(0, 1), (1, 3)]), direction: .directed)
    }
    #expect(error?.code == .vertexOutOfRange)
    #expect(error?.message.contains("edge 1 joins 1 and 3") == true)
    #expect(throws: GraphError.self) { try Graph(vertexCount: 0, edges: [(0, 0)]) }
  }

  @Test(arguments: [-1, Int(UInt32.max), Int.max]) func vertexCountsOutOfRangeAreRejected(count: Int) throws {
    let error = #expect(throws: GraphError.self) {
      try Multigraph(vertexCount: count, edges: EdgeList(), direction: .directed)
    }
    #expect(error?.code == .tooLarge)
  }

  @Test(arguments: [-1, Double.nan, .infinity, -.infinity]) func badWeightsAreRejected(weight: Double) throws
  {
    var edges = EdgeList([(0, 1)])
    edges.append(from: 1, to: 2, weight: weight)
    let error = #expect(throws: GraphError.self) {
      try Multigraph(vertexCount: 3, edges: edges, direction: .undirected)
    }
    #expect(error?.code == .badWeight)
    #expect(error?.message.contains("edge 1") == true)
  }

  @Test func emptyGraphs() throws {
    for count in [0, 1, 2] {
      let graph = try Multigraph(vertexCount: count, edges: EdgeList(), direction: .directed)
      #expect(graph.arcCount == 0 && graph.edgeCount == 0 && graph.selfLoopCount == 0)
      #expect(graph.reduced(.sum).vertexCount == count)
    }
  }
}
