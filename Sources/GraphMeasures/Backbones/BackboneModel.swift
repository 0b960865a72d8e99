/// What memberships would be like by chance: the null model that shared groups are compared with.
///
/// A model keeps some of what is known of the two-mode graph of members and groups, and takes everything else as
/// equally likely. The more it keeps, the more of a large number of shared groups it explains.
public enum BackboneModel: String, Hashable, Sendable, CaseIterable {
  /// The number of memberships.
  case fixedFill
  /// The number of groups of each member: shared groups are hypergeometric.
  case fixedRow
  /// The number of members of each group: shared groups are Poisson-binomial, the same for all pairs.
  case fixedColumn
  /// The number of groups of each member and of members of each group, on average (SDSM): shared groups are
  /// Poisson-binomial, with probabilities from the bipartite configuration model.
  case stochasticDegreeSequence
  /// The number of groups of each member and of members of each group, exactly (FDSM): random draws by Fastball.
  case fixedDegreeSequence

  /// What the model keeps, in words.
  var keeps: String {
    switch self {
    case .fixedFill: "the number of memberships kept"
    case .fixedRow: "the number of groups of each member kept"
    case .fixedColumn: "the number of members of each group kept"
    case .stochasticDegreeSequence:
      "the numbers of groups of each member and of members of each group kept on average"
    case .fixedDegreeSequence: "the numbers of groups of each member and of members of each group kept"
    }
  }

  /// The model's name.
  var name: String {
    switch self {
    case .fixedFill: "fixed fill model"
    case .fixedRow: "fixed row model"
    case .fixedColumn: "fixed column model"
    case .stochasticDegreeSequence: "stochastic degree sequence model"
    case .fixedDegreeSequence: "fixed degree sequence model"
    }
  }
}

/// How tests of shared groups are made.
public struct BackboneOptions: Hashable, Sendable {
  /// Which pairs of members are tested.
  public enum Pairs: String, Hashable, Sendable, CaseIterable {
    /// Those that share a group: enough where only ties that are stronger than by chance are asked for.
    case sharingGroups
    /// All, of which there are n(n − 1)/2.
    case all
  }

  /// How Poisson-binomial probabilities are computed.
  public enum Tails: String, Hashable, Sendable, CaseIterable {
    /// By their definition, one group after the other.
    case exact
    /// By the refined normal approximation, which is fast; R's backbone does.
    case refinedNormal
  }

  /// Which pairs of members are tested.
  public var pairs: Pairs
  /// How Poisson-binomial probabilities are computed.
  public var tails: Tails
  /// Number of random two-mode graphs under ``BackboneModel/fixedDegreeSequence``, at least 1.
  public var trials: Int
  /// Fixes the random two-mode graphs.
  public var seed: UInt64

  /// Creates settings.
  public init(
    pairs: Pairs = .sharingGroups, tails: Tails = .exact, trials: Int = 1_000, seed: UInt64 = 0
  ) {
    self.pairs = pairs
    self.tails = tails
    self.trials = trials
    self.seed = seed
  }
}
