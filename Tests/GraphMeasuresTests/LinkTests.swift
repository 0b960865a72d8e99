import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The five scores straight from their definitions; neighbors are bits.
private struct LinkOracle {
  let neighbors: [Int]

  init(_ graph: Graph) { neighbors = tieMasks(graph) }

  func shared(_ u: Int, _ v: Int) -> [Int] { members(neighbors[u] & neighbors[v]) }

  func score(_ score: LinkScore, _ u: Int, _ v: Int) -> Double? {
    func degree(_ vertex: Int) -> Double { Double(neighbors[vertex].nonzeroBitCount) }
    let both = Double((neighbors[u] & neighbors[v]).nonzeroBitCount)
    switch score {
    case .commonNeighbors: return both
    case .jaccard:
      let either = (neighbors[u] | neighbors[v]).nonzeroBitCount
      return either == 0 ? nil : both / Double(either)
    case .adamicAdar: return shared(u, v).reduce(0) { $0 + 1 / log(degree($1)) }
    case .resourceAllocation: return shared(u, v).reduce(0) { $0 + 1 / degree($1) }
    case .preferentialAttachment: return degree(u) * degree(v)
    }
  }

  var pairs: [(Int, Int)] { allPairs(of: neighbors.count) }

  /// All pairs without a tie and with a score above 0, best first; scores that differ by rounding are equal.
  func ranked(_ score: LinkScore) -> [[Int]] {
    let scored = pairs.filter { neighbors[$0.0] & (1 << $0.1) == 0 }.map { u, v in
      (pair: [u, v], score: (((self.score(score, u, v) ?? 0) * 1e10).rounded()))
    }
    return scored.filter { $0.score > 0 }.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.pair.lexicographicallyPrecedes($1.pair)
    }.map(\.pair)
  }
}

@Suite(.tags(.oracle)) struct LinkOracleTests {
  private func comparePairs(_ graph: Graph, _ oracle: LinkOracle) throws {
    for (u, v) in oracle.pairs {
      let found = try graph.linkCandidate(v, u)
      func name() -> String { "scores of \(u) and \(v) in \(graph.line)" }
      compare(exactly: [found.first, found.second], [u, v], name())
      compare(exactly: found.sharedNeighbors, oracle.shared(u, v), name())
      compare(
        LinkScore.allCases.map { found.score($0) }, LinkScore.allCases.map { oracle.score($0, u, v) }, name())
    }
  }

  private func compareRankings(
    _ graph: Graph, _ oracle: LinkOracle, limits: [Int], _ scores: [LinkScore] = LinkScore.allCases
  ) throws {
    for score in scores {
      let ranked = oracle.ranked(score)
      for limit in limits {
        let found = try graph.linkCandidates(by: score, limit: limit)
        func name() -> String { "first \(limit) by \(score) in \(graph.line)" }
        compare(exactly: found.map { [$0.first, $0.second] }, Array(ranked.prefix(limit)), name())
        compare(
          found.map { $0.score(score) }, found.map { oracle.score(score, $0.first, $0.second) }, name())
      }
    }
  }

  /// Each with one limit on the number of pairs and with none.
  @Test(arguments: 0...5) func everyGraph(vertices: Int) throws {
    let digraphs = vertices < 5 ? upToNames(allDigraphs(vertices: vertices)) : []
    for (number, graph) in (allGraphs(vertices: vertices) + digraphs).enumerated() {
      let oracle = LinkOracle(graph)
      if vertices < 5 { try comparePairs(graph, oracle) }
      // Of the largest graphs each has two of the scores in turn.
      let some = [number % 5, (number + 2) % 5].map { LinkScore.allCases[$0] }
      let scores = vertices < 5 ? LinkScore.allCases : some
      try compareRankings(graph, oracle, limits: [number % 4, 100], scores)
    }
    for graph in upToNames(allGraphs(vertices: vertices)) {
      try comparePairs(graph, LinkOracle(graph))
      try compareRankings(graph, LinkOracle(graph), limits: [1, 2, 100])
    }
  }

  @Test(arguments: UInt64(0)..<2) func randomGraphs(seed: UInt64) throws {
    try forEachSmallGraph(1_000, seed: seed, weights: [0, 2.5]) { graph, generator in
      let oracle = LinkOracle(graph)
      if let (u, v) = oracle.pairs.randomElement(using: &generator) {
        let found = try graph.linkCandidate(u, v)
        compare(
          LinkScore.allCases.map { found.score($0) }, LinkScore.allCases.map { oracle.score($0, u, v) },
          "scores of \(u) and \(v) in \(graph.line)")
      }
      try compareRankings(graph, oracle, limits: [Int.random(in: 0...20, using: &generator)])
    }
    try forEachSmallGraph(30, seed: seed, vertices: 10...25) { graph, _ in
      try compareRankings(graph, LinkOracle(graph), limits: [7, 1_000])
    }
  }

  @Test func pairsThatAreNone() throws {
    for graph in allGraphs(vertices: 3) {
      for vertex in 0..<3 {
        expectRejection(.badParameter, graph.line) { _ = try graph.linkCandidate(vertex, vertex) }
        for other in [-1, 3] {
          expectRejection(.vertexOutOfRange, graph.line) { _ = try graph.linkCandidate(vertex, other) }
        }
      }
    }
  }
}

