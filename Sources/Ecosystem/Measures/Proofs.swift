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
    case .cliques, .largestClique, .plexes: "CliqueTests"
    case .folds: "StructuralFoldTests"
    case .embeddedness: "CohesiveBlockTests"
    case .corePeriphery, .continuousCoreness: "CorePeripheryTests"
    case .constraint, .effectiveSize, .efficiency: "StructuralHolesTests"
    case .hierarchy: "HierarchyTests"
    case .brokerage, .bridges, .bridgingCentrality: "BrokerageTests"
    case .bridging: "BridgingTests"
    case .bridgeness: "BridgenessTests"
    case .gfCoordinator, .gfItinerant, .gfRepresentative, .gfGatekeeper, .gfLiaison, .gfTotal:
      "GroupOracleTests"
    case .brokerageActivity, .brokerageExclusivity, .brokeragePosition: "BrokeragePositionTests"
    case .component: "ConnectedComponentTests"
    case .community, .labelPropagation, .consensusCommunity, .ambiguity, .multiplexCommunity:
      "CommunityOracleTests"
    case .participation, .ei, .withinModuleZ: "GroupOracleTests"
    case .missions, .methods, .participationMissions, .participationMethods, .participationTopics, .overlap,
      .relevance, .exclusiveRelevance, .connectiveRedundancy:
      "LayerOracleTests"
    case .versatilityPageRank, .versatilityEigenvector, .versatilityBetweenness: "VersatilityOracleTests"
    case .twoModeDegree, .twoModeCloseness, .twoModeBetweenness, .twoModeConstraint, .twoModeEffectiveSize,
      .twoModeEfficiency, .twoModeHierarchy:
      "TwoModeOracleTests"
    }
  }
}

extension NetworkMeasureID {
  /// The suite of tests that compares the measure with its definition.
  public var proof: String {
    switch self {
    case .density, .meanDegree, .components, .fragmentation: "NetworkMeasureTests"
    case .averagePathLength, .diameter: "DistanceMeasureTests"
    case .transitivity, .reciprocity, .degreeCentralization, .betweennessCentralization,
      .closenessCentralization, .smallWorld, .richClub:
      "GraphLevelOracleTests"
    case .degreeAssortativity, .groupAssortativity, .globalEI: "GroupOracleTests"
    case .corePeripheryFit: "CorePeripheryTests"
    case .modularity: "ModularityTests"
    case .cliqueNumber: "CliqueTests"
    case .cohesion: "CohesiveBlockTests"
    }
  }
}
