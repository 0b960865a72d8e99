extension MeasureID {
  /// Passports of the measures of cohesion.
  var cohesionPassport: MeasurePassport {
    switch self {
    case .clustering:
      return MeasurePassport(
        id: self, summary: "what share of the pairs of its neighbors are tied themselves",
        formula: "2 t / (k (k - 1)), t triangles at the actor, k its degree",
        conventions: "undefined below degree 2", direction: .never, weights: .never, normalization: nil,
        complexity: "O(m^1.5)",
        source:
          "D. J. Watts, S. H. Strogatz, Collective dynamics of small-world networks, Nature 393 (1998) 440-442, doi:10.1038/30918",
        agreesWith: "networkx clustering (which gives 0 below degree 2)")
    case .triangles:
      return MeasurePassport(
        id: self, summary: "how many pairs of its neighbors are tied themselves",
        formula: "|{{u, w} : v-u, v-w and u-w tied}|", conventions: "parallel ties count once",
        direction: .never, weights: .never, normalization: nil, complexity: "O(m^1.5)",
        source: "D. J. Watts, S. H. Strogatz, Nature 393 (1998) 440-442, doi:10.1038/30918",
        agreesWith: "networkx triangles")
    case .cliques, .largestClique:
      return MeasurePassport(
        id: self,
        summary: self == .cliques
          ? "in how many maximal groups everybody is tied to everybody"
          : "how large the largest group is in which it is tied to everybody, and they to each other",
        formula: self == .cliques
          ? "number of maximal cliques that the actor belongs to"
          : "largest number of members of a clique that the actor belongs to",
        conventions:
          "an isolate is a clique of one; where there are more than a million cliques the search gives up and says so",
        direction: .never, weights: .never, normalization: nil,
        complexity: "O(d n 3^(d/3)) for degeneracy d",
        source:
          "R. D. Luce, A. D. Perry, A method of matrix analysis of group structure, Psychometrika 14 (1949) 95-116, doi:10.1007/BF02289146; E. Tomita, A. Tanaka, H. Takahashi, Theoretical Computer Science 363 (2006) 28-42, doi:10.1016/j.tcs.2006.06.015",
        agreesWith: self == .cliques ? "networkx number_of_cliques" : "networkx node_clique_number")
    case .plexes:
      return MeasurePassport(
        id: self,
        summary: "in how many groups of five or more everybody is tied to all others but one at most",
        formula: "number of maximal 2-plexes of at least 5 members that the actor belongs to",
        conventions:
          "in a k-plex each member may miss up to k members, itself included; where the search grows too large it gives up and says so",
        direction: .never, weights: .never, normalization: nil, complexity: "exponential at worst",
        source:
          "S. B. Seidman, B. L. Foster, A graph-theoretic generalization of the clique concept, Journal of Mathematical Sociology 6 (1978) 139-154, doi:10.1080/0022250X.1978.9989883",
        agreesWith: "UCINET k-plexes (k = 2, minimum size 5), counted by member")
    case .embeddedness:
      return MeasurePassport(
        id: self,
        summary: "how many others must leave before the most cohesive group around it falls apart",
        formula: "largest vertex connectivity of a subgraph that contains the actor",
        conventions: "isolates 0; where the search grows too large it gives up and says so",
        direction: .never, weights: .never, normalization: nil, complexity: "O(k n m) for each cut",
        source:
          "J. Moody, D. R. White, Structural cohesion and embeddedness, American Sociological Review 68 (2003) 103-127, doi:10.2307/3088904",
        agreesWith: "igraph cohesive_blocks, max_cohesion")
    case .corePeriphery:
      return MeasurePassport(
        id: self, summary: "whether it belongs to the core (1) or to the periphery (0)",
        formula:
          "the division with the largest correlation between ties and the ideal pattern: 1 with a core member, 0 within the periphery",
        conventions:
          "found by uphill search from the actors of highest degree and from random starts (--seed): a local optimum; the note gives the fit; undefined without ties and where all are tied",
        direction: .never, weights: .never, normalization: nil, complexity: "O(n^2) a start",
        source:
          "S. P. Borgatti, M. G. Everett, Models of core/periphery structures, Social Networks 21 (2000) 375-395, doi:10.1016/S0378-8733(99)00019-2",
        agreesWith: "UCINET categorical core/periphery, in fit")
    case .continuousCoreness:
      return MeasurePassport(
        id: self, summary: "how near to the core it stands, by degrees",
        formula: "values c >= 0 that make the sum over pairs u != v of (w(u,v) - c(u) c(v))^2 least",
        conventions: "squares add up to 1; isolates 0; a local optimum; the note gives the fit",
        direction: .never, weights: .strengths, normalization: nil, complexity: "O(rounds (n + m))",
        source:
          "S. P. Borgatti, M. G. Everett, Models of core/periphery structures, Social Networks 21 (2000) 375-395, doi:10.1016/S0378-8733(99)00019-2",
        agreesWith: "UCINET continuous core/periphery (MINRES)")
    case .folds:
      return MeasurePassport(
        id: self, summary: "in how many dense groups it is an insider; two or more make a structural fold",
        formula: "number of 3-clique percolation communities that the actor belongs to",
        conventions:
          "groups are unions of triangles that share a tie, by the method of the authors; where the search grows too large it gives up and says so",
        direction: .never, weights: .never, normalization: nil,
        complexity: "that of maximal cliques",
        source:
          "B. Vedres, D. Stark, Structural folds: generative disruption in overlapping groups, American Journal of Sociology 115 (2010) 1150-1190, doi:10.1086/649497; G. Palla et al., Nature 435 (2005) 814-818, doi:10.1038/nature03607",
        agreesWith: "networkx k_clique_communities(k=3), counted by member")
    default:
      return MeasurePassport(
        id: .coreness, summary: "how deep in the core it stands",
        formula: "the largest k such that it belongs to a part in which everybody has degree k or more",
        conventions: "isolates 0", direction: .never, weights: .never, normalization: nil,
        complexity: "O(n + m)",
        source:
          "S. B. Seidman, Network structure and minimum degree, Social Networks 5 (1983) 269-287, doi:10.1016/0378-8733(83)90028-X; V. Batagelj, M. Zaversnik, arXiv:cs/0310049 (2003)",
        agreesWith: "networkx core_number, igraph coreness")
    }
  }
}
