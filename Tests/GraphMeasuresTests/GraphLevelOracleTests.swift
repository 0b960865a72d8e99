import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Measures of whole graphs beside their definitions, written plainly.
@Suite(.tags(.oracle)) struct GraphLevelOracleTests {
  private func transitivity(_ ties: [Int]) -> Double? {
    var triples = 0
    var closed = 0
    for own in ties {
      for u in members(own) {
        for w in members(own) where u < w {
          triples += 1
          if ties[u] & (1 << w) != 0 { closed += 1 }
        }
      }
    }
    return triples == 0 ? nil : Double(closed) / Double(triples)
  }

  private func reciprocity(_ graph: Graph) -> Double? {
    var arcs = 0
    var answered = 0
    for u in 0..<graph.vertexCount {
      for v in graph.neighbors(of: u) {
        arcs += 1
        if graph.neighbors(of: Int(v)).contains(UInt32(u)) { answered += 1 }
      }
    }
    return arcs == 0 ? nil : Double(answered) / Double(arcs)
  }

  private func checkRichClub(_ graph: Graph, _ ties: [Int]) throws {
    let options = RewiringOptions(replicates: 2)
    let club = try graph.richClub(options)
    let random = try graph.symmetrized().unweighted().rewiredGraphs(options).map(tieMasks)
    func name(_ part: String) -> String { "\(part) of rich club in \(graph.line)" }
    let degrees = ties.map(\.nonzeroBitCount)
    compare(exactly: club.sizes.count, degrees.max() ?? 0, name("degrees"))
    for degree in club.sizes.indices {
      let rich = ties.indices.filter { degrees[$0] > degree }
      let set = rich.reduce(0) { $0 | 1 << $1 }
      func edges(_ ties: [Int]) -> Int { rich.reduce(0) { $0 + (ties[$1] & set).nonzeroBitCount } / 2 }
      compare(
        exactly: [club.sizes[degree], club.edgeCounts[degree]], [rich.count, edges(ties)], name("sizes"))
      let pairs = Double(rich.count * (rich.count - 1) / 2)
      compare([club.coefficients[degree]], [pairs > 0 ? Double(edges(ties)) / pairs : nil], name("density"))
      let mean = Double(random.reduce(0) { $0 + edges($1) }) / 2
      let expected = pairs > 0 && mean > 0 ? Double(edges(ties)) / mean : nil
      compare([club.normalized[degree]], [expected], name("normalized density"))
    }
  }

  @Test(arguments: SmallGraphSet.unweighted) func asDefined(on set: SmallGraphSet) throws {
    for graph in set.graphs {
      let ties = tieMasks(graph)
      compare([try graph.transitivity()], [transitivity(ties)], "transitivity in \(graph.line)")
      compare([graph.reciprocity()], [reciprocity(graph)], "reciprocity in \(graph.line)")
      try checkRichClub(graph, ties)
    }
  }

  private func checkSmallWorld(_ graph: Graph) throws {
    let options = RewiringOptions(replicates: 2)
    let found = try graph.smallWorld(options)
    let plain = graph.symmetrized().unweighted()
    func mean(_ values: [Double?]) -> Double? {
      let known = values.compactMap(\.self)
      return known.count < values.count ? nil : known.reduce(0, +) / Double(known.count)
    }
    func length(_ graph: Graph) -> Double? { DistanceOracle(graph, usesWeights: false).averagePathLength }
    let random = try plain.rewiredGraphs(options)
    let clustering = transitivity(tieMasks(plain))
    let length = length(plain)
    let randomClustering = mean(random.map { transitivity(tieMasks($0)) })
    let randomLength = mean(random.map { DistanceOracle($0, usesWeights: false).averagePathLength })
    var sigma: Double?
    if let clustering, let length, let randomClustering, let randomLength, randomClustering > 0 {
      sigma = (clustering / randomClustering) / (length / randomLength)
    }
    let n = Double(graph.vertexCount)
    compare(
      [
        found.clustering, found.pathLength, found.randomClustering, found.randomPathLength, found.sigma,
        found.poissonClustering,
      ],
      [
        clustering, length, randomClustering, randomLength, sigma,
        n > 1 ? 2 * Double(plain.edgeCount) / (n * (n - 1)) : nil,
      ], "small world in \(graph.line)")
  }

  /// The random graphs are those of the same seed.
  @Test(arguments: [SmallGraphSet.undirected, .directedShapes, .random]) func smallWorlds(
    on set: SmallGraphSet
  ) throws {
    for graph in set.graphs { try checkSmallWorld(graph) }
  }
}

/// Centralizations by their definition: of the most that any graph of as many vertices has.
@Suite(.tags(.oracle)) struct CentralizationOracleTests {
  /// What values fall short of the largest among them.
  private func excess(_ graph: Graph, _ index: CentralityIndex) -> Double {
    let values: [Double] =
      switch index {
      case .degree: (0..<graph.vertexCount).map { Double(graph.neighbors(of: $0).count) }
      case .betweenness: PathOracle(graph, usesWeights: false).betweenness
      case .closeness: DistanceOracle(graph, usesWeights: false).closeness
      }
    let largest = values.max() ?? 0
    return values.reduce(0) { $0 + largest - $1 }
  }

  private func check(_ graph: Graph, _ index: CentralityIndex, excess: Double, largest: Double) throws {
    let expected = graph.vertexCount < 3 ? nil : excess / largest
    compare([try graph.centralization(of: index)], [expected], "centralization of \(index) in \(graph.line)")
  }

  /// The largest excess is looked for among all graphs.
  @Test(arguments: CentralityIndex.allCases, [SmallGraphSet.undirected, .directed])
  func shareOfTheMostPossible(_ index: CentralityIndex, on set: SmallGraphSet) throws {
    let excesses = set.graphs.map { excess($0, index) }
    var largest = [Double](repeating: 0, count: 6)
    for (graph, excess) in zip(set.graphs, excesses) {
      largest[graph.vertexCount] = max(largest[graph.vertexCount], excess)
    }
    for (graph, excess) in zip(set.graphs, excesses) {
      try check(graph, index, excess: excess, largest: largest[graph.vertexCount])
    }
  }

  /// A star, its arcs out of the center, into it or both ways.
  private func largestExcess(_ index: CentralityIndex, vertices: Int, _ direction: Direction) throws -> Double
  {
    guard vertices > 0 else { return 0 }
    let out = (1..<max(1, vertices)).map { (UInt32(0), UInt32($0)) }
    let into = out.map { ($1, $0) }
    let edges = index == .degree ? out : index == .closeness ? into : out + into
    return excess(try Graph(vertexCount: vertices, edges: edges, direction: direction), index)
  }

  @Test(arguments: CentralityIndex.allCases) func shareOfAStar(_ index: CentralityIndex) throws {
    var largest: [Direction: [Double]] = [:]
    for direction in Direction.allCases {
      largest[direction] = try (0...9).map { try largestExcess(index, vertices: $0, direction) }
    }
    for graph in SmallGraphSet.random.graphs {
      let most = largest[graph.direction]?[graph.vertexCount] ?? 0
      try check(graph, index, excess: excess(graph, index), largest: most)
    }
  }
}
