import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Maximum flows as least cuts: by trying every set of vertices.
private struct CutOracle {
  /// `outward[u][set]`: what can leave u for the vertices of a set.
  private let outward: [[Double]]
  /// The vertices of each set.
  private let sets: [[Int]]
  private let isDirected: Bool

  init(_ graph: Graph) {
    isDirected = graph.direction == .directed
    sets = (0..<(1 << graph.vertexCount)).map(members)
    outward = graph.matrix.map { row in
      var sums = [0.0]
      for capacity in row { sums += sums.map { $0 + capacity } }
      return sums
    }
  }

  /// The least cuts between all pairs, row by row, without the vertices of a set.
  private func flows(without missing: Int) -> [Double] {
    let n = outward.count
    var flows = [Double](repeating: .infinity, count: n * n)
    for side in sets.indices where side & missing == 0 {
      let rest = sets.count - 1 - (side | missing)
      if rest == 0 { continue }
      var cut = 0.0
      for u in sets[side] { cut += outward[u][rest] }
      for u in sets[side] {
        for v in sets[rest] where cut < flows[u * n + v] { flows[u * n + v] = cut }
      }
    }
    return flows
  }

  var values: (values: [Double], totals: [Double]) {
    let n = outward.count
    let whole = flows(without: 0)
    var values = [Double](repeating: 0, count: n)
    var totals = values
    for vertex in 0..<n {
      let rest = flows(without: 1 << vertex)
      for s in 0..<n where s != vertex {
        for t in 0..<n where t != vertex && t != s && (isDirected || t > s) {
          values[vertex] += whole[s * n + t] - rest[s * n + t]
          totals[vertex] += whole[s * n + t]
        }
      }
    }
    return (values, totals)
  }
}

@Suite struct FlowBetweennessTests {
  /// Weights are whole numbers of quarters: sums are exact.
  private func check(_ graph: Graph) throws {
    let expected = CutOracle(graph).values
    let flows = try graph.flowBetweenness()
    compare(exactly: flows.values, expected.values, "flow betweenness in \(graph.line)")
    compare(exactly: flows.totals, expected.totals, "totals of flow betweenness in \(graph.line)")
  }

  @Test(.tags(.oracle), arguments: SmallGraphSet.all) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs { try check(graph) }
  }

  @Test(.tags(.oracle)) func capacitiesFarApart() throws {
    try forEachSmallGraph(100, seed: 9, vertices: 0...8, weights: [0, 0.25, 1, 2, 7]) { graph, _ in
      try check(graph)
    }
  }

  /// Fractions that do not add up exactly.
  @Test(.tags(.oracle), arguments: UInt64(0)..<20) func roundedCapacities(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(vertices: 8, edges: 16, weights: [0.1, 0.2, 0.3, 0.7], using: &generator)
    let expected = CutOracle(graph).values
    let flows = try graph.flowBetweenness()
    #expect(agree(flows.values, expected.values))
    #expect(agree(flows.totals, expected.totals))
  }

  /// Both ways along every tie: each pair in both orders.
  @Test(.tags(.property)) func arcsBothWays() throws {
    let kite = try ClassicGraphs.kite()
    let edges = (0..<10).flatMap { v in kite.neighbors(of: v).map { (UInt32(v), $0) } }
    let directed = try Graph(vertexCount: 10, edges: edges, direction: .directed).flowBetweenness()
    let undirected = try kite.flowBetweenness()
    #expect(directed.values == undirected.values.map { 2 * $0 })
    #expect(directed.totals == undirected.totals.map { 2 * $0 })
    let threaded = try Graph(vertexCount: 10, edges: edges, direction: .directed).flowBetweenness(
      execution: Execution(threads: 3))
    #expect(threaded.values == directed.values)
  }

  /// Computed with NetworkX 3.6.1 `maximum_flow_value` over all pairs.
  @Test(.tags(.knownAnswer)) func kite() throws {
    #expect(try ClassicGraphs.kite().flowBetweenness().values == [10, 10, 6, 16, 6, 17, 17, 17, 8, 0])
  }

  @Test(.tags(.knownAnswer)) func florentineMarriages() throws {
    let flows = try ClassicGraphs.florentineMarriages().flowBetweenness()
    let values = Dictionary(uniqueKeysWithValues: zip(ClassicGraphs.florentineFamilies, flows.values))
    let expected = ["Medici": 68.0, "Guadagni": 38, "Castellani": 22, "Albizzi": 20, "Barbadori": 19]
    for (family, value) in expected { #expect(values[family] == value) }
    #expect(abs((flows.shares[1] ?? 0) - 0.4595) < 0.00005)
  }

  /// In a tree every flow has one path; in a cycle every pair has two, of which each vertex is on one.
  @Test(.tags(.knownAnswer)) func pathsAndCycles() throws {
    let path = try ClassicGraphs.path(12)
    #expect(try path.flowBetweenness().values == path.betweenness())
    let star = try ClassicGraphs.star(leaves: 6).flowBetweenness()
    #expect(star.values == [15, 0, 0, 0, 0, 0, 0])
    #expect(star.shares == [1, 0, 0, 0, 0, 0, 0])
    #expect(try ClassicGraphs.cycle(7).flowBetweenness().values == Array(repeating: 15, count: 7))
    // Without one of five, the others have three of four paths left.
    #expect(try ClassicGraphs.complete(5).flowBetweenness().values == Array(repeating: 6, count: 5))
  }

  @Test func smallGraphs() throws {
    #expect(try Graph(vertexCount: 0, edges: []).flowBetweenness().values.isEmpty)
    let pair = try Graph(vertexCount: 3, edges: [(0, 1)]).flowBetweenness()
    #expect(pair.values == [0, 0, 0])
    #expect(pair.totals == [0, 0, 1])
    #expect(pair.shares == [nil, nil, 0])
  }

  @Test func capacitiesThatOverflow() throws {
    let graph = try ClassicGraphs.kite().mapWeights { _ in 1e307 }
    let error = #expect(throws: GraphError.self) { try graph.flowBetweenness() }
    #expect(error?.code == .badWeight)
  }

  @Test(.tags(.property), arguments: UInt64(0)..<6) func totals(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(vertices: 24, edges: 40, weights: [1, 2, 4], using: &generator)
    let names = (0..<24).shuffled(using: &generator)
    let relabeled = try graph.relabeled(names)
    let flows = try graph.flowBetweenness()
    let other = try relabeled.flowBetweenness()
    #expect(names.map { other.totals[$0] } == flows.totals)
    #expect(flows.shares.allSatisfy { $0.map { (0...1).contains($0) } ?? true })
  }

  @Test(.tags(.property)) func sameBits() throws {
    var generator = SeededGenerator(seed: 5)
    let graph = try randomGraph(vertices: 40, edges: 70, weights: [0.1, 0.7, 1.3], using: &generator)
    let flows = try graph.flowBetweenness()
    for threads in [2, 3, 8] {
      let other = try graph.flowBetweenness(execution: Execution(threads: threads))
      #expect(other.values == flows.values && other.totals == flows.totals)
    }
  }

  @Test func progressAndCancellation() throws {
    let recorder = Recorder()
    let graph = try ClassicGraphs.karateClub()
    _ = try graph.flowBetweenness(execution: Execution(threads: 1, onProgress: { recorder.add($0) }))
    #expect(recorder.values == recorder.values.sorted() && recorder.values.last == 1)
    let stop = Execution(threads: 1, isCancelled: { true })
    let error = #expect(throws: GraphError.self) { try graph.flowBetweenness(execution: stop) }
    #expect(error?.code == .cancelled)
  }
}
