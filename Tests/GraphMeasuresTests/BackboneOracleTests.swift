import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Tests of pairs of members beside all matrices that a model thinks possible.
@Suite(.tags(.oracle)) struct CoMembershipOracleTests {
  private static let models: [BackboneModel] = [
    .fixedFill, .fixedRow, .fixedColumn, .stochasticDegreeSequence,
  ]

  /// The groups of each member as bits.
  private func matrix(_ graph: Graph, memberCount: Int) -> [Int] {
    tieMasks(graph).prefix(memberCount).map { $0 >> memberCount }
  }

  private func compareOne(
    _ graph: Graph, memberCount: Int, _ model: BackboneModel, _ pairs: BackboneOptions.Pairs = .all,
    distributions: ([Int]) -> [[Double]]
  ) throws -> CoMembershipTests {
    let matrix = matrix(graph, memberCount: memberCount)
    let found = try graph.coMembershipTests(
      memberCount: memberCount, model: model, BackboneOptions(pairs: pairs))
    func name() -> String { "\(model) of \(pairs) among \(memberCount) in \(graph.line)" }
    var rest = found.tests[...]
    for (pair, distribution) in zip(allPairs(of: memberCount), distributions(matrix)) {
      let observed = (matrix[pair.0] & matrix[pair.1]).nonzeroBitCount
      if observed == 0, pairs == .sharingGroups { continue }
      guard let test = rest.popFirst() else {
        Issue.record("\(name()) has no test of \(pair)")
        break
      }
      compare(exactly: [test.first, test.second, test.observed], [pair.0, pair.1, observed], name())
      let mean = distribution.enumerated().reduce(0.0) { $0 + Double($1.offset) * $1.element }
      compare(
        [test.upper, test.lower, test.expected],
        [distribution[observed...].reduce(0, +), distribution[...observed].reduce(0, +), mean], name())
    }
    compare(exactly: rest.count, 0, name())
    compare(exactly: found.groupCount, graph.vertexCount - memberCount, name())
    return found
  }

  /// How many groups pairs share if memberships are independent.
  private func independent(_ matrix: [Int], columns: Int) -> [[Double]] {
    let chances = configurationProbabilities(matrix, columns: columns)
    return allPairs(of: matrix.count).map { pair in
      successes(zip(chances[pair.0], chances[pair.1]).map { $0 * $1 })
    }
  }

  @Test(arguments: models) func everyTwoModeGraph(model: BackboneModel) throws {
    for sizes in modeSizes(upTo: 6) {
      let columns = sizes.second
      let isIndependent = model == .stochasticDegreeSequence
      let oracle = SharingOracle(rows: isIndependent ? 0 : sizes.first, columns: columns, model)
      for graph in allBipartiteGraphs(first: sizes.first, second: columns) {
        _ = try compareOne(graph, memberCount: sizes.first, model) { matrix in
          isIndependent ? independent(matrix, columns: columns) : oracle.distributions(matrix)
        }
      }
    }
  }

  /// Directed and weighted memberships, and ties within a mode, which mean nothing; backbones from them.
  @Test(arguments: models) func randomGraphs(model: BackboneModel) throws {
    var oracles: [[Int]: SharingOracle] = [:]
    try forEachSmallGraph(2_000, seed: 1, vertices: 0...7) { graph, generator in
      let n = graph.vertexCount
      let memberCount = n < 7 ? Int.random(in: 0...n, using: &generator) : 4
      let columns = n - memberCount
      let isIndependent = model == .stochasticDegreeSequence
      let oracle =
        oracles[[memberCount, columns]]
        ?? SharingOracle(rows: isIndependent ? 0 : memberCount, columns: columns, model)
      oracles[[memberCount, columns]] = oracle
      let pairs: BackboneOptions.Pairs = Bool.random(using: &generator) ? .all : .sharingGroups
      let tests = try compareOne(graph, memberCount: memberCount, model, pairs) { matrix in
        isIndependent ? independent(matrix, columns: columns) : oracle.distributions(matrix)
      }
      try compareBackbone(tests, &generator)
    }
  }

  private func compareBackbone(_ tests: CoMembershipTests, _ generator: inout SeededGenerator) throws {
    let tail = generator.pick(BackboneFacts.Tail.allCases)
    let correction = generator.pick(MultipleTesting.allCases)
    let level: Double = generator.pick([0.05, 0.3, 0.7, 1])
    if tail != .upper, tests.options.pairs != .all {
      expectRejection(.badParameter, "\(tail) of some pairs") {
        _ = try tests.backbone(level: level, tail: tail)
      }
      return
    }
    let probabilities = tests.tests.map { test in
      tail == .upper ? test.upper : tail == .lower ? test.lower : min(1, 2 * min(test.upper, test.lower))
    }
    let adjusted = correction.adjustedByDefinition(
      probabilities, testCount: allPairs(of: tests.memberCount).count)
    // What is at the level but for rounding can be kept or not.
    if adjusted.contains(where: { $0 != level && abs($0 - level) < 1e-12 }) { return }
    let kept = tests.tests.indices.filter { adjusted[$0] <= level }
    let backbone = try tests.backbone(level: level, correction: correction, tail: tail)
    let name = "\(correction) at \(level), \(tail), of \(probabilities)"
    compare(
      exactly: backbone.ties.map { [$0.first, $0.second] },
      kept.map { [tests.tests[$0].first, tests.tests[$0].second] }, name)
    compare(backbone.ties.map(\.adjustedProbability), kept.map { adjusted[$0] }, name)
    let negative = kept.map { place in
      tail == .lower || (tail == .both && tests.tests[place].lower < tests.tests[place].upper)
    }
    compare(exactly: backbone.ties.map(\.isNegative), negative, name)
    compare(exactly: backbone.graph.edgeCount, negative.count { !$0 }, name)
  }

  /// Random draws come near the shares among all matrices with the same sums; where there is one, they are it.
  @Test func fixedDegreeSequence() throws {
    let trials = 150
    for sizes in modeSizes(upTo: 5) {
      let oracle = SharingOracle(rows: sizes.first, columns: sizes.second, .fixedDegreeSequence)
      for (number, graph) in allBipartiteGraphs(first: sizes.first, second: sizes.second).enumerated() {
        let matrix = matrix(graph, memberCount: sizes.first)
        let tests = try graph.coMembershipTests(
          memberCount: sizes.first, model: .fixedDegreeSequence,
          BackboneOptions(pairs: .all, trials: trials, seed: UInt64(number))
        ).tests
        for (test, distribution) in zip(tests, oracle.distributions(matrix)) {
          let upper = distribution[test.observed...].reduce(0, +)
          let lower = distribution[...test.observed].reduce(0, +)
          let mean = distribution.enumerated().reduce(0.0) { $0 + Double($1.offset) * $1.element }
          let isCertain = distribution.contains(1)
          // Five standard deviations of a share of the draws, and the one that is observed.
          let allowed = isCertain ? 1e-12 : 5 * (0.25 / Double(trials)).squareRoot() + 1 / Double(trials)
          compare([test.upper, test.lower], [upper, lower], relative: 0, absolute: allowed, graph.line)
          compare(
            [test.expected], [mean], relative: 0, absolute: isCertain ? 1e-12 : 2 * allowed, graph.line)
        }
      }
    }
  }

  /// The one model whose memberships keep all degrees on average, are certain where all matrices with these degrees
  /// agree, and whose log odds are sums of a member's and a group's elsewhere.
  @Test func configurationModelOfEveryTwoModeGraph() throws {
    for sizes in modeSizes(upTo: 6) where sizes.first > 0 && sizes.second > 0 {
      var seen: Set<[Int]> = []
      for graph in allBipartiteGraphs(first: sizes.first, second: sizes.second) {
        let matrix = matrix(graph, memberCount: sizes.first)
        let rows = matrix.map(\.nonzeroBitCount)
        let columns = columnSums(matrix, columns: sizes.second)
        guard seen.insert(rows + columns).inserted else { continue }
        let found = configurationProbabilities(matrix, columns: sizes.second)
        compare(found.map { $0.reduce(0, +) }, rows.map { Double($0) }, absolute: 1e-9, "rows \(rows)")
        compare(
          columns.indices.map { column in found.reduce(0) { $0 + $1[column] } }, columns.map { Double($0) },
          absolute: 1e-9, "columns \(columns)")
        let shares = SharingOracle.shares(of: matrix, columns: sizes.second)
        for (row, other) in allPairs(of: rows.count) {
          for (column, last) in allPairs(of: columns.count) {
            let corners = [(row, column), (other, last), (row, last), (other, column)]
            guard corners.allSatisfy({ shares[$0.0][$0.1] > 0 && shares[$0.0][$0.1] < 1 }) else { continue }
            let odds = corners.map { found[$0.0][$0.1] / (1 - found[$0.0][$0.1]) }
            compare(
              [odds[0] * odds[1]], [odds[2] * odds[3]], relative: 1e-9, "odds of \(rows) and \(columns)")
          }
        }
        for (values, shares) in zip(found, shares) {
          for (value, share) in zip(values, shares) where share == 0 || share == 1 {
            compare(exactly: value, share, "certain memberships of \(rows) and \(columns)")
          }
        }
      }
    }
  }

  /// Expected degrees of the configuration model are the given ones, on any matrix; certain memberships are found.
  @Test(arguments: UInt64(0)..<120) func configurationModel(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let size = seed < 100 ? 8 : 60
    let (rowCount, columnCount) = (
      Int.random(in: 1...size, using: &generator), Int.random(in: 1...size, using: &generator)
    )
    let fill = Double.random(in: 0...1, using: &generator)
    let matrix = (0..<rowCount).map { _ in
      (0..<columnCount).reduce(0) { row, column in
        Double.random(in: 0...1, using: &generator) < fill ? row | 1 << column : row
      }
    }
    let rows = matrix.map(\.nonzeroBitCount)
    let model = ConfigurationModel(rows: rows, columns: columnSums(matrix, columns: columnCount))
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
  @Test func poissonBinomial() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let chances = [0, 0.1, 0.35, 0.8, 1].shuffled(using: &generator).prefix(3)
      let trials = chances.map { (probability: $0, count: Int.random(in: 0...3, using: &generator)) }
      let single = trials.flatMap { Array(repeating: $0.probability, count: $0.count) }
      let exact = successes(single)
      for last in 0...single.count {
        let tails = PoissonBinomial(trials).tails(through: last)
        compare(Array(tails.lower), (0...last).map { exact[...$0].reduce(0, +) }, "lower tails of \(single)")
        compare(Array(tails.upper), (0...last).map { exact[$0...].reduce(0, +) }, "upper tails of \(single)")
        compare([tails.expected], [single.reduce(0, +)], "mean of \(single)")
      }
    }
  }

  /// All lists of up to four of some values, and more tests than values.
  @Test(arguments: MultipleTesting.allCases) func corrections(correction: MultipleTesting) {
    let choices: [Double] = [0, 0.01, 0.03, 0.3, 0.6, 1]
    var lists: [[Double]] = [[]]
    for _ in 0..<4 {
      lists += lists.filter { $0.count == lists.last?.count }.flatMap { list in choices.map { list + [$0] } }
    }
    for list in lists {
      for more in [0, 3] {
        compare(
          correction.adjusted(list, testCount: list.count + more),
          correction.adjustedByDefinition(list, testCount: list.count + more), "\(correction) of \(list)")
      }
    }
  }
}

