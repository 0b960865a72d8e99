/// Why an actor ranks where it does: its values, its places, and the ties behind them.
public struct Explanation: Sendable {
  /// The actor, as an index into the dataset's actors.
  public let actor: Int
  /// Its row of the ranking.
  public let row: OrchestratorRanking.Row
  /// Whom it is compared with.
  public let candidates: CandidateSet
  /// How many they are.
  public let candidateCount: Int
  /// Its place and what carries it, in one sentence.
  public let summary: String
  /// One entry for each criterion that some candidate has a value of, in the order of the criteria.
  public let criteria: [CriterionReason]
  /// What holds it back: the criteria that count in which it loses most weighted points, at most two.
  public let shortfalls: [Shortfall]
  /// The candidate ranked next above it, nil for the first.
  public let rival: Rival?
  /// Its own ties with others, ascending, then those by which others joined what it convenes, as evidence.
  public let evidence: [Evidence]
  /// What a reader should know of how the ranking came about.
  public let notes: [String]

  /// The evidence of one of the ties named in ``Part/ties``.
  ///
  /// - Complexity: O(ties in ``evidence``).
  public func evidence(ofTie tie: Int) -> Evidence? { evidence.first { $0.tie == tie } }

  /// A criterion of the explained actor.
  public struct CriterionReason: Sendable {
    /// The criterion.
    public let criterion: Criterion
    /// Its value, nil where undefined.
    public let value: Double?
    /// Its place among the candidates.
    public let standing: Standing
    /// Value and place in words.
    public let sentence: String
    /// The ties that produce the value, by what they lead to; for brokerage and openness all its ties.
    public let parts: [Part]
  }

  /// Ties that together lead to one thing: a venue, a topic, a country.
  public struct Part: Hashable, Sendable {
    /// What the ties have in common.
    public enum Subject: Hashable, Sendable {
      /// They are the actor's own.
      case direct
      /// They are the ties by which the actor convenes a venue, and by which others joined it.
      case venue(Int)
      /// They are the actor's ties of this topic, an index into the dataset's topics.
      case topic(Int)
      /// They are the ties that lead to actors of this country.
      case country(String)
    }

    /// What the ties have in common.
    public let subject: Subject
    /// The same in words.
    public let label: String
    /// The actors at their far ends, ascending, each once.
    public let actors: [Int]
    /// The ties, ascending, as indices into the dataset's ties.
    public let ties: [Int]

    package init(subject: Subject, label: String, actors: [Int], ties: [Int]) {
      self.subject = subject
      self.label = label
      self.actors = actors
      self.ties = ties
    }
  }

  /// A criterion in which the explained actor loses points.
  public struct Shortfall: Hashable, Sendable {
    /// The criterion.
    public let criterion: Criterion
    /// Share of the other candidates that stand above it there, those tied with counting half.
    public let loss: Double
    /// What it has, and what the tenth-best candidate has, or the best where it is among the first ten.
    public let sentence: String
  }

  /// The candidate next above.
  public struct Rival: Hashable, Sendable {
    /// The candidate, as an index into the dataset's actors.
    public let actor: Int
    /// The criteria that count in which it stands above the explained actor.
    public let leadsIn: [Criterion]
    /// The criteria that count in which it stands below.
    public let trailsIn: [Criterion]
  }
}
