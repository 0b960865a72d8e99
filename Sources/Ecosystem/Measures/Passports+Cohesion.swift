extension MeasureID {
  /// Passports of the measures of cohesion and brokerage.
  var cohesionPassport: MeasurePassport {
    let burt =
      "R. S. Burt, Structural Holes, Harvard University Press (1992); R. S. Burt, Structural holes and good ideas, American Journal of Sociology 110 (2004) 349-399, doi:10.1086/421787"
    switch self {
    case .clustering:
      return MeasurePassport(
        id: self, family: .cohesion, summary: "what share of the pairs of its neighbors are tied themselves",
        formula: "2 t / (k (k - 1)), t triangles at the actor, k its degree",
        conventions: "undefined below degree 2", direction: .never, weights: .never, normalization: nil,
        complexity: "O(m^1.5)",
        source:
          "D. J. Watts, S. H. Strogatz, Collective dynamics of small-world networks, Nature 393 (1998) 440-442, doi:10.1038/30918",
        agreesWith: "networkx clustering (which gives 0 below degree 2)")
    case .triangles:
      return MeasurePassport(
        id: self, family: .cohesion, summary: "how many pairs of its neighbors are tied themselves",
        formula: "|{{u, w} : v-u, v-w and u-w tied}|", conventions: "parallel ties count once",
        direction: .never, weights: .never, normalization: nil, complexity: "O(m^1.5)",
        source: "D. J. Watts, S. H. Strogatz, Nature 393 (1998) 440-442, doi:10.1038/30918",
        agreesWith: "networkx triangles")
    case .articulation:
      return MeasurePassport(
        id: self, family: .brokerage, summary: "whether others lose touch when it leaves: 1 yes, 0 no",
        formula: "1 where removing the actor disconnects its component", conventions: "leaves and isolates 0",
        direction: .never, weights: .never, normalization: nil, complexity: "O(n + m)",
        source:
          "R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972) 146-160, doi:10.1137/0201010",
        agreesWith: "networkx articulation_points")
    case .constraint:
      return MeasurePassport(
        id: self, family: .brokerage,
        summary: "how far its contacts are tied among themselves: low where it spans holes",
        formula:
          "sum over contacts j of (p_ij + sum over q of p_iq p_qj)^2, p_ij = (a_ij + a_ji) / sum over k of (a_ik + a_ki)",
        conventions: "contacts are in- and out-neighbors; isolates undefined; may exceed 1",
        direction: .whenAsked, weights: .strengths, normalization: nil,
        complexity: "O(m^1.5)",
        source: burt, agreesWith: "networkx constraint, igraph constraint")
    case .effectiveSize:
      return MeasurePassport(
        id: self, family: .brokerage, summary: "how many of its contacts are not redundant",
        formula:
          "sum over contacts j of (1 - sum over q of p_iq m_jq); undirected and unweighted: k - 2 t / k",
        conventions: "isolates undefined", direction: .whenAsked, weights: .strengths, normalization: nil,
        complexity: "O(m^1.5)",
        source: burt
          + "; S. P. Borgatti, Structural holes: unpacking Burt's redundancy measures, Connections 20 (1997) 35-38",
        agreesWith: "networkx effective_size")
    case .efficiency:
      return MeasurePassport(
        id: self, family: .brokerage, summary: "what share of its contacts is not redundant",
        formula: "effective size / number of contacts", conventions: "isolates undefined",
        direction: .whenAsked,
        weights: .strengths, normalization: nil, complexity: "O(m^1.5)", source: burt,
        agreesWith: "networkx effective_size / degree")
    default:
      return MeasurePassport(
        id: .coreness, family: .cohesion, summary: "how deep in the core it stands",
        formula: "the largest k such that it belongs to a part in which everybody has degree k or more",
        conventions: "isolates 0", direction: .never, weights: .never, normalization: nil,
        complexity: "O(n + m)",
        source:
          "S. B. Seidman, Network structure and minimum degree, Social Networks 5 (1983) 269-287, doi:10.1016/0378-8733(83)90028-X; V. Batagelj, M. Zaversnik, arXiv:cs/0310049 (2003)",
        agreesWith: "networkx core_number, igraph coreness")
    }
  }
}
