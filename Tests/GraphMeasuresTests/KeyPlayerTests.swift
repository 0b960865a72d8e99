import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Key players straight from the definitions, on dense distances.
private struct KeyPlayerOracle {
  let graph: Graph
  private let tied: [[Bool]]

  init(_ graph: Graph) {
    self.graph = graph
    tied = (0..<graph.vertexCount).map { u in
      (0..<graph.vertexCount).map { v in graph.neighbors(of: u).contains(UInt32(v)) }
    }
  }

  /// Distances in steps among some vertices, nil where there is no path.
  func distances(among vertices: [Int], isTied: (Int, Int) -> Bool) -> [[Double?]] {
    var d = vertices.map { u in vertices.map { v in u == v ? 0 : isTied(u, v) ? 1.0 : nil } }
    for k in vertices.indices {
      for i in vertices.indices {
        for j in vertices.indices {
          guard let first = d[i][k], let second = d[k][j] else { continue }
          d[i][j] = min(d[i][j] ?? .infinity, first + second)
        }
      }
    }
    return d
  }

  func rest(without set: [Int]) -> [Int] { (0..<graph.vertexCount).filter { !set.contains($0) } }

  func fragmentation(_ set: [Int]) -> Double? {
    let rest = rest(without: set)
    guard rest.count > 1 else { return nil }
    let d = distances(among: rest) { tied[$0][$1] || tied[$1][$0] }
    let joined = d.joined().count { $0 != nil } - rest.count
    return 1 - Double(joined) / Double(rest.count * (rest.count - 1))
  }

  func distanceWeightedFragmentation(_ set: [Int]) -> Double? {
    let rest = rest(without: set)
    guard rest.count > 1 else { return nil }
    let d = distances(among: rest) { tied[$0][$1] }
    let sum = d.joined().compactMap(\.self).filter { $0 > 0 }.reduce(0) { $0 + 1 / $1 }
    return 1 - sum / Double(rest.count * (rest.count - 1))
  }

  func setDistances(_ set: [Int]) -> [Double?] {
    let all = Array(0..<graph.vertexCount)
    let d = distances(among: all) { tied[$0][$1] }
    return all.map { v in set.compactMap { d[$0][v] }.min() }
  }

  func reach(_ set: [Int], _ steps: Int) -> Int {
    setDistances(set).count { $0.map { $0 <= Double(steps) } ?? false }
  }

  func distanceWeightedReach(_ set: [Int]) -> Double? {
    if graph.vertexCount == 0 { return nil }
    return setDistances(set).reduce(0) { sum, distance in
      sum + (distance.map { 1 / max(1, $0) } ?? 0)
    } / Double(graph.vertexCount)
  }

  func value(_ set: [Int], _ criterion: KeyPlayerCriterion) -> Double? {
    switch criterion {
    case .fragmentation: fragmentation(set)
    case .distanceWeightedFragmentation: distanceWeightedFragmentation(set)
    case .reach(let steps): Double(reach(set, steps))
    case .distanceWeightedReach: distanceWeightedReach(set)
    }
  }

  /// The first best set, its value, and how many are as good.
  func best(_ size: Int, _ criterion: KeyPlayerCriterion) -> (set: [Int], value: Double, count: Int) {
    let sets = subsets(of: graph.vertexCount, size: size)
    let values = sets.map { value($0, criterion) ?? 0 }
    let highest = values.max() ?? 0
    let equal = values.indices.filter { values[$0] > highest - 1e-9 }
    return (sets[equal[0]], highest, equal.count)
  }
}

/// Sets of some of the numbers from 0, in lexicographic order.
private func subsets(of count: Int, size: Int) -> [[Int]] {
  if size == 0 { return [[]] }
  return subsets(of: count, size: size - 1).flatMap { set in
    ((set.last ?? -1) + 1..<max(count, (set.last ?? -1) + 1)).map { set + [$0] }
  }
}

private let criteria: [KeyPlayerCriterion] = [
  .fragmentation, .distanceWeightedFragmentation, .reach(within: 0), .reach(within: 1), .reach(within: 2),
  .distanceWeightedReach,
]

