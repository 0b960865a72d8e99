import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct CorePeripheryTests {
  /// The best correlation over all divisions with both sides, from columns of pairs.
  private func best(_ graph: Graph, _ between: CorePeripheryOptions.Between) -> Double? {
    let ties = tieMasks(graph)
    return (1..<max(1, (1 << graph.vertexCount) - 1)).compactMap { correlation(ties, core: $0, between) }
      .max()
  }

  private func correlation(_ ties: [Int], core: Int, _ between: CorePeripheryOptions.Between) -> Double? {
    var tied: [Double] = []
    var wanted: [Double] = []
    for u in ties.indices {
      for v in 0..<u {
        let inside = (core >> u & 1) + (core >> v & 1)
        if inside == 1, between == .ignored { continue }
        tied.append(Double(ties[u] >> v & 1))
        wanted.append(inside == 2 || (inside == 1 && between == .tied) ? 1 : 0)
      }
    }
    let n = Double(tied.count)
    let x = tied.reduce(0, +) / n
    let y = wanted.reduce(0, +) / n
    var xy = 0.0
    var xx = 0.0
    var yy = 0.0
    for (a, b) in zip(tied, wanted) {
      xy += (a - x) * (b - y)
      xx += (a - x) * (a - x)
      yy += (b - y) * (b - y)
    }
    return xx > 1e-9 && yy > 1e-9 ? xy / (xx * yy).squareRoot() : nil
  }

  private func check(_ graph: Graph) throws {
    for between in CorePeripheryOptions.Between.allCases {
      let found = try graph.corePeriphery(CorePeripheryOptions(between: between))
      #expect(agree([found?.fit], [best(graph, between)], absolute: 1e-9), "\(between) \(graph.matrix)")
      guard let found else { continue }
      let core = found.isCore.enumerated().reduce(0) { $0 | ($1.element ? 1 << $1.offset : 0) }
      #expect(agree([found.fit], [correlation(tieMasks(graph), core: core, between)], absolute: 1e-9))
      #expect(found.coreSize > 0 && found.coreSize < graph.vertexCount)
    }
  }

  @Test(.tags(.oracle), arguments: 0...5) func everyGraph(vertices: Int) throws {
    for (number, graph) in allGraphs(vertices: vertices).enumerated() where vertices < 5 || number % 5 == 0 {
      try check(graph)
    }
  }

  @Test(.tags(.oracle), arguments: UInt64(0)..<20) func randomGraphs(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      try check(
        try randomGraph(
          vertices: Int.random(in: 6...9, using: &generator),
          edges: Int.random(in: 6...30, using: &generator),
          direction: direction, weights: [0, 1], using: &generator))
    }
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
  /// What each value must be given the others, from the definition, with the scale that fits the weights
  /// best.
  @Test(.tags(.oracle), arguments: UInt64(0)..<20) func eachValueIsBestGivenTheOthers(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for direction in Direction.allCases {
      let graph = try randomGraph(
        vertices: 12, edges: 60, direction: direction, weights: [0.5, 1, 3], using: &generator)
      let found = try #require(try graph.continuousCoreness())
      #expect(found.hasConverged)
      let v = found.values
      let n = v.indices
      var weights = graph.matrix
      if direction == .directed {
        for i in n { for j in n { weights[i][j] = graph.matrix[i][j] + graph.matrix[j][i] } }
      }
      #expect(abs(v.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12 && v.allSatisfy { $0 >= 0 })
      var fitted = 0.0
      var squares = 0.0
      var x: [Double] = []
      var y: [Double] = []
      for i in n {
        for j in n where i != j {
          fitted += weights[i][j] * v[i] * v[j]
          squares += v[i] * v[j] * v[i] * v[j]
          x.append(weights[i][j])
          y.append(v[i] * v[j])
        }
      }
      // Values are c = s·v; s² is what fits best.
      let scale = fitted / squares
      for i in n {
        let others = v.enumerated().reduce(0) { $0 + ($1.offset == i ? 0 : $1.element * $1.element) }
        let sum = n.reduce(0) { $0 + weights[i][$1] * v[$1] }
        #expect(abs(scale * v[i] * others - sum) < 1e-6 * max(1, sum))
      }
      let meanX = x.reduce(0, +) / Double(x.count)
      let meanY = y.reduce(0, +) / Double(y.count)
      let xy = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
      let xx = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
      let yy = y.reduce(0) { $0 + ($1 - meanY) * ($1 - meanY) }
      #expect(agree([found.fit], [xy / (xx * yy).squareRoot()], relative: 1e-6))
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
