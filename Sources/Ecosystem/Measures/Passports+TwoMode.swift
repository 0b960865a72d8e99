extension MeasureID {
  /// Passports of the measures of networks of venues and members.
  var twoModePassport: MeasurePassport {
    let borgatti =
      "S. P. Borgatti, M. G. Everett, Network analysis of 2-mode data, Social Networks 19 (1997) 243-269, doi:10.1016/S0378-8733(96)00301-2"
    let hollway =
      "J. Hollway, J.-F. Morin, J. Pauwelyn, Structural conditions for novelty, International Environmental Agreements 20 (2020) 61-83, doi:10.1007/s10784-019-09464-5"
    let burchard =
      "J. Burchard, B. Cornwell, Structural holes and bridging in two-mode networks, Social Networks 55 (2018) 11-20, doi:10.1016/j.socnet.2018.04.001"
    let modes =
      "ties within venues or within members are left out, and a note says so"
    switch self {
    case .twoModeDegree:
      return MeasurePassport(
        id: self, summary: "what share of the venues it is a member of, of the members a venue has",
        formula: "k / number of actors of the other mode", conventions: modes, direction: .never,
        weights: .never, normalization: nil, complexity: "O(n + m)", source: borgatti,
        agreesWith: "networkx bipartite degree_centrality")
    case .twoModeCloseness:
      return MeasurePassport(
        id: self, summary: "how near it is to all, beside the nearest that two modes allow",
        formula: "(n2 + 2 (n1 - 1)) / sum of d, n1 its own mode, n2 the other; times the share it reaches",
        conventions: "\(modes); isolates 0", direction: .never, weights: .never, normalization: nil,
        complexity: "O(n m)", source: borgatti, agreesWith: "networkx bipartite closeness_centrality")
    case .twoModeBetweenness:
      return MeasurePassport(
        id: self, summary: "how often it lies on the shortest ways, beside the most that two modes allow",
        formula:
          "b / the largest betweenness that a member (a venue) can have in a two-mode network of this size",
        conventions: modes, direction: .never, weights: .never, normalization: nil, complexity: "O(n m)",
        source: borgatti, agreesWith: "networkx bipartite betweenness_centrality")
    case .twoModeConstraint:
      return MeasurePassport(
        id: self, summary: "how far its venues have their other members in common",
        formula:
          "sum over venues a of (p_ia + sum over venues b and other members j of p_ib p_bj p_ja)^2, p = 1 / degree",
        conventions: "\(modes); undefined for venues and for a member of none", direction: .never,
        weights: .never, normalization: nil, complexity: "O(n + sum of squared sizes of venues)",
        source:
          hollway,
        agreesWith: "netrics node_by_constraint of a two-mode network")
    case .twoModeEfficiency:
      return MeasurePassport(
        id: self, summary: "what share of those that it meets at venues is not redundant",
        formula: "two-mode-effective-size / number of other members met",
        conventions: "\(modes); undefined for venues and for a member that meets nobody", direction: .never,
        weights: .never, normalization: nil, complexity: "O(m^1.5) of the projection", source: burchard,
        agreesWith: "netrics node_by_efficiency of a two-mode network, by its definition")
    case .twoModeHierarchy:
      return MeasurePassport(
        id: self, summary: "how far its constraint comes from one venue rather than from all",
        formula:
          "sum over venues a of r_a ln r_a / (N ln N), r_a = c_ia / (C_i / N), c_ia the terms of two-mode-constraint",
        conventions: "\(modes); 1 with a single venue; undefined for venues and for a member of none",
        direction: .never, weights: .never, normalization: nil,
        complexity: "O(n + sum of squared sizes of venues)",
        source: "R. S. Burt, Structural Holes, Harvard University Press (1992); \(hollway)",
        agreesWith: "the definition")
    default:
      return MeasurePassport(
        id: .twoModeEffectiveSize, summary: "how many of those that it meets at venues are not redundant",
        formula: "sum over j met of (1 - sum over q of p_iq m_jq), p the shares by venues in common",
        conventions: "\(modes); undefined for venues and for a member that meets nobody", direction: .never,
        weights: .never, normalization: nil, complexity: "O(m^1.5) of the projection",
        source:
          burchard,
        agreesWith: "netrics node_by_effsize of a two-mode network")
    }
  }
}
