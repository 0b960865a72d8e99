/// The measures of whole networks, in the order in which they are listed.
public enum NetworkMeasureID: String, Hashable, Sendable, CaseIterable {
  case density
  case meanDegree = "mean-degree"
  case components
  case averagePathLength = "average-path-length"
  case diameter
  case transitivity
  case reciprocity
  case degreeAssortativity = "degree-assortativity"
  case groupAssortativity = "group-assortativity"
  case globalEI = "global-ei"
  case degreeCentralization = "degree-centralization"
  case betweennessCentralization = "betweenness-centralization"
  case closenessCentralization = "closeness-centralization"
  case smallWorld = "small-world"
  case richClub = "rich-club"
  case corePeripheryFit = "core-periphery-fit"
  case modularity
  case cliqueNumber = "clique-number"
  case cohesion
  case fragmentation
}

/// What a reader needs to defend a number of a whole network.
public struct NetworkMeasurePassport: Hashable, Sendable {
  /// Which measure.
  public let id: NetworkMeasureID
  /// What it says, in one line.
  public let summary: String
  /// The definition.
  public let formula: String
  /// Conventions that tools differ in, and where the value is undefined.
  public let conventions: String
  /// Time it takes for n actors and m ties.
  public let complexity: String
  /// Who defined it, where.
  public let source: String
  /// The call of another tool that gives the same number on the simple graph.
  public let agreesWith: String

  fileprivate init(
    _ id: NetworkMeasureID, _ summary: String, formula: String, conventions: String, complexity: String,
    source: String, agreesWith: String
  ) {
    self.id = id
    self.summary = summary
    self.formula = formula
    self.conventions = conventions
    self.complexity = complexity
    self.source = source
    self.agreesWith = agreesWith
  }
}

private let freeman =
  "L. C. Freeman, Centrality in social networks: conceptual clarification, Social Networks 1 (1978) 215-239, doi:10.1016/0378-8733(78)90021-7"
private let wassermanFaust =
  "S. Wasserman, K. Faust, Social Network Analysis, Cambridge University Press (1994), doi:10.1017/CBO9780511815478"
private let newmanMixing =
  "M. E. J. Newman, Mixing patterns in networks, Physical Review E 67 (2003) 026126, doi:10.1103/PhysRevE.67.026126"

