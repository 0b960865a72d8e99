import EcographTestSupport
import Foundation
import GraphCore
import GraphMeasures
import Testing

/// Centralities in two modes straight from the formulas; the largest betweenness is that of a vertex tied to all
/// others, each of which has the others of the own mode hung on evenly.
private struct TwoModeCentralityOracle {
  let degree: [Double?]
  let closeness: [Double]
  let betweenness: [Double?]

  init(_ graph: Graph, modes: [Bool], largest: (_ own: Int, _ other: Int) throws -> Double) rethrows {
    let ties = tieMasks(graph)
    let vertices = ties.indices
    let paths = StepPathMatrix(matrix: ties.map { tied in vertices.map { tied & (1 << $0) != 0 } })
    let others = vertices.map { vertex in modes.count { $0 != modes[vertex] } }
    degree = vertices.map { others[$0] > 0 ? Double(ties[$0].nonzeroBitCount) / Double(others[$0]) : nil }
    closeness = vertices.map { vertex in
      let distances = vertices.filter { $0 != vertex }.compactMap { paths.distances[vertex][$0] }
      if distances.isEmpty { return 0 }
      let least = others[vertex] + 2 * (vertices.count - others[vertex] - 1)
      return Double(least) / Double(distances.reduce(0, +)) * Double(distances.count)
        / Double(vertices.count - 1)
    }
    betweenness = try vertices.map { vertex in
      let most = try largest(vertices.count - others[vertex], others[vertex])
      guard most > 0 else { return nil }
      var sum = 0.0
      for source in vertices {
        for target in vertices where target > source {
          sum += paths.share(from: source, to: target, through: vertex)
        }
      }
      return sum / most
    }
  }
}

/// Betweenness of a vertex tied to all of the other mode, whose other neighbors are spread evenly.
private struct LargestBetweenness {
  private var known: [[Int]: Double] = [:]

  mutating func value(_ own: Int, _ other: Int) throws -> Double {
    if other == 0 { return 0 }
    if let value = known[[own, other]] { return value }
    var edges = (1..<(other + 1)).map { (UInt32(0), UInt32($0)) }
    for place in 0..<(own - 1) { edges.append((UInt32(1 + place % other), UInt32(1 + other + place))) }
    let value = try Graph(vertexCount: own + other, edges: edges).betweenness()[0]
    known[[own, other]] = value
    return value
  }
}

@Suite(.tags(.oracle)) struct TwoModeCentralityOracleTests {
  private func compareOne(_ graph: Graph, _ modes: [Bool], _ largest: inout LargestBetweenness) throws {
    let oracle = try TwoModeCentralityOracle(graph, modes: modes) { try largest.value($0, $1) }
    let given = ContiguousArray(modes)
    func name(_ measure: String) -> String { "\(measure) with modes \(modes) in \(graph.line)" }
    compare(try graph.twoModeDegree(modes: given), oracle.degree, name("degree"))
    compare(try graph.twoModeCloseness(modes: given), oracle.closeness, name("closeness"))
    let betweenness = try graph.twoModeBetweenness(modes: given)
    compare(betweenness, oracle.betweenness, name("betweenness"))
    if betweenness.contains(where: { ($0 ?? 0) > 1 + 1e-12 }) {
      Issue.record("\(name("betweenness")) is above 1")
    }
  }

  private func rejectAll(_ graph: Graph, _ modes: [Bool]) {
    let given = ContiguousArray(modes)
    func name() -> String { "modes \(modes) of \(graph.line)" }
    expectRejection(.badParameter, name()) { _ = try graph.twoModeDegree(modes: given) }
    expectRejection(.badParameter, name()) { _ = try graph.twoModeCloseness(modes: given) }
    expectRejection(.badParameter, name()) { _ = try graph.twoModeBetweenness(modes: given) }
  }

  @Test func everyTwoModeGraph() throws {
    var largest = LargestBetweenness()
    for sizes in modeSizes(upTo: 6) {
      let modes = (0..<(sizes.first + sizes.second)).map { $0 >= sizes.first }
      for graph in allBipartiteGraphs(first: sizes.first, second: sizes.second) {
        try compareOne(graph, modes, &largest)
      }
    }
  }

  /// With all modes, those that a tie does not keep to among them.
  @Test func everyGraph() throws {
    var largest = LargestBetweenness()
    for vertices in 0...5 {
      let graphs = allGraphs(vertices: vertices)
      for graph in vertices == 5 ? upToNames(graphs) : graphs {
        for set in 0..<(1 << vertices) {
          let modes = (0..<vertices).map { set & (1 << $0) != 0 }
          if graph.edges.allSatisfy({ modes[$0.source] != modes[$0.target] }) {
            try compareOne(graph, modes, &largest)
          } else {
            rejectAll(graph, modes)
          }
        }
        rejectAll(graph, Array(repeating: false, count: vertices + 1))
      }
    }
  }

  @Test func randomGraphs() throws {
    var largest = LargestBetweenness()
    try forEachSmallGraph(2_000, seed: 1) { graph, generator in
      let modes = (0..<graph.vertexCount).map { _ in Bool.random(using: &generator) }
      try compareOne(graph.keeping { modes[$0] != modes[$1] }, modes, &largest)
    }
    try forEachSmallGraph(60, seed: 2, vertices: 10...16) { graph, generator in
      let modes = (0..<graph.vertexCount).map { _ in Bool.random(using: &generator) }
      try compareOne(graph.keeping { modes[$0] != modes[$1] }, modes, &largest)
    }
  }
}

