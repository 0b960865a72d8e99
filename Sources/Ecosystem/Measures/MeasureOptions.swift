public import GraphMeasures

/// How measures are taken.
public struct MeasureOptions: Hashable, Sendable {
  /// How ties become a graph.
  public var graph = GraphOptions()
  /// What measures of borders and of brokerage between groups take for groups.
  public var grouping = Grouping.country
  /// Fixes the random numbers of what is found by search or by permutation.
  public var seed: UInt64 = 1
  /// Whose convention values follow.
  public var scale = Scale.raw
  /// How measures that can be approximated are; nil for exact values.
  public var approximation: Approximation?
  /// Longest paths that `betweenness` counts; nil for any.
  public var longestPath: Double?
  /// Actors at which the walker of `pagerank` starts anew, as indices into the dataset's actors; empty for all.
  public var restarts: [Int] = []
  /// Topics that `relevance` and its relatives ask about, as indices into the dataset's topics.
  public var layers: [Int] = []
  /// Weights of the ties between the replicas of an actor in measures of versatility, at least one; further ones
  /// make further columns.
  public var couplings: [Double] = [1]
  /// Permutations of groups that brokerage roles and E-I are compared with; 0 for none.
  public var permutations = 0
  /// What the communities of `community` make as large as can be.
  public var communityQuality = CommunityQuality.modularity(resolution: 1)
  /// What becomes of measures that cannot be taken of the view.
  public var refusals = Refusals.thrown

  /// Creates the options of the contract.
  public init() {}

  /// The scale of values.
  public enum Scale: Hashable, Sendable {
    /// As defined.
    case raw
    /// Divided as the passport says, where it names a normalization.
    case normalized
    /// As another tool gives it, where it is known to differ.
    case tool(OtherTool)
  }

  /// What becomes of measures that cannot be taken of the view.
  public enum Refusals: Hashable, Sendable {
    /// They are errors.
    case thrown
    /// All their values are undefined, and a note says why.
    case noted
  }
}
