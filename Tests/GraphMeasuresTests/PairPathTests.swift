import EcographTestSupport
import Foundation
import GraphCore
import GraphMeasures
import Testing

/// The shares of the shortest paths between two vertices, which samples add up.
@Suite struct PairPathTests {
  /// Over all pairs, shares add up to betweenness.
  private func compare(_ graph: Graph) throws {
    let exact = try graph.betweenness()
    for limit in [0, largestPlainHalfCount] {
      var sums = [Double](repeating: 0, count: graph.vertexCount)
      for source in 0..<graph.vertexCount {
        for target in 0..<graph.vertexCount where target != source {
          let shares = graph.pathShares(from: source, to: target, largestPlainCount: limit)
          for vertex in sums.indices { sums[vertex] += shares[vertex] }
        }
      }
      let unit = graph.direction == .undirected ? 2.0 : 1
      #expect(agree(sums.map { $0 / unit }, exact, relative: 1e-11, absolute: 1e-11))
    }
  }

  @Test(.tags(.oracle), arguments: 2...4) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) { try compare(graph) }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<30) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let vertices = Int.random(in: 2...20, using: &generator)
      let edges = Int.random(in: 0...60, using: &generator)
      try compare(
        randomGraph(vertices: vertices, edges: edges, direction: direction, using: &generator))
    }
  }

  @Test(.tags(.oracle)) func gridsHaveManyPathsOfOneLength() throws {
    try compare(ClassicGraphs.grid(5))
  }

  /// Hubs are walked from the other end.
  @Test(.tags(.oracle)) func starsBesideStars() throws {
    var edges: [(UInt32, UInt32)] = []
    for hub in UInt32(0)..<4 {
      for leaf in UInt32(4)..<40 where (leaf + hub) % 3 != 0 { edges.append((hub, leaf)) }
    }
    try compare(Graph(vertexCount: 40, edges: edges))
  }

  /// Opposite corners of a grid of 600 × 600 are joined by about 10^359 paths.
  ///
  /// The share through row *i* of the diagonal between the other corners is C(599, i)² / C(1198, 599).
  @Test(.tags(.oracle)) func pathsBeyondTheRangeOfDouble() throws {
    let side = 600
    let shares = try ClassicGraphs.grid(side).pathShares(from: 0, to: side * side - 1)
    let logOfAll = lgamma(1199) - 2 * lgamma(600)
    for row in 0..<side {
      let logOfHalf = lgamma(600) - lgamma(Double(row) + 1) - lgamma(Double(600 - row))
      let expected = exp(2 * logOfHalf - logOfAll)
      #expect(abs(shares[row * side + side - 1 - row] - expected) <= 1e-9)
    }
  }

  @Test(.tags(.property), arguments: [0, 1, 2, 3, 50]) func numbersNamePairsOnce(isolates: Int) throws {
    let graph = try ClassicGraphs.path(7).disjointUnion(ClassicGraphs.path(2)).disjointUnion(
      ClassicGraphs.star(leaves: 4)
    ).disjointUnion(Graph(vertexCount: isolates, edges: []))
    let drawing = PairDrawing(graph)
    let labels = graph.connectedComponents().labels
    #expect(drawing.pairCount == 7 * 6 + 5 * 4)
    var seen: Set<[Int]> = []
    for number in 0..<drawing.pairCount {
      let (source, target) = drawing.pair(number)
      #expect(source != target && labels[source] == labels[target])
      seen.insert([source, target])
    }
    #expect(seen.count == Int(drawing.pairCount))
  }

  /// Pearson's statistic of 10,000 draws from 62 pairs: its mean is 61, and it exceeds 104 once in 2,000 times.
  @Test(.tags(.property), arguments: UInt64(0)..<6) func pairsAreEquallyLikely(seed: UInt64) throws {
    let graph = try ClassicGraphs.path(7).disjointUnion(ClassicGraphs.star(leaves: 4))
    let drawing = PairDrawing(graph)
    var counts: [[Int]: Double] = [:]
    for sample in 0..<10_000 {
      let (source, target) = drawing.pair(ofSample: sample, seed: seed)
      counts[[source, target], default: 0] += 1
    }
    let expected = 10_000 / Double(drawing.pairCount)
    let statistic = counts.values.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
    #expect(counts.count == 62 && statistic < 104)
  }

  @Test(.tags(.oracle)) func logarithmsAndExponentials() {
    for step in 1...4000 {
      let x = Double(step) * Double(step) / 1000
      #expect(abs(Portable.log(x) - log(x)) <= 4e-15 * max(1, abs(log(x))))
      #expect(abs(Portable.exp(-x / 25) - exp(-x / 25)) <= 1e-12 * exp(-x / 25))
    }
    #expect(Portable.log(1) == 0 && Portable.exp(0) == 1 && Portable.exp(-1e9) == 0)
  }
}
