import EcographTestSupport
import GraphCore
import Testing

/// A two-mode graph on few vertices, and its projection by matrices.
private struct Case {
  let graph: Graph
  let memberCount: Int
  var maximumMembers: Int?
  var direct: Graph?

  /// B f(d) Bᵀ, or shares of groups, + D without its diagonal; nil where two members share no group and have no
  /// direct tie.
  func expected(_ weighting: TwoModeProjection.Weighting) -> [[Double?]] {
    let tied = graph.matrix
    let members = 0..<memberCount
    let groups = memberCount..<graph.vertexCount
    var result = members.map { _ in members.map { _ in Double?.none } }
    func isMember(_ vertex: Int, _ group: Int) -> Bool {
      tied[vertex][group] != 0 || tied[group][vertex] != 0
    }
    func size(_ group: Int) -> Int { members.count { isMember($0, group) } }
    let allowed = groups.filter { size($0) <= maximumMembers ?? .max }
    for (u, v) in members.flatMap({ u in members.map { (u, $0) } }) where u != v {
      let ofFirst = Set(allowed.filter { isMember(u, $0) })
      let ofSecond = Set(allowed.filter { isMember(v, $0) })
      let shared = ofFirst.intersection(ofSecond)
      if !shared.isEmpty {
        let weight =
          switch weighting {
          case .newman: shared.sorted().reduce(0) { $0 + 1 / Double(size($1) - 1) }
          case .count: Double(shared.count)
          case .hyperbolic: shared.sorted().reduce(0) { $0 + 1 / Double(size($1)) }
          case .jaccard: Double(shared.count) / Double(ofFirst.union(ofSecond).count)
          case .overlap: Double(shared.count) / Double(min(ofFirst.count, ofSecond.count))
          }
        result[u][v, default: 0] += weight
      }
      if let direct, direct.neighbors(of: u).contains(UInt32(v)) {
        result[u][v, default: 0] += direct.matrix[u][v]
      }
    }
    return result
  }

  func check() throws {
    for weighting in TwoModeProjection.Weighting.allCases {
      let projection = TwoModeProjection(
        graph, memberCount: memberCount, weighting: weighting, maximumMembers: maximumMembers, direct: direct)
      let expected = expected(weighting)
      let projected = try projection.graph()
      #expect(projected.vertexCount == memberCount && projected.direction == .undirected)
      #expect(projected.weights?.count == projected.arcCount)
      for member in 0..<memberCount {
        let neighbors = (0..<memberCount).filter { expected[member][$0] != nil }
        #expect(projected.neighbors(of: member).map { Int($0) } == neighbors)
        #expect(agree(projected.matrix[member], expected[member].map { $0 ?? 0 }))
        for neighbor in neighbors {
          #expect(projected.matrix[member][neighbor] == projected.matrix[neighbor][member])
        }
      }
      #expect(try projection.degrees() == expected.map { $0.count { $0 != nil } })
      #expect(agree(projection.strengths(), expected.map { $0.reduce(0) { $0 + ($1 ?? 0) } }))
      #expect(projected.edgeCount <= projection.pairCount + (direct?.edgeCount ?? 0))
    }
  }
}

extension [Double?] {
  fileprivate subscript(index: Int, default value: Double) -> Double {
    get { self[index] ?? value }
    set { self[index] = newValue }
  }
}

@Suite struct TwoModeProjectionTests {
  @Test(arguments: 0...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) {
      for memberCount in 0...vertices { try Case(graph: graph, memberCount: memberCount).check() }
    }
  }

  /// Ties within either side, directed and weighted memberships, direct ties of weight 0 and limits.
  @Test(arguments: UInt64(0)..<150) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let vertices = Int.random(in: 1...14, using: &generator)
      let graph = try randomGraph(
        vertices: vertices, edges: Int.random(in: 0...40, using: &generator), direction: direction,
        weights: [1, 2.5], using: &generator)
      let memberCount = Int.random(in: 0...vertices, using: &generator)
      let direct = try randomGraph(
        vertices: memberCount, edges: Int.random(in: 0...10, using: &generator), weights: [0, 0.5, 3],
        using: &generator)
      try Case(graph: graph, memberCount: memberCount).check()
      try Case(
        graph: graph, memberCount: memberCount, maximumMembers: Int.random(in: 0...4, using: &generator),
        direct: direct
      ).check()
    }
  }

  /// Rows longer than what is sorted by insertion, with numbers beyond one block of the sorter's tree.
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
