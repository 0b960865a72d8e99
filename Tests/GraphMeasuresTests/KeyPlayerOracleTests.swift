import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Key players straight from the definitions, on dense distances; sets are bits.
private struct KeyPlayerOracle {
  private let n: Int
  private let isDirected: Bool
  private let arcs: [[Bool]]
  private let ties: [Int]
  private let paths: StepPathMatrix

  init(_ graph: Graph) {
    n = graph.vertexCount
    isDirected = graph.direction == .directed
    arcs = (0..<n).map { vertex in
      var row = [Bool](repeating: false, count: graph.vertexCount)
      for neighbor in graph.neighbors(of: vertex) { row[Int(neighbor)] = true }
      return row
    }
    ties = tieMasks(graph)
    paths = StepPathMatrix(matrix: arcs)
  }

  /// Paths that avoid a set.
  private func paths(without set: Int) -> StepPathMatrix {
    StepPathMatrix(
      matrix: arcs.enumerated().map { u, row in
        row.enumerated().map { $1 && set & (1 << u) == 0 && set & (1 << $0) == 0 }
      })
  }

  private func rest(without set: Int) -> [Int] { (0..<n).filter { set & (1 << $0) == 0 } }

  func fragmentation(_ set: Int) -> Double? {
    let rest = rest(without: set)
    guard rest.count > 1 else { return nil }
    let left = rest.reduce(0) { $0 | 1 << $1 }
    var joined = 0
    for vertex in rest {
      var reached = 1 << vertex
      while true {
        let next = members(reached).reduce(reached) { $0 | (ties[$1] & left) }
        if next == reached { break }
        reached = next
      }
      joined += reached.nonzeroBitCount - 1
    }
    return 1 - Double(joined) / Double(rest.count * (rest.count - 1))
  }

  func distanceWeightedFragmentation(_ set: Int) -> Double? {
    let rest = rest(without: set)
    guard rest.count > 1 else { return nil }
    let distances = paths(without: set).distances
    var sum = 0.0
    for u in rest {
      for v in rest where v != u { sum += distances[u][v].map { 1 / Double($0) } ?? 0 }
    }
    return 1 - sum / Double(rest.count * (rest.count - 1))
  }

  private func distancesFrom(_ set: Int) -> [Int?] {
    let set = members(set)
    return (0..<n).map { v in set.compactMap { paths.distances[$0][v] }.min() }
  }

  func reach(_ set: Int, _ steps: Int) -> Int {
    distancesFrom(set).count { $0.map { $0 <= steps } ?? false }
  }

  func distanceWeightedReach(_ set: Int) -> Double? {
    if n == 0 { return nil }
    return distancesFrom(set).reduce(0) { sum, distance in
      sum + (distance.map { 1 / Double(max(1, $0)) } ?? 0)
    } / Double(n)
  }

  func groupBetweenness(_ set: Int) -> Double {
    let avoiding = paths(without: set)
    let rest = rest(without: set)
    var sum = 0.0
    for s in rest {
      for t in rest where t != s {
        guard let distance = paths.distances[s][t] else { continue }
        let free = avoiding.distances[s][t] == distance ? avoiding.counts[s][t] : 0
        sum += 1 - free / paths.counts[s][t]
      }
    }
    return isDirected ? sum : sum / 2
  }

  func value(_ set: Int, _ criterion: KeyPlayerCriterion) -> Double? {
    switch criterion {
    case .fragmentation: fragmentation(set)
    case .distanceWeightedFragmentation: distanceWeightedFragmentation(set)
    case .reach(let steps): Double(reach(set, steps))
    case .distanceWeightedReach: distanceWeightedReach(set)
    }
  }

  /// For each set of some size its value, and nil for other sets.
  func values(_ size: Int, _ criterion: KeyPlayerCriterion) -> [Double?] {
    (0..<(1 << n)).map { $0.nonzeroBitCount == size ? value($0, criterion) : nil }
  }
}

