import Foundation

extension Measure {
  /// The range that theory gives values of a case.
  func range(_ test: LawCase) -> ClosedRange<Double> {
    let n = Double(test.count)
    let others = max(0, n - 1)
    let otherPairs = others * max(0, n - 2)
    let pairs = otherPairs / (test.direction == .undirected ? 2 : 1)
    let weights = test.ties.map(\.weight)
    let (lightest, heaviest) = (weights.min() ?? 1, weights.max() ?? 1)
    let layers = Double(LawCase.layerCount)
    switch self {
    case .degree, .inDegree, .reach2, .reach3, .lengthReach, .coreness, .embeddedness, .bridges, .harmonic:
      return 0...others
    case .strength, .inStrength: return 0...(heaviest * others)
    case .betweenness, .lengthBetweenness, .limitedBetweenness, .lengthLimitedBetweenness, .bridgeness,
      .versatilityBetweenness, .lengthVersatilityBetweenness, .brokerageActivity, .brokerageExclusivity,
      .groupBetweenness:
      return 0...pairs
    // Each pair passes a vertex by two ties, or ends there.
    case .edgeBetweenness, .lengthEdgeBetweenness: return 0...(2 * pairs + 2 * others)
    // At best the mean of as many ties; somebody between others has two.
    case .brokerage, .lengthBrokerage: return 0...(pairs + others)
    // A neighbor has at most all others as neighbors.
    case .bridgingCentrality, .lengthBridgingCentrality: return 0...(pairs * others / 4)
    case .lengthCloseness: return 0...(1 / lightest)
    case .lengthHarmonic: return 0...(others / lightest)
    case .eccentricity: return 1...max(1, others)
    case .lengthEccentricity: return lightest...max(lightest, others * heaviest)
    case .currentFlowBetweenness, .triangles: return 0...(otherPairs / 2)
    // No more than what all ties of an end carry; both ways where an arc runs each way.
    case .flowBetweenness: return 0...(pairs * 2 * others * heaviest)
    // Resistances are at least that of all own ties side by side, which run both ways.
    case .information: return 0...(2 * 2 * others * heaviest)
    // Moon and Moser.
    case .cliques: return 1...pow(3, max(1, n / 3))
    case .largestClique, .component, .setReach: return 1...max(1, n)
    case .plexes: return 0...pow(2, n)
    case .largestPlex: return 0...n
    // Groups at a vertex share no tie of it, and each has two.
    case .folds: return 0...(others / 2)
    // p + Σ p p is at most 1 for a contact, and 2 for all together.
    case .constraint, .twoModeConstraint: return 0...2
    case .effectiveSize, .twoModeEffectiveSize: return 1...max(1, others)
    case .bridging: return 0...0.5
    case .gfCoordinator, .gfItinerant, .gfRepresentative, .gfGatekeeper, .gfLiaison, .gfTotal:
      return 0...otherPairs
    case .brokeragePosition: return 0...3
    case .community, .labelPropagation, .consensusCommunity, .multiplexCommunity: return 0...others
    // Even over three groups.
    case .participation: return 0...(1 - 1.0 / 3)
    // One of a group of s has all ties within it.
    case .withinModuleZ: return (-others.squareRoot())...others.squareRoot()
    case .ei: return -1...1
    case .activeLayers: return 0...layers
    case .overlap: return 0...(layers * others)
    case .connectiveRedundancy: return 0...(1 - 1 / layers)
    // Three equal shares of a vector of length 1, each rounded.
    case .versatilityEigenvector: return 0...(layers.squareRoot() + 1e-15)
    // In a component of a few, the least sum is still that of all; none is nearer than one step.
    case .twoModeCloseness: return 0...2
    case .sharedNeighbors: return 0...otherPairs
    case .jaccard: return 0...others
    case .adamicAdar: return 0...(otherPairs / log(2))
    case .resourceAllocation: return 0...(otherPairs / 2)
    case .preferentialAttachment: return 0...(others * others * others)
    // Shares and probabilities, scores that add up to 1 or whose squares do, and yes or no.
    case .closeness, .pagerank, .personalPageRank, .eigenvector, .katz, .hubs, .authorities,
      .clustering, .corePeriphery, .continuousCoreness, .articulation, .efficiency, .hierarchy, .ambiguity,
      .layerParticipation, .relevance, .exclusiveRelevance, .versatilityPageRank, .twoModeDegree,
      .twoModeBetweenness, .twoModeEfficiency, .twoModeHierarchy, .disparity, .sharedGroups,
      .expectedSharedGroups, .distanceWeightedReach, .joinedWithout, .nearWithout:
      return 0...1
    }
  }

  /// Measures whose values are never above those of this one, with a number to add.
  var atMost: [(measure: Measure, more: Double)] {
    switch self {
    case .betweenness: [(.limitedBetweenness, 0), (.bridgeness, 0)]
    case .lengthBetweenness: [(.lengthLimitedBetweenness, 0)]
    case .reach3: [(.reach2, 0)]
    // Without an arc, the strongest cohesion is that of a core; a clique of k + 1 is a k-core.
    case .coreness: [(.embeddedness, 0), (.largestClique, -1)]
    case .relevance: [(.exclusiveRelevance, 0)]
    case .brokerageActivity: [(.brokerageExclusivity, 0)]
    case .gfTotal:
      [(.gfCoordinator, 0), (.gfItinerant, 0), (.gfRepresentative, 0), (.gfGatekeeper, 0), (.gfLiaison, 0)]
    // One who joins others is at the end of a pair with each of them, too.
    case .edgeBetweenness: [(.betweenness, 0)]
    case .harmonic: [(.closeness, 0)]
    default: []
    }
  }
}
