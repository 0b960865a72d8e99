/// A tool whose users know its numbers.
public enum OtherTool: String, Hashable, Sendable, CaseIterable {
  case networkx, igraph, ucinet, networkit
}

/// What another tool gives for a measure, beside the contract of this one.
public struct ToolConvention: Hashable, Sendable {
  /// The tool.
  public let tool: OtherTool
  /// What its users call.
  public let call: String
  /// How its value is had from the raw value here.
  public let difference: Difference

  /// How a tool's value is had from the raw value here.
  public enum Difference: Hashable, Sendable {
    /// It is the same.
    case same
    /// Divided by a number that depends on the network.
    case normalized(MeasurePassport.Normalization)
    /// The same in percent.
    case percent(MeasurePassport.Normalization)
    /// Twice the value where ties run both ways: ordered pairs instead of unordered ones.
    case orderedPairs
    /// Scaled to a largest value of 1.
    case largestIsOne
    /// Times the number of actors in the component.
    case componentSize
    /// Wasserman and Faust's factor left out: the share of other actors that it reaches.
    case reachedAlone
    /// Undefined values are 0.
    case undefinedIsZero
  }

  init(_ tool: OtherTool, _ call: String, _ difference: Difference = .same) {
    self.tool = tool
    self.call = call
    self.difference = difference
  }
}

extension ToolConvention.Difference {
  /// The difference in words.
  public var text: String {
    switch self {
    case .same: "the same"
    case .normalized(let normalization): normalization.name
    case .percent(let normalization): "\(normalization.name), in percent"
    case .orderedPairs: "twice as much where ties run both ways: pairs are counted in both orders"
    case .largestIsOne: "scaled to a largest value of 1"
    case .componentSize: "times the number of actors of its component"
    case .reachedAlone: "without the factor of the share of actors that it reaches; isolates undefined"
    case .undefinedIsZero: "0 where it is undefined here"
    }
  }
}

extension MeasureID {
  /// What other tools give, where it is known, in the order of the tools.
  public var toolConventions: [ToolConvention] {
    switch self {
    case .degree:
      [
        ToolConvention(.networkx, "degree_centrality", .normalized(.otherActors)),
        ToolConvention(.igraph, "degree"),
        ToolConvention(.ucinet, "Degree, nDegree", .percent(.otherActors)),
        ToolConvention(.networkit, "DegreeCentrality"),
      ]
    case .inDegree, .outDegree:
      [
        ToolConvention(
          .networkx, self == .inDegree ? "in_degree_centrality" : "out_degree_centrality",
          .normalized(.otherActors)),
        ToolConvention(.igraph, "degree(mode=\"\(self == .inDegree ? "in" : "out")\")"),
      ]
    case .strength: [ToolConvention(.igraph, "strength")]
    case .inStrength: [ToolConvention(.igraph, "strength(mode=\"in\")")]
    case .outStrength: [ToolConvention(.igraph, "strength(mode=\"out\")")]
    case .betweenness:
      [
        ToolConvention(.networkx, "betweenness_centrality", .normalized(.otherPairs)),
        ToolConvention(.igraph, "betweenness"),
        ToolConvention(.ucinet, "Freeman Betweenness, nBetweenness", .percent(.otherPairs)),
        ToolConvention(.networkit, "Betweenness", .orderedPairs),
      ]
    case .closeness:
      [
        ToolConvention(.networkx, "closeness_centrality"),
        ToolConvention(.igraph, "closeness", .reachedAlone),
      ]
    case .harmonic:
      [
        ToolConvention(.networkx, "harmonic_centrality"),
        ToolConvention(.igraph, "harmonic_centrality", .normalized(.otherActors)),
        ToolConvention(.networkit, "HarmonicCloseness", .normalized(.otherActors)),
      ]
    case .eccentricity: [ToolConvention(.igraph, "eccentricity", .undefinedIsZero)]
    case .pagerank:
      [ToolConvention(.networkx, "pagerank"), ToolConvention(.igraph, "pagerank")]
    case .eigenvector:
      [
        ToolConvention(.networkx, "eigenvector_centrality_numpy"),
        ToolConvention(.igraph, "eigenvector_centrality", .largestIsOne),
        ToolConvention(.networkit, "EigenvectorCentrality"),
      ]
    case .hubs, .authorities:
      [
        ToolConvention(.networkx, "hits"),
        ToolConvention(.igraph, self == .hubs ? "hub_score" : "authority_score", .largestIsOne),
      ]
    case .coreness:
      [
        ToolConvention(.networkx, "core_number"), ToolConvention(.igraph, "coreness"),
        ToolConvention(.networkit, "CoreDecomposition"),
      ]
    case .clustering:
      [
        ToolConvention(.networkx, "clustering", .undefinedIsZero),
        ToolConvention(.igraph, "transitivity_local_undirected"),
        ToolConvention(.networkit, "LocalClusteringCoefficient", .undefinedIsZero),
      ]
    case .triangles: [ToolConvention(.networkx, "triangles")]
    case .constraint:
      [
        ToolConvention(.networkx, "constraint"), ToolConvention(.igraph, "constraint"),
        ToolConvention(.ucinet, "Structural Holes, Constraint"),
      ]
    case .effectiveSize:
      [
        ToolConvention(.networkx, "effective_size"),
        ToolConvention(.ucinet, "Structural Holes, EffSize"),
      ]
    case .efficiency: [ToolConvention(.ucinet, "Structural Holes, Efficiency")]
    case .hierarchy: [ToolConvention(.ucinet, "Structural Holes, Hierarchy")]
    case .currentFlowBetweenness:
      [
        ToolConvention(
          .networkx, "current_flow_betweenness_centrality", .normalized(.componentPairs))
      ]
    case .flowBetweenness:
      [ToolConvention(.ucinet, "Flow Betweenness, nFlowBet", .percent(.flowTotals))]
    case .information:
      [
        ToolConvention(.networkx, "information_centrality"),
        ToolConvention(.ucinet, "Information", .componentSize),
      ]
    case .cliques: [ToolConvention(.networkx, "number_of_cliques")]
    case .largestClique: [ToolConvention(.networkx, "node_clique_number")]
    case .embeddedness: [ToolConvention(.igraph, "cohesive_blocks, max_cohesion")]
    case .ei: [ToolConvention(.ucinet, "E-I Index, individual")]
    case .articulation:
      [
        ToolConvention(.networkx, "articulation_points"), ToolConvention(.igraph, "articulation_points"),
      ]
    case .bridges:
      [ToolConvention(.networkx, "bridges"), ToolConvention(.igraph, "bridges")]
    case .twoModeDegree: [ToolConvention(.networkx, "bipartite.degree_centrality")]
    case .twoModeCloseness: [ToolConvention(.networkx, "bipartite.closeness_centrality")]
    case .twoModeBetweenness: [ToolConvention(.networkx, "bipartite.betweenness_centrality")]
    default: []
    }
  }
}
