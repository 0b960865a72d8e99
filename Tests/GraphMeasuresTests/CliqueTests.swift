import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite(.tags(.oracle)) struct CliqueOracleTests {
  private func check(_ graph: Graph, sizes: [Int], plexes: [Int]) throws {
    let n = graph.vertexCount
    let ties = tieMasks(graph)
    let all = maximalSets(vertices: n) { isPlex($0, k: 1, ties) }
    for size in sizes {
      let cliques = all.filter { $0.count >= size }
      func name(_ part: String) -> String { "\(part) of at least \(size) in \(graph.line)" }
      compare(exactly: try graph.maximalCliques(minimumSize: size), cliques, name("cliques"))
      let membership = try graph.cliqueMembership(minimumSize: size)
      compare(exactly: membership.groupCount, cliques.count, name("number of cliques"))
      var counts = [Int](repeating: 0, count: n)
      var largest = counts
      for clique in cliques {
        for vertex in clique {
          counts[vertex] += 1
          largest[vertex] = max(largest[vertex], clique.count)
        }
      }
      compare(exactly: membership.counts, counts, name("cliques of vertices"))
      compare(exactly: membership.largestSizes, largest, name("largest cliques"))
    }
    for k in plexes {
      let plexes = maximalSets(vertices: n) { isPlex($0, k: k, ties) }
      for size in [2 * k - 1, 2 * k, 2 * k + 1] {
        compare(
          exactly: try graph.maximalPlexes(k: k, minimumSize: size), plexes.filter { $0.count >= size },
          "\(k)-plexes of at least \(size) in \(graph.line)")
      }
      let counts = (0..<n).map { vertex in plexes.count { $0.count > 2 * k && $0.contains(vertex) } }
      compare(
        exactly: try graph.plexMembership(k: k, minimumSize: 2 * k + 1).counts, counts,
        "\(k)-plexes of vertices in \(graph.line)")
    }
  }

  /// Each of the random graphs has one size of cliques and one k of plexes.
  @Test(arguments: SmallGraphSet.ties) func asDefined(on set: SmallGraphSet) throws {
    for (number, graph) in set.graphs.enumerated() {
      switch set {
      case .undirected, .directedShapes: try check(graph, sizes: [1, 2], plexes: [2, 3])
      default: try check(graph, sizes: [1 + number / 2 % 3], plexes: [1 + number / 6 % 3])
      }
    }
  }

  /// More than 64 vertices around one: rows of several words.
  ///
  /// Every maximal clique and plex is one by
  /// definition, and those with a given vertex are the maximal ones around it.
  @Test(arguments: UInt64(0)..<3) func wideRows(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let n = 90
    var missing: Set<[Int]> = []
    for _ in 0..<11 {
      missing.insert([Int.random(in: 0..<45, using: &generator), Int.random(in: 45..<n, using: &generator)])
    }
    let pairs = (0..<n).flatMap { u in (0..<n).filter { $0 > u }.map { [u, $0] } }.filter {
      !missing.contains($0)
    }
    let graph = try Graph(vertexCount: n, edges: pairs.map { (UInt32($0[0]), UInt32($0[1])) })
    let cliques = try graph.maximalCliques(minimumSize: 1)
    let tied = graph.matrix.map { $0.map { $0 > 0 } }
    #expect(Set(cliques).count == cliques.count)
    for clique in cliques {
      let others = (0..<n).filter { vertex in clique.allSatisfy { tied[vertex][$0] } }
      #expect(others.isEmpty && clique.allSatisfy { v in clique.allSatisfy { $0 == v || tied[v][$0] } })
    }
    // The same cliques, found without rows of bits.
    #expect(cliques.count == countCliques(tied, [], Array(0..<n), []))
  }

  /// Bron and Kerbosch's first algorithm with a pivot, on lists.
  private func countCliques(_ tied: [[Bool]], _ clique: [Int], _ open: [Int], _ closed: [Int]) -> Int {
    if open.isEmpty { return closed.isEmpty ? 1 : 0 }
    let pivot = (open + closed).max { a, b in open.count { tied[a][$0] } < open.count { tied[b][$0] } } ?? 0
    var open = open
    var closed = closed
    var count = 0
    for vertex in open where !tied[pivot][vertex] {
      count += countCliques(
        tied, clique + [vertex], open.filter { tied[vertex][$0] }, closed.filter { tied[vertex][$0] })
      open.removeAll { $0 == vertex }
      closed.append(vertex)
    }
    return count
  }
}

