import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

extension BrokerageCounts {
  /// By role.
  var row: [Int] { BrokerageRole.allCases.map { self[$0] } }
}

@Suite struct GouldFernandezTests {
  /// By hand; catches gatekeepers taken for representatives.
  ///
  /// b1 does not join a2 and a3, who are tied.
  @Test(.tags(.knownAnswer)) func gatekeepersAndRepresentatives() throws {
    let (a1, a2, a3, b1, b2, c1, c2): (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
      0, 1, 2, 3, 4, 5, 6
    )
    let graph = try Graph(
      vertexCount: 7,
      edges: [(a1, a2), (a2, a3), (a2, b1), (b1, a3), (b1, b2), (b1, c1), (c1, c2), (c2, a1)],
      direction: .directed)
    let roles = try graph.gouldFernandezBrokerage(groups: [1, 1, 1, 2, 2, 3, 3])
    // Coordinator, itinerant, representative, gatekeeper, liaison.
    let expected = [
      [0, 0, 0, 1, 0], [1, 0, 1, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 1, 1], [0, 0, 0, 0, 0], [0, 0, 0, 1, 0],
      [0, 0, 1, 0, 0],
    ]
    #expect(roles.vertices.map { $0?.row } == expected)
  }

  /// Computed with NetworkX 3.6.1 from the definition, each tie both ways.
  @Test(.tags(.knownAnswer)) func karate() throws {
    let roles = try ClassicGraphs.karateClub().gouldFernandezBrokerage(groups: karateFactions)
    #expect(roles.vertices[0]?.row == [174, 0, 15, 15, 0])
    #expect(roles.vertices[2]?.row == [10, 12, 23, 23, 0])
    #expect(roles.vertices[33]?.row == [156, 6, 40, 40, 0])
  }

  /// What is counted does not depend on the groups; only how it is divided.
  @Test(.tags(.property), arguments: UInt64(0)..<10) func totals(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(vertices: 40, edges: 120, direction: .directed, using: &generator)
    let one = try graph.gouldFernandezBrokerage(groups: Array(repeating: 1, count: 40))
    let groups: [Int?] = (0..<40).map { _ in Int.random(in: 0...4, using: &generator) }
    let many = try graph.gouldFernandezBrokerage(groups: groups)
    #expect(one.vertices.map { $0?.total } == many.vertices.map { $0?.total })
    #expect(one.vertices.allSatisfy { $0?.coordinator == $0?.total })
  }

  @Test(.tags(.property)) func threads() throws {
    var generator = SeededGenerator(seed: 3)
    let graph = try randomGraph(vertices: 200, edges: 2_000, direction: .directed, using: &generator)
    let groups: [Int?] = (0..<200).map { $0 % 7 == 0 ? nil : $0 % 5 }
    let roles = try graph.gouldFernandezBrokerage(groups: groups)
    for threads in [2, 3, 8] {
      #expect(
        try graph.gouldFernandezBrokerage(groups: groups, execution: Execution(threads: threads)) == roles)
    }
    #expect(roles.unknownCounts.contains { $0 > 0 })
    #expect(try Graph(vertexCount: 0, edges: []).gouldFernandezBrokerage(groups: []).overall.total == 0)
  }
}

/// The factions of ``ClassicGraphs/karateClub()`` after the split.
let karateFactions: [Int?] = [
  0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
]

@Suite struct GouldFernandezTestTests {
  /// The mean over all 720 permutations is the expectation; that of those drawn, and their spread, come near.
  @Test(.tags(.oracle), arguments: Direction.allCases) func expectation(direction: Direction) throws {
    var generator = SeededGenerator(seed: 11)
    let graph = try randomGraph(vertices: 7, edges: 16, direction: direction, using: &generator)
    let known = [1, 1, 1, 2, 2, 3]
    let all = permutations(of: known).map { order in order.prefix(3) + [nil] + order.dropFirst(3) }
      .map { GroupOracle(graph, Array($0)).roles.counts }
    let groups: [Int?] = [1, 1, 1, nil, 2, 2, 3]
    let options = PermutationOptions(permutations: 4_000, seed: 5)
    let test = try graph.gouldFernandezTest(groups: groups, options: options)
    let observed = GroupOracle(graph, groups).roles.counts
    for role in BrokerageRole.allCases {
      for vertex in 0..<7 where vertex != 3 {
        let values = all.map { Double($0[vertex][role.rawValue]) }
        try compare(test[vertex, role], values, observed: observed[vertex][role.rawValue])
      }
      let sums = all.map { counts in Double(counts.reduce(0) { $0 + $1[role.rawValue] }) }
      try compare(test.overall(role), sums, observed: observed.reduce(0) { $0 + $1[role.rawValue] })
    }
    #expect(test[3, .liaison] == nil)
  }

  private func compare(_ found: PermutationComparison?, _ values: [Double], observed: Int) throws {
    let found = try #require(found)
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    #expect(found.observed == Double(observed))
    #expect(agree([found.expected], [mean]))
    // Four thousand draws: a standard deviation to some percent, a share to two.
    #expect(abs(found.standardDeviation - variance.squareRoot()) <= 0.1 * variance.squareRoot())
    let share = Double(values.count { $0 >= Double(observed) }) / Double(values.count)
    #expect(abs(found.upperProbability - share) < 0.04)
    let below = Double(values.count { $0 <= Double(observed) }) / Double(values.count)
    #expect(abs(found.lowerProbability - below) < 0.04)
    #expect(found.twoSidedProbability <= 1 && found.twoSidedProbability > 0)
    #expect((found.score == nil) == (found.standardDeviation == 0))
  }

  @Test(.tags(.property)) func theSeedAlone() throws {
    let graph = try ClassicGraphs.karateClub()
    func values(_ seed: UInt64, threads: Int = 1) throws -> [PermutationComparison?] {
      let test = try graph.gouldFernandezTest(
        groups: karateFactions, options: PermutationOptions(permutations: 150, seed: seed),
        execution: Execution(threads: threads))
      return (0..<34).flatMap { vertex in BrokerageRole.allCases.map { test[vertex, $0] } }
        + BrokerageRole.allCases.map { test.overall($0) }
    }
    let one = try values(4)
    for threads in [2, 3, 8] { #expect(try values(4, threads: threads) == one) }
    #expect(try values(5) != one)
  }

  @Test func requests() throws {
    let graph = try ClassicGraphs.path(3)
    let error = #expect(throws: GraphError.self) {
      try graph.gouldFernandezTest(groups: [1, 2, 1], options: PermutationOptions(permutations: 0))
    }
    #expect(error?.code == .badParameter)
    let stop = Execution(threads: 2, isCancelled: { true })
    #expect(throws: GraphError.self) { try graph.gouldFernandezTest(groups: [1, 2, 1], execution: stop) }
    // Everybody in one group: no permutation changes anything.
    let alike = try graph.gouldFernandezTest(groups: [1, 1, 1])
    #expect(alike[1, .coordinator]?.observed == 2)
    #expect(alike[1, .coordinator]?.expected == 2)
    #expect(alike[1, .coordinator]?.score == nil)
    #expect(alike[1, .coordinator]?.upperProbability == 1)
    // Nobody in any.
    #expect(try graph.gouldFernandezTest(groups: [nil, nil, nil]).overall(.liaison).expected == 0)
  }
}
