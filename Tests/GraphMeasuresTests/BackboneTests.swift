import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// A matrix of memberships as a two-mode graph: rows are members.
private func twoMode(_ matrix: [[Int]]) throws -> Graph {
  let columns = matrix.first?.count ?? 0
  var edges: [(UInt32, UInt32)] = []
  for (row, entries) in matrix.enumerated() {
    for (column, entry) in entries.enumerated() where entry != 0 {
      edges.append((UInt32(row), UInt32(matrix.count + column)))
    }
  }
  return try Graph(vertexCount: matrix.count + columns, edges: edges)
}

@Suite(.tags(.knownAnswer)) struct BackbonePackageTests {
  /// The matrix of backbone's `inst/tinytest/test_backbone.R`; probabilities to three digits, for the pairs (1, 2),
  /// (1, 3) and (2, 3).
  private let matrix = [[1, 0, 1, 1], [0, 1, 0, 0], [1, 0, 0, 1]]

  private func check(
    _ model: BackboneModel, tails: BackboneOptions.Tails = .exact, upper: [Double], lower: [Double]
  ) throws {
    let tests = try twoMode(matrix).coMembershipTests(
      memberCount: 3, model: model, BackboneOptions(pairs: .all, tails: tails)
    ).tests
    #expect(agree(tests.map(\.upper), upper, absolute: 0.0005))
    #expect(agree(tests.map(\.lower), lower, absolute: 0.0005))
  }

  @Test func fixedFill() throws {
    try check(.fixedFill, upper: [1, 0.173, 1], lower: [0.268, 0.996, 0.268])
  }

  @Test func fixedRow() throws { try check(.fixedRow, upper: [1, 0.5, 1], lower: [0.25, 1, 0.5]) }

  @Test func fixedColumn() throws {
    try check(
      .fixedColumn, tails: .refinedNormal, upper: [0.975, 0.114, 0.975], lower: [0.432, 0.992, 0.432])
  }

  @Test func stochasticDegreeSequence() throws {
    try check(
      .stochasticDegreeSequence, tails: .refinedNormal, upper: [0.977, 0.549, 0.972],
      lower: [0.354, 0.844, 0.476])
  }

  /// `bicm` of [0 0 1; 0 1 0; 1 0 1]: degrees 2, 1, 1 on either side.
  @Test func configurationModel() {
    let model = ConfigurationModel(rows: [1, 1, 2], columns: [1, 1, 2])
    #expect(model.rowDegrees == [2, 1] && model.columnCounts == [1, 2])
    #expect(agree(model.probabilities[0], [0.863, 0.568], absolute: 0.0005))
    #expect(agree(model.probabilities[1], [0.568, 0.216], absolute: 0.0005))
  }

  /// `pb(5, …)` gives P(X ≤ 5) and P(X ≥ 5), by the refined normal approximation.
  @Test func poissonBinomial() {
    let chances = [0.123, 0.234, 0.345, 0.456, 0.567, 0.678, 0.789, 0.801, 0.911]
    let tails = PoissonBinomial(chances.map { (probability: $0, count: 1) }).refinedNormalTails(through: 5)
    #expect(agree([tails.lower[5], tails.upper[5]], [0.6773302, 0.6268476], absolute: 5e-8))
  }

  /// `disparity` of a symmetric matrix whose diagonal counts as ties there; without it the degrees are smaller.
  ///
  /// Vertex 0 is tied to 2 and 3, 1 to 3, and 3 to 0 and 1: one of two equal ties has (1 − 1/2)¹.
  @Test func disparityOfEqualTies() throws {
    let graph = try Graph(vertexCount: 4, edges: [(0, 2), (0, 3), (1, 3)])
    let tests = graph.disparityTests().tests
    #expect(tests.map(\.probability) == [0.5, 0.5, 0.5])
    #expect(tests.map(\.firstProbability) == [0.5, 0.5, 1])
    #expect(tests.map(\.secondProbability) == [1, 0.5, 0.5])
  }
}