@Suite(.tags(.knownAnswer)) struct CliqueTests {
  /// NetworkX 3.6.1 `find_cliques`, `number_of_cliques`; igraph 1.0.0 `clique_number`.
  @Test func karate() throws {
    let club = try ClassicGraphs.karateClub()
    let membership = try club.cliqueMembership()
    #expect(membership.groupCount == 36)
    #expect(membership.largestSize == 5)
    #expect(
      membership.counts == [
        13, 6, 7, 3, 2, 3, 3, 1, 3, 2, 2, 1, 1, 2, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 2, 2, 1, 3, 2, 2, 2, 4, 9,
        14,
      ])
    #expect(try club.maximalCliques(minimumSize: 5) == [[0, 1, 2, 3, 7], [0, 1, 2, 3, 13]])
  }

  @Test func kite() throws {
    let kite = try ClassicGraphs.kite()
    #expect(try kite.cliqueMembership().counts == [2, 2, 1, 4, 1, 3, 3, 2, 2, 1])
    #expect(try kite.cliqueMembership().largestSize == 4)
  }

  /// There are 3^(n/3) cliques where all are tied but for those three by three.
  ///
  /// J. W. Moon, L. Moser, Israel Journal of Mathematics 3 (1965) 23–28.
  @Test func moonMoser() throws {
    var edges: [(UInt32, UInt32)] = []
    for u in 0..<18 { for v in 0..<u where u / 3 != v / 3 { edges.append((UInt32(v), UInt32(u))) } }
    let graph = try Graph(vertexCount: 18, edges: edges)
    let membership = try graph.cliqueMembership()
    #expect(membership.groupCount == 729)
    #expect(membership.counts == Array(repeating: 243, count: 18))
    #expect(membership.largestSizes == Array(repeating: 6, count: 18))
  }

  /// A recursive search would be two hundred calls deep.
  @Test func aLargeClique() throws {
    let graph = try ClassicGraphs.complete(200)
    #expect(try graph.maximalCliques() == [Array(0..<200)])
    #expect(try graph.cliquePercolation(k: 200) == [Array(0..<200)])
  }

  @Test func tinyGraphs() throws {
    #expect(try Graph(vertexCount: 0, edges: []).maximalCliques().isEmpty)
    #expect(try Graph(vertexCount: 2, edges: []).maximalCliques() == [[0], [1]])
    #expect(try Graph(vertexCount: 2, edges: []).maximalPlexes(k: 2, minimumSize: 3).isEmpty)
    #expect(try Graph(vertexCount: 0, edges: []).maximalPlexes(k: 1, minimumSize: 1).isEmpty)
    #expect(try Graph(vertexCount: 0, edges: []).cliquePercolation(k: 3).isEmpty)
    #expect(try Graph(vertexCount: 0, edges: []).structuralFolds() == [])
  }

  @Test func budgets() throws {
    var generator = SeededGenerator(seed: 3)
    let graph = try randomGraph(vertices: 60, edges: 1_200, using: &generator)
    let count = try graph.maximalCliques().count
    for threads in [1, 2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(
        try graph.maximalCliques(budget: SearchBudget(groups: count), execution: execution).count == count)
      let few = #expect(throws: GraphError.self) {
        try graph.maximalCliques(budget: SearchBudget(groups: count - 1), execution: execution)
      }
      #expect(few?.code == .budgetExhausted)
      let short = #expect(throws: GraphError.self) {
        try graph.maximalPlexes(
          k: 3, minimumSize: 5, budget: SearchBudget(steps: 10_000), execution: execution)
      }
      #expect(short?.code == .budgetExhausted)
    }
    let stopped = #expect(throws: GraphError.self) {
      try graph.maximalCliques(execution: Execution(threads: 1, isCancelled: { true }))
    }
    #expect(stopped?.code == .cancelled)
  }

  @Test func rejectsParameters() throws {
    let graph = try ClassicGraphs.complete(3)
    #expect(throws: GraphError.self) { try graph.maximalCliques(minimumSize: 0) }
    #expect(throws: GraphError.self) { try graph.maximalPlexes(k: 0, minimumSize: 3) }
    #expect(throws: GraphError.self) { try graph.maximalPlexes(k: 3, minimumSize: 4) }
    #expect(throws: GraphError.self) { try graph.maximalPlexes(k: .max, minimumSize: .max) }
    #expect(throws: GraphError.self) { try graph.cliquePercolation(k: 1) }
  }
}

