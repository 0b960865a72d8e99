import GraphCore
import GraphMeasures

extension Measure {
  /// The value of each vertex, in vertex order.
  func values(_ test: LawCase, _ execution: Execution = .serial) throws -> [Double?] {
    let graph = test.graph
    switch self {
    case .degree: return graph.degrees().map(Double.init)
    case .inDegree: return graph.transposed().degrees().map(Double.init)
    case .strength: return graph.strengths()
    case .inStrength: return graph.transposed().strengths()
    case .betweenness, .lengthBetweenness, .limitedBetweenness, .lengthLimitedBetweenness, .edgeBetweenness,
      .lengthEdgeBetweenness, .closeness, .lengthCloseness, .harmonic, .lengthHarmonic, .eccentricity,
      .lengthEccentricity, .reach2, .reach3, .lengthReach:
      return try pathValues(test, execution)
    case .pagerank, .personalPageRank, .eigenvector, .katz, .hubs, .authorities, .currentFlowBetweenness,
      .flowBetweenness, .information:
      return try walkValues(test, execution)
    case .coreness, .clustering, .triangles, .cliques, .largestClique, .plexes, .largestPlex, .embeddedness,
      .corePeriphery, .continuousCoreness, .folds, .articulation, .bridges:
      return try cohesionValues(graph, execution)
    case .constraint, .effectiveSize, .efficiency, .hierarchy, .brokerage, .lengthBrokerage, .bridging,
      .bridgingCentrality, .lengthBridgingCentrality, .bridgeness, .brokerageActivity, .brokerageExclusivity,
      .brokeragePosition:
      return try brokerageValues(graph, execution)
    case .gfCoordinator, .gfItinerant, .gfRepresentative, .gfGatekeeper, .gfLiaison, .gfTotal, .participation,
      .withinModuleZ, .ei:
      return try groupValues(test, execution)
    case .component, .community, .labelPropagation, .consensusCommunity, .ambiguity, .multiplexCommunity:
      return try communityValues(test, execution)
    case .activeLayers, .layerParticipation, .overlap, .relevance, .exclusiveRelevance, .connectiveRedundancy,
      .versatilityPageRank, .versatilityEigenvector, .versatilityBetweenness, .lengthVersatilityBetweenness:
      return try layerValues(test, execution)
    case .twoModeDegree, .twoModeCloseness, .twoModeBetweenness, .twoModeConstraint, .twoModeEffectiveSize,
      .twoModeEfficiency, .twoModeHierarchy, .sharedGroups, .expectedSharedGroups:
      return try twoModeValues(test, execution)
    case .disparity, .sharedNeighbors, .jaccard, .adamicAdar, .resourceAllocation, .preferentialAttachment:
      return try pairValues(graph, execution)
    case .setReach, .distanceWeightedReach, .joinedWithout, .nearWithout, .groupBetweenness:
      return try setValues(test, execution)
    }
  }

  private func pathValues(_ test: LawCase, _ execution: Execution) throws -> [Double?] {
    let graph = test.graph
    let lengths = PathOptions(lengths: .weights)
    switch self {
    case .lengthBetweenness: return try graph.betweenness(lengths, execution: execution)
    case .limitedBetweenness: return try graph.betweenness(within: 3, execution: execution)
    case .lengthLimitedBetweenness:
      return try graph.betweenness(within: 3.5 * test.unit, lengths, execution: execution)
    case .edgeBetweenness: return graph.atVertices(try graph.edgeBetweenness(execution: execution))
    case .lengthEdgeBetweenness:
      return graph.atVertices(try graph.edgeBetweenness(lengths, execution: execution))
    case .closeness: return try graph.closeness(execution: execution)
    case .lengthCloseness: return try graph.closeness(lengths, execution: execution)
    case .harmonic: return try graph.harmonicCentrality(execution: execution)
    case .lengthHarmonic: return try graph.harmonicCentrality(lengths, execution: execution)
    case .eccentricity: return try graph.eccentricities(execution: execution)
    case .lengthEccentricity: return try graph.eccentricities(lengths, execution: execution)
    case .reach2: return try graph.reach(within: 2, execution: execution).map(Double.init)
    case .reach3: return try graph.reach(within: 3, execution: execution).map(Double.init)
    case .lengthReach:
      return try graph.reach(within: 2.5 * test.unit, lengths, execution: execution).map(Double.init)
    default: return try graph.betweenness(execution: execution)
    }
  }

  private func walkValues(_ test: LawCase, _ execution: Execution) throws -> [Double?] {
    let graph = test.graph
    switch self {
    case .personalPageRank:
      // Nobody marked is nowhere to start.
      guard !test.marked.isEmpty else { return [Double?](repeating: 0, count: test.count) }
      let options = PageRankOptions(restarts: .at(test.marked.map(UInt32.init)))
      return try graph.pageRank(options, execution: execution).values
    case .eigenvector: return try graph.eigenvectorCentrality(execution: execution).values
    case .katz: return try graph.katzCentrality(execution: execution).values
    case .hubs: return try graph.hubsAndAuthorities(execution: execution).hubs
    case .authorities: return try graph.hubsAndAuthorities(execution: execution).authorities
    case .currentFlowBetweenness: return try graph.currentFlowBetweenness(execution: execution)
    case .flowBetweenness: return try graph.flowBetweenness(execution: execution).values
    case .information: return try graph.informationCentrality(execution: execution)
    default: return try graph.pageRank(execution: execution).values
    }
  }

