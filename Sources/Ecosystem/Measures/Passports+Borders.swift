extension MeasureID {
  /// Passports of the measures over groups that are known beforehand.
  var borderPassport: MeasurePassport {
    switch self {
    case .ei:
      return MeasurePassport(
        id: self, summary: "whether its ties go abroad (+1) or stay at home (-1)",
        formula:
          "(external - internal) / (external + internal) over its neighbors, --by country, kind, level, parent, community or a column of actors.csv",
        conventions:
          "neighbors whose group is blank are not counted; with --permutations the note tells the index of the whole network and how often chance does as much; undefined where none is left or its own group is blank",
        direction: .never, weights: .never, normalization: nil, complexity: "O(n + m)",
        source:
          "D. Krackhardt, R. N. Stern, Informal networks and organizational crises, Social Psychology Quarterly 51 (1988) 123-140, doi:10.2307/2786835",
        agreesWith: "UCINET E-I index, individual level")
    case .withinModuleZ:
      return MeasurePassport(
        id: self, summary: "how many more ties it has within its group than others of the group do",
        formula:
          "(k_s - mean k_s) / sd k_s, k_s its neighbors in its own group; --by country, kind, level, parent, community or a column of actors.csv",
        conventions:
          "standard deviation of the population; 0 where all of a group have the same k_s; undefined where its own group is blank",
        direction: .never, weights: .never, normalization: nil, complexity: "O(n log n + m)",
        source:
          "R. Guimera, L. A. N. Amaral, Functional cartography of complex metabolic networks, Nature 433 (2005) 895-900, doi:10.1038/nature03288",
        agreesWith: "bctpy module_degree_zscore; the MATLAB toolbox takes the sample's standard deviation")
    default:
      return MeasurePassport(
        id: .participation, summary: "how evenly its ties spread over groups",
        formula:
          "1 - sum over groups s of (k_s / k)^2, --by country, kind, level, parent, community or a column of actors.csv",
        conventions: "neighbors whose group is blank are not counted; undefined where none is left",
        direction: .never, weights: .never, normalization: nil, complexity: "O(n + m)",
        source:
          "R. Guimera, L. A. N. Amaral, Functional cartography of complex metabolic networks, Nature 433 (2005) 895-900, doi:10.1038/nature03288",
        agreesWith: "bctpy participation_coef")
    }
  }
}