@Suite(.tags(.knownAnswer)) struct CliquePercolationTests {
  /// NetworkX `test_overlapping_K5`: two cliques of five that share three vertices.
  @Test func overlappingCliques() throws {
    var edges: [(UInt32, UInt32)] = []
    for clique in [UInt32(0)..<5, 2..<7] {
      for u in clique { for v in clique where v < u { edges.append((v, u)) } }
    }
    let graph = try Graph(vertexCount: 8, edges: edges)
    #expect(try graph.cliquePercolation(k: 4) == [Array(0..<7)])
    #expect(try graph.cliquePercolation(k: 5) == [Array(0..<5), Array(2..<7)])
    #expect(try graph.structuralFolds(k: 5) == [1, 1, 2, 2, 2, 1, 1, 0])
    #expect(try graph.structuralFolds(k: 4) == [1, 1, 1, 1, 1, 1, 1, 0])
  }

  /// NetworkX 3.6.1 `k_clique_communities`.
  @Test func karate() throws {
    let club = try ClassicGraphs.karateClub()
    #expect(try club.cliquePercolation(k: 4) == [[0, 1, 2, 3, 7, 13], [8, 30, 32, 33], [23, 29, 32, 33]])
    #expect(try club.cliquePercolation(k: 5) == [[0, 1, 2, 3, 7, 13]])
    #expect(
      try club.cliquePercolation(k: 3) == [
        [
          0, 1, 2, 3, 7, 8, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30, 31, 32, 33,
        ], [0, 4, 5, 6, 10, 16], [24, 25, 31],
      ])
    let folds = try club.structuralFolds()
    #expect(folds.indices.filter { folds[$0] > 1 } == [32, 33])
  }

  /// Two triangles at one vertex, which netrics marks as a fold too; two that share a tie are one group.
  @Test func triangles() throws {
    let bowtie = try Graph(vertexCount: 5, edges: [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2)])
    #expect(try bowtie.structuralFolds(k: 3) == [1, 1, 2, 1, 1])
    let diamond = try Graph(vertexCount: 4, edges: [(0, 1), (1, 2), (2, 0), (1, 3), (2, 3)])
    #expect(try diamond.structuralFolds(k: 3) == [1, 1, 1, 1])
  }
}

@Suite(.tags(.property)) struct GroupSearchPropertyTests {
  @Test(arguments: UInt64(0)..<4) func relabelingThreadsAndUnions(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(vertices: 40, edges: 200, using: &generator)
    let names = (0..<40).shuffled(using: &generator)
    let relabeled = try graph.relabeled(names)
    func measures(_ graph: Graph, _ execution: Execution = .serial) throws -> [[Int]] {
      [
        try graph.cliqueMembership(execution: execution).counts,
        try graph.plexMembership(k: 2, minimumSize: 4, execution: execution).counts,
        try graph.plexMembership(k: 3, minimumSize: 6, execution: execution).largestSizes,
        try graph.structuralFolds(k: 3, execution: execution),
      ]
    }
    let values = try measures(graph)
    for (one, other) in zip(values, try measures(relabeled)) { #expect(names.map { other[$0] } == one) }
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(try measures(graph, execution) == values)
      #expect(
        try graph.maximalPlexes(k: 2, minimumSize: 4, execution: execution)
          == graph.maximalPlexes(k: 2, minimumSize: 4))
      #expect(try graph.cliquePercolation(k: 3, execution: execution) == graph.cliquePercolation(k: 3))
    }
    let more = try measures(graph.disjointUnion(ClassicGraphs.complete(4)))
    #expect(more == zip(values, [1, 1, 0, 1]).map { $0 + Array(repeating: $1, count: 4) })
    let isolate = try measures(graph.disjointUnion(Graph(vertexCount: 1, edges: [])))
    #expect(isolate == zip(values, [1, 0, 0, 0]).map { $0 + [$1] })
  }
}