  private func cohesionValues(_ graph: Graph, _ execution: Execution) throws -> [Double?] {
    let counts: [Int]
    switch self {
    case .clustering: return try graph.clusteringCoefficients(execution: execution)
    case .corePeriphery:
      guard let division = try graph.corePeriphery(execution: execution) else { return graph.undefined }
      return division.isCore.map { $0 ? 1 : 0 }
    case .continuousCoreness:
      return try graph.continuousCoreness(execution: execution)?.values ?? graph.undefined
    case .triangles: counts = try graph.triangleCounts(execution: execution)
    case .cliques: counts = try graph.cliqueMembership(execution: execution).counts
    case .largestClique: counts = try graph.cliqueMembership(execution: execution).largestSizes
    case .plexes: counts = try graph.plexMembership(k: 2, minimumSize: 4, execution: execution).counts
    case .largestPlex:
      counts = try graph.plexMembership(k: 2, minimumSize: 4, execution: execution).largestSizes
    case .embeddedness: counts = try graph.cohesiveBlocks(execution: execution).embeddedness
    case .folds: counts = try graph.structuralFolds(k: 3, execution: execution)
    case .articulation: counts = graph.articulationPoints().map { $0 ? 1 : 0 }
    case .bridges: counts = graph.bridges().counts
    default: counts = graph.coreNumbers()
    }
    return counts.map(Double.init)
  }

  private func brokerageValues(_ graph: Graph, _ execution: Execution) throws -> [Double?] {
    let lengths = PathOptions(lengths: .weights)
    switch self {
    case .effectiveSize: return try graph.effectiveSize(execution: execution)
    case .efficiency: return try graph.efficiency(execution: execution)
    case .hierarchy: return try graph.hierarchy(execution: execution)
    case .brokerage: return try graph.brokerage(execution: execution)
    case .lengthBrokerage: return try graph.brokerage(lengths, execution: execution)
    case .bridging: return try graph.bridging(execution: execution)
    case .bridgingCentrality: return try graph.bridgingCentrality(execution: execution)
    case .lengthBridgingCentrality: return try graph.bridgingCentrality(lengths, execution: execution)
    case .bridgeness: return try graph.bridgeness(execution: execution)
    case .brokerageActivity:
      return try graph.brokeragePositions(execution: execution).activity.map(Double.init)
    case .brokerageExclusivity:
      return try graph.brokeragePositions(execution: execution).exclusivity.map(Double.init)
    case .brokeragePosition:
      let kinds = BrokeragePositions.Position.allCases
      return try graph.brokeragePositions(execution: execution).positions.map { position in
        kinds.firstIndex(of: position).map(Double.init)
      }
    default: return try graph.constraint(execution: execution)
    }
  }

  private func groupValues(_ test: LawCase, _ execution: Execution) throws -> [Double?] {
    let groups = test.groups
    switch self {
    case .participation: return test.graph.participation(groups: groups)
    case .withinModuleZ: return test.graph.withinModuleZ(groups: groups)
    case .ei: return test.graph.eiIndex(groups: groups)
    default:
      let roles = try test.graph.gouldFernandezBrokerage(groups: groups, execution: execution)
      return roles.vertices.map { counts in
        counts.map { counts in Double(role.map { counts[$0] } ?? counts.total) }
      }
    }
  }

  /// The role of a broker that is counted, nil for all.
  private var role: BrokerageRole? {
    switch self {
    case .gfCoordinator: .coordinator
    case .gfItinerant: .itinerant
    case .gfRepresentative: .representative
    case .gfGatekeeper: .gatekeeper
    case .gfLiaison: .liaison
    default: nil
    }
  }

  private func communityValues(_ test: LawCase, _ execution: Execution) throws -> [Double?] {
    let graph = test.graph
    let consensus = ConsensusOptions(runs: 6)
    switch self {
    case .labelPropagation: return try graph.labelPropagation(execution: execution).labels.map(Double.init)
    case .consensusCommunity:
      let found = try graph.consensusCommunities(consensus, execution: execution)
      return found.communities.labels.map(Double.init)
    case .ambiguity: return try graph.consensusCommunities(consensus, execution: execution).ambiguity
    case .multiplexCommunity:
      let options = MultiplexLeidenOptions(trials: 2)
      return try test.layers.leiden(options, execution: execution).labels.map(Double.init)
    case .community:
      let options = LeidenOptions(trials: 2)
      return try graph.leiden(options, execution: execution).labels.map(Double.init)
    default:
      let components = graph.connectedComponents()
      return components.labels.map { Double(components.sizes[Int($0)]) }
    }
  }

