/// What an orchestrator is judged by: seven published measures, each readable by itself.
///
/// More is better in each. They are kept apart rather than folded into one formula, so that a reader can
/// see which of them carry a rank.
public enum Criterion: String, Hashable, Sendable, CaseIterable {
  /// How many others it brings together.
  case reach
  /// How often it lies on shortest paths between others.
  case brokerage
  /// How little its partners are tied to one another.
  case openness
  /// How many missions its ties belong to.
  case missions
  /// How many methods its ties belong to.
  case methods
  /// How many countries other than its own are among those it brings together.
  case borders
  /// How many others it convenes.
  case convening

  /// What it is called in a table or a legend.
  public var title: String {
    switch self {
    case .reach: "Reach"
    case .brokerage: "Brokerage"
    case .openness: "Openness"
    case .missions: "Missions"
    case .methods: "Methods"
    case .borders: "Borders"
    case .convening: "Convening"
    }
  }

  /// What it is, in one sentence with its unit.
  public var definition: String {
    switch self {
    case .reach:
      "distinct other actors tied to it, or that joined a venue which it convenes, hosts, funds, co-funds, "
        + "coordinates, governs or founds; joining a venue adds the venue alone"
    case .brokerage:
      "betweenness: pairs of other actors whose shortest paths run through it, shared where there are several"
    case .openness:
      "1 minus Burt's constraint: 1 where its partners are many and not tied to one another"
    case .missions:
      "distinct missions of its ties"
    case .methods:
      "distinct methods of its ties"
    case .borders:
      "distinct countries, other than its own, of the actors it brings together (as in reach)"
    case .convening:
      "distinct other actors that it convenes, hosts, funds, co-funds, coordinates, governs or founds, or that "
        + "joined it"
    }
  }

  /// Where the measure was published.
  public var source: String {
    switch self {
    case .reach:
      "Freeman 1978, doi:10.1016/0378-8733(78)90021-7; through venues: Abbott, Genschel, Snidal & Zangl 2015, "
        + "doi:10.1017/CBO9781139979696"
    case .brokerage: "Freeman 1977, doi:10.2307/3033543"
    case .openness: "Burt 1992, Structural Holes; Burt 2004, doi:10.1086/421787"
    case .missions, .methods: "Nicosia & Latora 2015 (node activity), doi:10.1103/PhysRevE.92.032805"
    case .borders:
      "Reagans & McEvily 2003 (network range), doi:10.2307/3556658; share abroad: Krackhardt & Stern 1988, "
        + "doi:10.2307/2786835"
    case .convening: "Provan & Kenis 2008, doi:10.1093/jopart/mum015"
    }
  }

  /// Its place among all criteria.
  var index: Int {
    switch self {
    case .reach: 0
    case .brokerage: 1
    case .openness: 2
    case .missions: 3
    case .methods: 4
    case .borders: 5
    case .convening: 6
    }
  }
}
