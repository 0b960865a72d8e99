import GraphMeasures

/// Which law each measure keeps, and why not where it does not.
extension Measure: Lawful {
  // MARK: Names

  /// Whether a vertex has the same value by any other name.
  var isFreeOfNames: Bool {
    switch self {
    // Searched for from vertex to vertex in an order, with ends that are nearly as good as one another.
    case .community, .labelPropagation, .consensusCommunity, .ambiguity, .multiplexCommunity, .corePeriphery,
      .continuousCoreness:
      false
    default: true
    }
  }

  /// Whether of parts with equal eigenvalues the one with the first vertex scores, such as of two directed cycles.
  var isDecidedByNamesAmongEqualCycles: Bool { self == .eigenvector || self == .versatilityEigenvector }

  // MARK: Company

  /// What becomes of values where another graph stands beside.
  enum Company {
    /// They are what they were, but for a factor that sizes of the whole make.
    case alike
    /// Each part shares out a part of the whole among its vertices as it did alone.
    case inProportion
    /// The part with the largest eigenvalue has what it had alone, the others nothing.
    case oneHasAll
    /// Anything.
    case changed
  }

  var besideAnotherGraph: Company {
    switch self {
    case .pagerank, .personalPageRank: .inProportion
    case .eigenvector, .hubs, .authorities, .versatilityEigenvector: .oneHasAll
    // Attenuated by the largest eigenvalue of all.
    case .katz: .changed
    // Above or below the mean of all.
    case .brokeragePosition: .changed
    // Compared with all pairs that the rest makes.
    case .joinedWithout, .nearWithout, .preferentialAttachment: .changed
    // With those marked in all parts.
    case .groupBetweenness: .changed
    // Venues that a member could have been at.
    case .sharedGroups, .expectedSharedGroups: .changed
    // Searches, and numbers by size.
    case .community, .labelPropagation, .consensusCommunity, .ambiguity, .multiplexCommunity, .corePeriphery,
      .continuousCoreness:
      .changed
    default: .alike
    }
  }

  var besideAnIsolate: Company {
    switch self {
    case .pagerank: .inProportion
    // It has no part in the eigenvalue, but in the scale.
    case .katz: .inProportion
    case .personalPageRank, .eigenvector, .hubs, .authorities, .versatilityEigenvector: .alike
    case .joinedWithout, .nearWithout, .preferentialAttachment, .groupBetweenness, .sharedGroups,
      .expectedSharedGroups:
      .alike
    default: besideAnotherGraph
    }
  }

  /// What a vertex's value is multiplied by where its graph is a part of a whole.
  func factor(_ vertex: Int, of part: LawCase, in whole: LawCase) throws -> Double {
    let (n, all) = (Double(part.count), Double(whole.count))
    let (few, many) = (
      part.modeSizes(beside: part.vertices[vertex]), whole.modeSizes(beside: part.vertices[vertex])
    )
    switch self {
    // A share of all others.
    case .closeness, .lengthCloseness: return (n - 1) / (all - 1)
    case .distanceWeightedReach: return n / all
    // No walk ends, since layers can be changed anywhere: each part has as much as it has restarts.
    case .versatilityPageRank: return n / all
    // A mean over all pairs, or all without the vertex.
    case .bridging: return n * (n - 1) / (all * (all - 1))
    case .joinedWithout, .nearWithout: return (n - 1) * (n - 2) / ((all - 1) * (all - 2))
    // Beside the most that the modes allow.
    case .twoModeDegree: return Double(few.other) / Double(many.other)
    case .twoModeCloseness:
      let least = (few: few.other + 2 * (few.own - 1), many: many.other + 2 * (many.own - 1))
      return Double(least.many) / Double(least.few) * (n - 1) / (all - 1)
    case .twoModeBetweenness:
      return try largestBetweenness(own: few.own, other: few.other)
        / largestBetweenness(own: many.own, other: many.other)
    default: return 1
    }
  }

  /// What an isolated member beside others has.
  enum OfIsolate: Equatable {
    case undefined
    case number(Double)
    /// Nobody has less.
    case least
    /// One share of as many as there are vertices.
    case oneShare
    case anything
  }

