import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct CorePeripheryTests {
  /// The best correlation over all divisions with both sides.
  private func best(_ ties: [Int], _ between: CorePeripheryOptions.Between) -> Double? {
    (1..<max(1, (1 << ties.count) - 1)).compactMap { correlation(ties, core: $0, between) }.max()
  }

  /// Both columns of pairs hold 0 and 1, so counts of them say all.
  private func correlation(_ ties: [Int], core: Int, _ between: CorePeripheryOptions.Between) -> Double? {
    let others = (1 << ties.count) - 1 - core
    var tiesWithin = (core: 0, between: 0, periphery: 0)
    for vertex in members(core) {
      tiesWithin.core += (ties[vertex] & core).nonzeroBitCount
      tiesWithin.between += (ties[vertex] & others).nonzeroBitCount
    }
    for vertex in members(others) { tiesWithin.periphery += (ties[vertex] & others).nonzeroBitCount }
    tiesWithin.core /= 2
    tiesWithin.periphery /= 2
    let (inside, outside) = (core.nonzeroBitCount, others.nonzeroBitCount)
    var pairs = inside * (inside - 1) / 2 + outside * (outside - 1) / 2
    var tied = tiesWithin.core + tiesWithin.periphery
    var wanted = inside * (inside - 1) / 2
    var both = tiesWithin.core
    if between != .ignored {
      pairs += inside * outside
      tied += tiesWithin.between
    }
    if between == .tied {
      wanted += inside * outside
      both += tiesWithin.between
    }
    // All times the square of the number of pairs.
    let variances = tied * (pairs - tied) * wanted * (pairs - wanted)
    return variances > 0 ? Double(both * pairs - tied * wanted) / Double(variances).squareRoot() : nil
  }

  /// The best correlation over a division and those that differ by one vertex, or by two that change places.
  private func bestNearby(_ ties: [Int], core: Int, _ between: CorePeripheryOptions.Between) -> Double? {
    let others = (1 << ties.count) - 1 - core
    var near = [core]
    for vertex in ties.indices { near.append(core ^ (1 << vertex)) }
    for vertex in members(core) {
      for other in members(others) { near.append(core ^ (1 << vertex | 1 << other)) }
    }
    return near.filter { $0 != 0 && $0 != core | others }.compactMap { correlation(ties, core: $0, between) }
      .max()
  }

  /// Whether the division found is the best.
  private func check(_ graph: Graph, _ between: CorePeripheryOptions.Between) throws -> Bool {
    let ties = tieMasks(graph)
    let best = best(ties, between)
    func name(_ part: String) -> String { "\(part) of core, pairs between \(between), in \(graph.line)" }
    guard let found = try graph.corePeriphery(CorePeripheryOptions(between: between)) else {
      compare([nil], [best], name("best fit"))
      return true
    }
    let core = found.isCore.enumerated().reduce(0) { $0 | ($1.element ? 1 << $1.offset : 0) }
    let fits = [correlation(ties, core: core, between), bestNearby(ties, core: core, between)]
    compare([found.fit, found.fit], fits, absolute: 1e-9, name("fit beside that of its neighbors"))
    if found.coreSize == 0 || found.coreSize == graph.vertexCount { Issue.record("\(name("one side"))") }
    return found.fit > (best ?? 1) - 1e-9
  }

  /// In small graphs the best division is found.
  @Test(.tags(.oracle), arguments: [SmallGraphSet.undirected, .directedShapes])
  func everySmallGraph(of set: SmallGraphSet) throws {
    for graph in set.graphs {
      for between in CorePeripheryOptions.Between.allCases where !(try check(graph, between)) {
        Issue.record("not the best core, pairs between \(between), in \(graph.line)")
      }
    }
  }

  /// Larger graphs have a local optimum by definition, which is the best division nearly always.
  @Test(.tags(.oracle), arguments: [SmallGraphSet.random, .zeroWeights])
  func randomGraphs(of set: SmallGraphSet) throws {
    let patterns = CorePeripheryOptions.Between.allCases
    let found = try set.graphs.enumerated().map { try check($1, patterns[$0 / 2 % patterns.count]) }
    #expect(found.count { !$0 } <= found.count / 200)
  }

  /// An ideal pattern is found with a fit of 1.
  @Test(.tags(.knownAnswer)) func idealPatterns() throws {
    var tied: [(UInt32, UInt32)] = []
    var absent: [(UInt32, UInt32)] = []
    for u in 0..<4 {
      for v in (u + 1)..<20 {
        tied.append((UInt32(u), UInt32(v)))
        if v < 4 { absent.append((UInt32(u), UInt32(v))) }
      }
    }
    let core = (0..<20).map { $0 < 4 }
    let full = try #require(try Graph(vertexCount: 20, edges: tied).corePeriphery())
    #expect(full.isCore == core && abs(full.fit - 1) < 1e-12)
    #expect(full.coreDensity == 1 && full.peripheryDensity == 0 && full.betweenDensity == 1)
    let clique = try Graph(vertexCount: 20, edges: absent)
    let alone = try #require(try clique.corePeriphery(CorePeripheryOptions(between: .absent)))
    #expect(alone.isCore == core && abs(alone.fit - 1) < 1e-12)
    let star = try #require(try ClassicGraphs.star(leaves: 6).corePeriphery())
    #expect(star.isCore == [true] + Array(repeating: false, count: 6) && abs(star.fit - 1) < 1e-12)
  }

  @Test func undefined() throws {
    #expect(try Graph(vertexCount: 0, edges: []).corePeriphery() == nil)
    #expect(try Graph(vertexCount: 2, edges: [(0, 1)]).corePeriphery() == nil)
    #expect(try Graph(vertexCount: 5, edges: []).corePeriphery() == nil)
    #expect(try ClassicGraphs.complete(5).corePeriphery() == nil)
    #expect(throws: GraphError.self) {
      try ClassicGraphs.path(3).corePeriphery(CorePeripheryOptions(trials: -1))
    }
    let stopped = #expect(throws: GraphError.self) {
      try ClassicGraphs.path(4).corePeriphery(execution: Execution(threads: 2, isCancelled: { true }))
    }
    #expect(stopped?.code == .cancelled)
  }
}

