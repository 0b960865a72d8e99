import GraphCore
import GraphMeasures

/// Every measure that gives each vertex a value, so that laws can be stated once.
///
/// Where a measure of the catalogue differs from a case here only in the graph that it is taken of, the case stands
/// for it: `activeLayers` for missions and for methods, `layerParticipation` for the participation in either or both.
/// What is of ties or of pairs is brought to the vertices that it concerns.
enum Measure: String, CaseIterable {
  // Position.
  case degree, inDegree, strength, inStrength
  case betweenness, lengthBetweenness, limitedBetweenness, lengthLimitedBetweenness
  /// Of the ties of a vertex, added up.
  case edgeBetweenness, lengthEdgeBetweenness
  case closeness, lengthCloseness, harmonic, lengthHarmonic, eccentricity, lengthEccentricity
  case reach2, reach3, lengthReach
  case pagerank
  /// From the marked vertices.
  case personalPageRank
  case eigenvector, katz, hubs, authorities
  case currentFlowBetweenness, flowBetweenness, information

  // Cohesion.
  case coreness, clustering, triangles, cliques, largestClique, plexes, largestPlex, embeddedness
  case corePeriphery, continuousCoreness, folds

  // Brokerage.
  case articulation, bridges, constraint, effectiveSize, efficiency, hierarchy
  case brokerage, lengthBrokerage, bridging, bridgingCentrality, lengthBridgingCentrality, bridgeness
  case gfCoordinator, gfItinerant, gfRepresentative, gfGatekeeper, gfLiaison, gfTotal
  case brokerageActivity, brokerageExclusivity, brokeragePosition

  // Communities: labels are numbers, so that a component is told by its size.
  case component, community, labelPropagation, consensusCommunity, ambiguity, multiplexCommunity

  // Borders between known groups.
  case participation, withinModuleZ, ei

  // Layers.
  case activeLayers, layerParticipation, overlap, relevance, exclusiveRelevance, connectiveRedundancy
  case versatilityPageRank, versatilityEigenvector, versatilityBetweenness, lengthVersatilityBetweenness

  // Two modes.
  case twoModeDegree, twoModeCloseness, twoModeBetweenness
  case twoModeConstraint, twoModeEffectiveSize, twoModeEfficiency, twoModeHierarchy

  // Backbones: the least probability of a vertex's ties.
  case disparity, sharedGroups, expectedSharedGroups

  // Plausible ties: the scores of the pairs that a vertex is in, added up.
  case sharedNeighbors, jaccard, adamicAdar, resourceAllocation, preferentialAttachment

  // Key players: each vertex as a set of its own.
  case setReach, distanceWeightedReach
  /// What is not fragmented without the vertex.
  case joinedWithout, nearWithout
  /// Together with the marked vertices.
  case groupBetweenness
}
