import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

let keyPlayerCriteria: [KeyPlayerCriterion] = [
  .fragmentation, .distanceWeightedFragmentation, .reach(within: 0), .reach(within: 1), .reach(within: 2),
  .distanceWeightedReach,
]

@Suite(.tags(.knownAnswer)) struct KeyPlayerTests {
  /// Fragmentation of Krackhardt's kite, computed with NetworkX 3.6.1 from the definition: Heather is the best single
  /// actor and is not in the best pair.
  @Test func kite() throws {
    let kite = try ClassicGraphs.kite()
    let single = try kite.keyPlayers(1, by: .distanceWeightedFragmentation)
    #expect(single.members == [7] && single.isExact)
    #expect(agree([single.value, single.baseValue], [0.4861, 0.3537], absolute: 0.00005))
    #expect(agree([try kite.fragmentation(without: [7])], [0.3889], absolute: 0.00005))
    #expect(try kite.keyPlayers(1, by: .fragmentation).members == [7])
    let pair = try kite.keyPlayers(2, by: .distanceWeightedFragmentation)
    #expect(pair.members == [5, 6])
    #expect(agree([pair.value], [0.6071], absolute: 0.00005))
    #expect(try kite.keyPlayers(2, by: .fragmentation).members == [5, 6])
    #expect(agree([try kite.fragmentation(without: [6, 5, 6])], [0.5357], absolute: 0.00005))
    let diane = try kite.keyPlayers(1, by: .distanceWeightedReach)
    #expect(diane.members == [3] && diane.baseValue == 0)
    #expect(agree([diane.value], [0.8083], absolute: 0.00005))
    let reaching = try kite.keyPlayers(2, by: .distanceWeightedReach)
    #expect(reaching.members == [3, 8] && reaching.value == 1)
    #expect(try kite.reach(from: [3, 8], within: 1) == 10)
    #expect(agree([try kite.groupBetweenness(of: [5, 6])], [15]))
  }

  /// Padgett's families, computed with NetworkX 3.6.1 from the definition.
  @Test func florentineMarriages() throws {
    let graph = try ClassicGraphs.florentineMarriages()
    func names(_ players: KeyPlayers) -> [String] {
      players.members.map { ClassicGraphs.florentineFamilies[$0] }
    }
    let medici = try graph.keyPlayers(1, by: .fragmentation)
    #expect(names(medici) == ["Medici"])
    #expect(agree([medici.value], [0.3846], absolute: 0.00005))
    let byDistance = try graph.keyPlayers(1, by: .distanceWeightedFragmentation)
    #expect(names(byDistance) == ["Medici"])
    #expect(agree([byDistance.value], [0.6738], absolute: 0.00005))
    let pair = try graph.keyPlayers(2, by: .fragmentation)
    #expect(names(pair) == ["Medici", "Guadagni"])
    #expect(agree([pair.value], [0.7051], absolute: 0.00005))
    let pairByDistance = try graph.keyPlayers(2, by: .distanceWeightedFragmentation)
    #expect(names(pairByDistance) == ["Medici", "Guadagni"])
    #expect(agree([pairByDistance.value], [0.8024], absolute: 0.00005))
    let reaching = try graph.keyPlayers(1, by: .distanceWeightedReach)
    #expect(names(reaching) == ["Medici"])
    #expect(agree([reaching.value], [0.7]))
    let both = try graph.keyPlayers(2, by: .distanceWeightedReach)
    #expect(names(both) == ["Medici", "Bischeri"])
    #expect(agree([both.value], [0.8667], absolute: 0.00005))
  }

  /// Between opposite corners of a grid there are more shortest paths than a `Double` can count; half of them pass on
  /// either side of the diagonal.
  @Test func manyPaths() throws {
    let grid = try ClassicGraphs.grid(20)
    let corner = try grid.groupBetweenness(of: [1, 20], execution: .serial, largestPlainCount: 1e10)
    // Every path from vertex 0 passes through one of its two neighbors.
    #expect(corner >= 397 && corner.isFinite)
    let plain = try grid.groupBetweenness(of: [1, 20])
    #expect(agree([corner], [plain]))
  }
}

