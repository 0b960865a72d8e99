import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct TwoModeHolesTests {
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
