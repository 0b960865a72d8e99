import EcographTestSupport
import GraphCore
import Synchronization
import Testing

/// A two-mode graph on few vertices, and its projection pair by pair; members of groups are bits.
private struct Case {
  let graph: Graph
  let memberCount: Int
  var maximumMembers: Int?
  var direct: Graph?

  /// For each member the groups that have no more members than are allowed.
  private var groups: [[Int]] {
    let tied = (0..<graph.vertexCount).map { graph.neighbors(of: $0).reduce(0) { $0 | 1 << Int($1) } }
    func isMember(_ vertex: Int, _ group: Int) -> Bool {
      tied[vertex] & (1 << group) != 0 || tied[group] & (1 << vertex) != 0
    }
    let all = (memberCount..<graph.vertexCount).filter { group in
      (0..<memberCount).count { isMember($0, group) } <= maximumMembers ?? .max
    }
    return (0..<memberCount).map { member in all.filter { isMember(member, $0) } }
  }

  /// B f(d) Bᵀ, or shares of groups, + D without its diagonal; nil where two members share no group and have no
  /// direct tie.
  private func expected(_ weighting: TwoModeProjection.Weighting, _ groups: [[Int]]) -> [[Double?]] {
    func size(_ group: Int) -> Double { Double(groups.count { $0.contains(group) }) }
    var result = groups.map { _ in groups.map { _ in Double?.none } }
    for u in groups.indices {
      for v in groups.indices where v != u {
        let shared = groups[u].filter { groups[v].contains($0) }
        if shared.isEmpty { continue }
        let count = Double(shared.count)
        result[u][v] =
          switch weighting {
          case .newman: shared.reduce(0) { $0 + 1 / (size($1) - 1) }
          case .count: count
          case .hyperbolic: shared.reduce(0) { $0 + 1 / size($1) }
          case .jaccard: count / (Double(groups[u].count + groups[v].count) - count)
          case .overlap: count / Double(min(groups[u].count, groups[v].count))
          }
      }
    }
    for edge in direct?.edges ?? [] {
      result[edge.source][edge.target] = (result[edge.source][edge.target] ?? 0) + edge.weight
      result[edge.target][edge.source] = (result[edge.target][edge.source] ?? 0) + edge.weight
    }
    return result
  }

  /// - Parameter weightings: All, or those of them that are to be tried.
  func check(_ weightings: [TwoModeProjection.Weighting] = TwoModeProjection.Weighting.allCases) throws {
    let groups = groups
    for weighting in weightings {
      let projection = TwoModeProjection(
        graph, memberCount: memberCount, weighting: weighting, maximumMembers: maximumMembers, direct: direct)
      let expected = expected(weighting, groups)
      let projected = try projection.graph()
      let matrix = projected.matrix
      let isRight =
        projected.vertexCount == memberCount && projected.direction == .undirected
        && projected.weights?.count == projected.arcCount
        && (0..<memberCount).allSatisfy { member in
          projected.neighbors(of: member).map { Int($0) }
            == (0..<memberCount).filter { expected[member][$0] != nil }
            && agree(matrix[member], expected[member].map { $0 ?? 0 })
            && (0..<member).allSatisfy { matrix[member][$0] == matrix[$0][member] }
        }
      let degrees = try projection.degrees()
      let hasDegrees = Array(degrees) == expected.map { $0.count { $0 != nil } }
      let hasStrengths = agree(projection.strengths(), expected.map { $0.reduce(0) { $0 + ($1 ?? 0) } })
      let isBounded = projected.edgeCount <= projection.pairCount + (direct?.edgeCount ?? 0)
      if !(isRight && hasDegrees && hasStrengths && isBounded) {
        Issue.record(
          """
          \(weighting) of \(memberCount) members, at most \(maximumMembers ?? .max) in a group, in \(graph.line) \
          beside \(direct?.line ?? "nothing"): \(matrix), by definition \(expected)
          """)
      }
    }
  }
}