@Suite(.tags(.property)) struct KeyPlayerLawTests {
  @Test func errors() throws {
    let graph = try ClassicGraphs.path(4)
    let badSize = [(0, KeyPlayerCriterion.fragmentation), (3, .fragmentation), (5, .distanceWeightedReach)]
    for (size, criterion) in badSize {
      let error = #expect(throws: GraphError.self) { try graph.keyPlayers(size, by: criterion) }
      #expect(error?.code == .badParameter)
    }
    #expect(throws: GraphError.self) { try graph.keyPlayers(1, by: .reach(within: -1)) }
    #expect(throws: GraphError.self) { try graph.reach(from: [0], within: -1) }
    var options = KeyPlayerOptions()
    options.restarts = 0
    #expect(throws: GraphError.self) { try graph.keyPlayers(1, by: .fragmentation, options) }
    for set in [[4], [-1]] {
      let error = #expect(throws: GraphError.self) { try graph.fragmentation(without: set) }
      #expect(error?.code == .vertexOutOfRange)
      #expect(throws: GraphError.self) { try graph.groupBetweenness(of: set) }
      #expect(throws: GraphError.self) { try graph.distanceWeightedReach(from: set) }
    }
    for criterion in keyPlayerCriteria {
      let cancelled = Execution(threads: 2, isCancelled: { true })
      for limit in [0, 1_000] {
        let error = #expect(throws: GraphError.self) {
          try graph.keyPlayers(
            1, by: criterion, KeyPlayerOptions(largestEnumeration: limit), execution: cancelled)
        }
        #expect(error?.code == .cancelled)
      }
    }
  }

  @Test func smallGraphs() throws {
    let none = try Graph(vertexCount: 0, edges: [])
    #expect(try none.fragmentation() == nil && none.distanceWeightedReach(from: []) == nil)
    #expect(try none.groupBetweenness(of: []) == 0)
    let one = try Graph(vertexCount: 1, edges: [])
    #expect(try one.distanceWeightedFragmentation() == nil)
    #expect(try one.keyPlayers(1, by: .distanceWeightedReach).value == 1)
    let isolates = try Graph(vertexCount: 4, edges: [])
    #expect(try isolates.fragmentation() == 1 && isolates.distanceWeightedFragmentation() == 1)
    #expect(try isolates.keyPlayers(2, by: .fragmentation).equallyGoodSets == 6)
    #expect(try ClassicGraphs.complete(5).distanceWeightedFragmentation(without: [2]) == 0)
  }

  /// The search gives the same set for any number of threads; whatever vertices are called, the best is as good.
  @Test(arguments: keyPlayerCriteria) func threads(criterion: KeyPlayerCriterion) throws {
    var generator = SeededGenerator(seed: 3)
    let graph = try randomGraph(vertices: 24, edges: 40, using: &generator)
    var options = KeyPlayerOptions(restarts: 5, seed: 9)
    for limit in [0, 1_000] {
      options.largestEnumeration = limit
      let serial = try graph.keyPlayers(2, by: criterion, options)
      for threads in [2, 3, 8] {
        #expect(
          try graph.keyPlayers(2, by: criterion, options, execution: Execution(threads: threads)) == serial)
      }
      guard serial.isExact else { continue }
      let names = (0..<24).shuffled(using: &generator)
      let renamed = try graph.relabeled(names).keyPlayers(2, by: criterion, options)
      #expect(agree([renamed.value], [serial.value]))
      #expect(renamed.equallyGoodSets == serial.equallyGoodSets)
    }
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(
        try graph.groupBetweenness(of: [1, 5], execution: execution) == graph.groupBetweenness(of: [1, 5]))
    }
  }

  /// ᴰF is never below F; a set of one vertex has its betweenness; another member never reaches less.
  @Test(arguments: UInt64(0)..<30) func bounds(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try randomGraph(vertices: 15, edges: 22, using: &generator)
    let set = Array((0..<15).shuffled(using: &generator).prefix(3))
    let plain = try #require(try graph.fragmentation(without: set))
    let weighted = try #require(try graph.distanceWeightedFragmentation(without: set))
    #expect((0...1).contains(plain) && plain <= weighted + 1e-12 && weighted <= 1)
    let betweenness = try graph.betweenness()
    #expect(agree([try graph.groupBetweenness(of: [set[0]])], [betweenness[set[0]]]))
    let together = try graph.groupBetweenness(of: set)
    #expect(together <= set.reduce(0) { $0 + betweenness[$1] } + 1e-9)
    let fewer = try #require(try graph.distanceWeightedReach(from: Array(set.dropLast())))
    #expect(try #require(try graph.distanceWeightedReach(from: set)) >= fewer)
    // An isolate is joined to nobody.
    let larger = try graph.disjointUnion(Graph(vertexCount: 1, edges: []))
    #expect(try #require(try larger.fragmentation(without: set)) >= plain)
    #expect(try larger.groupBetweenness(of: set) == together)
  }
}
