import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Whether communities are what they say: numbered by size, then by their smallest vertex; and, where it is asked for,
/// joined by ties of weight within each.
private func compareForm(
  _ found: Communities, vertexCount: Int, joinedBy graphs: [Graph]? = nil, _ name: @autoclosure () -> String
) {
  let labels = found.labels
  var sets = [Int](repeating: 0, count: found.count)
  for (vertex, label) in labels.enumerated() { sets[label] |= 1 << vertex }
  let sizes = sets.map(\.nonzeroBitCount)
  let isOrdered = zip(sets, sets.dropFirst()).allSatisfy { one, other in
    let (size, next) = (one.nonzeroBitCount, other.nonzeroBitCount)
    return size > next || (size == next && one.trailingZeroBitCount < other.trailingZeroBitCount)
  }
  if labels.count != vertexCount || sizes != found.sizes || sizes.contains(0) || !isOrdered {
    Issue.record("\(name()): \(labels) of sizes \(found.sizes)")
  }
  guard let graphs else { return }
  var ties = [Int](repeating: 0, count: vertexCount)
  for graph in graphs {
    for edge in graph.edges where edge.weight > 0 {
      ties[edge.source] |= 1 << edge.target
      ties[edge.target] |= 1 << edge.source
    }
  }
  if !sets.allSatisfy({ isConnected($0, ties) }) { Issue.record("\(name()): \(labels) are not connected") }
}

/// The Leiden algorithm is a search: its outcome is a division whose quality is what the definition says, and which no
/// division exceeds, found by dynamic programming over all sets of vertices.
@Suite(.tags(.oracle)) struct LeidenOracleTests {
  /// - Returns: Whether the optimum was found.
  @discardableResult
  private func compareOne(_ graph: Graph, _ options: LeidenOptions = LeidenOptions()) throws -> Bool {
    let found = try graph.leiden(options)
    func name() -> String { "communities by \(options.quality) in \(graph.line)" }
    compareForm(found, vertexCount: graph.vertexCount, joinedBy: [graph], name())
    let gains: [[Double]]? =
      switch options.quality {
      case .modularity(let resolution): modularityGains(graph, resolution: resolution)
      case .constantPotts(let resolution): constantPottsGains(graph, resolution: resolution)
      }
    compare([found.quality], [gains.map { quality($0, of: found.labels) }], name())
    guard let gains, let value = found.quality else { return true }
    let best = optimum(gains)
    if value > best + 1e-12 { Issue.record("\(name()): \(value) is more than the optimum \(best)") }
    return value > best - 1e-9
  }

  /// Of graphs as small as these it finds the optimum of each.
  @Test(arguments: 0...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) {
      compare(exactly: try compareOne(graph, LeidenOptions(trials: 4)), true, "optimum of \(graph.line)")
    }
    for graph in vertices < 5 ? upToNames(allDigraphs(vertices: vertices)) : [] {
      compare(exactly: try compareOne(graph, LeidenOptions(trials: 4)), true, "optimum of \(graph.line)")
    }
  }

  @Test(arguments: 0...5) func everyGraphByConstantPotts(vertices: Int) throws {
    let options = LeidenOptions(quality: .constantPotts(resolution: 0.4), trials: 2)
    for graph in vertices < 5 ? allGraphs(vertices: vertices) : upToNames(allGraphs(vertices: vertices)) {
      try compareOne(graph, options)
    }
    for graph in vertices < 4 ? allDigraphs(vertices: vertices) : [] { try compareOne(graph, options) }
  }

  /// Not of all the optimum is found: from some outcomes no move of one vertex and no merger of groups leads there.
  @Test(arguments: UInt64(0)..<2) func randomGraphs(seed: UInt64) throws {
    var missed = 0
    try forEachSmallGraph(1_000, seed: seed, vertices: 0...7, weights: [0, 0.25, 1, 3]) { graph, generator in
      let resolution: Double = generator.pick([0, 0.7, 1, 2])
      let options = LeidenOptions(
        quality: .modularity(resolution: resolution), seed: generator.next(), trials: 2)
      if try !compareOne(graph, options) { missed += 1 }
    }
    try forEachSmallGraph(30, seed: seed, vertices: 8...9, weights: [1, 3]) { graph, _ in
      try compareOne(graph)
    }
    #expect(missed <= 20)
  }

  @Test(arguments: UInt64(2)..<4) func randomGraphsByConstantPotts(seed: UInt64) throws {
    var missed = 0
    try forEachSmallGraph(1_000, seed: seed, vertices: 0...7, weights: [0, 0.25, 1, 3]) { graph, generator in
      let resolution: Double = generator.pick([0, 0.1, 0.5, 1.5])
      let options = LeidenOptions(
        quality: .constantPotts(resolution: resolution), seed: generator.next(), trials: 2)
      if try !compareOne(graph, options) { missed += 1 }
    }
    #expect(missed <= 20)
  }
}