@Suite(.tags(.oracle)) struct KeyPlayerOracleTests {
  private func compareValues(_ graph: Graph, _ oracle: KeyPlayerOracle, set: Int, named list: [Int]) throws {
    func name(_ measure: String) -> String { "\(measure) of \(list) in \(graph.line)" }
    compare([try graph.fragmentation(without: list)], [oracle.fragmentation(set)], name("fragmentation"))
    compare(
      [try graph.distanceWeightedFragmentation(without: list)], [oracle.distanceWeightedFragmentation(set)],
      name("fragmentation by distance"))
    for steps in [0, 1, 2, 9] {
      compare(
        exactly: try graph.reach(from: list, within: steps), oracle.reach(set, steps),
        name("reach in \(steps)"))
    }
    compare(
      [try graph.distanceWeightedReach(from: list)], [oracle.distanceWeightedReach(set)],
      name("reach by distance"))
    let betweenness = oracle.groupBetweenness(set)
    compare([try graph.groupBetweenness(of: list)], [betweenness], name("betweenness"))
    let scaled = try graph.groupBetweenness(of: list, execution: .serial, largestPlainCount: 1)
    compare([scaled], [betweenness], name("scaled betweenness"))
  }

  /// The largest but for other names of vertices.
  @Test(arguments: 0...5) func everyGraphAndSet(vertices: Int) throws {
    let graphs = allGraphs(vertices: vertices)
    for graph in vertices == 5 ? upToNames(graphs) : graphs {
      let oracle = KeyPlayerOracle(graph)
      for set in 0..<(1 << vertices) { try compareValues(graph, oracle, set: set, named: members(set)) }
    }
  }

  /// But for other names of vertices.
  @Test(arguments: 0...4) func everyDigraphAndSet(vertices: Int) throws {
    for graph in upToNames(allDigraphs(vertices: vertices)) {
      let oracle = KeyPlayerOracle(graph)
      for set in 0..<(1 << vertices) { try compareValues(graph, oracle, set: set, named: members(set)) }
    }
  }

  /// Members in any order, and some of them named twice.
  @Test func randomGraphsAndSets() throws {
    try forEachSmallGraph(2_000, seed: 1) { graph, generator in
      let n = graph.vertexCount
      let list = (0..<n).map { _ in Int.random(in: 0..<n, using: &generator) }
        .prefix(Int.random(in: 0...n, using: &generator))
      let set = list.reduce(0) { $0 | 1 << $1 }
      try compareValues(graph, KeyPlayerOracle(graph), set: set, named: Array(list))
    }
  }

  private static func sizes(_ criterion: KeyPlayerCriterion, vertices: Int) -> Range<Int> {
    let isNegative = criterion == .fragmentation || criterion == .distanceWeightedFragmentation
    return 1..<max(1, vertices + (isNegative ? -1 : 1))
  }

  /// Enumerating finds the first of the best sets and counts them; the search finds one that no single replacement
  /// makes better.
  private func compareBest(
    _ graph: Graph, _ oracle: KeyPlayerOracle, _ size: Int, _ criterion: KeyPlayerCriterion
  ) throws {
    func name() -> String { "best \(size) by \(criterion) in \(graph.line)" }
    let values = oracle.values(size, criterion)
    let highest = values.reduce(0) { max($0, $1 ?? 0) }
    let best = values.indices.filter { values[$0].map { $0 > highest - 1e-9 } ?? false }
    let first = best.map { members($0) }.min { $0.lexicographicallyPrecedes($1) } ?? []
    let found = try graph.keyPlayers(size, by: criterion)
    compare(exactly: found.members, first, name())
    compare(exactly: found.equallyGoodSets, best.count, name())
    compare([found.value, found.baseValue], [highest, oracle.value(0, criterion)], name())
    let near = try graph.keyPlayers(size, by: criterion, KeyPlayerOptions(largestEnumeration: 0, restarts: 2))
    let set = near.members.reduce(0) { $0 | 1 << $1 }
    compare([near.value], [values[set]], name())
    compare(exactly: near.equallyGoodSets, nil, name())
    for other in values.indices where (other ^ set).nonzeroBitCount == 2 {
      if let value = values[other], value > near.value + 1e-9 {
        Issue.record("\(name()): \(members(other)) is better than the \(near.members) that was found")
      }
    }
  }

  private func rejectSizes(_ graph: Graph, _ criterion: KeyPlayerCriterion) {
    for size in [-1, 0, Self.sizes(criterion, vertices: graph.vertexCount).upperBound] {
      expectRejection(.badParameter, "\(size) by \(criterion) in \(graph.line)") {
        _ = try graph.keyPlayers(size, by: criterion)
      }
    }
  }

  @Test(arguments: keyPlayerCriteria) func everyBestSet(criterion: KeyPlayerCriterion) throws {
    let graphs = (0...4).flatMap { allGraphs(vertices: $0) } + upToNames(allGraphs(vertices: 5))
    for graph in graphs + (2...3).flatMap({ upToNames(allDigraphs(vertices: $0)) }) {
      let oracle = KeyPlayerOracle(graph)
      for size in Self.sizes(criterion, vertices: graph.vertexCount) {
        try compareBest(graph, oracle, size, criterion)
      }
      rejectSizes(graph, criterion)
    }
  }

  @Test(arguments: UInt64(0)..<2) func randomBestSets(seed: UInt64) throws {
    try forEachSmallGraph(1_000, seed: seed, vertices: 1...6) { graph, generator in
      let criterion = generator.pick(keyPlayerCriteria)
      let sizes = Self.sizes(criterion, vertices: graph.vertexCount)
      guard let size = sizes.randomElement(using: &generator) else { return }
      try compareBest(graph, KeyPlayerOracle(graph), size, criterion)
    }
    try forEachSmallGraph(20, seed: seed, vertices: 7...8) { graph, generator in
      for criterion in keyPlayerCriteria {
        try compareBest(graph, KeyPlayerOracle(graph), Int.random(in: 1...4, using: &generator), criterion)
      }
    }
  }

  @Test func setsThatAreNotThere() throws {
    for graph in allGraphs(vertices: 3) {
      for list in [[3], [-1], [0, 3]] {
        let name = "\(list) in \(graph.line)"
        expectRejection(.vertexOutOfRange, name) { _ = try graph.fragmentation(without: list) }
        expectRejection(.vertexOutOfRange, name) {
          _ = try graph.distanceWeightedFragmentation(without: list)
        }
        expectRejection(.vertexOutOfRange, name) { _ = try graph.reach(from: list, within: 1) }
        expectRejection(.vertexOutOfRange, name) { _ = try graph.distanceWeightedReach(from: list) }
        expectRejection(.vertexOutOfRange, name) { _ = try graph.groupBetweenness(of: list) }
      }
    }
  }
}