/// (1 − w/s)^(k − 1) at both ends of each tie, by multiplying k − 1 times.
@Suite(.tags(.oracle)) struct DisparityOracleTests {
  private func probability(_ weight: Double, among weights: [Double]) -> Double {
    let positive = weights.filter { $0 > 0 }
    let strength = positive.reduce(0, +)
    return (1..<positive.count).reduce(1.0) { product, _ in product * (1 - weight / strength) }
  }

  private func compareOne(_ graph: Graph) {
    let matrix = graph.matrix
    let found = graph.disparityTests()
    let ties = graph.edges.filter { $0.weight > 0 }
    compare(
      exactly: found.tests.map { [$0.first, $0.second] }, ties.map { [$0.source, $0.target] }, graph.line)
    compare(found.tests.map(\.weight), ties.map(\.weight), graph.line)
    let first = ties.map { probability($0.weight, among: matrix[$0.source]) }
    let second = ties.map { tie in probability(tie.weight, among: matrix.map { $0[tie.target] }) }
    compare(found.tests.map(\.firstProbability), first, graph.line)
    compare(found.tests.map(\.secondProbability), second, graph.line)
    let degrees = matrix.map { row in row.count { $0 > 0 } }
    let incoming = matrix.indices.map { v in matrix.count { $0[v] > 0 } }
    let ends = ties.reduce(0) { $0 + (degrees[$1.source] > 1 ? 1 : 0) + (incoming[$1.target] > 1 ? 1 : 0) }
    compare(exactly: found.testCount, ends, graph.line)
  }

  /// With each of two weights on each tie.
  @Test func everyGraphWithTwoWeights() throws {
    for graph in (0...4).flatMap({ allGraphs(vertices: $0) }) + (0...3).flatMap({ allDigraphs(vertices: $0) })
    {
      let edges = graph.edges
      for mask in 0..<(1 << edges.count) {
        var list = EdgeList()
        for (place, edge) in edges.enumerated() {
          list.append(
            from: UInt32(edge.source), to: UInt32(edge.target), weight: mask & (1 << place) != 0 ? 3 : 1)
        }
        compareOne(
          try Graph(
            vertexCount: graph.vertexCount, edges: list, direction: graph.direction, rule: .once))
      }
    }
  }

  @Test func randomGraphs() throws {
    try forEachSmallGraph(2_000, seed: 1, weights: [0, 0.5, 1, 7]) { graph, generator in
      compareOne(graph)
      let tests = graph.disparityTests()
      let correction = generator.pick(MultipleTesting.allCases)
      let level: Double = generator.pick([0.1, 0.3, 0.7])
      let backbone = try tests.backbone(level: level, correction: correction)
      func name() -> String { "backbone at \(level) with \(correction) of \(graph.line)" }
      compare(exactly: backbone.graph.direction, graph.direction, name())
      compare(exactly: backbone.graph.edgeCount, backbone.ties.count, name())
      compare(exactly: backbone.facts.tieCount, tests.tests.count, name())
      if correction == .none {
        compare(
          exactly: backbone.ties.map { [$0.first, $0.second] },
          tests.tests.filter { $0.probability <= level }.map { [$0.first, $0.second] }, name())
      }
    }
  }
}
