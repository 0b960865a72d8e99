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

private func randomMatrix(_ generator: inout SeededGenerator, rows: Int, columns: Int) -> [[Int]] {
  let fill = Double.random(in: 0...1, using: &generator)
  return (0..<rows).map { _ in
    (0..<columns).map { _ in Double.random(in: 0...1, using: &generator) < fill ? 1 : 0 }
  }
}

private func shared(_ first: [Int], _ second: [Int]) -> Int {
  zip(first, second).count { $0 == 1 && $1 == 1 }
}

/// All matrices of zeros and ones of some size.
private func allMatrices(rows: Int, columns: Int) -> [[[Int]]] {
  (0..<(1 << (rows * columns))).map { bits in
    (0..<rows).map { row in (0..<columns).map { bits >> (row * columns + $0) & 1 } }
  }
}

private func columnSums(_ matrix: [[Int]]) -> [Int] {
  (matrix.first ?? []).indices.map { column in matrix.reduce(0) { $0 + $1[column] } }
}

/// Probabilities by looking at all matrices that a model thinks possible, each with its probability.
private struct BackboneOracle {
  let matrix: [[Int]]
  private let possible: [(matrix: [[Int]], probability: Double)]

  init(_ matrix: [[Int]], _ model: BackboneModel) {
    self.matrix = matrix
    let rows = matrix.map { $0.reduce(0, +) }
    let columns = columnSums(matrix)
    let fill = rows.reduce(0, +)
    let all = allMatrices(rows: matrix.count, columns: columns.count)
    let probabilities: [[Double]]? =
      model == .stochasticDegreeSequence
      ? solvedModel(rows: rows.map { Double($0) }, columns: columns.map { Double($0) }) : nil
    let weighted = all.compactMap { candidate -> (matrix: [[Int]], probability: Double)? in
      let sums = candidate.map { $0.reduce(0, +) }
      switch model {
      case .fixedFill: return sums.reduce(0, +) == fill ? (candidate, 1) : nil
      case .fixedRow: return sums == rows ? (candidate, 1) : nil
      case .fixedColumn: return columnSums(candidate) == columns ? (candidate, 1) : nil
      case .fixedDegreeSequence:
        return sums == rows && columnSums(candidate) == columns ? (candidate, 1) : nil
      case .stochasticDegreeSequence:
        var weight = 1.0
        for (row, entries) in candidate.enumerated() {
          for (column, entry) in entries.enumerated() {
            let probability = probabilities?[row][column] ?? 0
            weight *= entry == 1 ? probability : 1 - probability
          }
        }
        return (candidate, weight)
      }
    }
    let total = weighted.reduce(0) { $0 + $1.probability }
    possible = weighted.map { ($0.matrix, $0.probability / total) }
  }

  func probability(_ first: Int, _ second: Int, where condition: (Int) -> Bool) -> Double {
    possible.reduce(0) { $0 + (condition(shared($1.matrix[first], $1.matrix[second])) ? $1.probability : 0) }
  }

  func expected(_ first: Int, _ second: Int) -> Double {
    possible.reduce(0) { $0 + Double(shared($1.matrix[first], $1.matrix[second])) * $1.probability }
  }
}

