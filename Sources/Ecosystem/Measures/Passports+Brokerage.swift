extension MeasureID {
  /// Passports of the measures of brokerage.
  var brokeragePassport: MeasurePassport {
    let burt =
      "R. S. Burt, Structural Holes, Harvard University Press (1992); R. S. Burt, Structural holes and good ideas, American Journal of Sociology 110 (2004) 349-399, doi:10.1086/421787"
    switch self {
    case .constraint:
      return MeasurePassport(
        id: self, summary: "how far its contacts are tied among themselves: low where it spans holes",
        formula:
          "sum over contacts j of (p_ij + sum over q of p_iq p_qj)^2, p_ij = (a_ij + a_ji) / sum over k of (a_ik + a_ki)",
        conventions: "contacts are in- and out-neighbors; isolates undefined; may exceed 1",
        direction: .whenAsked, weights: .strengths, normalization: nil,
        complexity: "O(m^1.5)",
        source: burt, agreesWith: "networkx constraint, igraph constraint")
    case .effectiveSize:
      return MeasurePassport(
        id: self, summary: "how many of its contacts are not redundant",
        formula:
          "sum over contacts j of (1 - sum over q of p_iq m_jq); undirected and unweighted: k - 2 t / k",
        conventions: "isolates undefined", direction: .whenAsked, weights: .strengths, normalization: nil,
        complexity: "O(m^1.5)",
        source: burt
          + "; S. P. Borgatti, Structural holes: unpacking Burt's redundancy measures, Connections 20 (1997) 35-38",
        agreesWith: "networkx effective_size")
    case .efficiency:
      return MeasurePassport(
        id: self, summary: "what share of its contacts is not redundant",
        formula: "effective size / number of contacts", conventions: "isolates undefined",
        direction: .whenAsked,
        weights: .strengths, normalization: nil, complexity: "O(m^1.5)", source: burt,
        agreesWith: "networkx effective_size / degree")
    case .bridges:
      return MeasurePassport(
        id: self, summary: "how many of its ties are the only way between two parts",
        formula: "number of ties at the actor whose loss disconnects its ends",
        conventions: "parallel ties count as one tie, so that a bridge may be several",
        direction: .never, weights: .never, normalization: nil, complexity: "O(n + m)",
        source:
          "R. E. Tarjan, A note on finding the bridges of a graph, Information Processing Letters 2 (1974) 160-161, doi:10.1016/0020-0190(74)90003-9",
        agreesWith: "networkx bridges, counted by end")
    case .hierarchy:
      return MeasurePassport(
        id: self, summary: "how far its constraint comes from one contact rather than from all",
        formula:
          "sum over contacts j of r_j ln r_j / (N ln N), r_j = c_ij / (C_i / N), c_ij the terms of constraint",
        conventions: "1 with a single contact; isolates undefined", direction: .whenAsked,
        weights: .strengths, normalization: nil, complexity: "O(m^1.5)", source: burt,
        agreesWith: "UCINET structural holes, hierarchy; netrics takes the contacts' own constraint instead")
    case .brokerage:
      return MeasurePassport(
        id: self, summary: "how much passes along each of its ties, on average",
        formula: "(2 b + c - 1) / k, b betweenness, c actors in its component, k its degree",
        conventions:
          "the mean edge betweenness of its own ties; 0 where betweenness is 0; directed: (2 b + r + r') / (k_in + k_out), r and r' actors with a path to it and from it",
        direction: .whenAsked, weights: .lengths, normalization: nil, complexity: "O(n m)",
        source:
          "M. G. Everett, T. W. Valente, Bridging, brokerage and betweenness, Social Networks 44 (2016) 202-208, doi:10.1016/j.socnet.2015.09.001",
        agreesWith: "the mean of networkx edge_betweenness_centrality(normalized=False) over its ties")
    case .bridging:
      return MeasurePassport(
        id: self, summary: "how much less cohesive the network becomes when one of its ties is lost",
        formula:
          "mean over its ties e of (C - C(e)) / 2, C = sum over s != t of 1/d(s,t), divided by n (n - 1)",
        conventions: "pairs without a path add 0; isolates undefined", direction: .never, weights: .never,
        normalization: nil, complexity: "O(n m) as a rule, O(n^2 m) at worst",
        source:
          "T. W. Valente, K. Fujimoto, Bridging: locating critical connectors in a network, Social Networks 32 (2010) 212-220, doi:10.1016/j.socnet.2010.03.003",
        agreesWith: "influenceR bridging")
    case .bridgingCentrality:
      return MeasurePassport(
        id: self, summary: "its betweenness, more where it has few ties and its neighbors have many",
        formula: "b(v) (1 / k(v)) / sum over neighbors u of 1 / k(u)",
        conventions: "raw betweenness; degrees without direction; isolates undefined",
        direction: .whenAsked, weights: .lengths, normalization: nil, complexity: "O(n m)",
        source:
          "W. Hwang, T. Kim, M. Ramanathan, A. Zhang, Bridging centrality: graph mining from element level to group level, KDD (2008) 336-344, doi:10.1145/1401890.1401934",
        agreesWith: "centiserve bridging centrality, the factors multiplied and not their ranks")
    case .bridgeness:
      return MeasurePassport(
        id: self, summary: "how often it lies on the shortest ways between those it is not tied to",
        formula: "sum over pairs s, t outside N(v) of sigma_st(v) / sigma_st",
        conventions:
          "betweenness without the pairs of which one is a neighbor; unordered pairs where undirected; directed: pairs whose first has no tie to it and whose second none from it",
        direction: .whenAsked, weights: .never, normalization: nil, complexity: "O(n m)",
        source:
          "P. Jensen et al., Detecting global bridges in networks, Journal of Complex Networks 4 (2016) 319-329, doi:10.48550/arXiv.1509.08295",
        agreesWith: "the definition")
    case .gfCoordinator, .gfItinerant, .gfRepresentative, .gfGatekeeper, .gfLiaison, .gfTotal:
      return gouldFernandezPassport
    case .brokerageActivity, .brokerageExclusivity, .brokeragePosition:
      return hamiltonPassport
    default:
      return MeasurePassport(
        id: .articulation, summary: "whether others lose touch when it leaves: 1 yes, 0 no",
        formula: "1 where removing the actor disconnects its component", conventions: "leaves and isolates 0",
        direction: .never, weights: .never, normalization: nil, complexity: "O(n + m)",
        source:
          "R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972) 146-160, doi:10.1137/0201010",
        agreesWith: "networkx articulation_points")
    }
  }

  private var gouldFernandezPassport: MeasurePassport {
    let (summary, formula): (String, String) =
      switch self {
      case .gfCoordinator:
        ("how often it brokers within its own group", "A-A-A: all three in one group (w_I)")
      case .gfItinerant:
        ("how often it brokers between two of another group", "A-B-A: both ends in one other group (w_O)")
      case .gfRepresentative:
        ("how often it speaks for its group to outsiders", "A-A-B: from its own group to another (b_IO)")
      case .gfGatekeeper:
        ("how often it lets outsiders in to its group", "A-B-B: from another group to its own (b_OI)")
      case .gfLiaison:
        ("how often it brokers between two groups, neither its own", "A-B-C: three groups (b_O)")
      default: ("how often it brokers at all", "all five roles added")
      }
    return MeasurePassport(
      id: self, summary: summary,
      formula: "ordered pairs i, k with i -> v -> k and no tie i -> k: \(formula); by --by",
      conventions:
        "undirected ties count both ways; only triples count whose three groups are known; undefined where its own group is blank; with --permutations also the expected value and z when groups are permuted",
      direction: .whenAsked, weights: .never, normalization: nil, complexity: "O(two-paths)",
      source:
        "R. V. Gould, R. M. Fernandez, Structures of mediation: a formal approach to brokerage in transaction networks, Sociological Methodology 19 (1989) 89-126, doi:10.2307/270949",
      agreesWith:
        "R sna brokerage; some tools have gatekeeper and representative the other way round")
  }

  private var hamiltonPassport: MeasurePassport {
    let (summary, formula): (String, String) =
      switch self {
      case .brokerageActivity:
        ("how many pairs it joins that are not tied", "pairs i, k with i - v - k and no tie i - k")
      case .brokerageExclusivity:
        (
          "how many pairs nobody else joins",
          "pairs i, k with i - v - k, no tie i - k, and no other u with i - u - k"
        )
      default:
        (
          "powerhouse, connector, linchpin or sideliner",
          "powerhouse: activity and exclusivity above their means; connector: activity alone; linchpin: exclusivity alone; sideliner: neither"
        )
      }
    return MeasurePassport(
      id: self, summary: summary, formula: formula,
      conventions: self == .brokeragePosition
        ? "above the mean is above, at the mean is not; a name, not a quantity"
        : "unordered pairs where undirected, ordered where directed", direction: .whenAsked, weights: .never,
      normalization: nil, complexity: "O(two-paths)",
      source:
        "M. Hamilton, J. Hileman, O. Bodin, Evaluating heterogeneous brokerage, Social Networks 61 (2020) 1-10, doi:10.1016/j.socnet.2019.08.002",
      agreesWith: "netrics, which counts ordered pairs: twice as many where undirected")
  }
}
