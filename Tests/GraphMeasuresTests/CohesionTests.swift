import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Core numbers, triangles, clustering and articulation points against their definitions.
@Suite(.tags(.oracle)) struct CohesionOracleTests {
  /// The largest k for which some set of vertices around v has k ties each inside.
  private func coreNumbers(_ tied: [[Bool]]) -> [Int] {
    let n = tied.count
    var best = [Int](repeating: 0, count: n)
    for set in 1..<max(1, 1 << n) {
      let members = (0..<n).filter { set & (1 << $0) != 0 }
      let least = members.map { v in members.count { tied[v][$0] } }.min() ?? 0
      for v in members { best[v] = max(best[v], least) }
    }
    return best
  }

  private func triangles(_ tied: [[Bool]]) -> [Int] {
    tied.indices.map { v in
      tied.indices.reduce(0) { sum, u in
        sum + (0..<u).count { tied[v][u] && tied[v][$0] && tied[u][$0] }
      }
    }
  }

  /// Vertices reached from the first of `members` without leaving them.
  private func componentCount(_ tied: [[Bool]], on members: [Int]) -> Int {
    var left = Set(members)
    var count = 0
    while let start = left.popFirst() {
      var open = [start]
      count += 1
      while let v = open.popLast() {
        for u in members where tied[v][u] && left.remove(u) != nil { open.append(u) }
      }
    }
    return count
  }

  private func articulationPoints(_ tied: [[Bool]]) -> [Bool] {
    let all = Array(tied.indices)
    return all.map { v in
      // An isolated vertex takes its own component along.
      let before = componentCount(tied, on: all) - (tied[v].contains(true) ? 0 : 1)
      return componentCount(tied, on: all.filter { $0 != v }) > before
    }
  }

  private func compare(_ graph: Graph) throws {
    let matrix = graph.matrix
    // Arcs of weight 0 are ties too, so take neighbors, not weights.
    let tied = matrix.indices.map { u in
      matrix.indices.map { v in
        graph.neighbors(of: u).contains(UInt32(v)) || graph.neighbors(of: v).contains(UInt32(u))
      }
    }
    #expect(graph.coreNumbers() == coreNumbers(tied))
    let triangles = triangles(tied)
    #expect(try graph.triangleCounts() == triangles)
    let clustering = tied.indices.map { v -> Double? in
      let degree = tied[v].count { $0 }
      return degree < 2 ? nil : Double(triangles[v]) / Double(degree * (degree - 1) / 2)
    }
    #expect(agree(try graph.clusteringCoefficients(), clustering))
    #expect(graph.articulationPoints() == articulationPoints(tied))
  }

  @Test(arguments: 0...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) { try compare(graph) }
  }

  @Test(arguments: UInt64(0)..<60) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: Int.random(in: 5...9, using: &generator), edges: Int.random(in: 0...24, using: &generator),
        direction: direction, weights: [0, 1, 2.5], using: &generator)
      try compare(graph)
    }
  }
}

@Suite(.tags(.knownAnswer)) struct CohesionTests {
  @Test func kite() throws {
    let kite = try ClassicGraphs.kite()
    #expect(kite.coreNumbers() == [3, 3, 3, 3, 3, 3, 3, 2, 1, 1])
    #expect(
      kite.articulationPoints() == [false, false, false, false, false, false, false, true, true, false])
    // Diane has six contacts and eight ties among them.
    #expect(try kite.triangleCounts() == [4, 4, 3, 8, 3, 5, 5, 1, 0, 0])
    let clustering = [4.0 / 6, 4.0 / 6, 1, 8.0 / 15, 1, 0.5, 0.5, 1.0 / 3, 0, nil]
    #expect(agree(try kite.clusteringCoefficients(), clustering))
  }

  @Test func completeGraph() throws {
    let graph = try ClassicGraphs.complete(7)
    #expect(graph.coreNumbers() == Array(repeating: 6, count: 7))
    #expect(try graph.triangleCounts() == Array(repeating: 15, count: 7))
    #expect(try graph.clusteringCoefficients() == Array(repeating: 1, count: 7))
    #expect(!graph.articulationPoints().contains(true))
  }

  @Test func star() throws {
    let graph = try ClassicGraphs.star(leaves: 4)
    #expect(graph.coreNumbers() == [1, 1, 1, 1, 1])
    #expect(try graph.clusteringCoefficients() == [0, nil, nil, nil, nil])
    #expect(graph.articulationPoints() == [true, false, false, false, false])
  }

  @Test(arguments: [0, 1, 2]) func tinyGraphs(count: Int) throws {
    let graph = try Graph(vertexCount: count, edges: [])
    #expect(graph.coreNumbers() == Array(repeating: 0, count: count))
    #expect(try graph.triangleCounts() == Array(repeating: 0, count: count))
    #expect(try graph.clusteringCoefficients() == Array(repeating: nil, count: count))
    #expect(graph.articulationPoints() == Array(repeating: false, count: count))
  }

  /// A recursive search would run out of stack.
  @Test func longPath() throws {
    let cuts = try ClassicGraphs.path(300_000).articulationPoints()
    #expect(cuts.count { $0 } == 299_998)
    #expect(!cuts[0] && cuts[1] && !cuts[299_999])
  }
}

@Suite struct CoreNumberTests {
  /// The least degree is taken away again and again, looked for from the start each time.
  private func peeled(_ graph: Graph) -> [Int] {
    var degrees = graph.degrees()
    var isGone = degrees.map { _ in false }
    var core = 0
    for _ in degrees {
      guard let vertex = degrees.indices.filter({ !isGone[$0] }).min(by: { degrees[$0] < degrees[$1] }) else {
        break
      }
      core = max(core, degrees[vertex])
      degrees[vertex] = core
      isGone[vertex] = true
      for neighbor in graph.neighbors(of: vertex) where !isGone[Int(neighbor)] { degrees[Int(neighbor)] -= 1 }
    }
    return degrees
  }

  /// Rows come in batches, levels leave gaps: sparse and dense parts side by side.
  @Test(.tags(.oracle), arguments: UInt64(0)..<30) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let sparse = try randomGraph(
      vertices: 120, edges: Int.random(in: 0...300, using: &generator), using: &generator)
    let dense = try randomGraph(
      vertices: 30, edges: Int.random(in: 0...900, using: &generator), using: &generator)
    let graph = try sparse.disjointUnion(dense)
    #expect(graph.coreNumbers() == peeled(graph))
  }

  @Test(.tags(.knownAnswer)) func aLongPathAndALargeStar() throws {
    let path = try ClassicGraphs.path(1_000_000).coreNumbers()
    #expect(path.allSatisfy { $0 == 1 })
    let star = try ClassicGraphs.star(leaves: 100_000).coreNumbers()
    #expect(star.allSatisfy { $0 == 1 })
    #expect(try ClassicGraphs.complete(40).coreNumbers() == Array(repeating: 39, count: 40))
  }

  @Test func emptyAndTiny() throws {
    #expect(try Graph(vertexCount: 0, edges: []).coreNumbers().isEmpty)
    #expect(try Graph(vertexCount: 1, edges: []).coreNumbers() == [0])
    #expect(try Graph(vertexCount: 3, edges: [(0, 2)]).coreNumbers() == [1, 0, 1])
  }
}
