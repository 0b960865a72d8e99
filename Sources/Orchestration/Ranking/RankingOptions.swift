/// How orchestrators are ranked.
public struct RankingOptions: Hashable, Sendable {
  /// Who is ranked.
  public var candidates: CandidateSet
  /// What each criterion is worth: 0 or more, 1 where it is not named, not 0 for all.
  public var weights: [Criterion: Double]

  /// Creates options; every criterion is worth the same by default.
  public init(candidates: CandidateSet = .all, weights: [Criterion: Double] = [:]) {
    self.candidates = candidates
    self.weights = weights
  }

  /// What a criterion is worth.
  public func weight(of criterion: Criterion) -> Double { weights[criterion] ?? 1 }
}