/// The bipartite configuration model by plain alternation: each row's x in turn by bisection, then each column's y.
private func solvedModel(rows: [Double], columns: [Double]) -> [[Double]] {
  var x = rows.map { _ in 0.0 }
  var y = columns.map { _ in 0.0 }
  func logistic(_ z: Double) -> Double { 1 / (1 + exponential(-z)) }
  func solve(_ degree: Double, _ others: [Double]) -> Double {
    var (low, high) = (-60.0, 60.0)
    for _ in 0..<45 {
      let middle = (low + high) / 2
      if others.reduce(0, { $0 + logistic(middle + $1) }) < degree { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
  for _ in 0..<60 {
    for row in rows.indices { x[row] = solve(rows[row], y) }
    for column in columns.indices { y[column] = solve(columns[column], x) }
  }
  return x.map { x in y.map { logistic(x + $0) } }
}

private func exponential(_ x: Double) -> Double { x > 0 ? 1 / Portable.exp(-x) : Portable.exp(x) }

@Suite(.tags(.oracle)) struct CoMembershipOracleTests {
  @Test(
    arguments: [BackboneModel.fixedFill, .fixedRow, .fixedColumn, .stochasticDegreeSequence], UInt64(0)..<16)
  func exactModels(model: BackboneModel, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let matrix = randomMatrix(
      &generator, rows: Int.random(in: 2...3, using: &generator),
      columns: Int.random(in: 1...3, using: &generator))
    let oracle = BackboneOracle(matrix, model)
    // The oracle's alternation is slow to reach memberships that are certain.
    let tolerance = model == .stochasticDegreeSequence ? 0.01 : 1e-12
    let tests = try twoMode(matrix).coMembershipTests(
      memberCount: matrix.count, model: model, BackboneOptions(pairs: .all)
    ).tests
    #expect(tests.count == matrix.count * (matrix.count - 1) / 2)
    for test in tests {
      let observed = shared(matrix[test.first], matrix[test.second])
      #expect(test.observed == observed)
      let (first, second) = (test.first, test.second)
      #expect(
        agree(
          [test.upper, test.lower, test.expected],
          [
            oracle.probability(first, second) { $0 >= observed },
            oracle.probability(first, second) { $0 <= observed }, oracle.expected(first, second),
          ], absolute: tolerance))
    }
  }

  /// Random draws come near the shares among all matrices with the same sums.
  @Test(arguments: UInt64(0)..<8) func fixedDegreeSequence(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let matrix = randomMatrix(&generator, rows: 3, columns: 4)
    let oracle = BackboneOracle(matrix, .fixedDegreeSequence)
    let tests = try twoMode(matrix).coMembershipTests(
      memberCount: 3, model: .fixedDegreeSequence, BackboneOptions(pairs: .all, trials: 2_000, seed: seed)
    ).tests
    for test in tests {
      let upper = oracle.probability(test.first, test.second) { $0 >= test.observed }
      let lower = oracle.probability(test.first, test.second) { $0 <= test.observed }
      // Five standard deviations of a share of 2,000 draws.
      #expect(agree([test.upper, test.lower], [upper, lower], absolute: 0.056))
      #expect(agree([test.expected], [oracle.expected(test.first, test.second)], absolute: 0.1))
    }
  }

  /// Expected degrees of the configuration model are the given ones, on any matrix; certain memberships are found.
  @Test(arguments: UInt64(0)..<120) func configurationModel(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let size = seed < 100 ? 8 : 60
    let matrix = randomMatrix(
      &generator, rows: Int.random(in: 1...size, using: &generator),
      columns: Int.random(in: 1...size, using: &generator))
    let rows = matrix.map { $0.reduce(0, +) }
    let columns = columnSums(matrix)
    let model = ConfigurationModel(rows: rows, columns: columns)
    for (place, degree) in model.rowDegrees.enumerated() {
      let sum = zip(model.probabilities[place], model.columnCounts).reduce(0) { $0 + $1.0 * Double($1.1) }
      #expect(agree([sum], [Double(degree)], absolute: 1e-9))
      #expect(model.probabilities[place].allSatisfy { (0...1).contains($0) })
    }
    for (place, degree) in model.columnDegrees.enumerated() {
      let sum = model.rowCounts.indices.reduce(0) {
        $0 + model.probabilities[$1][place] * Double(model.rowCounts[$1])
      }
      #expect(agree([sum], [Double(degree)], absolute: 1e-9))
    }
    #expect(rows.allSatisfy { model.rowDegrees.contains($0) })
  }

  /// The number of successes by adding up all outcomes, with many equal trials and with few.
  @Test(arguments: UInt64(0)..<40) func poissonBinomial(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let chances = [0, 0.1, 0.35, 0.8, 1].shuffled(using: &generator).prefix(3)
    let trials = chances.map { (probability: $0, count: Int.random(in: 0...4, using: &generator)) }
    let single = trials.flatMap { Array(repeating: $0.probability, count: $0.count) }
    var exact = [Double](repeating: 0, count: single.count + 1)
    for bits in 0..<(1 << single.count) {
      var probability = 1.0
      for (place, chance) in single.enumerated() {
        probability *= bits >> place & 1 == 1 ? chance : 1 - chance
      }
      exact[bits.nonzeroBitCount] += probability
    }
    for last in 0...single.count {
      let tails = PoissonBinomial(trials).tails(through: last)
      #expect(tails.lower.count == last + 1)
      for value in 0...last {
        #expect(
          agree(
            [tails.lower[value], tails.upper[value]],
            [exact[...value].reduce(0, +), exact[value...].reduce(0, +)]))
      }
      #expect(agree([tails.expected], [single.reduce(0, +)]))
    }
  }
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
  /// (1 − w/s)^(k − 1) at both ends, by multiplying k − 1 times.
  @Test(.tags(.oracle), arguments: UInt64(0)..<60) func definition(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: 12, edges: 40, direction: direction, weights: [0, 0.5, 1, 7], using: &generator)
      let matrix = graph.matrix
      func probability(_ weight: Double, among weights: [Double]) -> Double {
        let positive = weights.filter { $0 > 0 }
        return (1..<positive.count).reduce(1.0) { product, _ in
          product * (1 - weight / positive.reduce(0, +))
        }
      }
      let tests = graph.disparityTests()
      let ties = graph.edges.filter { $0.weight > 0 }
      #expect(tests.tests.map { [$0.first, $0.second] } == ties.map { [$0.source, $0.target] })
      for (test, tie) in zip(tests.tests, ties) {
        #expect(test.weight == tie.weight)
        #expect(
          agree(
            [test.firstProbability, test.secondProbability],
            [
              probability(tie.weight, among: matrix[tie.source]),
              probability(tie.weight, among: matrix.map { $0[tie.target] }),
            ]))
      }
      let kept = try tests.backbone(level: 0.3)
      #expect(
        kept.ties.map { [$0.first, $0.second] }
          == tests.tests.filter { $0.probability <= 0.3 }.map { [$0.first, $0.second] })
      #expect(kept.graph.edgeCount == kept.ties.count && kept.graph.direction == direction)
      #expect(kept.facts.tieCount == ties.count && kept.facts.keptCount == kept.ties.count)
      let strict = try tests.backbone(level: 0.3, correction: .holm)
      let between = try tests.backbone(level: 0.3, correction: .benjaminiHochberg)
      #expect(strict.ties.count <= between.ties.count && between.ties.count <= kept.ties.count)
      #expect(kept.facts.methodsSentence.contains("disparity filter"))
    }
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
