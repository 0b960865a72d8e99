import EcographTestSupport
import Foundation
import GraphCore
import GraphMeasures
import Testing

/// Both measures straight from their formulas, on a matrix of memberships.
private struct TwoModeOracle {
  let constraint: [Double?]
  let effectiveSize: [Double?]
  let efficiency: [Double?]
  let hierarchy: [Double?]

  init(_ graph: Graph, memberCount: Int) {
    let ties = graph.symmetrized().matrix
    let members = 0..<memberCount
    let groups = memberCount..<graph.vertexCount
    let isIn = ties.map { row in row.map { $0 > 0 } }
    let sizes = ties.indices.map { v in
      Double((members.contains(v) ? groups : members).count { isIn[v][$0] })
    }
    func p(_ from: Int, _ to: Int) -> Double { isIn[from][to] ? 1 / sizes[from] : 0 }
    let terms = members.map { i in
      let own = groups.filter { isIn[i][$0] }
      return own.map { a in
        var share = p(i, a)
        for b in own where b != a {
          for j in members where j != i { share += p(i, b) * p(b, j) * p(j, a) }
        }
        return share * share
      }
    }
    constraint = terms.map { $0.isEmpty ? nil : $0.reduce(0, +) }
    hierarchy = terms.map { terms in
      if terms.count < 2 { return terms.isEmpty ? nil : 1 }
      let mean = terms.reduce(0, +) / Double(terms.count)
      return terms.reduce(0) { $0 + $1 / mean * log($1 / mean) }
        / (Double(terms.count) * log(Double(terms.count)))
    }
    func shared(_ i: Int, _ j: Int) -> Int { i == j ? 0 : groups.count { isIn[i][$0] && isIn[j][$0] } }
    let sizesOfNetworks = members.map { i -> Double? in
      let contacts = members.filter { shared(i, $0) > 0 }
      if contacts.isEmpty { return nil }
      let total = Double(contacts.reduce(0) { $0 + shared(i, $1) })
      return contacts.reduce(0.0) { sum, j in
        contacts.reduce(sum + 1) { $0 - (shared(j, $1) > 0 ? Double(shared(i, $1)) / total : 0) }
      }
    }
    effectiveSize = sizesOfNetworks
    efficiency = members.map { i in
      sizesOfNetworks[i].map { $0 / Double(members.count { shared(i, $0) > 0 }) }
    }
  }
}

@Suite struct TwoModeHolesTests {
  /// Ties within a mode are there too, and mean nothing.
  @Test(.tags(.oracle), arguments: UInt64(0)..<100) func definition(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let count = Int.random(in: 2...16, using: &generator)
      let graph = try randomGraph(
        vertices: count, edges: Int.random(in: 0...50, using: &generator), direction: direction,
        using: &generator)
      let memberCount = Int.random(in: 0...count, using: &generator)
      let oracle = TwoModeOracle(graph, memberCount: memberCount)
      #expect(agree(try graph.twoModeConstraint(memberCount: memberCount), oracle.constraint))
      #expect(agree(try graph.twoModeEffectiveSize(memberCount: memberCount), oracle.effectiveSize))
      #expect(agree(try graph.twoModeEfficiency(memberCount: memberCount), oracle.efficiency))
      #expect(agree(try graph.twoModeHierarchy(memberCount: memberCount), oracle.hierarchy))
    }
  }

  /// The R package netrics gives these for Evelyn, Laura and Theresa (its tests of `node_by_constraint` and
  /// `node_by_effsize`).
  @Test(.tags(.knownAnswer)) func southernWomen() throws {
    let graph = try ClassicGraphs.southernWomen()
    let constraint = try graph.twoModeConstraint(memberCount: 18)
    #expect(agree(Array(constraint.prefix(3)), [0.2782, 0.3071, 0.2965], absolute: 0.00005))
    let sizes = try graph.twoModeEffectiveSize(memberCount: 18)
    #expect(agree(Array(sizes.prefix(3)), [2.5, 1.38, 2.46], absolute: 0.005))
  }

  /// Members of two groups that share one other, of a single group, and of none.
  @Test(.tags(.knownAnswer)) func byHand() throws {
    let graph = try Graph(vertexCount: 6, edges: [(0, 4), (0, 5), (1, 4), (1, 5), (2, 5)])
    // Group 4 has two members, group 5 three.
    let viaFour = 1.0 / 2 + 1.0 / 2 * (1.0 / 3) * (1.0 / 2)
    let viaFive = 1.0 / 2 + 1.0 / 2 * (1.0 / 2) * (1.0 / 2)
    let both = viaFour * viaFour + viaFive * viaFive
    #expect(agree(try graph.twoModeConstraint(memberCount: 4), [both, both, 1, nil]))
    #expect(agree(try graph.twoModeEffectiveSize(memberCount: 4), [1, 1, 1, nil]))
    #expect(try Graph(vertexCount: 0, edges: []).twoModeConstraint(memberCount: 0).isEmpty)
  }
}