  var ofIsolate: OfIsolate {
    switch self {
    case .eccentricity, .lengthEccentricity, .clustering, .constraint, .effectiveSize, .efficiency,
      .hierarchy,
      .bridging, .bridgingCentrality, .lengthBridgingCentrality, .information, .ambiguity:
      .undefined
    // It is in no group.
    case .gfCoordinator, .gfItinerant, .gfRepresentative, .gfGatekeeper, .gfLiaison, .gfTotal, .participation,
      .withinModuleZ, .ei:
      .undefined
    // Shares of no ties.
    case .layerParticipation, .relevance, .exclusiveRelevance, .connectiveRedundancy, .twoModeConstraint,
      .twoModeEffectiveSize, .twoModeEfficiency, .twoModeHierarchy, .disparity, .sharedGroups,
      .expectedSharedGroups:
      .undefined
    // Nothing comes to it but what comes to all.
    case .pagerank, .katz: .least
    case .versatilityPageRank: .oneShare
    // By itself.
    case .cliques, .largestClique, .component, .setReach: .number(1)
    case .brokeragePosition:
      BrokeragePositions.Position.allCases.firstIndex(of: .sideliner).map { .number(Double($0)) } ?? .anything
    // The others are as joined as they were; how much of n that is, or how many stand with those marked.
    case .distanceWeightedReach, .joinedWithout, .nearWithout, .groupBetweenness: .anything
    // Numbers of communities, and what a search makes of somebody without ties.
    case .community, .labelPropagation, .consensusCommunity, .multiplexCommunity, .corePeriphery: .anything
    default: .number(0)
    }
  }

  // MARK: Arcs turned round

  /// The measure that has the values of this one where all arcs are turned round; nil where there is none.
  var turnedRound: Measure? {
    switch self {
    case .degree: .inDegree
    case .inDegree: .degree
    case .strength: .inStrength
    case .inStrength: .strength
    case .hubs: .authorities
    case .authorities: .hubs
    case .gfRepresentative: .gfGatekeeper
    case .gfGatekeeper: .gfRepresentative
    // Distances to a vertex, not from it.
    case .closeness, .lengthCloseness, .harmonic, .lengthHarmonic, .eccentricity, .lengthEccentricity,
      .reach2,
      .reach3, .lengthReach:
      nil
    // Distances from a set, not to it.
    case .setReach, .distanceWeightedReach: nil
    // Walks along arcs.
    case .pagerank, .personalPageRank, .eigenvector, .katz, .versatilityPageRank, .versatilityEigenvector: nil
    // Those that arcs run to.
    case .participation, .withinModuleZ, .ei, .activeLayers, .layerParticipation, .overlap, .relevance,
      .exclusiveRelevance, .connectiveRedundancy:
      nil
    // Ordered pairs are counted both ways round, arcs at both ends, or directions ignored.
    default: self
    }
  }

  // MARK: Weights

  /// The power of the unit of weights that values are in.
  var powerOfUnit: Int {
    switch self {
    case .strength, .inStrength, .flowBetweenness, .information, .lengthEccentricity: 1
    case .lengthCloseness, .lengthHarmonic: -1
    default: 0
    }
  }

  // MARK: One tie more

  /// The trend wherever the tie is added.
  var trend: Trend? {
    switch self {
    // A tie is counted, or a number is summed over ties.
    case .degree, .inDegree, .strength, .inStrength, .overlap, .activeLayers, .twoModeDegree: .neverFalls
    // Distances never grow.
    case .harmonic, .lengthHarmonic, .reach2, .reach3, .lengthReach, .setReach, .distanceWeightedReach,
      .nearWithout:
      .neverFalls
    // Paths stay paths, triangles triangles, cliques and plexes such, k-cores and k-connected subgraphs such.
    case .component, .joinedWithout, .triangles, .largestClique, .largestPlex, .coreness, .embeddedness:
      .neverFalls
    default: nil
    }
  }

  /// The trend where paths lead from one end to the other already.
  var trendAmongJoined: Trend? {
    switch self {
    // With nobody new to reach, sums and maxima of distances can only fall.
    case .closeness, .lengthCloseness, .twoModeCloseness: .neverFalls
    case .eccentricity, .lengthEccentricity: .neverRises
    // Rayleigh: one resistor more lowers all resistances.
    case .information: .neverFalls
    // A way round spares ties and vertices, and a tie with a way round is no bridge itself.
    case .bridges, .articulation: .neverRises
    default: trend
    }
  }
}
