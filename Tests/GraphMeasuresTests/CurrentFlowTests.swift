import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Potentials by plain elimination, and the currents of one pair after the other.
private struct CurrentOracle {
  let conductances: [[Double]]

  init(_ graph: Graph) {
    let matrix = graph.matrix
    let n = graph.vertexCount
    var sums = matrix
    if graph.direction == .directed {
      for u in 0..<n { for v in 0..<n { sums[u][v] += matrix[v][u] } }
    }
    conductances = sums
  }

  private func component(of vertex: Int) -> [Int] {
    var members = [vertex]
    var next = 0
    while next < members.count {
      for other in conductances.indices
      where conductances[members[next]][other] > 0 && !members.contains(other) {
        members.append(other)
      }
      next += 1
    }
    return members
  }

  /// Potentials where a unit enters at a vertex and leaves at the last of a component, which is at 0.
  private func potentials(from source: Int, _ members: [Int]) -> [Double] {
    let free = members.dropLast()
    let known = solution(
      of: free.map { u in
        free.map { u == $0 ? conductances[u].reduce(0, +) : -conductances[u][$0] } + [u == source ? 1 : 0]
      })
    var result = [Double](repeating: 0, count: conductances.count)
    for (vertex, potential) in zip(free, known) { result[vertex] = potential }
    return result
  }

  /// Betweenness, and the sums of resistances with the size of the component.
  var values: (betweenness: [Double], information: [Double?]) {
    let n = conductances.count
    var betweenness = [Double](repeating: 0, count: n)
    var information = [Double?](repeating: nil, count: n)
    var sums = betweenness
    for first in 0..<n where information[first] == nil {
      let members = component(of: first)
      if members.count < 2 { continue }
      let units = members.map { potentials(from: $0, members) }
      for (place, source) in members.enumerated() {
        for (other, target) in members.enumerated().prefix(place) {
          let x = zip(units[place], units[other]).map { $0 - $1 }
          sums[source] += x[source] - x[target]
          sums[target] += x[source] - x[target]
          for vertex in members where vertex != source && vertex != target {
            for next in members {
              betweenness[vertex] += conductances[vertex][next] * abs(x[vertex] - x[next]) / 2
            }
          }
        }
      }
      for vertex in members { information[vertex] = Double(members.count) / sums[vertex] }
    }
    return (betweenness, information)
  }
}

@Suite struct CurrentFlowTests {
  private func check(_ graph: Graph, absolute: Double = 1e-12) throws {
    let expected = CurrentOracle(graph).values
    compare(
      try graph.currentFlowBetweenness(), expected.betweenness, absolute: absolute,
      "current-flow betweenness in \(graph.line)")
    compare(try graph.informationCentrality(), expected.information, "information in \(graph.line)")
  }

