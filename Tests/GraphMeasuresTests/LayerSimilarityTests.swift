import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct LayerSimilarityTests {
  private typealias Tie = [UInt32]

  private func ties(_ layer: Graph) -> Set<Tie> {
    Set((0..<layer.vertexCount).flatMap { u in layer.neighbors(of: u).map { [UInt32(u), $0] } })
  }

  /// Mean ranks by counting, and Pearson's correlation.
  private func spearman(_ x: [Int], _ y: [Int]) -> Double? {
    func ranks(_ values: [Int]) -> [Double] {
      values.map { value in
        Double(values.count { $0 < value }) + Double(values.count { $0 == value } + 1) / 2
      }
    }
    let (r, s) = (ranks(x), ranks(y))
    guard !x.isEmpty else { return nil }
    let mean = Double(x.count + 1) / 2
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
    }
    let spread = product(r, r) * product(s, s)
    return spread > 0 ? product(r, s) / spread.squareRoot() : nil
  }

  /// Pair by pair.
  private func kendall(_ x: [Int], _ y: [Int]) -> Double? {
    var (difference, left, right) = (0, 0, 0)
    for i in x.indices {
      for j in 0..<i {
        difference += (x[i] - x[j]).signum() * (y[i] - y[j]).signum()
        if x[i] != x[j] { left += 1 }
        if y[i] != y[j] { right += 1 }
      }
    }
    return left > 0 && right > 0 ? Double(difference) / (Double(left) * Double(right)).squareRoot() : nil
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<150) func definitions(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...4, using: &generator)
    let n = Int.random(in: 1...14, using: &generator)
    let network = try randomMultiplex(
      vertices: n, layers: count, edges: 20, direction: seed % 3 == 0 ? nil : .undirected, using: &generator)
    let sets = network.layers.map { ties($0) }
    let degrees = network.layers.map { $0.degrees() }
    let jaccard = try network.layerJaccard()
    for one in 0..<count {
      for other in 0..<count {
        let all = sets[one].union(sets[other]).count
        let expected = all > 0 ? Double(sets[one].intersection(sets[other]).count) / Double(all) : nil
        #expect(jaccard[one][other] == expected)
      }
    }
    for vertices in Multiplex.ComparedVertices.allCases {
      let rho = try network.degreeCorrelations(.spearman, vertices: vertices)
      let tau = try network.degreeCorrelations(.kendall, vertices: vertices)
      for one in 0..<count {
        for other in 0..<count {
          let chosen = (0..<n).filter {
            vertices == .all || (degrees[one][$0] > 0 && degrees[other][$0] > 0)
          }
          let (x, y) = (chosen.map { degrees[one][$0] }, chosen.map { degrees[other][$0] })
          #expect(agree([rho[one][other], tau[one][other]], [spearman(x, y), kendall(x, y)]))
          #expect(rho[one][other].map { (-1...1).contains($0) } ?? true)
          #expect(tau[one][other].map { (-1...1).contains($0) } ?? true)
        }
        #expect(rho[one][one].map { $0 == 1 } ?? true)
        #expect(tau[one][one].map { $0 == 1 } ?? true)
      }
    }
    let loss = network.aggregationLoss()
    let all = sets.reduce(Set<Tie>()) { $0.union($1) }
    let isDirected = network.layers.contains { $0.direction == .directed }
    let ends = isDirected ? 1 : 2
    #expect(loss.tieCount == all.count / ends)
    #expect(loss.layerTieCounts == sets.map { $0.count / ends })
    let multiplicities = all.map { tie in sets.count { $0.contains(tie) } }
    #expect(loss.tieCounts == (1...count).map { times in multiplicities.count { $0 == times } / ends })
    let exclusive = (0..<count).map { one in
      sets[one].count { tie in sets.count { $0.contains(tie) } == 1 } / ends
    }
    #expect(loss.exclusiveTieCounts == exclusive)
    #expect(loss.exclusiveShare == (all.isEmpty ? nil : Double(loss.tieCounts[0]) / Double(loss.tieCount)))
  }

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
