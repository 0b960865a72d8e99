import GraphCore
import GraphMeasures

/// Every measure that gives a network one value, with the laws that it keeps, and why not where it does not.
enum NetworkMeasure: String, CaseIterable {
  case components, averagePathLength, lengthAveragePathLength, diameter, lengthDiameter
  case transitivity, reciprocity, degreeAssortativity, groupAssortativity, globalEI
  case degreeCentralization, betweennessCentralization, closenessCentralization
  case smallWorld
  /// Among those with more than two neighbors.
  case richClub
  case corePeripheryFit, continuousCorenessFit
  /// Of the known groups, those of nobody's group by themselves.
  case modularity, constantPotts
  /// Of the communities that are found.
  case communityQuality
  case cliqueNumber, cohesion
  /// What is not fragmented.
  case joined, near
  /// Of the best two.
  case keyPlayerReach, keyPlayerDistanceWeightedReach, keyPlayerFragmentation
  /// Of the marked vertices.
  case groupBetweenness
  /// Of the first two layers.
  case layerJaccard, layerSpearman, layerKendall
  case exclusiveShare, meanLayerCount
}

extension NetworkMeasure: Lawful {
  func values(_ test: LawCase, _ execution: Execution) throws -> [Double?] { [try value(test, execution)] }

  func value(_ test: LawCase, _ execution: Execution = .serial) throws -> Double? {
    let graph = test.graph
    let lengths = PathOptions(lengths: .weights)
    let rewiring = RewiringOptions(replicates: 3)
    switch self {
    case .components: return Double(graph.connectedComponents().count)
    case .averagePathLength: return try graph.averagePathLength(execution: execution)
    case .lengthAveragePathLength: return try graph.averagePathLength(lengths, execution: execution)
    case .diameter: return try graph.diameter(execution: execution)
    case .lengthDiameter: return try graph.diameter(lengths, execution: execution)
    case .transitivity: return try graph.transitivity(execution: execution)
    case .reciprocity: return graph.reciprocity()
    case .degreeAssortativity: return graph.degreeAssortativity()
    case .groupAssortativity: return graph.assortativity(groups: test.groups)
    case .globalEI: return graph.globalEIIndex(groups: test.groups)
    case .degreeCentralization: return try graph.centralization(of: .degree, execution: execution)
    case .betweennessCentralization: return try graph.centralization(of: .betweenness, execution: execution)
    case .closenessCentralization: return try graph.centralization(of: .closeness, execution: execution)
    case .smallWorld: return try graph.smallWorld(rewiring, execution: execution).sigma
    case .richClub:
      let club = try graph.richClub(rewiring, execution: execution)
      return club.coefficients.dropFirst(2).first ?? nil
    case .corePeripheryFit: return try graph.corePeriphery(execution: execution)?.fit
    case .continuousCorenessFit: return try graph.continuousCoreness(execution: execution)?.fit
    case .modularity: return graph.modularity(of: test.division)
    case .constantPotts: return graph.constantPotts(of: test.division, resolution: test.unit)
    case .communityQuality: return try graph.leiden(LeidenOptions(trials: 2), execution: execution).quality
    case .cliqueNumber: return Double(try graph.cliqueMembership(execution: execution).largestSize)
    case .cohesion: return Double(try graph.cohesiveBlocks(execution: execution).largestCohesion)
    case .joined: return try graph.fragmentation().map { 1 - $0 }
    case .near: return try graph.distanceWeightedFragmentation(execution: execution).map { 1 - $0 }
    case .keyPlayerReach: return try best(.reach(within: 2), graph, execution)
    case .keyPlayerDistanceWeightedReach: return try best(.distanceWeightedReach, graph, execution)
    case .keyPlayerFragmentation: return try best(.fragmentation, graph, execution)
    case .groupBetweenness: return try graph.groupBetweenness(of: test.marked, execution: execution)
    case .layerJaccard: return try test.layers.layerJaccard(execution: execution)[0][1]
    case .layerSpearman: return try test.layers.degreeCorrelations(.spearman, execution: execution)[0][1]
    case .layerKendall: return try test.layers.degreeCorrelations(.kendall, execution: execution)[0][1]
    case .exclusiveShare: return test.layers.aggregationLoss().exclusiveShare
    case .meanLayerCount: return test.layers.aggregationLoss().meanLayerCount
    }
  }

