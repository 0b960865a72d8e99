import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Core numbers, triangles, clustering and articulation points against their definitions.
@Suite(.tags(.oracle)) struct CohesionOracleTests {
  /// The largest k for which some set of vertices around v has k ties each inside.
  private func coreNumbers(_ ties: [Int]) -> [Int] {
    var best = ties.map { _ in 0 }
    for set in 1..<max(1, 1 << ties.count) {
      let members = members(set)
      var least = Int.max
      for v in members { least = min(least, (ties[v] & set).nonzeroBitCount) }
      for v in members { best[v] = max(best[v], least) }
    }
    return best
  }

  private func triangles(_ ties: [Int]) -> [Int] {
    ties.map { own in
      // Each from both other ends.
      members(own).reduce(0) { $0 + (ties[$1] & own).nonzeroBitCount } / 2
    }
  }

  private func articulationPoints(_ ties: [Int]) -> [Bool] {
    let all = (1 << ties.count) - 1
    let before = componentCount(all, ties)
    // An isolated vertex takes its own component along.
    return ties.indices.map { ties[$0] != 0 && componentCount(all & ~(1 << $0), ties) > before }
  }

  private func check(_ graph: Graph) throws {
    let ties = tieMasks(graph)
    compare(exactly: graph.coreNumbers(), coreNumbers(ties), "core numbers in \(graph.line)")
    let triangles = triangles(ties)
    compare(exactly: try graph.triangleCounts(), triangles, "triangles in \(graph.line)")
    let clustering = ties.indices.map { v -> Double? in
      let degree = ties[v].nonzeroBitCount
      return degree < 2 ? nil : Double(triangles[v]) / Double(degree * (degree - 1) / 2)
    }
    compare(try graph.clusteringCoefficients(), clustering, "clustering in \(graph.line)")
    compare(
      exactly: graph.articulationPoints(), articulationPoints(ties), "articulation points in \(graph.line)")
  }

  @Test(arguments: SmallGraphSet.unweighted) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs { try check(graph) }
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