@Suite struct TwoModeProjectionTests {
  @Test(arguments: 0...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) {
      for memberCount in 0...vertices {
        // Of the largest graphs each has one of the weightings in turn.
        let all = TwoModeProjection.Weighting.allCases
        let one = all[(graph.edgeCount + memberCount) % all.count]
        try Case(graph: graph, memberCount: memberCount).check(vertices < 5 ? all : [one])
      }
    }
  }

  @Test(arguments: 0...3) func everyDigraph(vertices: Int) throws {
    for graph in allDigraphs(vertices: vertices) {
      for memberCount in 0...vertices { try Case(graph: graph, memberCount: memberCount).check() }
    }
  }

  /// Every two-mode graph with every limit, beside every graph of direct ties in turn.
  @Test func everyTwoModeGraphWithLimits() throws {
    for sizes in modeSizes(upTo: 5) {
      let direct = allGraphs(vertices: sizes.first)
      for (number, graph) in allBipartiteGraphs(first: sizes.first, second: sizes.second).enumerated() {
        for limit in 0...3 {
          try Case(
            graph: graph, memberCount: sizes.first, maximumMembers: limit,
            direct: direct[(number + limit) % direct.count]
          ).check()
        }
      }
    }
  }

  /// Ties within either side, directed and weighted memberships, direct ties of weight 0 and limits.
  @Test(arguments: UInt64(0)..<2) func randomGraphs(seed: UInt64) throws {
    try forEachSmallGraph(1_000, seed: seed) { graph, generator in
      let memberCount = Int.random(in: 0...graph.vertexCount, using: &generator)
      let direct = try smallGraph(
        vertices: memberCount, direction: .undirected, weights: [0, 0.5, 3], using: &generator)
      try Case(
        graph: graph, memberCount: memberCount,
        maximumMembers: generator.pick([nil, 0, 2, 3, 4]),
        direct: Bool.random(using: &generator) ? direct : nil
      ).check()
    }
    try forEachSmallGraph(60, seed: seed, vertices: 10...14) { graph, generator in
      try Case(graph: graph, memberCount: Int.random(in: 5...graph.vertexCount, using: &generator)).check()
    }
  }

  /// Long rows, of members beyond one block of the tree of bits.
  @Test func longRows() throws {
    var generator = SeededGenerator(seed: 5)
    let memberCount = 600_000
    var edges: [(UInt32, UInt32)] = []
    for group in 0..<40 {
      for _ in 0..<50 {
        let member = UInt32.random(in: 0..<UInt32(memberCount), using: &generator)
        edges.append((member, UInt32(memberCount + group)))
      }
    }
    edges += (0..<40).map { (7, UInt32(memberCount + $0)) }
    let graph = try Graph(vertexCount: memberCount + 40, edges: edges)
    let projected = try TwoModeProjection(graph, memberCount: memberCount).graph()
    let others = Set(edges.map { Int($0.0) }).subtracting([7])
    #expect(projected.neighbors(of: 7).map { Int($0) } == others.sorted())
    #expect(projected.degree(of: 7) > 1_900)
    for member in others {
      let row = projected.neighbors(of: member)
      #expect(zip(row, row.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func sameBitsFromAnyNumberOfThreads() throws {
    var generator = SeededGenerator(seed: 11)
    let graph = try randomGraph(vertices: 3_000, edges: 9_000, using: &generator)
    let projection = TwoModeProjection(graph, memberCount: 2_000)
    let serial = try projection.graph()
    #expect(serial.edgeCount > 4_000)
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      let other = try projection.graph(execution: execution)
      #expect(other.offsets == serial.offsets && other.targets == serial.targets)
      #expect(other.weights == serial.weights)
      #expect(try projection.degrees(execution: execution) == serial.offsets.adjacentDifferences)
    }
  }

  /// Rows made one at a time are those of the graph, direct ties and all.
  @Test(arguments: TwoModeProjection.Weighting.allCases, [1, 3])
  func rowsAreThoseOfTheGraph(weighting: TwoModeProjection.Weighting, threads: Int) throws {
    var generator = SeededGenerator(seed: 12)
    let graph = try randomGraph(vertices: 900, edges: 3_000, using: &generator)
    let direct = try randomGraph(vertices: 600, edges: 500, using: &generator)
    let projection = TwoModeProjection(graph, memberCount: 600, weighting: weighting, direct: direct)
    let expected = try projection.graph()
    let rows = Mutex<[Int: [UInt32: Double]]>([:])
    try projection.forEachRow(execution: Execution(threads: threads)) { member, targets, weights in
      let pairs = targets.indices.map { (targets[$0], weights[$0]) }
      rows.withLock { $0[member] = Dictionary(uniqueKeysWithValues: pairs) }
    }
    let made = rows.withLock { $0 }
    #expect(made.count == 600)
    for member in 0..<600 {
      let slots = expected.offsets[member]..<expected.offsets[member + 1]
      let row = slots.map { (expected.targets[$0], expected.weight(atSlot: $0)) }
      #expect(made[member] == Dictionary(uniqueKeysWithValues: row))
    }
  }

  /// Each of Davis' southern women: 139 pairs went to an event together, Evelyn and Laura to six.
  @Test func southernWomen() throws {
    let attendance = try ClassicGraphs.southernWomen()
    let newman = try TwoModeProjection(attendance, memberCount: 18).graph()
    #expect(newman.edgeCount == 139)
    #expect(agree([newman.matrix[0][1], newman.matrix[0][2]], [1.5626, 1.4869], absolute: 0.00005))
    let counted = try TwoModeProjection(attendance, memberCount: 18, weighting: .count).graph()
    #expect(counted.matrix[0][1] == 6 && counted.matrix[0][2] == 7)
    // Evelyn went to eight events, Laura to seven: nine in all.
    let jaccard = try TwoModeProjection(attendance, memberCount: 18, weighting: .jaccard).graph()
    #expect(jaccard.edgeCount == 139 && jaccard.matrix[0][1] == 6.0 / 9)
    let overlap = try TwoModeProjection(attendance, memberCount: 18, weighting: .overlap).graph()
    #expect(overlap.matrix[0][1] == 6.0 / 7)
  }

  @Test func progressAndCancelling() throws {
    let graph = try ClassicGraphs.star(leaves: 500)
    let projection = TwoModeProjection(graph, memberCount: 1)
    #expect(try projection.graph().edgeCount == 0)
    #expect(throws: GraphError.self) {
      try projection.graph(execution: Execution(threads: 2, isCancelled: { true }))
    }
  }
}

extension ContiguousArray<Int> {
  fileprivate var adjacentDifferences: [Int] { zip(self, dropFirst()).map { $1 - $0 } }
}
