/// The measures of actors that can be asked for by name, in the order in which they are listed.
public enum MeasureID: String, Hashable, Sendable, CaseIterable {
  // Position.
  case degree
  case inDegree = "in-degree"
  case outDegree = "out-degree"
  case strength
  case inStrength = "in-strength"
  case outStrength = "out-strength"
  case betweenness
  case closeness
  case harmonic
  case eccentricity
  case reach2 = "reach-2"
  case reach3 = "reach-3"
  case pagerank
  case eigenvector
  case katz
  case hubs
  case authorities
  case currentFlowBetweenness = "current-flow-betweenness"
  case flowBetweenness = "flow-betweenness"
  case information
  // Cohesion.
  case coreness
  case clustering
  case triangles
  case cliques
  case largestClique = "largest-clique"
  case plexes
  case embeddedness
  case corePeriphery = "core-periphery"
  case continuousCoreness = "continuous-coreness"
  case folds
  // Brokerage.
  case articulation
  case bridges
  case constraint
  case effectiveSize = "effective-size"
  case efficiency
  case hierarchy
  case brokerage
  case bridging
  case bridgingCentrality = "bridging-centrality"
  case bridgeness
  case gfCoordinator = "gf-coordinator"
  case gfItinerant = "gf-itinerant"
  case gfRepresentative = "gf-representative"
  case gfGatekeeper = "gf-gatekeeper"
  case gfLiaison = "gf-liaison"
  case gfTotal = "gf-total"
  case brokerageActivity = "brokerage-activity"
  case brokerageExclusivity = "brokerage-exclusivity"
  case brokeragePosition = "brokerage-position"
  // Communities.
  case component
  case community
  case labelPropagation = "label-propagation"
  case consensusCommunity = "consensus-community"
  case ambiguity
  case multiplexCommunity = "multiplex-community"
  // Borders between groups that are known.
  case participation
  case withinModuleZ = "within-module-z"
  case ei
  // Layers of the two axes.
  case missions
  case methods
  case participationMissions = "participation-missions"
  case participationMethods = "participation-methods"
  case participationTopics = "participation-topics"
  case overlap
  case relevance
  case exclusiveRelevance = "exclusive-relevance"
  case connectiveRedundancy = "connective-redundancy"
  case versatilityPageRank = "versatility-pagerank"
  case versatilityEigenvector = "versatility-eigenvector"
  case versatilityBetweenness = "versatility-betweenness"
  // Venues and members.
  case twoModeDegree = "two-mode-degree"
  case twoModeCloseness = "two-mode-closeness"
  case twoModeBetweenness = "two-mode-betweenness"
  case twoModeConstraint = "two-mode-constraint"
  case twoModeEffectiveSize = "two-mode-effective-size"
  case twoModeEfficiency = "two-mode-efficiency"
  case twoModeHierarchy = "two-mode-hierarchy"
}

extension MeasureID {
  /// The question that the measure belongs to.
  public var family: MeasureFamily {
    switch self {
    case .degree, .inDegree, .outDegree, .strength, .inStrength, .outStrength, .betweenness, .closeness,
      .harmonic, .eccentricity, .reach2, .reach3, .pagerank, .eigenvector, .katz, .hubs, .authorities,
      .currentFlowBetweenness, .flowBetweenness, .information:
      .position
    case .coreness, .clustering, .triangles, .cliques, .largestClique, .plexes, .embeddedness, .corePeriphery,
      .continuousCoreness, .folds:
      .cohesion
    case .articulation, .bridges, .constraint, .effectiveSize, .efficiency, .hierarchy, .brokerage, .bridging,
      .bridgingCentrality, .bridgeness, .gfCoordinator, .gfItinerant, .gfRepresentative, .gfGatekeeper,
      .gfLiaison, .gfTotal, .brokerageActivity, .brokerageExclusivity, .brokeragePosition:
      .brokerage
    case .component, .community, .labelPropagation, .consensusCommunity, .ambiguity, .multiplexCommunity:
      .groups
    case .participation, .withinModuleZ, .ei: .borders
    case .missions, .methods, .participationMissions, .participationMethods, .participationTopics, .overlap,
      .relevance, .exclusiveRelevance, .connectiveRedundancy, .versatilityPageRank, .versatilityEigenvector,
      .versatilityBetweenness:
      .axes
    case .twoModeDegree, .twoModeCloseness, .twoModeBetweenness, .twoModeConstraint, .twoModeEffectiveSize,
      .twoModeEfficiency, .twoModeHierarchy:
      .twoMode
    }
  }
}

/// The question that a measure belongs to.
public enum MeasureFamily: String, Hashable, Sendable, CaseIterable {
  /// How central an actor stands.
  case position
  /// How dense it is around an actor.
  case cohesion
  /// Whom an actor joins that others do not.
  case brokerage
  /// Which communities the ties themselves make.
  case groups = "communities"
  /// How an actor's ties run between groups that are known beforehand.
  case borders
  /// How an actor's ties spread over missions and methods.
  case axes
  /// How an actor stands between venues and members.
  case twoMode = "two-mode"
}