  @Test(.tags(.oracle), arguments: SmallGraphSet.smaller) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs { try check(graph) }
  }

  @Test(.tags(.oracle)) func weightsFarApart() throws {
    try forEachSmallGraph(100, seed: 8, vertices: 1...12, weights: [0, 0.5, 1, 4, 30]) { graph, _ in
      try check(graph, absolute: 1e-11)
    }
  }

  /// Conjugate gradients, with and without a matrix of potentials, and elimination without one.
  @Test(.tags(.oracle), arguments: UInt64(0)..<8) func otherAlgorithms(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(
      vertices: 30, edges: 60, weights: seed % 2 == 0 ? [1] : [0.5, 1, 4], using: &generator)
    let betweenness = try graph.currentFlowBetweenness()
    for (elimination, matrix) in [(0, 100), (0, 0), (100, 0)] {
      let other = try graph.currentFlowBetweenness(
        execution: .serial, largestElimination: elimination, largestMatrix: matrix)
      #expect(agree(other, betweenness, relative: 1e-10, absolute: 1e-10))
    }
    let information = try graph.informationCentrality(execution: .serial, largestElimination: 0)
    #expect(agree(information, try graph.informationCentrality(), relative: 1e-10))
  }

  /// NetworkX 3.6.1 `current_flow_betweenness_centrality(normalized=False)` and `information_centrality`.
  @Test(.tags(.knownAnswer)) func kite() throws {
    let graph = try ClassicGraphs.kite()
    let betweenness = try graph.currentFlowBetweenness()
    let raw = [
      5.983108, 5.983108, 3.692568, 10.472973, 3.692568, 12.736486, 12.736486, 15.567568, 8, 0,
    ]
    #expect(agree(betweenness, raw, absolute: 5e-7))
    let normalized = [0.1662, 0.1662, 0.1026, 0.2909, 0.1026, 0.3538, 0.3538, 0.4324, 0.2222, 0]
    #expect(agree(betweenness.map { $0 / 36 }, normalized, absolute: 5e-5))
    // The ends are exact: what hangs on by one tie is not computed with.
    #expect(betweenness[8] == 8 && betweenness[9] == 0)
    let closeness = [
      0.118211, 0.118211, 0.107872, 0.132261, 0.107872, 0.133213, 0.133213, 0.116811, 0.068677, 0.044325,
    ]
    #expect(agree(try graph.informationCentrality().map { $0.map { $0 / 10 } }, closeness, absolute: 5e-7))
  }

  /// In trees only one path joins two vertices.
  @Test(.tags(.knownAnswer)) func trees() throws {
    for graph in [try ClassicGraphs.path(30), try ClassicGraphs.star(leaves: 9)] {
      #expect(try graph.currentFlowBetweenness() == graph.betweenness())
    }
    // Resistances from the middle of three: 1 and 1; from the end: 1 and 2.
    #expect(agree(try ClassicGraphs.path(3).informationCentrality(), [1, 1.5, 1]))
  }

  /// Two of c vertices of a complete graph are joined by a resistance of 2/c; between the pair each other vertex
  /// carries 1/c.
  @Test(.tags(.knownAnswer), arguments: [3, 4, 7]) func complete(count: Int) throws {
    let graph = try ClassicGraphs.complete(count)
    let c = Double(count)
    let pairs = (c - 1) * (c - 2) / 2
    #expect(agree(try graph.currentFlowBetweenness(), Array(repeating: pairs / c, count: count)))
    let information = c / ((c - 1) * 2 / c)
    #expect(agree(try graph.informationCentrality(), Array(repeating: information, count: count)))
  }

  @Test func componentsAndIsolates() throws {
    var edges = EdgeList()
    edges.append(from: 0, to: 1, weight: 2.5)
    let graph = try Multigraph(vertexCount: 3, edges: edges, direction: .undirected).reduced(.once)
    #expect(try graph.currentFlowBetweenness() == [0, 0, 0])
    #expect(agree(try graph.informationCentrality(), [5, 5, nil]))
    let empty = try Graph(vertexCount: 0, edges: [])
    #expect(try empty.currentFlowBetweenness().isEmpty)
    #expect(try empty.informationCentrality().isEmpty)
  }

  /// A weight scales information and leaves betweenness; a directed graph adds what it has both ways.
  @Test(.tags(.property)) func weights() throws {
    let kite = try ClassicGraphs.kite()
    let scaled = kite.mapWeights { _ in 1e200 }
    #expect(agree(try scaled.currentFlowBetweenness(), try kite.currentFlowBetweenness()))
    #expect(
      agree(
        try scaled.informationCentrality().map { $0.map { $0 / 1e200 } }, try kite.informationCentrality()))
    let both = try Graph(vertexCount: 2, edges: [(0, 1), (1, 0)], direction: .directed)
    #expect(agree(try both.informationCentrality(), [4, 4]))
  }

  @Test func weightsTooFarApart() throws {
    for weights in [[1, 1e-13], [1e300, 1e300]] {
      var edges = EdgeList()
      edges.append(from: 0, to: 1, weight: weights[0])
      edges.append(from: 1, to: 2, weight: weights[1])
      edges.append(from: 0, to: 2, weight: 0)
      let graph = try Multigraph(vertexCount: 3, edges: edges, direction: .undirected).reduced(.once)
      let error = #expect(throws: GraphError.self) { try graph.currentFlowBetweenness() }
      #expect(error?.code == .badWeight)
      #expect(throws: GraphError.self) { try graph.informationCentrality() }
    }
  }

  @Test(.tags(.property), arguments: UInt64(0)..<6) func atMostThePairsOfTheComponent(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(vertices: 25, edges: 40, weights: [1, 2, 4], using: &generator)
    let betweenness = try graph.currentFlowBetweenness()
    let components = graph.connectedComponents()
    for (vertex, value) in betweenness.enumerated() {
      let size = Double(components.sizes[Int(components.labels[vertex])])
      #expect(value >= 0 && value <= (size - 1) * (size - 2) / 2 + 1e-9)
    }
  }

  @Test(.tags(.property)) func gradientsHaveTheSameBits() throws {
    var generator = SeededGenerator(seed: 5)
    let graph = try randomGraph(vertices: 70, edges: 120, weights: [0.1, 0.7, 1.3], using: &generator)
    let gradients = try graph.currentFlowBetweenness(
      execution: .serial, largestElimination: 0, largestMatrix: 0)
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(
        try graph.currentFlowBetweenness(execution: execution, largestElimination: 0, largestMatrix: 0)
          == gradients)
    }
  }

  @Test func progressAndCancellation() throws {
    var generator = SeededGenerator(seed: 6)
    let graph = try randomGraph(vertices: 100, edges: 220, using: &generator)
    let recorder = Recorder()
    _ = try graph.currentFlowBetweenness(execution: Execution(threads: 1, onProgress: { recorder.add($0) }))
    #expect(recorder.values == recorder.values.sorted() && recorder.values.last == 1)
    #expect(recorder.values.count > 10)
    let stop = Execution(threads: 1, isCancelled: { true })
    for graph in [graph, try ClassicGraphs.kite()] {
      let error = #expect(throws: GraphError.self) { try graph.currentFlowBetweenness(execution: stop) }
      #expect(error?.code == .cancelled)
      #expect(throws: GraphError.self) { try graph.informationCentrality(execution: stop) }
    }
  }
}
