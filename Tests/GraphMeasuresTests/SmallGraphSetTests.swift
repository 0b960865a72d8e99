import EcographTestSupport
import GraphCore
import Testing

/// What the oracles run on is all there.
@Suite struct SmallGraphSetTests {
  /// Directed graphs up to names are 1, 1, 3, 16 and 218 (OEIS A000273).
  @Test(.tags(.knownAnswer)) func sizes() {
    let sizes = SmallGraphSet.allCases.map { $0.graphs.count }
    #expect(sizes == [1_100, 4_166, 239, 1_501, 2_000, 500])
  }

  @Test func randomOnesAreOfAllKinds() {
    let graphs = SmallGraphSet.random.graphs
    #expect(Set(graphs.map(\.vertexCount)) == Set(0...9))
    #expect(graphs.count { $0.direction == .directed } == 1_000)
    // Weights are drawn for half of them, and come out as 1 in some.
    #expect(graphs.count { $0.isWeighted } > 750)
    #expect(graphs.count { $0.connectedComponents().count > 1 } > 500)
    #expect(SmallGraphSet.zeroWeights.graphs.count { $0.edges.contains { $0.weight == 0 } } > 250)
  }
}