/// Betweenness of sets by walking all shortest paths: those that avoid the set are counted in the graph without it.
private func groupBetweenness(_ graph: Graph, _ set: [Int]) -> Double {
  let n = graph.vertexCount
  var sum = 0.0
  for source in 0..<n where !set.contains(source) {
    for target in 0..<n where target != source && !set.contains(target) {
      var paths: [[Int]] = [[source]]
      while !paths.isEmpty, !paths.contains(where: { $0.last == target }) {
        paths = paths.flatMap { path in
          graph.neighbors(of: path[path.count - 1]).map { Int($0) }.filter { !path.contains($0) }.map {
            path + [$0]
          }
        }
      }
      let shortest = paths.filter { $0.last == target }
      if shortest.isEmpty { continue }
      sum += Double(shortest.count { !Set($0).isDisjoint(with: set) }) / Double(shortest.count)
    }
  }
  return graph.direction == .undirected ? sum / 2 : sum
}

@Suite(.tags(.oracle)) struct KeyPlayerOracleTests {
  private func compareValues(_ graph: Graph, _ set: [Int]) throws {
    let oracle = KeyPlayerOracle(graph)
    #expect(agree([try graph.fragmentation(without: set)], [oracle.fragmentation(set)]))
    #expect(
      agree(
        [try graph.distanceWeightedFragmentation(without: set)], [oracle.distanceWeightedFragmentation(set)]))
    for steps in 0...3 { #expect(try graph.reach(from: set, within: steps) == oracle.reach(set, steps)) }
    #expect(agree([try graph.distanceWeightedReach(from: set)], [oracle.distanceWeightedReach(set)]))
    #expect(agree([try graph.groupBetweenness(of: set)], [groupBetweenness(graph, set)]))
    #expect(
      agree(
        [try graph.groupBetweenness(of: set, execution: .serial, largestPlainCount: 1)],
        [groupBetweenness(graph, set)]))
  }

  @Test(arguments: 0...4) func everyGraphAndSet(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) {
      for size in 0...vertices {
        for set in subsets(of: vertices, size: size) { try compareValues(graph, set) }
      }
    }
  }

  @Test(arguments: UInt64(0)..<100) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let n = Int.random(in: 2...10, using: &generator)
      let graph = try randomGraph(
        vertices: n, edges: Int.random(in: 0...25, using: &generator), direction: direction,
        weights: [0, 0.5, 3], using: &generator)
      let size = Int.random(in: 0...n, using: &generator)
      try compareValues(graph, Array((0..<n).shuffled(using: &generator).prefix(size)))
    }
  }

  /// Enumerating finds the first of the best sets and counts them; so does the search, on most small graphs.
  @Test(arguments: UInt64(0)..<60) func bestSets(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var searched = KeyPlayerOptions()
    searched.largestEnumeration = 0
    for direction in Direction.allCases {
      let n = Int.random(in: 3...8, using: &generator)
      let graph = try randomGraph(
        vertices: n, edges: Int.random(in: 0...14, using: &generator), direction: direction,
        weights: [0, 2], using: &generator)
      let oracle = KeyPlayerOracle(graph)
      for criterion in criteria {
        let isNegative = criterion == .fragmentation || criterion == .distanceWeightedFragmentation
        let size = Int.random(in: 1...(isNegative ? n - 2 : n), using: &generator)
        let best = oracle.best(size, criterion)
        let found = try graph.keyPlayers(size, by: criterion)
        #expect(found.members == best.set && found.equallyGoodSets == best.count, "\(criterion)")
        #expect(agree([found.value, found.baseValue], [best.value, oracle.value([], criterion)]))
        let near = try graph.keyPlayers(size, by: criterion, searched)
        #expect(near.equallyGoodSets == nil && near.value <= found.value + 1e-12)
        #expect(agree([near.value], [oracle.value(near.members, criterion)]))
        // No single replacement is better.
        for (place, member) in near.members.enumerated() {
          for other in 0..<n where !near.members.contains(other) {
            var set = near.members
            set[place] = other
            #expect(try #require(oracle.value(set, criterion)) <= near.value + 1e-9, "\(member) by \(other)")
          }
        }
      }
    }
  }
}

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
    for criterion in criteria {
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
  @Test(arguments: criteria) func threads(criterion: KeyPlayerCriterion) throws {
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