@Suite struct ContinuousCorenessTests {
  /// Values have no closed form, so what defines them is tested: each is best given the others, with the scale that
  /// fits the weights best, and the error is no larger than where the search starts from.
  private func check(_ graph: Graph, _ found: ContinuousCoreness, within: Double) {
    func name(_ part: String) -> String { "\(part) of continuous coreness in \(graph.line)" }
    let v = found.values
    let n = v.indices
    var weights = graph.matrix
    if graph.direction == .directed {
      let arcs = weights
      for i in n { for j in n { weights[i][j] += arcs[j][i] } }
    }
    let squares = v.reduce(0) { $0 + $1 * $1 }
    if abs(squares - 1) > 1e-12 || !v.allSatisfy({ $0 >= 0 }) { Issue.record("\(name("length")): \(v)") }
    let fitted = Products(weights, v)
    // Values are c = s·v; s² is what fits best.
    let scale = fitted.withWeights / fitted.squares
    if found.hasConverged {
      for i in n {
        let sum = n.reduce(0) { $0 + weights[i][$1] * v[$1] }
        if abs(scale * v[i] * (squares - v[i] * v[i]) - sum) > within * max(1, sum) {
          Issue.record("\(name("value \(i)")): \(v)")
        }
      }
    }
    let start = Products(weights, weights.map { $0.reduce(0, +) })
    if fitted.gain < start.gain * (1 - 1e-9) { Issue.record("\(name("error")): \(v)") }
    // Where products are all but equal there is no correlation, or one of rounding errors.
    if fitted.variance > 1e-6 {
      compare([found.fit], [fitted.correlation], relative: 1e-6, absolute: 1e-6, name("fit"))
    }
  }

