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