/// Structural holes in two modes straight from their formulas; groups of members are bits.
private struct TwoModeHolesOracle {
  let constraint: [Double?]
  let effectiveSize: [Double?]
  let efficiency: [Double?]
  let hierarchy: [Double?]

  init(_ graph: Graph, memberCount: Int) {
    let ties = tieMasks(graph)
    let memberBits = (1 << memberCount) - 1
    let across = ties.enumerated().map { $0 < memberCount ? $1 & ~memberBits : $1 & memberBits }
    let lists = across.map { members($0) }
    func p(_ from: Int, _ to: Int) -> Double {
      across[from] & (1 << to) != 0 ? 1 / Double(lists[from].count) : 0
    }
    let terms = (0..<memberCount).map { i in
      lists[i].map { a in
        var share = p(i, a)
        for b in lists[i] where b != a {
          for j in lists[b] where j != i { share += p(i, b) * p(b, j) * p(j, a) }
        }
        return share * share
      }
    }
    constraint = terms.map { $0.isEmpty ? nil : $0.reduce(0, +) }
    hierarchy = terms.map { terms in
      if terms.count < 2 { return terms.isEmpty ? nil : 1 }
      let mean = terms.reduce(0, +) / Double(terms.count)
      return terms.reduce(0) { $0 + $1 / mean * log($1 / mean) }
        / (Double(terms.count) * log(Double(terms.count)))
    }
    func shared(_ i: Int, _ j: Int) -> Int { i == j ? 0 : (across[i] & across[j]).nonzeroBitCount }
    let contacts = (0..<memberCount).map { i in (0..<memberCount).filter { shared(i, $0) > 0 } }
    effectiveSize = contacts.enumerated().map { i, contacts in
      if contacts.isEmpty { return nil }
      let total = Double(contacts.reduce(0) { $0 + shared(i, $1) })
      return contacts.reduce(0.0) { sum, j in
        contacts.reduce(sum + 1) { $0 - (shared(j, $1) > 0 ? Double(shared(i, $1)) / total : 0) }
      }
    }
    efficiency = zip(effectiveSize, contacts).map { size, contacts in size.map { $0 / Double(contacts.count) }
    }
  }
}

@Suite(.tags(.oracle)) struct TwoModeHolesOracleTests {
  private func compareOne(_ graph: Graph, memberCount: Int) throws {
    let oracle = TwoModeHolesOracle(graph, memberCount: memberCount)
    func name(_ measure: String) -> String { "\(measure) of \(memberCount) members in \(graph.line)" }
    compare(try graph.twoModeConstraint(memberCount: memberCount), oracle.constraint, name("constraint"))
    compare(try graph.twoModeEffectiveSize(memberCount: memberCount), oracle.effectiveSize, name("size"))
    compare(try graph.twoModeEfficiency(memberCount: memberCount), oracle.efficiency, name("efficiency"))
    compare(try graph.twoModeHierarchy(memberCount: memberCount), oracle.hierarchy, name("hierarchy"))
  }

  @Test func everyTwoModeGraph() throws {
    for sizes in modeSizes(upTo: 6) {
      for graph in allBipartiteGraphs(first: sizes.first, second: sizes.second) {
        try compareOne(graph, memberCount: sizes.first)
      }
    }
  }

  /// Ties within a mode are there too, and mean nothing; of the largest graphs each has one number of members.
  @Test func everyGraph() throws {
    for vertices in 0...4 {
      for graph in allGraphs(vertices: vertices) + (vertices < 4 ? allDigraphs(vertices: vertices) : []) {
        for memberCount in 0...vertices { try compareOne(graph, memberCount: memberCount) }
      }
    }
    for (number, graph) in allGraphs(vertices: 5).enumerated() {
      try compareOne(graph, memberCount: 2 + number % 3)
    }
  }

  @Test func randomGraphs() throws {
    try forEachSmallGraph(2_000, seed: 1) { graph, generator in
      try compareOne(graph, memberCount: Int.random(in: 0...graph.vertexCount, using: &generator))
    }
    try forEachSmallGraph(60, seed: 2, vertices: 10...18) { graph, generator in
      try compareOne(graph, memberCount: Int.random(in: 0...graph.vertexCount, using: &generator))
    }
  }
}
