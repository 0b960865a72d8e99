extension MeasureID {
  /// Passports of the measures of position.
  var positionPassport: MeasurePassport {
    let freeman =
      "L. C. Freeman, Centrality in social networks: conceptual clarification, Social Networks 1 (1978) 215-239, doi:10.1016/0378-8733(78)90021-7"
    let barrat =
      "A. Barrat et al., The architecture of complex weighted networks, PNAS 101 (2004) 3747-3752, doi:10.1073/pnas.0400087101"
    switch self {
    case .inDegree, .outDegree:
      let word = self == .inDegree ? "arrive" : "leave"
      return MeasurePassport(
        id: self, summary: "how many other actors ties \(word) \(self == .inDegree ? "from" : "for")",
        formula: self == .inDegree ? "|{u != v : u -> v}|" : "|{u != v : v -> u}|",
        conventions: "parallel ties count once; self-ties are ignored; an undirected tie runs both ways",
        direction: .always, weights: .never, normalization: .otherActors, complexity: "O(n + m)",
        source: freeman,
        agreesWith: "networkx \(self == .inDegree ? "in_degree" : "out_degree") of the simple directed graph")
    case .strength, .inStrength, .outStrength:
      return MeasurePassport(
        id: self,
        summary: self == .strength
          ? "the sum of the weights of its ties"
          : "the sum of the weights of ties that \(self == .inStrength ? "arrive" : "leave")",
        formula: self == .strength
          ? "sum over ties {u, v} of w" : "sum over arcs \(self == .inStrength ? "u -> v" : "v -> u") of w",
        conventions:
          "parallel ties are added up (or by --parallel-ties); a blank weight is 1; self-ties are ignored",
        direction: self == .strength ? .never : .always, weights: .always, normalization: nil,
        complexity: "O(n + m)", source: barrat, agreesWith: "igraph strength after simplify")
    case .betweenness:
      return MeasurePassport(
        id: self, summary: "how often it lies on the shortest ways between others",
        formula: "sum over pairs s, t of sigma_st(v) / sigma_st, sigma counting shortest paths",
        conventions:
          "unordered pairs where undirected, ordered where directed; end points are not counted; pairs without a path add nothing; --cutoff L counts pairs at distance L or less alone",
        direction: .whenAsked, weights: .lengths, normalization: .otherPairs,
        complexity: "O(n m), weighted O(n m + n^2 log n)",
        source:
          "L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977) 35-41, doi:10.2307/3033543; U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001) 163-177, doi:10.1080/0022250X.2001.9990249",
        agreesWith:
          "networkx betweenness_centrality(normalized=False); NetworKit gives twice this where undirected")
    case .closeness:
      return MeasurePassport(
        id: self, summary: "how near it is to the actors that it can be reached from",
        formula: "(r / (n - 1)) * (r / sum of d(u, v)), r other actors having a path to v",
        conventions:
          "Wasserman-Faust form, so that disconnected networks compare; isolates 0; directed: distances to the actor",
        direction: .whenAsked, weights: .lengths, normalization: nil, complexity: "O(n m)",
        source:
          "S. Wasserman, K. Faust, Social Network Analysis, Cambridge University Press (1994) p. 201; A. Bavelas, Journal of the Acoustical Society of America 22 (1950) 725-730, doi:10.1121/1.1906679",
        agreesWith: "networkx closeness_centrality(wf_improved=True)")
    case .harmonic:
      return MeasurePassport(
        id: self, summary: "how near it is to all others, those out of reach counting nothing",
        formula: "sum over u != v of 1 / d(u, v)",
        conventions: "1 / infinity is 0; directed: distances to the actor", direction: .whenAsked,
        weights: .lengths,
        normalization: .otherActors, complexity: "O(n m)",
        source:
          "M. Marchiori, V. Latora, Harmony in the small-world, Physica A 285 (2000) 539-546, doi:10.1016/S0378-4371(00)00311-3",
        agreesWith: "networkx harmonic_centrality")
    case .eccentricity:
      return MeasurePassport(
        id: self, summary: "how far away the farthest actor is that has a path to it",
        formula: "max over u != v of d(u, v), u having a path to v",
        conventions:
          "within the component where undirected; undefined where nobody has a path to it; directed: distances to the actor",
        direction: .whenAsked, weights: .lengths, normalization: nil, complexity: "O(n m)",
        source:
          "P. Hage, F. Harary, Eccentricity and centrality in networks, Social Networks 17 (1995) 57-63, doi:10.1016/0378-8733(94)00248-9",
        agreesWith: "networkx eccentricity of each component; where directed, of the reversed graph")
    case .reach2, .reach3:
      let steps = self == .reach2 ? 2 : 3
      return MeasurePassport(
        id: self, summary: "how many other actors are at most \(steps) steps away",
        formula: "|{u != v : d(u, v) <= \(steps)}|",
        conventions: "it is not counted itself; directed: those from whom steps lead to the actor",
        direction: .whenAsked, weights: .never, normalization: .otherActors, complexity: "O(n m)",
        source:
          "S. P. Borgatti, Identifying sets of key players in a social network, Computational and Mathematical Organization Theory 12 (2006) 21-34, doi:10.1007/s10588-006-7084-x",
        agreesWith:
          "networkx single_source_shortest_path_length(cutoff=\(steps)); igraph neighborhood_size, less 1")
    case .pagerank:
      return MeasurePassport(
        id: self, summary: "where a walker who follows ties, and now and then jumps, spends its time",
        formula:
          "x(v) = (1 - d)/n + d z/n + d sum over u -> v of x(u) w(u,v) / W(u); d = 0.85, z = score of actors without ties out",
        conventions:
          "scores sum to 1; dangling score is spread evenly; iterated until the change is at most 1e-12; with --from the walker starts anew at those actors, and dangling score goes there (T. H. Haveliwala 2003, doi:10.1109/TKDE.2003.1208999)",
        direction: .whenAsked, weights: .strengths, normalization: nil, complexity: "O(rounds (n + m))",
        source:
          "S. Brin, L. Page, The anatomy of a large-scale hypertextual Web search engine, Computer Networks and ISDN Systems 30 (1998) 107-117, doi:10.1016/S0169-7552(98)00110-X",
        agreesWith: "networkx pagerank(tol=1e-14), igraph pagerank")
    case .eigenvector:
      return MeasurePassport(
        id: self, summary: "how central its neighbors are, they being judged by theirs",
        formula: "lambda x(v) = sum over u -> v of w(u,v) x(u) for the largest lambda",
        conventions:
          "non-negative, sum of squares 1; only the component with the largest lambda scores, of equal ones that with the first actor; elsewhere 0",
        direction: .whenAsked, weights: .strengths, normalization: nil, complexity: "O(rounds (n + m))",
        source:
          "P. Bonacich, Factoring and weighting approaches to status scores and clique identification, Journal of Mathematical Sociology 2 (1972) 113-120, doi:10.1080/0022250X.1972.9989806",
        agreesWith: "networkx eigenvector_centrality_numpy on connected graphs")
    case .katz:
      return MeasurePassport(
        id: self, summary: "how many walks end at it, long ones counting less",
        formula: "x(v) = 1 + alpha sum over u -> v of w(u,v) x(u), alpha = 0.85 / largest eigenvalue",
        conventions:
          "sum of squares 1; alpha is reported; without cycles, where directed, the largest in-strength stands in for the eigenvalue",
        direction: .whenAsked, weights: .strengths, normalization: nil, complexity: "O(rounds (n + m))",
        source:
          "L. Katz, A new status index derived from sociometric analysis, Psychometrika 18 (1953) 39-43, doi:10.1007/BF02289026",
        agreesWith: "networkx katz_centrality_numpy with that alpha")
    case .hubs, .authorities:
      let isHubs = self == .hubs
      return MeasurePassport(
        id: self, summary: isHubs ? "whether it points to good authorities" : "whether good hubs point to it",
        formula: isHubs
          ? "sigma h(u) = sum over u -> v of w(u,v) a(v), a the authorities, for the largest sigma"
          : "sigma a(v) = sum over u -> v of w(u,v) h(u), h the hubs, for the largest sigma",
        conventions:
          "scores sum to 1; an undirected tie runs both ways, and where all do, hubs and authorities are the same; of parts with equal sigma that with the first actor among its hubs scores, elsewhere 0",
        direction: .always, weights: .strengths, normalization: nil, complexity: "O(rounds (n + m))",
        source:
          "J. M. Kleinberg, Authoritative sources in a hyperlinked environment, Journal of the ACM 46 (1999) 604-632, doi:10.1145/324133.324140",
        agreesWith: "networkx hits where one part has the largest sigma")
    case .currentFlowBetweenness:
      return MeasurePassport(
        id: self, summary: "how much current passes it when ties conduct: all paths count, short ones more",
        formula: "sum over unordered pairs s, t other than v of 1/2 sum over u of |I_st(v,u)|",
        conventions:
          "a unit of current for each pair of a component; strengths are conductances; isolates and pairs 0; end points are not counted",
        direction: .never, weights: .strengths, normalization: .componentPairs,
        complexity: "O(k^3) for a block of k actors up to 1,024, then O(rounds k m)",
        source:
          "M. E. J. Newman, A measure of betweenness centrality based on random walks, Social Networks 27 (2005) 39-54, doi:10.1016/j.socnet.2004.11.009; U. Brandes, D. Fleischer, STACS (2005) 533-544, doi:10.1007/978-3-540-31856-9_44",
        agreesWith: "networkx current_flow_betweenness_centrality(normalized=False) of each component")
    case .flowBetweenness:
      return MeasurePassport(
        id: self, summary: "how much of what could flow between others depends on it",
        formula: "sum over unordered pairs s, t other than v of maxflow(s, t) - maxflow(s, t) without v",
        conventions: "each tie carries 1, or its strength; isolates 0; directed: ordered pairs, along ties",
        direction: .whenAsked,
        weights: .strengths, normalization: .flowTotals, complexity: "O(n^2) maximum flows",
        source:
          "L. C. Freeman, S. P. Borgatti, D. R. White, Centrality in valued graphs, Social Networks 13 (1991) 141-154, doi:10.1016/0378-8733(91)90017-N",
        agreesWith: "R sna flowbet(cmode=\"rawflow\")")
    case .information:
      return MeasurePassport(
        id: self, summary: "how well it is joined to all others by all paths together",
        formula:
          "1 / sum over u of R(u,v), R the effective resistance: networkx's scale, 1/n of Stephenson and Zelen's",
        conventions: "within each component; strengths are conductances; isolates undefined",
        direction: .never, weights: .strengths, normalization: nil,
        complexity: "O(k^3) for a component of k actors up to 1,024, then O(rounds k m)",
        source:
          "K. Stephenson, M. Zelen, Rethinking centrality: methods and examples, Social Networks 11 (1989) 1-37, doi:10.1016/0378-8733(89)90016-6",
        agreesWith: "networkx information_centrality of each component")
    default:
      return MeasurePassport(
        id: .degree, summary: "how many other actors it is tied to",
        formula: "|{u != v : u and v tied, either way}|",
        conventions: "parallel ties count once; self-ties are ignored", direction: .never,
        weights: .never,
        normalization: .otherActors, complexity: "O(n + m)", source: freeman,
        agreesWith: "igraph degree after simplify")
    }
  }
}