@Suite(.tags(.oracle)) struct MultiplexLeidenOracleTests {
  /// - Returns: Whether the optimum was found.
  @discardableResult
  private func compareOne(
    _ network: Multiplex, _ options: MultiplexLeidenOptions = MultiplexLeidenOptions(trials: 2)
  ) throws -> Bool {
    let found = try network.leiden(options)
    func name() -> String { "communities in \(line(network))" }
    compareForm(found, vertexCount: network.vertexCount, joinedBy: network.layers, name())
    var gains: [[Double]]?
    for (place, layer) in network.layers.enumerated() {
      guard let own = modularityGains(layer, resolution: options.resolution) else { continue }
      let weight = options.layerWeights?[place] ?? 1
      gains = own.enumerated().map { u, row in
        row.enumerated().map { v, gain in weight * gain + (gains?[u][v] ?? 0) }
      }
    }
    compare([found.quality], [gains.map { quality($0, of: found.labels) }], name())
    guard let gains, let value = found.quality else { return true }
    let best = optimum(gains)
    if value > best + 1e-12 { Issue.record("\(name()): \(value) is more than the optimum \(best)") }
    return value > best - 1e-9
  }

  @Test(arguments: 0...4) func everyPair(vertices: Int) throws {
    for network in layerPairsUpToNames(vertices: vertices) { try compareOne(network) }
  }

  @Test(arguments: 0...3) func everyMixedPair(vertices: Int) throws {
    for network in mixedLayerPairsUpToNames(vertices: vertices) { try compareOne(network) }
  }

  @Test(arguments: UInt64(0)..<2) func randomNetworks(seed: UInt64) throws {
    var missed = 0
    try forEachSmallMultiplex(1_000, seed: seed, vertices: 0...6) { network, generator in
      let options = MultiplexLeidenOptions(
        resolution: generator.pick([0, 0.7, 1]),
        layerWeights: Bool.random(using: &generator) ? network.layers.map { _ in 0.4 } : nil,
        seed: generator.next(), trials: 2)
      if try !compareOne(network, options) { missed += 1 }
    }
    #expect(missed <= 20)
  }
}

@Suite(.tags(.oracle)) struct LabelPropagationOracleTests {
  /// When it has settled, no other community holds more weight of a vertex's ties than its own.
  private func compareOne(_ graph: Graph, seed: UInt64 = 1) throws {
    let found = try graph.labelPropagation(seed: seed)
    func name() -> String { "labels in \(graph.line)" }
    compareForm(found, vertexCount: graph.vertexCount, name())
    compare(exactly: found.hasSettled, true, name())
    compare([found.quality], [modularityByPairs(graph, found.labels, resolution: 1)], name())
    var weights = found.labels.map { _ in [Double](repeating: 0, count: found.count) }
    for edge in graph.edges {
      weights[edge.source][found.labels[edge.target]] += edge.weight
      weights[edge.target][found.labels[edge.source]] += edge.weight
    }
    for (vertex, row) in weights.enumerated() {
      let (own, most) = (row[found.labels[vertex]], row.reduce(0) { max($0, $1) })
      if most > own + 1e-9 || (most == 0 && found.sizes[found.labels[vertex]] != 1) {
        Issue.record("\(name()): \(vertex) is out of place in \(found.labels)")
      }
    }
  }

  @Test(arguments: 0...5) func everyGraph(vertices: Int) throws {
    for graph in allGraphs(vertices: vertices) { try compareOne(graph) }
    for graph in vertices < 5 ? upToNames(allDigraphs(vertices: vertices)) : [] { try compareOne(graph) }
  }

  @Test func randomGraphs() throws {
    try forEachSmallGraph(2_000, seed: 1, weights: [0, 1, 2.5]) { graph, generator in
      try compareOne(graph, seed: generator.next())
    }
    try forEachSmallGraph(40, seed: 2, vertices: 20...40, weights: [0, 1, 2.5]) { graph, _ in
      try compareOne(graph)
    }
  }
}