  private func layerValues(_ test: LawCase, _ execution: Execution) throws -> [Double?] {
    let layers = test.layers
    let lengths = PathOptions(lengths: .weights)
    switch self {
    case .activeLayers: return layers.activeLayerCounts().map(Double.init)
    case .layerParticipation: return layers.participation()
    case .relevance: return try layers.relevance(ofLayers: [0, 2])
    case .exclusiveRelevance: return try layers.exclusiveRelevance(ofLayers: [0, 2])
    case .connectiveRedundancy: return try layers.connectiveRedundancy()
    case .versatilityPageRank:
      return try layers.versatilityPageRank(coupling: test.unit, execution: execution).values
    case .versatilityEigenvector:
      return try layers.versatilityEigenvector(coupling: test.unit, execution: execution).values
    case .versatilityBetweenness: return try layers.versatilityBetweenness(execution: execution)
    case .lengthVersatilityBetweenness:
      // To change layers is as long as one over the coupling.
      return try layers.versatilityBetweenness(coupling: 1 / test.unit, lengths, execution: execution)
    default: return layers.overlap().map(Double.init)
    }
  }

  private func pairValues(_ graph: Graph, _ execution: Execution) throws -> [Double?] {
    var values = [Double](repeating: 0, count: graph.vertexCount)
    let score: LinkScore
    switch self {
    case .jaccard: score = .jaccard
    case .adamicAdar: score = .adamicAdar
    case .resourceAllocation: score = .resourceAllocation
    case .preferentialAttachment: score = .preferentialAttachment
    case .sharedNeighbors: score = .commonNeighbors
    default:
      let tests = graph.disparityTests().tests
      return leastOfPairs(tests.map { ($0.first, $0.second, $0.probability) }, vertices: graph.vertexCount)
    }
    for pair in try graph.linkCandidates(by: score, limit: .max, execution: execution) {
      for end in [pair.first, pair.second] { values[end] += pair.score(score) ?? 0 }
    }
    return values
  }

  private func setValues(_ test: LawCase, _ execution: Execution) throws -> [Double?] {
    let graph = test.graph
    return try (0..<test.count).map { vertex in
      switch self {
      case .distanceWeightedReach: try graph.distanceWeightedReach(from: [vertex])
      case .joinedWithout: try graph.fragmentation(without: [vertex]).map { 1 - $0 }
      case .nearWithout:
        try graph.distanceWeightedFragmentation(without: [vertex], execution: execution).map { 1 - $0 }
      case .groupBetweenness: try graph.groupBetweenness(of: [vertex] + test.marked, execution: execution)
      default: Double(try graph.reach(from: [vertex], within: 2))
      }
    }
  }

  private func twoModeValues(_ test: LawCase, _ execution: Execution) throws -> [Double?] {
    let graph = test.memberships
    switch self {
    case .twoModeDegree: return try graph.twoModeDegree(modes: test.modes)
    case .twoModeCloseness: return try graph.twoModeCloseness(modes: test.modes, execution: execution)
    case .twoModeBetweenness: return try graph.twoModeBetweenness(modes: test.modes, execution: execution)
    default: break
    }
    // Kernels that take members first; venues have no value.
    let order = test.vertices.indices.filter { !test.vertices[$0].isVenue }
    let places = order + test.vertices.indices.filter { test.vertices[$0].isVenue }
    var names = places
    for (place, vertex) in places.enumerated() { names[vertex] = place }
    let sorted = try graph.relabeled(names)
    let count = order.count
    let values: [Double?]
    switch self {
    case .twoModeEffectiveSize:
      values = try sorted.twoModeEffectiveSize(memberCount: count, execution: execution)
    case .twoModeEfficiency: values = try sorted.twoModeEfficiency(memberCount: count, execution: execution)
    case .twoModeHierarchy: values = try sorted.twoModeHierarchy(memberCount: count, execution: execution)
    case .sharedGroups, .expectedSharedGroups:
      let model: BackboneModel = self == .sharedGroups ? .fixedRow : .stochasticDegreeSequence
      let tests = try sorted.coMembershipTests(memberCount: count, model: model, execution: execution).tests
      values = leastOfPairs(tests.map { ($0.first, $0.second, $0.upper) }, vertices: count)
    default: values = try sorted.twoModeConstraint(memberCount: count, execution: execution)
    }
    var all = graph.undefined
    for (vertex, value) in zip(order, values) { all[vertex] = value }
    return all
  }
}

extension Graph {
  /// No value for anybody.
  fileprivate var undefined: [Double?] { [Double?](repeating: nil, count: vertexCount) }

  /// The values of edges added up at both of their ends.
  fileprivate func atVertices(_ scores: EdgeScores) -> [Double] {
    var sums = [Double](repeating: 0, count: vertexCount)
    for edge in scores.edges() {
      sums[Int(edge.source)] += edge.value
      sums[Int(edge.target)] += edge.value
    }
    return sums
  }
}

/// For each vertex the least value of the pairs that it is in, nil where it is in none.
private func leastOfPairs(_ pairs: [(Int, Int, Double)], vertices: Int) -> [Double?] {
  var values = [Double?](repeating: nil, count: vertices)
  for (first, second, value) in pairs {
    for end in [first, second] { values[end] = min(values[end] ?? value, value) }
  }
  return values
}