extension NetworkMeasureID {
  /// The passport of the measure.
  public var passport: NetworkMeasurePassport {
    switch self {
    case .density:
      NetworkMeasurePassport(
        self, "what share of all pairs of actors is tied", formula: "m / (n (n - 1) / 2)",
        conventions: "pairs without direction, parallel ties once; undefined below two actors",
        complexity: "O(n + m)", source: wassermanFaust, agreesWith: "networkx density")
    case .meanDegree:
      NetworkMeasurePassport(
        self, "how many others an actor is tied to on average", formula: "2 m / n",
        conventions: "undefined without actors", complexity: "O(n + m)", source: wassermanFaust,
        agreesWith: "igraph mean(degree)")
    case .components:
      NetworkMeasurePassport(
        self, "into how many parts without ties to each other the network falls",
        formula: "number of classes of actors joined by paths",
        conventions: "isolates are parts of their own",
        complexity: "O(n + m)", source: wassermanFaust, agreesWith: "networkx number_connected_components")
    case .averagePathLength:
      NetworkMeasurePassport(
        self, "how many steps lie between two actors on average",
        formula: "mean of d(s, t) over pairs with a path",
        conventions: "pairs without a path are left out; undefined where there are none",
        complexity: "O(n m)",
        source:
          "D. J. Watts, S. H. Strogatz, Nature 393 (1998) 440-442, doi:10.1038/30918",
        agreesWith: "igraph average_path_length")
    case .diameter:
      NetworkMeasurePassport(
        self, "how many steps lie between the two actors farthest apart",
        formula: "max of d(s, t) over pairs with a path",
        conventions: "pairs without a path are left out; undefined where there are none",
        complexity: "O(n m)",
        source: wassermanFaust, agreesWith: "igraph diameter")
    case .transitivity:
      NetworkMeasurePassport(
        self, "how often two contacts of an actor are tied themselves",
        formula: "3 triangles / paths of two ties", conventions: "undefined without paths of two ties",
        complexity: "O(m^1.5)",
        source:
          "M. E. J. Newman, D. J. Watts, S. H. Strogatz, PNAS 99 (2002) 2566-2572, doi:10.1073/pnas.012582999",
        agreesWith: "networkx transitivity, igraph transitivity_undirected")
    case .reciprocity:
      NetworkMeasurePassport(
        self, "what share of directed ties is answered", formula: "arcs with an arc back / arcs",
        conventions: "an undirected tie is answered; undefined without ties", complexity: "O(n + m)",
        source: wassermanFaust, agreesWith: "networkx overall_reciprocity, igraph reciprocity")
    case .degreeAssortativity:
      NetworkMeasurePassport(
        self, "whether actors of many ties are tied to each other (+) or to those of few (-)",
        formula: "correlation of the degrees at both ends of ties",
        conventions: "undefined where all degrees at ends are equal", complexity: "O(n + m)",
        source:
          "M. E. J. Newman, Assortative mixing in networks, Physical Review Letters 89 (2002) 208701, doi:10.1103/PhysRevLett.89.208701",
        agreesWith: "networkx degree_assortativity_coefficient, igraph assortativity_degree")
    case .groupAssortativity:
      NetworkMeasurePassport(
        self, "whether ties stay within groups more than by chance",
        formula: "(sum of e_ii - sum of a_i b_i) / (1 - sum of a_i b_i), by country",
        conventions: "ties with an end of unknown group are left out; undefined with a single group",
        complexity: "O(n + m)", source: newmanMixing,
        agreesWith: "networkx attribute_assortativity_coefficient, igraph assortativity_nominal")
    case .globalEI:
      NetworkMeasurePassport(
        self, "whether ties go abroad (+1) or stay at home (-1)",
        formula: "(external - internal) / (external + internal), by country",
        conventions: "ties with an end of unknown group are left out", complexity: "O(n + m)",
        source:
          "D. Krackhardt, R. N. Stern, Informal networks and organizational crises, Social Psychology Quarterly 51 (1988) 123-140, doi:10.2307/2786835",
        agreesWith: "UCINET E-I index")
    case .degreeCentralization, .betweennessCentralization, .closenessCentralization:
      NetworkMeasurePassport(
        self,
        "how far the most central actor outdoes the others, by \(rawValue.split(separator: "-").first ?? "")",
        formula: "sum over v of (C* - C(v)) / the largest that sum can be with n actors, in a star",
        conventions: "without direction; undefined below three actors",
        complexity: self == .degreeCentralization ? "O(n + m)" : "O(n m)", source: freeman,
        agreesWith: self == .degreeCentralization
          ? "igraph centr_degree(loops=FALSE)"
          : self == .betweennessCentralization ? "igraph centr_betw" : "igraph centr_clo on connected graphs")
    case .smallWorld:
      NetworkMeasurePassport(
        self, "how clustered it is for paths as short as they are: above 1 a small world",
        formula: "(C / C_rand) / (L / L_rand), C transitivity, L average path length",
        conventions:
          "random networks are 20 with the same degrees, seeded; grows with size; undefined without triangles at random",
        complexity: "O(n m) for each",
        source:
          "M. D. Humphries, K. Gurney, Network small-world-ness, PLoS ONE 3 (2008) e0002051, doi:10.1371/journal.pone.0002051",
        agreesWith: "networkx sigma, up to its random graphs")
    case .richClub:
      NetworkMeasurePassport(
        self, "whether those of many ties are tied to each other more than by chance: above 1 a club",
        formula:
          "phi(k) / phi_rand(k), phi the density among actors of degree above k, k the median degree of ends",
        conventions: "random networks are 20 with the same degrees, seeded", complexity: "O(m) for each",
        source:
          "V. Colizza et al., Detecting rich-club ordering in complex networks, Nature Physics 2 (2006) 110-115, doi:10.1038/nphys209",
        agreesWith: "networkx rich_club_coefficient, up to its random graph")
    case .corePeripheryFit:
      NetworkMeasurePassport(
        self, "how near the network comes to a core tied to all and a periphery tied to the core alone",
        formula: "correlation of ties with the ideal pattern, at its largest",
        conventions: "a local optimum of a seeded search; undefined without ties and where all are tied",
        complexity: "O(n^2) a start",
        source:
          "S. P. Borgatti, M. G. Everett, Models of core/periphery structures, Social Networks 21 (2000) 375-395, doi:10.1016/S0378-8733(99)00019-2",
        agreesWith: "UCINET categorical core/periphery, in fit")
    case .modularity:
      NetworkMeasurePassport(
        self, "how far ties stay within the communities that they make",
        formula: "sum over communities c of e_c / m - (K_c / 2m)^2",
        conventions: "of the division that the Leiden algorithm finds, seeded; undefined without ties",
        complexity: "O(i (n + m))",
        source:
          "M. E. J. Newman, M. Girvan, Physical Review E 69 (2004) 026113, doi:10.1103/PhysRevE.69.026113",
        agreesWith: "igraph modularity")
    case .cliqueNumber:
      NetworkMeasurePassport(
        self, "how large the largest group is in which all are tied to each other",
        formula: "size of a largest clique", conventions: "left out where the search grows too large",
        complexity: "O(d n 3^(d/3)) for degeneracy d",
        source:
          "R. D. Luce, A. D. Perry, Psychometrika 14 (1949) 95-116, doi:10.1007/BF02289146",
        agreesWith: "igraph clique_number")
    case .cohesion:
      NetworkMeasurePassport(
        self, "how many must leave before the most cohesive group falls apart",
        formula: "largest vertex connectivity of a subgraph",
        conventions: "left out where the search grows too large",
        complexity: "O(k n m) for each cut",
        source:
          "J. Moody, D. R. White, Structural cohesion and embeddedness, American Sociological Review 68 (2003) 103-127, doi:10.2307/3088904",
        agreesWith: "igraph cohesive_blocks")
    case .fragmentation:
      NetworkMeasurePassport(
        self, "what share of pairs of actors has no path",
        formula: "1 - sum of s (s - 1) / (n (n - 1)), s sizes of components",
        conventions: "undefined below two actors", complexity: "O(n + m)",
        source:
          "S. P. Borgatti, Identifying sets of key players in a social network, Computational and Mathematical Organization Theory 12 (2006) 21-34, doi:10.1007/s10588-006-7084-x",
        agreesWith: "UCINET fragmentation")
    }
  }
}
