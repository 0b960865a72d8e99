import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Half of the drop in cohesion, averaged over the ties of a vertex: each tie is taken away in turn.
private func bridgingByDefinition(_ graph: Graph) -> [Double?] {
  let ties = tieMasks(graph)
  let whole = reciprocalDistances(ties)
  let pairs = Double(ties.count * (ties.count - 1))
  var sums = ties.map { _ in 0.0 }
  for u in ties.indices {
    for v in members(ties[u]) where u < v {
      var rest = ties
      rest[u] &= ~(1 << v)
      rest[v] &= ~(1 << u)
      let drop = (whole - reciprocalDistances(rest)) / pairs
      sums[u] += drop
      sums[v] += drop
    }
  }
  return zip(sums, ties).map { sum, ties in ties == 0 ? nil : sum / (2 * Double(ties.nonzeroBitCount)) }
}

/// The sum of 1/d over ordered pairs, from the vertices one step farther and farther away.
private func reciprocalDistances(_ ties: [Int]) -> Double {
  var sum = 0.0
  for source in ties.indices {
    var reached = 1 << source
    var last = reached
    var distance = 1.0
    while last != 0 {
      var next = 0
      while last != 0 {
        next |= ties[last.trailingZeroBitCount]
        last &= last - 1
      }
      last = next & ~reached
      reached |= last
      sum += Double(last.nonzeroBitCount) / distance
      distance += 1
    }
  }
  return sum
}

@Suite struct BridgingTests {
  private func check(_ graph: Graph) throws {
    compare(try graph.bridging(), bridgingByDefinition(graph), "bridging in \(graph.line)")
  }

  @Test(.tags(.oracle), arguments: SmallGraphSet.unweighted) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs { try check(graph) }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<40) func largerGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      try check(
        randomGraph(
          vertices: Int.random(in: 9...14, using: &generator),
          edges: Int.random(in: 8...24, using: &generator),
          direction: direction, using: &generator))
    }
  }

  /// Long ways round: what lies behind a tie is large, and its new distances come from several sides.
  @Test(.tags(.oracle)) func cyclesAndLadders() throws {
    #expect(agree(try ClassicGraphs.cycle(11).bridging(), bridgingByDefinition(try ClassicGraphs.cycle(11))))
    #expect(agree(try ClassicGraphs.grid(4).bridging(), bridgingByDefinition(try ClassicGraphs.grid(4))))
    // Arms of two lengths from one end of a tie back to the other, with rungs.
    let arms = try Graph(
      vertexCount: 14,
      edges: [
        (0, 1), (1, 2), (2, 3), (3, 4), (2, 5), (5, 6), (4, 6), (6, 7), (7, 8), (8, 9), (9, 0), (3, 10),
        (10, 11),
        (11, 12), (12, 5), (12, 13), (13, 0),
      ])
    #expect(agree(try arms.bridging(), bridgingByDefinition(arms)))
  }

  /// A single tie lost: cohesion falls from 1 to 0.
  ///
  /// On a path of three it falls from 5/6 to 1/3.
  @Test(.tags(.knownAnswer)) func paths() throws {
    #expect(agree(try ClassicGraphs.path(2).bridging(), [0.5, 0.5]))
    #expect(agree(try ClassicGraphs.path(3).bridging(), [0.25, 0.25, 0.25]))
    #expect(try Graph(vertexCount: 3, edges: [(0, 2)]).bridging()[1] == nil)
    #expect(try Graph(vertexCount: 0, edges: []).bridging().isEmpty)
  }

  /// In a complete graph of *n* each lost tie takes two ordered pairs from distance 1 to 2: 1/(n·(n − 1)).
  @Test(.tags(.knownAnswer), arguments: [3, 6, 10]) func complete(n: Int) throws {
    let value = 1 / Double(2 * n * (n - 1))
    #expect(agree(try ClassicGraphs.complete(n).bridging(), Array(repeating: value, count: n)))
  }
}
