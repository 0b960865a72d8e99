extension MeasureID {
  /// Passports of the measures over groups and over the two axes.
  var groupPassport: MeasurePassport {
    let battiston =
      "F. Battiston, V. Nicosia, V. Latora, Structural measures for multiplex networks, Physical Review E 89 (2014) 032804, doi:10.1103/PhysRevE.89.032804"
    switch self {
    case .community:
      return MeasurePassport(
        id: self, family: .cohesion, summary: "which group of densely tied actors it belongs to",
        formula:
          "the division that the Leiden algorithm finds with the largest sum over communities c of e_c / m - (K_c / 2m)^2: modularity, resolution 1",
        conventions:
          "labels count from 1 by descending size, ties by the first actor; they are names, not quantities; communities are connected; isolates are communities of their own; which of several nearly equal divisions is found depends on --seed",
        direction: .never, weights: .strengths, normalization: nil,
        complexity: "O(i (n + m)) for i iterations",
        source:
          "V. A. Traag, L. Waltman, N. J. van Eck, From Louvain to Leiden: guaranteeing well-connected communities, Scientific Reports 9 (2019) 5233, doi:10.1038/s41598-019-41695-z",
        agreesWith: "igraph community_leiden and leidenalg in modularity, up to the last hundredths")
    case .ei:
      return MeasurePassport(
        id: self, family: .borders, summary: "whether its ties go abroad (+1) or stay at home (-1)",
        formula:
          "(external - internal) / (external + internal) over its neighbors, by --by country, kind or level",
        conventions:
          "neighbors whose group is blank are not counted; undefined where none is left or its own group is blank",
        direction: .never, weights: .never, normalization: nil, complexity: "O(n + m)",
        source:
          "D. Krackhardt, R. N. Stern, Informal networks and organizational crises, Social Psychology Quarterly 51 (1988) 123-140, doi:10.2307/2786835",
        agreesWith: "UCINET E-I index, individual level")
    case .participation:
      return MeasurePassport(
        id: self, family: .borders, summary: "how evenly its ties spread over groups",
        formula: "1 - sum over groups s of (k_s / k)^2, by --by country, kind or level",
        conventions: "neighbors whose group is blank are not counted; undefined where none is left",
        direction: .never, weights: .never, normalization: nil, complexity: "O(n + m)",
        source:
          "R. Guimera, L. A. N. Amaral, Functional cartography of complex metabolic networks, Nature 433 (2005) 895-900, doi:10.1038/nature03288",
        agreesWith: "bctpy participation_coef")
    case .missions, .methods:
      let noun = self == .missions ? "missions" : "methods"
      return MeasurePassport(
        id: self, family: .axes, summary: "how many \(noun) it is active in",
        formula: "number of \(noun) in which it has a tie to another actor",
        conventions: "self-ties do not count",
        direction: .never, weights: .never, normalization: nil, complexity: "O(m + n L) for L layers",
        source: battiston,
        agreesWith: "multinet: number of layers with neighbors")
    case .participationMissions, .participationMethods:
      let noun = self == .participationMissions ? "missions" : "methods"
      return MeasurePassport(
        id: self, family: .axes, summary: "how evenly its ties spread over the \(noun)",
        formula:
          "L / (L - 1) * (1 - sum over \(noun) a of (k_a / o)^2), o = sum of k_a, L = \(noun) present in the view",
        conventions:
          "0 where all ties are in one of the \(noun), 1 where spread evenly over all; undefined without ties on the axis, and where the view has a single one",
        direction: .never, weights: .never, normalization: nil, complexity: "O(m + n L)", source: battiston,
        agreesWith: "the definition")
    default:
      return MeasurePassport(
        id: .overlap, family: .axes, summary: "its degrees in all missions and methods, added up",
        formula: "sum over layers a of k_a; layers are missions and methods, or those of --axis",
        conventions: "a tie that has a mission and a method counts in both", direction: .never,
        weights: .never,
        normalization: nil, complexity: "O(m + n L)", source: battiston,
        agreesWith: "muxViz overlapping degree")
    }
  }
}