  @Test(.tags(.oracle), arguments: SmallGraphSet.smaller) func eachValueIsBestGivenTheOthers(
    on set: SmallGraphSet
  ) throws {
    for graph in set.graphs {
      let found = try graph.continuousCoreness(tolerance: 1e-7, maximumRounds: 60)
      let hasWeight = graph.strengths().contains { $0 > 0 }
      compare(exactly: found != nil, hasWeight, "continuous coreness in \(graph.line)")
      if let found { check(graph, found, within: 1e-5) }
    }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<20) func convergedValues(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: 12, edges: 60, direction: direction, weights: [0.5, 1, 3], using: &generator)
      let found = try #require(try graph.continuousCoreness())
      #expect(found.hasConverged)
      check(graph, found, within: 1e-6)
    }
  }

  @Test(.tags(.knownAnswer)) func simpleGraphs() throws {
    let complete = try #require(try ClassicGraphs.complete(4).continuousCoreness())
    #expect(agree(complete.values.map { $0 }, [0.5, 0.5, 0.5, 0.5]) && complete.fit == nil)
    // A clique of weights that are products of values is fitted without an error.
    let values = [1.0, 2, 3, 4]
    var list = EdgeList()
    for u in 0..<4 {
      for v in 0..<u { list.append(from: UInt32(v), to: UInt32(u), weight: values[u] * values[v]) }
    }
    let graph = try Graph(vertexCount: 5, edges: list, direction: .undirected, rule: .once)
    let found = try #require(try graph.continuousCoreness())
    #expect(agree(found.values, (values + [0]).map { $0 / Double(30).squareRoot() }, absolute: 1e-8))
    #expect(agree([found.fit], [1], absolute: 1e-8))
  }

  @Test func undefined() throws {
    #expect(try Graph(vertexCount: 0, edges: []).continuousCoreness() == nil)
    #expect(try Graph(vertexCount: 3, edges: []).continuousCoreness() == nil)
    #expect(throws: GraphError.self) { try ClassicGraphs.path(3).continuousCoreness(tolerance: .nan) }
    #expect(throws: GraphError.self) { try ClassicGraphs.path(3).continuousCoreness(maximumRounds: 0) }
    // A star has no best values: the center's grows without end, and it gets the whole of a vector of length
    // 1.
    let star = try #require(try ClassicGraphs.star(leaves: 5).continuousCoreness(maximumRounds: 200))
    #expect(!star.hasConverged && star.values[0] > 0.9)
    let edge = try #require(try ClassicGraphs.path(2).continuousCoreness())
    let half = Double(0.5).squareRoot()
    #expect(agree(edge.values, [half, half]) && edge.fit == nil)
    var list = EdgeList()
    for (u, v) in [(0, 1), (1, 2), (2, 0), (2, 3)] {
      list.append(from: UInt32(u), to: UInt32(v), weight: .greatestFiniteMagnitude / 2)
    }
    let heavy = try Graph(vertexCount: 4, edges: list, direction: .undirected, rule: .once)
    #expect(try #require(try heavy.continuousCoreness()).values.allSatisfy { $0.isFinite })
  }
}

/// The products of values over ordered pairs of different vertices, beside weights.
private struct Products {
  private var count = 0.0
  private(set) var squares = 0.0
  private(set) var withWeights = 0.0
  private var sum = 0.0
  private var weightSum = 0.0
  private var weightSquares = 0.0

  init(_ weights: [[Double]], _ values: [Double]) {
    for (i, row) in weights.enumerated() {
      for (j, weight) in row.enumerated() where i != j {
        let product = values[i] * values[j]
        count += 1
        sum += product
        squares += product * product
        withWeights += product * weight
        weightSum += weight
        weightSquares += weight * weight
      }
    }
  }

  /// By how much the squared error is less than that of values that are all 0, at the best scale.
  var gain: Double { squares > 0 ? withWeights * withWeights / squares : 0 }

  /// Count times the sum of squares about the mean, of products and of weights, whichever is less.
  var variance: Double { min(count * squares - sum * sum, count * weightSquares - weightSum * weightSum) }

  var correlation: Double {
    let product = (count * squares - sum * sum) * (count * weightSquares - weightSum * weightSum)
    return (count * withWeights - sum * weightSum) / product.squareRoot()
  }
}
