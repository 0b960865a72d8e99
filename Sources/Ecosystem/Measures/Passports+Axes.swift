extension MeasureID {
  /// Passports of the measures over missions and methods.
  var axisPassport: MeasurePassport {
    let battiston =
      "F. Battiston, V. Nicosia, V. Latora, Structural measures for multiplex networks, Physical Review E 89 (2014) 032804, doi:10.1103/PhysRevE.89.032804"
    switch self {
    case .missions, .methods:
      let noun = self == .missions ? "missions" : "methods"
      return MeasurePassport(
        id: self, summary: "how many \(noun) it is active in",
        formula: "number of \(noun) in which it has a tie to another actor",
        conventions: "self-ties do not count",
        direction: .never, weights: .never, normalization: nil, complexity: "O(m + n L) for L layers",
        source:
          "V. Nicosia, V. Latora, Measuring and modeling correlations in multiplex networks, Physical Review E 92 (2015) 032805, doi:10.1103/PhysRevE.92.032805",
        agreesWith: "multinet: number of layers with neighbors")
    case .participationMissions, .participationMethods, .participationTopics:
      let noun =
        switch self {
        case .participationMissions: "missions"
        case .participationMethods: "methods"
        default: "missions and methods together"
        }
      return MeasurePassport(
        id: self, summary: "how evenly its ties spread over the \(noun)",
        formula:
          "L / (L - 1) * (1 - sum over \(noun) a of (k_a / o)^2), o = sum of k_a, L = \(noun) present in the view",
        conventions:
          "0 where all ties are in one of the \(noun), 1 where spread evenly over all; undefined without ties on the axis, and where the view has a single one",
        direction: .never, weights: .never, normalization: nil, complexity: "O(m + n L)", source: battiston,
        agreesWith: "the definition")
    case .relevance, .exclusiveRelevance:
      return MeasurePassport(
        id: self,
        summary: self == .relevance
          ? "what share of its neighbors it meets on the topics named by --layer"
          : "what share of its neighbors it meets on the topics named by --layer alone",
        formula: self == .relevance
          ? "|N(v, layers)| / |N(v, all layers)|"
          : "|N(v, layers) without N(v, other layers)| / |N(v, all layers)|",
        conventions:
          "a neighbor counts once; layers are missions and methods, or those of --axis; undefined without ties on any",
        direction: .never, weights: .never, normalization: nil, complexity: "O(n + m)",
        source: berlingerio,
        agreesWith: self == .relevance ? "multinet relevance_ml" : "multinet xrelevance_ml")
    case .connectiveRedundancy:
      return MeasurePassport(
        id: self, summary: "what share of its ties only repeats neighbors met on other topics",
        formula: "1 - |N(v, layers)| / sum over layers a of k_a",
        conventions:
          "layers are those named by --layer, by default all missions and methods, or those of --axis; undefined without ties on any",
        direction: .never, weights: .never, normalization: nil, complexity: "O(n + m)",
        source: berlingerio, agreesWith: "multinet connective_redundancy_ml")
    case .versatilityPageRank, .versatilityEigenvector, .versatilityBetweenness:
      return versatilityPassport
    default:
      return MeasurePassport(
        id: .overlap, summary: "its degrees in all missions and methods, added up",
        formula: "sum over layers a of k_a; layers are missions and methods, or those of --axis",
        conventions: "a tie that has a mission and a method counts in both", direction: .never,
        weights: .never,
        normalization: nil, complexity: "O(m + n L)", source: battiston,
        agreesWith: "muxViz overlapping degree")
    }
  }

  private var versatilityPassport: MeasurePassport {
    let (summary, formula, agrees): (String, String, String) =
      switch self {
      case .versatilityPageRank:
        (
          "where a walker spends its time who may change between topics",
          "sum over layers a of the PageRank of (v, a) on the supra-adjacency matrix",
          "muxViz GetMultiPageRankCentrality, up to its scale"
        )
      case .versatilityEigenvector:
        (
          "how central its neighbors are over all topics, they being judged by theirs",
          "sum over layers a of the leading eigenvector of the supra-adjacency matrix at (v, a)",
          "muxViz GetMultiEigenvectorCentrality, up to its scale"
        )
      default:
        (
          "how often it lies on the shortest ways that may change between topics",
          "sum over pairs s, t of sigma_st(v) / sigma_st, paths over all layers, a change costing 1 / coupling",
          "the definition: muxViz has none"
        )
      }
    return MeasurePassport(
      id: self, summary: summary, formula: formula,
      conventions:
        "every actor has a replica on every mission and method of the view (or of --axis); replicas of an actor are tied by --coupling, 1 by default; several couplings give a column each",
      direction: .never, weights: .never, normalization: nil,
      complexity: self == .versatilityBetweenness ? "O(n (m + n L) log n)" : "O(rounds (m + n L^2))",
      source: (self == .versatilityBetweenness ? "\(soleRibalta); " : "")
        + "M. De Domenico et al., Ranking in interconnected multilayer networks reveals versatile nodes, Nature Communications 6 (2015) 6868, doi:10.1038/ncomms7868",
      agreesWith: agrees)
  }
}

private let berlingerio =
  "M. Berlingerio et al., Foundations of multidimensional network analysis, ASONAM (2011) 485-489, doi:10.1109/ASONAM.2011.103"
private let soleRibalta =
  "A. Sole-Ribalta, M. De Domenico, S. Gomez, A. Arenas, Centrality rankings in multiplex networks, WebSci (2014) 149-155, doi:10.1145/2615569.2615687"
