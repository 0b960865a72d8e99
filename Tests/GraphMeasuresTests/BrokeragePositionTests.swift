import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct BrokeragePositionTests {
  private func check(_ graph: Graph, _ groups: [Int?]?) throws {
    let n = graph.vertexCount
    var outward = [Int](repeating: 0, count: n)
    var inward = outward
    for u in 0..<n {
      for v in graph.neighbors(of: u) {
        outward[u] |= 1 << Int(v)
        inward[Int(v)] |= 1 << u
      }
    }
    var activity = [Int](repeating: 0, count: n)
    var exclusivity = activity
    for i in 0..<n {
      for k in 0..<n where k != i && outward[i] & (1 << k) == 0 && (graph.direction == .directed || i < k) {
        if let groups {
          guard let a = groups[i], let b = groups[k], a != b else { continue }
        }
        let brokers = members(outward[i] & inward[k])
        for broker in brokers { activity[broker] += 1 }
        if brokers.count == 1 { exclusivity[brokers[0]] += 1 }
      }
    }
    let found = try graph.brokeragePositions(groups: groups)
    func name(_ part: String) -> String { "\(part), groups \(groups ?? []), in \(graph.line)" }
    compare(exactly: found.activity, activity, name("activity"))
    compare(exactly: found.exclusivity, exclusivity, name("exclusivity"))
    let isActive = activity.map { $0 * n > activity.reduce(0, +) }
    let isExclusive = exclusivity.map { $0 * n > exclusivity.reduce(0, +) }
    let positions = zip(isActive, isExclusive).map { much, alone -> BrokeragePositions.Position in
      much ? (alone ? .powerhouse : .connector) : (alone ? .linchpin : .sideliner)
    }
    compare(exactly: found.positions, positions, name("positions"))
  }

  @Test(.tags(.oracle), arguments: SmallGraphSet.unweighted) func asDefined(on set: SmallGraphSet) throws {
    var generator = SeededGenerator(seed: 7)
    for graph in set.graphs {
      try check(graph, nil)
      let groups =
        [7, -3, 7, nil, 12] + (5..<9).map { _ in [nil, 3, 7].randomElement(using: &generator) ?? nil }
      try check(graph, Array(groups.prefix(graph.vertexCount)))
    }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<50) func largerGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let count = Int.random(in: 9...20, using: &generator)
      let graph = try randomGraph(
        vertices: count, edges: Int.random(in: 0...60, using: &generator), direction: direction,
        using: &generator)
      try check(graph, nil)
      try check(graph, (0..<count).map { _ in [nil, 3, 7, -2].randomElement(using: &generator) ?? nil })
    }
  }

  /// By hand: two stars whose centers 0 and 5 share vertices 3 and 4 as brokers.
  ///
  /// Center 0 joins 1, 2, 3 and 4 in pairs: 6, all but 3–4 alone. So does 5 with 3, 4, 6 and 7. 3 and 4 both
  /// join the centers. Means are 14/8 and 10/8.
  @Test(.tags(.knownAnswer)) func positions() throws {
    let graph = try Graph(
      vertexCount: 8, edges: [(0, 1), (0, 2), (0, 3), (0, 4), (5, 3), (5, 4), (5, 6), (5, 7)])
    let found = try graph.brokeragePositions()
    #expect(found.activity == [6, 0, 0, 1, 1, 6, 0, 0])
    #expect(found.exclusivity == [5, 0, 0, 0, 0, 5, 0, 0])
    #expect(found.positions[0] == .powerhouse)
    #expect(found.positions[1] == .sideliner && found.positions[3] == .sideliner)
  }

  /// A cycle of four: every pair has two brokers, and all are at the mean.
  @Test(.tags(.knownAnswer)) func theMeanIsLittle() throws {
    let found = try ClassicGraphs.cycle(4).brokeragePositions()
    #expect(found.activity == [1, 1, 1, 1] && found.exclusivity == [0, 0, 0, 0])
    #expect(found.positions == [.sideliner, .sideliner, .sideliner, .sideliner])
    let ring = try ClassicGraphs.cycle(5).brokeragePositions()
    #expect(ring.exclusivity == [1, 1, 1, 1, 1])
    #expect(ring.positions.allSatisfy { $0 == .sideliner })
    #expect(try Graph(vertexCount: 0, edges: []).brokeragePositions().positions.isEmpty)
  }

  /// Three connectors share six leaves; a path hangs on by itself.
  @Test(.tags(.knownAnswer)) func connectorsAndLinchpins() throws {
    var edges: [(UInt32, UInt32)] = []
    for hub in UInt32(0)..<3 { for leaf in UInt32(3)..<9 { edges.append((hub, leaf)) } }
    edges += [(9, 10), (10, 11)]
    let found = try Graph(vertexCount: 12, edges: edges).brokeragePositions()
    #expect(found.activity == [15, 15, 15, 3, 3, 3, 3, 3, 3, 0, 1, 0])
    #expect(found.positions[0] == .connector)
    #expect(found.positions[3] == .sideliner)
    #expect(found.positions[10] == .linchpin)
  }
}
