import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct GlobalEIIndexTests {
  /// Published: 11 ties between the factions, 67 within them.
  @Test(.tags(.knownAnswer)) func karate() throws {
    let graph = try ClassicGraphs.karateClub()
    #expect(agree([graph.globalEIIndex(groups: karateFactions)], [(11 - 67) / 78.0]))
    let test = try #require(try graph.globalEITest(groups: karateFactions))
    // Two groups of 17.
    #expect(agree([test.expected], [1 - 2 * Double(2 * 17 * 16) / Double(34 * 33)]))
    #expect(test.lowerProbability == 0.001 && test.upperProbability == 1)
    #expect(test.twoSidedProbability == 0.002)
  }

  @Test(.tags(.knownAnswer)) func extremes() throws {
    let graph = try ClassicGraphs.path(4)
    #expect(graph.globalEIIndex(groups: [1, 1, 2, 2]) == -1.0 / 3)
    #expect(graph.globalEIIndex(groups: [1, 2, 1, 2]) == 1)
    #expect(graph.globalEIIndex(groups: [1, nil, 1, 2]) == 1)
    #expect(graph.globalEIIndex(groups: [1, nil, 1, nil]) == nil)
    #expect(try graph.globalEITest(groups: [1, nil, 1, nil]) == nil)
    #expect(try Graph(vertexCount: 0, edges: []).globalEITest(groups: []) == nil)
    // One group: nothing can change.
    let alike = try #require(try graph.globalEITest(groups: [1, 1, 1, 1]))
    #expect(alike.standardDeviation == 0 && alike.score == nil && alike.expected == -1)
  }

  /// Mean and standard deviation over all permutations.
  @Test(.tags(.oracle), arguments: UInt64(0)..<12) func moments(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let known = [1, 1, 1, 2, 2, 3]
    let all = permutations(of: known).map { order in order.prefix(3) + [nil] + order.dropFirst(3) }
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: 7, edges: Int.random(in: 3...30, using: &generator), direction: direction, using: &generator
      )
      let groups: [Int?] = [1, 1, 1, nil, 2, 2, 3]
      let options = PermutationOptions(permutations: 2_000, seed: seed)
      guard let test = try graph.globalEITest(groups: groups, options: options) else { continue }
      let values = all.compactMap { order in
        let ties = graph.edges.filter { order[$0.source] != nil && order[$0.target] != nil }
        let external = ties.count { order[$0.source] != order[$0.target] }
        return ties.isEmpty ? nil : Double(2 * external - ties.count) / Double(ties.count)
      }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      #expect(agree([test.expected], [mean]))
      #expect(agree([test.standardDeviation], [variance.squareRoot()], relative: 1e-9, absolute: 1e-7))
      #expect(test.observed == graph.globalEIIndex(groups: groups))
      let share = Double(values.count { $0 >= test.observed - 1e-12 }) / Double(values.count)
      #expect(abs(test.upperProbability - share) < 0.05)
    }
  }

  @Test(.tags(.property)) func theSeedAlone() throws {
    let graph = try ClassicGraphs.karateClub()
    func test(_ seed: UInt64, _ threads: Int = 1) throws -> PermutationComparison? {
      try graph.globalEITest(
        groups: karateFactions.map { $0 == 0 ? 1 : nil }.enumerated().map { $1 ?? $0 % 3 },
        options: PermutationOptions(permutations: 200, seed: seed), execution: Execution(threads: threads))
    }
    let one = try test(1)
    for threads in [2, 3, 8] { #expect(try test(1, threads) == one) }
    #expect(throws: GraphError.self) {
      try graph.globalEITest(groups: karateFactions, options: PermutationOptions(permutations: -1))
    }
  }
}

@Suite struct WithinModuleZTests {
  /// bctpy 0.6.1 `module_degree_zscore`: the population's standard deviation; MATLAB has 3.2466 and 3.0426.
  @Test(.tags(.knownAnswer)) func karate() throws {
    let values = try ClassicGraphs.karateClub().withinModuleZ(groups: karateFactions)
    #expect(agree([values[0], values[33]], [3.3465, 3.1363], absolute: 0.00005))
  }

  @Test(.tags(.knownAnswer)) func alike() throws {
    #expect(try ClassicGraphs.complete(4).withinModuleZ(groups: [1, 1, 1, 2]) == [0, 0, 0, 0])
    #expect(try ClassicGraphs.path(3).withinModuleZ(groups: [nil, 1, 2]) == [nil, 0, 0])
    #expect(try Graph(vertexCount: 0, edges: []).withinModuleZ(groups: []).isEmpty)
  }
}

@Suite struct AssortativityTests {
  /// Karate: NetworkX 3.6.1 `degree_assortativity_coefficient` and `attribute_assortativity_coefficient`.
  @Test(.tags(.knownAnswer)) func karate() throws {
    let graph = try ClassicGraphs.karateClub()
    #expect(agree([graph.degreeAssortativity()], [-0.475613097685], absolute: 1e-10))
    #expect(agree([graph.assortativity(groups: karateFactions)], [0.717530864198], absolute: 1e-10))
  }

  @Test(.tags(.knownAnswer)) func extremes() throws {
    #expect(try ClassicGraphs.star(leaves: 4).degreeAssortativity() == -1)
    #expect(try ClassicGraphs.cycle(5).degreeAssortativity() == nil)
    #expect(try Graph(vertexCount: 2, edges: []).degreeAssortativity() == nil)
    let graph = try Graph(vertexCount: 4, edges: [(0, 1), (2, 3)])
    #expect(graph.assortativity(groups: [1, 1, 2, 2]) == 1)
    #expect(graph.assortativity(groups: [1, 2, 1, 2]) == -1)
    #expect(graph.assortativity(groups: [1, 1, 1, 1]) == nil)
    #expect(graph.assortativity(groups: [1, nil, nil, 1]) == nil)
    #expect(graph.assortativity(values: [5, 5, 9, 9]) == 1)
    #expect(graph.assortativity(values: [0.1, 0.1, 0.1, 0.1]) == nil)
    #expect(graph.assortativity(values: [.nan, 1, 2, 3]) == nil)
    #expect(graph.assortativity(values: [.infinity, 1, 2, 3]) == nil)
  }
}
