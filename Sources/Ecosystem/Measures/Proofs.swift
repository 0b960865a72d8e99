extension MeasureID {
  /// The suites of tests that compare the measure with its definition, each in a file of that name among the tests.
  ///
  /// Values of other tools are compared by `ReferenceTests`, where there is one that has the measure.
  public var proof: String {
    switch self {
    case .degree, .inDegree, .outDegree, .strength, .inStrength, .outStrength: "DegreeTests"
    case .betweenness: "BetweennessTests"
    case .closeness, .harmonic: "PathOracleTests"
    case .eccentricity, .reach2, .reach3: "DistanceMeasureTests"
    case .pagerank: "PageRankTests"
    case .eigenvector: "EigenvectorCentralityTests"
    case .katz: "KatzCentralityTests"
    case .hubs, .authorities: "HITSTests"
    case .currentFlowBetweenness, .information: "CurrentFlowTests"
    case .flowBetweenness: "FlowBetweennessTests"
    case .coreness, .clustering, .triangles, .articulation: "CohesionTests"
    case .cliques, .largestClique, .plexes, .folds: "CliqueTests"
    case .embeddedness: "CohesiveBlockTests"
    case .corePeriphery, .continuousCoreness: "CorePeripheryTests"
    case .constraint, .effectiveSize, .efficiency: "StructuralHolesTests"
    case .hierarchy: "HierarchyTests"
    case .brokerage, .bridges, .bridgingCentrality: "BrokerageTests"
    case .bridging: "BridgingTests"
    case .bridgeness: "BridgenessTests"
    case .gfCoordinator, .gfItinerant, .gfRepresentative, .gfGatekeeper, .gfLiaison, .gfTotal:
      "GouldFernandezTests"
    case .brokerageActivity, .brokerageExclusivity, .brokeragePosition: "BrokeragePositionTests"
    case .component: "ConnectedComponentTests"
    case .community: "LeidenTests"
    case .labelPropagation, .consensusCommunity, .ambiguity, .multiplexCommunity: "MoreCommunityTests"
    case .participation, .ei: "GroupTests"
    case .withinModuleZ: "MixingTests"
    case .missions, .methods, .participationMissions, .participationMethods, .participationTopics, .overlap:
      "MultiplexTests"
    case .relevance, .exclusiveRelevance, .connectiveRedundancy: "MultiplexRelevanceTests"
    case .versatilityPageRank, .versatilityEigenvector, .versatilityBetweenness: "VersatilityTests"
    case .twoModeDegree, .twoModeCloseness, .twoModeBetweenness: "TwoModeTests"
    case .twoModeConstraint, .twoModeEffectiveSize, .twoModeEfficiency, .twoModeHierarchy: "TwoModeHolesTests"
    }
  }
}

extension NetworkMeasureID {
  /// The suite of tests that compares the measure with its definition.
  public var proof: String {
    switch self {
    case .density, .meanDegree, .components, .fragmentation: "NetworkSummaryTests"
    case .averagePathLength, .diameter: "DistanceMeasureTests"
    case .transitivity, .reciprocity, .degreeCentralization, .betweennessCentralization,
      .closenessCentralization, .smallWorld, .richClub:
      "GraphLevelTests"
    case .degreeAssortativity, .groupAssortativity, .globalEI: "MixingTests"
    case .corePeripheryFit: "CorePeripheryTests"
    case .modularity: "ModularityTests"
    case .cliqueNumber: "CliqueTests"
    case .cohesion: "CohesiveBlockTests"
    }
  }
}
