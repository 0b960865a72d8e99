import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct LayerSimilarityTests {
  /// SciPy 1.17.1 `spearmanr` and `kendalltau` on the degrees of the club and of the kite with isolates.
  @Test(.tags(.knownAnswer)) func karateAndKite() throws {
    let kite = try ClassicGraphs.kite()
    let more = try kite.disjointUnion(Graph(vertexCount: 24, edges: []))
    let network = Multiplex(layers: [try ClassicGraphs.karateClub(), more])
    let rho = try network.degreeCorrelations(.spearman)
    let tau = try network.degreeCorrelations(.kendall)
    #expect(abs((rho[0][1] ?? 0) - 0.4368387693) < 1e-9)
    #expect(abs((tau[1][0] ?? 0) - 0.3603473069) < 1e-9)
  }

  @Test(.tags(.knownAnswer)) func byHand() throws {
    let network = try Multiplex(layers: [
      Graph(vertexCount: 4, edges: [(0, 1), (0, 2)]), Graph(vertexCount: 4, edges: [(0, 1), (0, 3), (2, 3)]),
      Graph(vertexCount: 4, edges: []),
    ])
    #expect(try network.layerJaccard() == [[1, 0.25, 0], [0.25, 1, 0], [0, 0, nil]])
    let loss = network.aggregationLoss()
    #expect(loss.tieCount == 4 && loss.tieCounts == [3, 1, 0])
    #expect(loss.exclusiveShare == 0.75)
    #expect(loss.exclusiveShares == [0.5, 2.0 / 3, nil])
    #expect(loss.meanLayerCount == 1.25)
    #expect(try network.degreeCorrelations(.kendall)[2] == [nil, nil, nil])
  }

  @Test func smallNetworksAndCancellation() throws {
    let none = Multiplex(layers: [])
    #expect(try none.layerJaccard().isEmpty && none.degreeCorrelations(.spearman).isEmpty)
    #expect(none.aggregationLoss().exclusiveShare == nil && none.aggregationLoss().meanLayerCount == nil)
    let empty = Multiplex(layers: [try Graph(vertexCount: 0, edges: [])])
    #expect(try empty.degreeCorrelations(.kendall) == [[nil]])
    #expect(empty.aggregationLoss().tieCounts == [0])
    let network = Multiplex(layers: [try ClassicGraphs.kite()])
    let stop = Execution(threads: 1, isCancelled: { true })
    #expect(throws: GraphError.self) { try network.layerJaccard(execution: stop) }
    let error = #expect(throws: GraphError.self) {
      try network.degreeCorrelations(.spearman, execution: stop)
    }
    #expect(error?.code == .cancelled)
  }

  @Test(.tags(.property)) func sameBitsAndNames() throws {
    var generator = SeededGenerator(seed: 3)
    let layers = try (0..<5).map { _ in try randomGraph(vertices: 50, edges: 80, using: &generator) }
    let network = Multiplex(layers: layers)
    let names = (0..<50).shuffled(using: &generator)
    let renamed = Multiplex(layers: try layers.map { try $0.relabeled(names) })
    for correlation in Multiplex.RankCorrelation.allCases {
      let values = try network.degreeCorrelations(correlation)
      #expect(agree(Array(try renamed.degreeCorrelations(correlation).joined()), Array(values.joined())))
      for threads in [2, 3, 8] {
        #expect(try network.degreeCorrelations(correlation, execution: Execution(threads: threads)) == values)
      }
    }
    #expect(try renamed.layerJaccard() == network.layerJaccard())
    #expect(renamed.aggregationLoss() == network.aggregationLoss())
  }
}
