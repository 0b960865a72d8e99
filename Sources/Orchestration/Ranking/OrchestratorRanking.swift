/// Candidates in the order of how much they bring others together, with what speaks for each.
public struct OrchestratorRanking: Sendable {
  /// The ranked actors, best first; those who share a rank in the order of their ids.
  public let rows: [Row]
  /// The options in force.
  public let options: RankingOptions
  /// The criteria that count: defined for some candidate, and of a weight above 0.
  public let criteria: [Criterion]
  /// How many actors of the view have no tie to another and are not ranked.
  public let unranked: Int
  /// What a reader should know of how the ranking came about.
  public let notes: [String]

  /// One ranked actor.
  public struct Row: Sendable {
    /// Its vertex in the view.
    public let vertex: Int
    /// Its index in the dataset's actors.
    public let actor: Int
    /// 1 for the best; equal scores share the best of their places, so that 1, 2, 2, 4 may occur.
    public let rank: Int
    /// Weighted mean over the criteria of the share of other candidates that it beats: 0 to 1.
    public let score: Double
    /// Whether no other candidate stands at least as well in all criteria that count and better in one.
    public let isUnbeaten: Bool
    /// The criteria that carry its score, at most two: the largest weighted points; where equal, the place
    /// that fewer share.
    public let carriers: [Criterion]
    /// How many of the criteria that count are undefined for it; each is taken as last.
    public let missing: Int
    /// Number of distinct actors tied to it.
    public let partners: Int
    /// Reach divided by ``partners``.
    public let reachPerTie: Double?
    /// Share of the actors brought together, of those of known country, that are in another country.
    public let shareAbroad: Double?
    /// The carriers in words, such as `brings together 98 actors (2nd of 36); works on 5 missions (1st)`.
    public let reason: String

    let values: [Double?]
    let standings: [Standing?]

    /// Its value of a criterion, nil where undefined.
    public func value(of criterion: Criterion) -> Double? { values[criterion.index] }

    /// Where it stands in a criterion among the candidates, nil where no candidate has a value.
    public func standing(in criterion: Criterion) -> Standing? { standings[criterion.index] }
  }
}
