/// A way in which the data may be wrong: some ties are missing.
///
/// Each replicate leaves out every tie with the same probability, one independently of the other, and keeps
/// all actors.
///
/// Reference: S. P. Borgatti, K. M. Carley, D. Krackhardt, "On the robustness of centrality measures under
/// conditions of imperfect data", Social Networks 28 (2006) 124–136, doi:10.1016/j.socnet.2005.05.001.
public struct TieLoss: Hashable, Sendable {
  /// Probability that a tie is left out, from 0 to 1.
  public var share: Double
  /// How often the data are drawn, at least 1.
  public var replicates: Int
  /// Fixes the random numbers.
  public var seed: UInt64

  /// Creates settings; one tie in ten, 200 times, by default.
  public init(share: Double = 0.1, replicates: Int = 200, seed: UInt64 = 1) {
    self.share = share
    self.replicates = replicates
    self.seed = seed
  }

  func validate() throws(RankingError) {
    guard share >= 0, share <= 1 else {
      throw RankingError(.badLoss, "the share of ties left out must be in 0 ... 1, got \(share)")
    }
    guard replicates >= 1 else {
      throw RankingError(.badLoss, "the number of replicates must be 1 or more, got \(replicates)")
    }
  }
}
