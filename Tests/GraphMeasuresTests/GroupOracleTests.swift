import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// All measures on groups beside their definitions, on every small graph with every grouping, unknown groups among
/// them, and on thousands of random ones.
@Suite(.tags(.oracle)) struct GroupOracleTests {
  /// Groupings as numbers that groups may have.
  private static func numbered(_ groupings: [[Int?]]) -> [[Int?]] {
    let numbers = [3, -7, Int.max, Int.min, 0, 12]
    return groupings.map { $0.map { label in label.map { numbers[$0] } } }
  }

  private func compareAll(_ graph: Graph, _ groups: [Int?]) throws {
    let oracle = GroupOracle(graph, groups)
    func name(_ measure: String) -> String { "\(measure) of \(groups) in \(graph.line)" }
    compare(graph.participation(groups: groups), oracle.participation, name("participation"))
    compare(graph.eiIndex(groups: groups), oracle.eiIndex, name("E-I index"))
    compare([graph.globalEIIndex(groups: groups)], [oracle.globalEIIndex], name("global E-I index"))
    compare(graph.withinModuleZ(groups: groups), oracle.withinModuleZ, name("within-module z"))
    compare([graph.assortativity(groups: groups)], [oracle.assortativity], name("assortativity"))
    let values = groups.map { group in group.map { Double($0 % 100) / 4 } }
    compare(
      [graph.assortativity(values: values)], [oracle.assortativity(values: values)],
      name("assortativity of \(values)"))
    try compareRoles(graph, groups, oracle)
  }

  private func compareRoles(_ graph: Graph, _ groups: [Int?], _ oracle: GroupOracle) throws {
    let expected = oracle.roles
    let found = try graph.gouldFernandezBrokerage(groups: groups)
    func name(_ part: String) -> String { "\(part) of roles of \(groups) in \(graph.line)" }
    let rows = zip(groups, expected.counts).map { $0 == nil ? nil : $1 }
    compare(exactly: found.vertices.map { $0?.row }, rows, name("counts"))
    compare(exactly: found.unknownCounts, expected.unknown, name("unknown counts"))
    let sums = BrokerageRole.allCases.map { role in expected.counts.reduce(0) { $0 + $1[role.rawValue] } }
    compare(exactly: found.overall.row, sums, name("sums"))
  }

  /// With every grouping, the largest but for other names of vertices, and each of those with one grouping.
  @Test(arguments: 0...5) func everyGraph(vertices: Int) throws {
    let graphs = allGraphs(vertices: vertices)
    let groupings = Self.numbered(allGroupings(of: vertices))
    for graph in vertices == 5 ? upToNames(graphs) : graphs {
      for groups in groupings { try compareAll(graph, groups) }
    }
    for (number, graph) in graphs.enumerated() where vertices == 5 {
      try compareAll(graph, groupings[number % groupings.count])
    }
  }

  /// With every grouping, but for other names of vertices.
  @Test(arguments: 0...4) func everyDigraph(vertices: Int) throws {
    let groupings = Self.numbered(allGroupings(of: vertices))
    for graph in upToNames(allDigraphs(vertices: vertices)) {
      for groups in groupings { try compareAll(graph, groups) }
    }
  }

  @Test(arguments: UInt64(0)..<2) func randomGraphs(seed: UInt64) throws {
    try forEachSmallGraph(1_000, seed: seed) { graph, generator in
      try compareAll(graph, Self.randomGroups(graph.vertexCount, &generator))
    }
    try forEachSmallGraph(50, seed: seed, vertices: 10...20) { graph, generator in
      try compareAll(graph, Self.randomGroups(graph.vertexCount, &generator))
    }
  }

  private static func randomGroups(_ count: Int, _ generator: inout SeededGenerator) -> [Int?] {
    (0..<count).map { _ in generator.pick([nil, 3, -7, Int.max, 3]) }
  }

  @Test func degreeAssortativity() throws {
    func compareOne(_ graph: Graph) {
      let oracle = GroupOracle(graph, Array(repeating: nil, count: graph.vertexCount))
      compare([graph.degreeAssortativity()], [oracle.degreeAssortativity], "assortativity in \(graph.line)")
    }
    for vertices in 0...5 { for graph in allGraphs(vertices: vertices) { compareOne(graph) } }
    for vertices in 0...4 { for graph in upToNames(allDigraphs(vertices: vertices)) { compareOne(graph) } }
    try forEachSmallGraph(2_000, seed: 5) { graph, _ in compareOne(graph) }
  }

  /// What the tests say that does not depend on the permutations drawn.
  private func compareTests(_ graph: Graph, _ groups: [Int?], seed: UInt64 = 1) throws {
    let oracle = GroupOracle(graph, groups)
    func name(_ measure: String) -> String { "\(measure) of \(groups) in \(graph.line)" }
    let options = PermutationOptions(permutations: 2, seed: seed)
    let index = try graph.globalEITest(groups: groups, options: options)
    compare([index?.observed], [oracle.globalEIIndex], name("E-I index"))
    if let index {
      let moments = oracle.globalEIMoments
      compare([index.expected], [moments.mean], name("expected E-I index"))
      let variance = index.standardDeviation * index.standardDeviation
      compare([variance], [moments.variance], name("variance of the E-I index"))
      compareProbabilities(index, name("E-I index"))
    }
    let roles = try graph.gouldFernandezTest(groups: groups, options: options)
    let observed = oracle.roles.counts
    let chances = oracle.roleChances
    for role in BrokerageRole.allCases {
      let place = role.rawValue
      for vertex in groups.indices {
        guard let found = roles[vertex, role] else {
          compare(exactly: groups[vertex], nil, name("a role without counts"))
          continue
        }
        let paths = Double(observed[vertex].reduce(0, +))
        compare(
          [found.observed, found.expected], [Double(observed[vertex][place]), paths * chances[place]],
          name("\(role) \(vertex)"))
        compareProbabilities(found, name("\(role) \(vertex)"))
      }
      let paths = Double(observed.reduce(0) { $0 + $1.reduce(0, +) })
      let all = Double(observed.reduce(0) { $0 + $1[place] })
      compare(
        [roles.overall(role).observed, roles.overall(role).expected], [all, paths * chances[place]],
        name("\(role)"))
    }
  }

  /// Of two permutations none, one or both reach the observed value; each reaches it or stays below.
  private func compareProbabilities(_ found: PermutationComparison, _ name: @autoclosure () -> String) {
    let (upper, lower) = (3 * found.upperProbability - 1, 3 * found.lowerProbability - 1)
    if ![0, 1, 2].contains(upper.rounded()) || !agree([upper, lower], [upper.rounded(), lower.rounded()])
      || upper + lower < 2 - 1e-12
    {
      Issue.record("\(name()): probabilities \(found.upperProbability) and \(found.lowerProbability)")
    }
  }

  @Test(arguments: 0...4) func testsOnEveryGraph(vertices: Int) throws {
    for groups in Self.numbered(groupingShapes(of: vertices)) {
      for graph in allGraphs(vertices: vertices) { try compareTests(graph, groups) }
      if vertices < 4 {
        for graph in allDigraphs(vertices: vertices) { try compareTests(graph, groups) }
      }
    }
  }

  @Test(arguments: UInt64(10)..<12) func testsOnRandomGraphs(seed: UInt64) throws {
    try forEachSmallGraph(1_000, seed: seed, vertices: 0...7) { graph, generator in
      try compareTests(graph, Self.randomGroups(graph.vertexCount, &generator), seed: seed)
    }
  }

  @Test func requestsWithoutPermutations() throws {
    for graph in allGraphs(vertices: 3) {
      for permutations in [0, -1] {
        let options = PermutationOptions(permutations: permutations)
        expectRejection(.badParameter, "\(permutations) permutations") {
          _ = try graph.globalEITest(groups: [1, 2, 1], options: options)
        }
        expectRejection(.badParameter, "\(permutations) permutations") {
          _ = try graph.gouldFernandezTest(groups: [1, 2, 1], options: options)
        }
      }
    }
  }
}