  /// The value of the best two vertices, all pairs looked at; nil where there are too few.
  private func best(_ criterion: KeyPlayerCriterion, _ graph: Graph, _ execution: Execution) throws -> Double?
  {
    guard graph.vertexCount >= 4 else { return nil }
    return try graph.keyPlayers(2, by: criterion, execution: execution).value
  }

  /// Whether names play no part.
  ///
  /// They do in searches that end where nothing near by is better, and in graphs drawn at random.
  var isFreeOfNames: Bool {
    switch self {
    case .smallWorld, .corePeripheryFit, .continuousCorenessFit, .communityQuality: false
    default: true
    }
  }

  /// What the value becomes where somebody without ties is added to *n* others; nil where it has no simple relation
  /// to what it was.
  func besideAnIsolate(_ value: Double?, of count: Int) -> Double?? {
    let n = Double(count)
    switch self {
    case .components: return value.map { $0 + 1 }
    // A share of all pairs.
    case .joined, .near: return .some(value.map { $0 * (n - 1) / (n + 1) })
    // Beside a star of as many, or the degrees of all; found by a search, or with a place for one more.
    case .degreeCentralization, .betweennessCentralization, .closenessCentralization, .layerSpearman,
      .layerKendall, .smallWorld, .corePeripheryFit, .continuousCorenessFit, .communityQuality,
      .keyPlayerFragmentation, .keyPlayerReach, .keyPlayerDistanceWeightedReach:
      return nil
    default: return .some(value)
    }
  }

  var turnedRound: NetworkMeasure? {
    switch self {
    // Of arcs out, of distances to vertices, of distances from a set.
    case .degreeCentralization, .layerSpearman, .layerKendall, .closenessCentralization, .keyPlayerReach,
      .keyPlayerDistanceWeightedReach:
      nil
    // Arcs from each end to the other, ordered pairs both ways round, or directions ignored.
    default: self
    }
  }

  func range(_ test: LawCase) -> ClosedRange<Double> {
    let n = Double(test.count)
    let others = max(0, n - 1)
    let pairs = n * others / 2
    let weights = test.ties.map(\.weight)
    let heaviest = weights.max() ?? 1
    switch self {
    case .components, .cliqueNumber: return 1...n
    case .averagePathLength, .diameter: return 1...max(1, others)
    case .lengthAveragePathLength, .lengthDiameter:
      let lightest = weights.min() ?? 1
      return lightest...max(lightest, others * heaviest)
    case .degreeAssortativity, .groupAssortativity, .globalEI, .corePeripheryFit, .continuousCorenessFit,
      .layerSpearman, .layerKendall:
      return -1...1
    // Half of all ties in a division of two, and all of them between.
    case .modularity: return -0.5...1
    // Arcs both ways add up.
    case .constantPotts: return (-pairs * test.unit)...(2 * pairs * heaviest)
    // Where no two communities gain by merging, no less than all as one.
    case .communityQuality: return 0...1
    case .cohesion: return 0...others
    case .keyPlayerReach: return 2...max(2, n)
    case .groupBetweenness: return 0...(2 * pairs)
    case .meanLayerCount: return 1...Double(LawCase.layerCount)
    case .smallWorld: return 0...(.greatestFiniteMagnitude)
    case .transitivity, .reciprocity, .degreeCentralization, .betweennessCentralization,
      .closenessCentralization, .richClub, .joined, .near, .keyPlayerDistanceWeightedReach,
      .keyPlayerFragmentation, .layerJaccard, .exclusiveShare:
      return 0...1
    }
  }

  var powerOfUnit: Int {
    switch self {
    case .lengthAveragePathLength, .lengthDiameter, .constantPotts: 1
    default: 0
    }
  }

  var trend: Trend? {
    switch self {
    case .components: .neverRises
    // Cliques stay cliques, k-connected subgraphs such, paths paths; no distance grows, from no set.
    case .cliqueNumber, .cohesion, .joined, .near, .keyPlayerReach, .keyPlayerDistanceWeightedReach:
      .neverFalls
    // Whichever two are taken away, the rest is joined as well as before.
    case .keyPlayerFragmentation: .neverRises
    default: nil
    }
  }

  var trendAmongJoined: Trend? {
    switch self {
    // The same pairs have a path, and it is no longer.
    case .averagePathLength, .lengthAveragePathLength, .diameter, .lengthDiameter: .neverRises
    default: trend
    }
  }
}

extension LawCase {
  /// The known groups; whoever has none is by itself.
  fileprivate var division: [Int] {
    groups.enumerated().map { vertex, group in group ?? -1 - vertex }
  }
}
