import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The five scores straight from their definitions, on sets.
private struct LinkOracle {
  let neighbors: [Set<Int>]

  init(_ graph: Graph) {
    var neighbors = [Set<Int>](repeating: [], count: graph.vertexCount)
    for edge in graph.edges {
      neighbors[edge.source].insert(edge.target)
      neighbors[edge.target].insert(edge.source)
    }
    self.neighbors = neighbors
  }

  func score(_ score: LinkScore, _ u: Int, _ v: Int) -> Double? {
    let shared = neighbors[u].intersection(neighbors[v])
    let union = neighbors[u].union(neighbors[v])
    switch score {
    case .commonNeighbors: return Double(shared.count)
    case .jaccard: return union.isEmpty ? nil : Double(shared.count) / Double(union.count)
    case .adamicAdar: return shared.reduce(0) { $0 + 1 / log(Double(neighbors[$1].count)) }
    case .resourceAllocation: return shared.reduce(0) { $0 + 1 / Double(neighbors[$1].count) }
    case .preferentialAttachment: return Double(neighbors[u].count * neighbors[v].count)
    }
  }

  /// All pairs without a tie and with a score above 0, best first; scores that differ by rounding are equal.
  func ranked(_ score: LinkScore) -> [(pair: [Int], score: Double)] {
    var pairs: [(pair: [Int], score: Double)] = []
    for u in neighbors.indices {
      for v in (u + 1)..<max(u + 1, neighbors.count) where !neighbors[u].contains(v) {
        let value = self.score(score, u, v) ?? 0
        if value > 0 { pairs.append(([u, v], (value * 1e10).rounded() / 1e10)) }
      }
    }
    return pairs.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.pair.lexicographicallyPrecedes($1.pair)
    }
  }
}

@Suite(.tags(.oracle)) struct LinkOracleTests {
  private func compare(_ graph: Graph, limits: [Int]) throws {
    let oracle = LinkOracle(graph)
    for score in LinkScore.allCases {
      let ranked = oracle.ranked(score)
      for limit in limits {
        let found = try graph.linkCandidates(by: score, limit: limit)
        #expect(found.map { [$0.first, $0.second] } == ranked.prefix(limit).map(\.pair), "\(score)")
        for candidate in found {
          let (u, v) = (candidate.first, candidate.second)
          #expect(candidate.sharedNeighbors == oracle.neighbors[u].intersection(oracle.neighbors[v]).sorted())
          for other in LinkScore.allCases {
            #expect(agree([candidate.score(other)], [oracle.score(other, u, v)]))
          }
        }
      }
    }
  }

  @Test(arguments: 0...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) { try compare(graph, limits: [0, 1, 3, 100]) }
  }

  @Test(arguments: UInt64(0)..<100) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: Int.random(in: 2...25, using: &generator), edges: Int.random(in: 0...60, using: &generator),
        direction: direction, weights: [0, 2.5], using: &generator)
      try compare(graph, limits: [1, 7, 1_000])
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