@Suite struct LinkTests {
  /// Padgett's families, computed with NetworkX 3.6.1: the Medici and the Guadagni share the Albizzi and the
  /// Tornabuoni, who have three marriages each.
  @Test(.tags(.knownAnswer)) func florentineMarriages() throws {
    let graph = try ClassicGraphs.florentineMarriages()
    let best = try #require(try graph.linkCandidates(by: .adamicAdar, limit: 1).first)
    #expect(
      [best.first, best.second].map { ClassicGraphs.florentineFamilies[$0] } == ["Medici", "Guadagni"])
    #expect(best.sharedNeighbors.map { ClassicGraphs.florentineFamilies[$0] } == ["Tornabuoni", "Albizzi"])
    #expect(agree([best.adamicAdar, best.resourceAllocation], [1.8205, 0.6667], absolute: 0.00005))
    #expect(agree([best.jaccard], [0.25]) && best.preferentialAttachment == 24 && best.commonNeighbors == 2)
    // 6 · 4: the Medici have the most marriages; the Strozzi and the Guadagni four each.
    let attached = try graph.linkCandidates(by: .preferentialAttachment, limit: 3)
    #expect(attached.map(\.preferentialAttachment) == [24, 24, 18])
  }

  /// The path 0–1–2: its ends share the middle.
  @Test(.tags(.knownAnswer)) func path() throws {
    let candidate = try ClassicGraphs.path(3).linkCandidate(2, 0)
    #expect(candidate.first == 0 && candidate.second == 2 && candidate.jaccard == 1)
    #expect(candidate.resourceAllocation == 0.5 && candidate.sharedNeighbors == [1])
    #expect(agree([candidate.adamicAdar], [1.442_695_040_888_963_4]))
  }

  @Test func errorsAndIsolates() throws {
    let graph = try Graph(vertexCount: 4, edges: [(0, 1)])
    #expect(try graph.linkCandidate(2, 3).jaccard == nil)
    #expect(try graph.linkCandidate(0, 1).commonNeighbors == 0)
    #expect(try graph.linkCandidates(by: .preferentialAttachment, limit: 9).isEmpty)
    #expect(throws: GraphError.self) { try graph.linkCandidate(0, 4) }
    #expect(throws: GraphError.self) { try graph.linkCandidate(1, 1) }
    #expect(throws: GraphError.self) { try graph.linkCandidates(by: .jaccard, limit: -1) }
    let error = #expect(throws: GraphError.self) {
      try graph.linkCandidates(
        by: .jaccard, limit: 1, execution: Execution(threads: 2, isCancelled: { true }))
    }
    #expect(error?.code == .cancelled)
  }

  /// Names play no part in the scores, isolates and other components none at all, and threads none in the result.
  @Test(.tags(.property), arguments: LinkScore.allCases) func laws(score: LinkScore) throws {
    var generator = SeededGenerator(seed: 8)
    let graph = try randomGraph(vertices: 300, edges: 900, using: &generator)
    let found = try graph.linkCandidates(by: score, limit: 50)
    for threads in [2, 3, 8] {
      #expect(try graph.linkCandidates(by: score, limit: 50, execution: Execution(threads: threads)) == found)
    }
    let names = (0..<300).shuffled(using: &generator)
    let renamed = try graph.relabeled(names).linkCandidates(by: score, limit: 50)
    #expect(renamed.map { $0.score(score) } == found.map { $0.score(score) })
    for candidate in found {
      let other = try graph.relabeled(names).linkCandidate(names[candidate.first], names[candidate.second])
      for score in LinkScore.allCases { #expect(other.score(score) == candidate.score(score)) }
    }
    let larger = try graph.disjointUnion(ClassicGraphs.path(2))
    #expect(try larger.linkCandidates(by: score, limit: 50) == found)
    #expect(found.allSatisfy { $0.first < $0.second && ($0.jaccard.map { (0...1).contains($0) } ?? true) })
  }

  /// A star of a hundred thousand leaves has five billion pairs, all alike.
  @Test func manyEqualPairs() throws {
    let star = try ClassicGraphs.star(leaves: 100_000)
    let found = try star.linkCandidates(by: .preferentialAttachment, limit: 3)
    #expect(found.map { [$0.first, $0.second] } == [[1, 2], [1, 3], [1, 4]])
  }
}