@Suite(.tags(.oracle)) struct ConsensusOracleTests {
  private func compareOne(_ graph: Graph, _ options: ConsensusOptions) throws {
    let found = try graph.consensusCommunities(options)
    func name() -> String { "consensus in \(graph.line)" }
    let communities = found.communities
    compareForm(communities, vertexCount: graph.vertexCount, joinedBy: [graph], name())
    compare([communities.quality], [modularityByPairs(graph, communities.labels, resolution: 1)], name())
    compare(exactly: found.runQualities.count, options.runs, name())
    if let gains = modularityGains(graph, resolution: 1) {
      let best = optimum(gains)
      if (found.runQualities + [communities.quality]).contains(where: { $0 == nil || $0 ?? 0 > best + 1e-12 })
      {
        Issue.record("\(name()): \(found.runQualities), optimum \(best)")
      }
    }
    // Shares of runs, over the other members.
    for (vertex, value) in found.ambiguity.enumerated() {
      let size = communities.sizes[communities.labels[vertex]]
      let times = (value ?? 0) * Double((size - 1) * options.runs)
      if (value == nil) != (size == 1) || !(0...1).contains(value ?? 0)
        || abs(times - times.rounded()) > 1e-9
      {
        Issue.record("\(name()): ambiguity \(found.ambiguity)")
      }
    }
  }

  @Test(arguments: 0...5) func everyGraph(vertices: Int) throws {
    let options = ConsensusOptions(runs: 3)
    for graph in vertices < 5 ? allGraphs(vertices: vertices) : upToNames(allGraphs(vertices: vertices)) {
      try compareOne(graph, options)
    }
    for graph in vertices < 4 ? upToNames(allDigraphs(vertices: vertices)) : [] {
      try compareOne(graph, options)
    }
  }

  @Test(arguments: UInt64(0)..<2) func randomGraphs(seed: UInt64) throws {
    try forEachSmallGraph(1_000, seed: seed, vertices: 0...6) { graph, generator in
      try compareOne(
        graph, ConsensusOptions(leiden: LeidenOptions(seed: generator.next()), runs: 2, maximumRounds: 3))
    }
  }

  private func compareAmbiguity(_ labels: [Int], _ runs: [[Int]]) {
    let sizes = (0...(labels.max() ?? 0)).map { label in labels.count { $0 == label } }
    let expected = labels.indices.map { v -> Double? in
      let others = labels.indices.filter { $0 != v && labels[$0] == labels[v] }
      if others.isEmpty { return nil }
      let together = others.reduce(0) { sum, u in sum + runs.count { $0[u] == $0[v] } }
      return 1 - Double(together) / Double(runs.count * others.count)
    }
    compare(ambiguity(of: labels, sizes: sizes, runs: runs), expected, "ambiguity of \(labels) in \(runs)")
  }

  /// All divisions of up to four vertices beside all pairs of runs.
  @Test(arguments: 1...4) func everyAmbiguity(vertices: Int) {
    let partitions = allPartitions(of: vertices)
    for labels in partitions {
      for first in partitions { for second in partitions { compareAmbiguity(labels, [first, second]) } }
    }
  }

  @Test func randomAmbiguities() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let n = Int.random(in: 1...9, using: &generator)
      func labels() -> [Int] { (0..<n).map { _ in Int.random(in: 0..<min(n, 4), using: &generator) } }
      compareAmbiguity(labels(), (0..<Int.random(in: 1...5, using: &generator)).map { _ in labels() })
    }
  }
}
