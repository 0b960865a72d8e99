import EcographTestSupport
import GraphCore
import Testing

/// The short way from edges to a simple graph gives what the long way through the multigraph gives.
@Suite struct DirectConstructionTests {
  @Test(arguments: UInt64(0)..<60)
  func agreesWithTheMultigraph(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let n = Int.random(in: 1...40, using: &generator)
    var edges = randomEdges(
      vertices: n, edges: Int.random(in: 0...160, using: &generator),
      weights: seed % 3 == 0 ? [0.5, 1, 2] : [1],
      using: &generator)
    if seed % 4 == 1 {
      for vertex in 0..<UInt32(n) { edges.append(from: 0, to: vertex, weight: 1, direction: .undirected) }
    }
    for direction in Direction.allCases {
      for rule in ParallelEdgeRule.allCases {
        let long = try Multigraph(vertexCount: n, edges: edges, direction: direction).reduced(rule)
        let short = try Graph(vertexCount: n, edges: edges, direction: direction, rule: rule)
        #expect(short.arcCount == long.arcCount)
        #expect(short.isWeighted == long.isWeighted)
        for vertex in 0..<n {
          #expect(short.neighbors(of: vertex).elementsEqual(long.neighbors(of: vertex)))
          for (a, b) in zip(short.arcWeights(of: vertex), long.arcWeights(of: vertex)) { #expect(a == b) }
        }
      }
    }
  }

  /// Enough arcs for several threads; each writes rows of its own.
  @Test(arguments: [Direction.directed, .undirected])
  func threadsChangeNothing(direction: Direction) throws {
    var generator = SeededGenerator(seed: 7)
    let edges = randomEdges(vertices: 5_000, edges: 100_000, using: &generator)
    let serial = try Graph(vertexCount: 5_000, edges: edges, direction: direction, rule: .sum)
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      let other = try Graph(
        vertexCount: 5_000, edges: edges, direction: direction, rule: .sum, execution: execution)
      let multigraph = try Multigraph(
        vertexCount: 5_000, edges: edges, direction: direction, execution: execution)
      for vertex in 0..<5_000 {
        #expect(other.neighbors(of: vertex).elementsEqual(serial.neighbors(of: vertex)))
      }
      #expect(multigraph.edges(from: 17, to: 17).isEmpty || multigraph.selfLoopCount > 0)
      #expect(multigraph.reduced(.sum).arcCount == serial.arcCount)
    }
  }

  /// Vertex numbers so large that a row and a target do not fit into 32 bits, and sizes around powers of two.
  @Test(arguments: [1, 2, 255, 256, 257, 65_536, 65_537, 70_000, 3_000_000, 5_000_000])
  func numbersOfAnyLength(vertexCount n: Int) throws {
    var generator = SeededGenerator(seed: UInt64(n))
    var edges = EdgeList()
    for _ in 0..<3_000 {
      let ends = (0..<2).map { _ in UInt32(n - 1 - Int.random(in: 0..<min(n, 40), using: &generator)) }
      let far = UInt32.random(in: 0..<UInt32(n), using: &generator)
      edges.append(from: ends[0], to: Bool.random(using: &generator) ? far : ends[1])
    }
    for direction in Direction.allCases {
      let long = try Multigraph(vertexCount: n, edges: edges, direction: direction).reduced(.sum)
      for threads in [1, 3] {
        let short = try Graph(
          vertexCount: n, edges: edges, direction: direction, rule: .sum,
          execution: Execution(threads: threads))
        #expect(short.offsets == long.offsets && short.targets == long.targets)
        #expect(short.weights == long.weights)
      }
    }
  }

  /// Many parts and many buckets, with hubs, repeated arcs and self-loops.
  @Test(arguments: Direction.allCases, [1, 2, 3, 8])
  func manyBuckets(direction: Direction, threads: Int) throws {
    var generator = SeededGenerator(seed: 31)
    let n = 60_000
    var edges = EdgeList()
    for _ in 0..<300_000 {
      let hub =
        UInt32.random(in: 0..<UInt32(n), using: &generator) >> UInt32.random(in: 0...15, using: &generator)
      edges.append(from: hub, to: UInt32.random(in: 0..<UInt32(n), using: &generator))
    }
    for _ in 0..<1_000 { edges.append(from: 5, to: 7) }
    let long = try Multigraph(vertexCount: n, edges: edges, direction: direction).reduced(.sum)
    let short = try Graph(
      vertexCount: n, edges: edges, direction: direction, rule: .sum, execution: Execution(threads: threads))
    #expect(short.offsets == long.offsets && short.targets == long.targets)
    #expect(short.weights == long.weights && short.isWeighted)
  }

  @Test func buildingCanBeCancelled() throws {
    let edges = EdgeList((0..<1_000).map { ($0, $0 + 1) })
    let error = #expect(throws: GraphError.self) {
      try Graph(
        vertexCount: 1_001, edges: edges, direction: .directed, rule: .once,
        execution: Execution(threads: 2, isCancelled: { true }))
    }
    #expect(error?.code == .cancelled)
  }

  @Test func refusesWhatTheMultigraphRefuses() {
    let edges = EdgeList([(0, 3)])
    let error = #expect(throws: GraphError.self) {
      try Graph(vertexCount: 3, edges: edges, direction: .directed, rule: .sum)
    }
    #expect(error?.code == .vertexOutOfRange)
  }
}

extension Graph {
  /// Weights of the arcs of a vertex, in the order of its neighbors.
  fileprivate func arcWeights(of vertex: Int) -> [Double] {
    (offsets[vertex]..<offsets[vertex + 1]).map { weight(atSlot: $0) }
  }
}