@Suite struct BackboneTests {
  private func southernWomen(_ model: BackboneModel, _ options: BackboneOptions = BackboneOptions()) throws
    -> CoMembershipTests
  {
    try ClassicGraphs.southernWomen().coMembershipTests(memberCount: 18, model: model, options)
  }

  /// Of 139 pairs who met, only two met so often that women and events of such sizes make them meet as often in fewer
  /// than one of ten cases: Katherina and Sylvia, and Olivia and Flora.
  ///
  /// Probabilities from a separate program: the configuration model by its fixed-point equations, 5,000 rounds.
  @Test func southernWomen() throws {
    let tests = try southernWomen(.stochasticDegreeSequence)
    #expect(tests.tests.count == 139 && tests.groupCount == 14)
    #expect(try tests.backbone(level: 0.05).ties.isEmpty)
    let backbone = try tests.backbone(level: 0.1)
    #expect(backbone.ties.map { [$0.first, $0.second] } == [[11, 12], [16, 17]])
    #expect(
      agree(
        backbone.ties.map(\.adjustedProbability), [0.09351301464920891, 0.08837234617805599], absolute: 1e-9))
    #expect(agree([tests.tests[0].upper], [0.268200055063122], absolute: 1e-9))
    #expect(backbone.graph.vertexCount == 18 && backbone.graph.edgeCount == backbone.ties.count)
    let exact = try southernWomen(.fixedDegreeSequence, BackboneOptions(trials: 400, seed: 1))
    for (one, other) in zip(tests.tests, exact.tests) {
      #expect(one.first == other.first && one.second == other.second && one.observed == other.observed)
      #expect(abs(one.upper - other.upper) < 0.2)
    }
    #expect(backbone.facts.methodsSentence.hasPrefix("The backbone keeps \(backbone.ties.count) of 139 ties"))
    #expect(backbone.facts.methodsSentence.contains("stochastic degree sequence model"))
    let corrected = try exact.backbone(level: 0.05, correction: .holm)
    #expect(corrected.facts.methodsSentence.contains("Holm correction for 153 tests"))
    #expect(corrected.facts.methodsSentence.contains("400 random two-mode networks"))
    #expect(corrected.facts.trials == 400 && corrected.facts.seed == 1 && corrected.facts.tails == nil)
  }

  @Test func signedBackbone() throws {
    let sharing = try southernWomen(.fixedRow)
    #expect(throws: GraphError.self) { try sharing.backbone(level: 0.05, tail: .both) }
    #expect(throws: GraphError.self) { try sharing.backbone(level: 1.5) }
    #expect(throws: GraphError.self) { try sharing.backbone(level: .nan) }
    let all = try southernWomen(.stochasticDegreeSequence, BackboneOptions(pairs: .all))
    #expect(all.tests.count == 153)
    let both = try all.backbone(level: 0.2, tail: .both)
    let upper = try all.backbone(level: 0.1)
    let lower = try all.backbone(level: 0.1, tail: .lower)
    #expect(
      both.ties.count == upper.ties.count + lower.ties.count && !lower.ties.isEmpty && !upper.ties.isEmpty)
    #expect(lower.ties.allSatisfy(\.isNegative) && !upper.ties.contains(where: \.isNegative))
    #expect(both.graph.edgeCount == upper.ties.count)
    #expect(both.facts.tieCount == 139)
    // Testing all pairs changes nothing for those that share groups.
    let some = try southernWomen(.stochasticDegreeSequence)
    #expect(all.tests.filter { $0.observed > 0 } == some.tests)
    for correction in MultipleTesting.allCases {
      #expect(
        try all.backbone(level: 0.05, correction: correction).ties
          == some.backbone(level: 0.05, correction: correction).ties)
    }
  }

  /// R: p.adjust(c(.01, .04, .03, .5), "holm") and "BH".
  @Test(.tags(.knownAnswer)) func corrections() {
    let values = [0.01, 0.04, 0.03, 0.5]
    #expect(MultipleTesting.none.adjusted(values) == values)
    #expect(agree(MultipleTesting.holm.adjusted(values), [0.04, 0.09, 0.09, 0.5]))
    #expect(
      agree(MultipleTesting.benjaminiHochberg.adjusted(values), [0.04, 0.16 / 3, 0.16 / 3, 0.5]))
    #expect(agree(MultipleTesting.holm.adjusted(values, testCount: 10), [0.1, 0.32, 0.27, 1]))
    #expect(MultipleTesting.holm.adjusted([]).isEmpty)
  }

  @Test(.tags(.property)) func normalDistribution() {
    // Φ(1.959963984540054) = 0.975; Φ(−6) = 9.865876450376981e−10.
    #expect(agree([Portable.normalProbability(atMost: 1.959_963_984_540_054)], [0.975]))
    let far = Portable.normalProbability(atMost: -6)
    #expect(agree([far * 1e10], [9.865_876_450_376_981], relative: 1e-11))
    #expect(Portable.normalProbability(atMost: 0) == 0.5)
    #expect(Portable.normalProbability(atMost: -60) == 0 || Portable.normalProbability(atMost: -60) > 0)
    // Both ways to compute it meet.
    let (below, above) = (
      Portable.normalProbability(atMost: -2.999_999_999_999), Portable.normalProbability(atMost: -3)
    )
    #expect(agree([below], [above], relative: 1e-10))
  }

  /// Threads and the order of members play no part; an empty group more or less changes only models without it.
  @Test(.tags(.property), arguments: BackboneModel.allCases) func laws(model: BackboneModel) throws {
    var generator = SeededGenerator(seed: 2)
    var edges: [(UInt32, UInt32)] = []
    for _ in 0..<200 {
      edges.append(
        (UInt32.random(in: 0..<40, using: &generator), UInt32.random(in: 40..<70, using: &generator)))
    }
    let graph = try Graph(vertexCount: 70, edges: edges)
    let options = BackboneOptions(trials: 100, seed: 5)
    let tests = try graph.coMembershipTests(memberCount: 40, model: model, options).tests
    for threads in [2, 3, 8] {
      let others = try graph.coMembershipTests(
        memberCount: 40, model: model, options, execution: Execution(threads: threads)
      ).tests
      #expect(others == tests)
    }
    #expect(tests.allSatisfy { (0...1).contains($0.upper) && (0...1).contains($0.lower) })
    #expect(tests.allSatisfy { $0.upper + $0.lower >= 1 - 1e-12 && $0.expected >= 0 })
    if model != .fixedDegreeSequence {
      let names = (0..<40).shuffled(using: &generator) + Array(40..<70)
      let renamed = try graph.relabeled(names).coMembershipTests(memberCount: 40, model: model, options).tests
      var found: [[Int]: CoMembershipTest] = [:]
      for test in renamed { found[[test.first, test.second]] = test }
      for test in tests {
        let (one, other) = (names[test.first], names[test.second])
        let same = try #require(found[[min(one, other), max(one, other)]])
        #expect(same.upper == test.upper && same.lower == test.lower && same.observed == test.observed)
      }
    }
    let error = #expect(throws: GraphError.self) {
      try graph.coMembershipTests(
        memberCount: 40, model: model, options, execution: Execution(threads: 2, isCancelled: { true }))
    }
    #expect(error?.code == .cancelled)
  }

  @Test(arguments: BackboneModel.allCases) func smallAndEmpty(model: BackboneModel) throws {
    let options = BackboneOptions(pairs: .all, trials: 10)
    for (vertices, members) in [(0, 0), (3, 0), (3, 1), (3, 3), (4, 2)] {
      let graph = try Graph(vertexCount: vertices, edges: [])
      let tests = try graph.coMembershipTests(memberCount: members, model: model, options)
      #expect(tests.tests.count == members * (members - 1) / 2)
      #expect(tests.tests.allSatisfy { $0.upper == 1 && $0.lower == 1 && $0.expected == 0 })
      #expect(try tests.backbone(level: 0.05).ties.isEmpty)
    }
    // Everybody in every group, which no model can be surprised by.
    let full = try twoMode([[1, 1, 1], [1, 1, 1]])
    let test = try full.coMembershipTests(memberCount: 2, model: model, options).tests[0]
    #expect(agree([test.upper, test.lower, test.expected], [1, 1, 3]))
    #expect(throws: GraphError.self) { try full.coMembershipTests(memberCount: 6, model: model) }
    var none = options
    none.trials = 0
    if model == .fixedDegreeSequence {
      #expect(throws: GraphError.self) { try full.coMembershipTests(memberCount: 2, model: model, none) }
    }
  }

  /// Ten thousand groups and a pair that shares three hundred where ten are expected: a tail far below rounding of 1.
  @Test func smallTailsKeepTheirDigits() throws {
    let tails = PoissonBinomial([(probability: 0.001, count: 10_000)]).tails(through: 300)
    #expect(tails.upper[300] > 0 && tails.upper[300] < 1e-250)
    let single = PoissonBinomial((0..<10_000).map { _ in (probability: 0.001, count: 1) }).tails(through: 300)
    #expect(agree([tails.upper[20]], [single.upper[20]], relative: 1e-10, absolute: 0))
    #expect(agree([tails.lower[3]], [single.lower[3]], relative: 1e-10, absolute: 0))
  }
}

