extension MeasureID {
  /// Passports of communities.
  var communityPassport: MeasurePassport {
    switch self {
    case .component:
      return MeasurePassport(
        id: self, summary: "which part of the network it belongs to, parts having no ties to each other",
        formula: "the class of actors joined to it by paths",
        conventions:
          "numbers count from 1 by descending size, equal ones by their first actor; names, not quantities; an isolate is a part of its own",
        direction: .never, weights: .never, normalization: nil, complexity: "O(n + m)",
        source:
          "S. Wasserman, K. Faust, Social Network Analysis, Cambridge University Press (1994), chapter 4, doi:10.1017/CBO9780511815478",
        agreesWith: "networkx connected_components")
    case .labelPropagation:
      return MeasurePassport(
        id: self, summary: "which group it falls in with when all copy the majority of their neighbors",
        formula: "a label for each actor that is among the most frequent ones of its neighbors",
        conventions:
          "labels count from 1 by descending size; names, not quantities; depends on --seed; fast, but less good than community",
        direction: .never, weights: .strengths, normalization: nil, complexity: "O(rounds (n + m))",
        source:
          "U. N. Raghavan, R. Albert, S. Kumara, Near linear time algorithm to detect community structures in large-scale networks, Physical Review E 76 (2007) 036106, doi:10.1103/PhysRevE.76.036106",
        agreesWith: "the definition; igraph community_label_propagation breaks ties otherwise")
    case .consensusCommunity, .ambiguity:
      return MeasurePassport(
        id: self,
        summary: self == .ambiguity
          ? "how far it changes sides when communities are looked for again"
          : "which community it belongs to by agreement of many searches",
        formula: self == .ambiguity
          ? "1 - mean share of searches that put it together with the others of its consensus community"
          : "communities of the graph of shares of searches that put two actors together, until all agree",
        conventions: self == .ambiguity
          ? "0 where all searches agree; undefined for an actor alone in its community"
          : "labels count from 1 by descending size; names, not quantities; 50 searches with seeds that follow --seed",
        direction: .never, weights: .strengths, normalization: nil,
        complexity: "O(searches i (n + m))",
        source:
          "A. Lancichinetti, S. Fortunato, Consensus clustering in complex networks, Scientific Reports 2 (2012) 336, doi:10.1038/srep00336",
        agreesWith: "the definition")
    case .multiplexCommunity:
      return MeasurePassport(
        id: self, summary: "which group of actors tied on many missions and methods it belongs to",
        formula:
          "the division with the largest sum over layers of modularity; layers are missions and methods, or those of --axis",
        conventions:
          "labels count from 1 by descending size; names, not quantities; a tie without a topic counts nowhere; depends on --seed",
        direction: .never, weights: .strengths, normalization: nil,
        complexity: "O(i (n L + m)) for i iterations, L layers",
        source:
          "P. J. Mucha et al., Community structure in time-dependent, multiscale, and multiplex networks, Science 328 (2010) 876-878, doi:10.1126/science.1184819; V. A. Traag, L. Waltman, N. J. van Eck, Scientific Reports 9 (2019) 5233, doi:10.1038/s41598-019-41695-z",
        agreesWith: "leidenalg find_partition_multiplex with ModularityVertexPartition, in quality")
    default:
      return MeasurePassport(
        id: .community, summary: "which group of densely tied actors it belongs to",
        formula:
          "the division that the Leiden algorithm finds with the largest sum over communities c of e_c / m - (K_c / 2m)^2: modularity, resolution 1",
        conventions:
          "labels count from 1 by descending size, ties by the first actor; they are names, not quantities; communities are connected; isolates are communities of their own; which of several nearly equal divisions is found depends on --seed; --quality cpm takes the constant Potts model, a higher --resolution gives smaller communities",
        direction: .never, weights: .strengths, normalization: nil,
        complexity: "O(i (n + m)) for i iterations",
        source:
          "V. A. Traag, L. Waltman, N. J. van Eck, From Louvain to Leiden: guaranteeing well-connected communities, Scientific Reports 9 (2019) 5233, doi:10.1038/s41598-019-41695-z",
        agreesWith: "igraph community_leiden and leidenalg in modularity, up to the last hundredths")
    }
  }
}
