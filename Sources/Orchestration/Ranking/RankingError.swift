/// A ranking or an explanation that cannot be made.
public struct RankingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why it cannot.
  public enum Reason: Hashable, Sendable {
    /// A weight is negative or not finite, or no criterion is left that counts.
    case badWeights
    /// The actor is not among those ranked.
    case notACandidate
    /// A share is not in 0 ... 1, or there are no replicates.
    case badLoss
  }

  /// Why it cannot be made.
  public let reason: Reason
  /// What was wrong and how to mend it.
  public let description: String

  init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}