@Suite struct DisparityFilterTests {
  /// Stricter corrections keep fewer ties.
  @Test(.tags(.property), arguments: Direction.allCases) func corrections(direction: Direction) throws {
    var generator = SeededGenerator(seed: 2)
    let tests = try randomGraph(
      vertices: 12, edges: 40, direction: direction, weights: [0, 0.5, 1, 7], using: &generator
    ).disparityTests()
    let kept = try tests.backbone(level: 0.3)
    let strict = try tests.backbone(level: 0.3, correction: .holm)
    let between = try tests.backbone(level: 0.3, correction: .benjaminiHochberg)
    #expect(strict.ties.count <= between.ties.count && between.ties.count <= kept.ties.count)
    #expect(kept.facts.methodsSentence.contains("disparity filter"))
  }

  /// A pair of vertices is all that each has; a star's center has ten equal ties, its leaves one each.
  @Test(.tags(.knownAnswer)) func singleTies() throws {
    let pair = try ClassicGraphs.path(2).disparityTests()
    #expect(pair.tests.map(\.probability) == [1] && pair.testCount == 0)
    #expect(try pair.backbone(level: 0.99).ties.isEmpty)
    let star = try ClassicGraphs.star(leaves: 10).disparityTests()
    // 0.9⁹
    #expect(agree(star.tests.map(\.probability), Array(repeating: 0.387_420_489, count: 10)))
    #expect(star.testCount == 10 && star.tests.allSatisfy { $0.secondProbability == 1 })
    #expect(try Graph(vertexCount: 0, edges: []).disparityTests().tests.isEmpty)
    #expect(throws: GraphError.self) { try star.backbone(level: -0.1) }
  }

  @Test(.tags(.property)) func laws() throws {
    var generator = SeededGenerator(seed: 6)
    let graph = try randomGraph(vertices: 30, edges: 90, weights: [1, 2, 30], using: &generator)
    let tests = graph.disparityTests().tests
    // Only shares of strengths count: doubling all weights is exact.
    #expect(graph.mapWeights { 2 * $0 }.disparityTests().tests.map(\.probability) == tests.map(\.probability))
    let larger = try graph.disjointUnion(Graph(vertexCount: 1, edges: [])).disparityTests()
    #expect(larger.tests == tests)
    #expect(
      tests.allSatisfy { (0...1).contains($0.firstProbability) && (0...1).contains($0.secondProbability) })
    // Weights near the largest number do no harm.
    let huge = try Graph(vertexCount: 3, edges: [(0, 1), (1, 2)]).mapWeights { _ in .greatestFiniteMagnitude }
    #expect(huge.disparityTests().tests.map(\.probability) == [1, 1])
  }
}
