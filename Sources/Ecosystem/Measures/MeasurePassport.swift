/// What a reader needs to defend a number: what it is, how it was made, and who defined it.
public struct MeasurePassport: Hashable, Sendable {
  /// What a measure does with the direction of ties.
  public enum DirectionUse: String, Hashable, Sendable {
    /// Reads it only where asked to (`--directed`).
    case whenAsked = "reads ties both ways unless --directed"
    /// Cannot do without it.
    case always = "always reads the direction of ties"
    /// Has no use for it.
    case never = "reads ties both ways, always"
  }

  /// What a measure does with the weights of ties.
  public enum WeightUse: String, Hashable, Sendable {
    /// Takes them for lengths, or their inverses where they are strengths.
    case lengths = "ignores weights unless --weights length or strength (length 1/strength)"
    /// Takes them for strengths.
    case strengths = "ignores weights unless --weights strength"
    /// Cannot do without them.
    case always = "always adds up weights"
    /// Has no use for them.
    case never = "ignores weights"
  }

  /// The published normalization of a measure, by a factor that depends on the number of actors alone.
  public enum Normalization: Hashable, Sendable {
    /// Divided by the number of other actors.
    case otherActors
    /// Divided by the number of pairs of other actors: unordered pairs, or ordered ones where directed.
    case otherPairs
    /// Divided by the number of unordered pairs of other actors of the same component.
    case componentPairs
    /// Divided by the sum of the largest flows between other actors.
    case flowTotals
  }

  /// Which measure.
  public let id: MeasureID
  /// What it says about an actor, in one line.
  public let summary: String
  /// The definition.
  public let formula: String
  /// Conventions that tools differ in, and where the value is undefined.
  public let conventions: String
  /// What it does with direction.
  public let direction: DirectionUse
  /// What it does with weights.
  public let weights: WeightUse
  /// The normalization that `--normalize` applies, nil where there is none.
  public let normalization: Normalization?
  /// Time it takes for n actors and m ties.
  public let complexity: String
  /// Who defined it, where.
  public let source: String
  /// The call of another tool that gives the same number on the simple graph.
  public let agreesWith: String
}

extension MeasurePassport {
  /// The family it is listed under.
  public var family: MeasureFamily { id.family }

}

extension MeasurePassport.Normalization {
  /// The normalization in words.
  public var name: String {
    switch self {
    case .otherActors: "divided by the number of other actors, n - 1"
    case .otherPairs: "divided by the number of pairs of other actors"
    case .flowTotals: "divided by the sum of the largest flows between others"
    case .componentPairs: "divided by the number of pairs of other actors of its component"
    }
  }
}

extension MeasurePassport {
  /// What approximate values of the measure are, nil where there are none.
  public var approximation: String? {
    guard id == .betweenness else { return nil }
    return
      "--approximate EPSILON: from the shortest paths between pairs drawn at random; with probability --confidence no actor's share of all ordered pairs is off by more than EPSILON; by steps alone. Bennett's inequality, stopped by measured variances; after M. Borassi, E. Natale, ACM Journal of Experimental Algorithmics 24 (2019) 1.2, doi:10.1145/3284359, and M. Riondato, E. Upfal, ACM Transactions on Knowledge Discovery from Data 12 (2018) 61, doi:10.1145/3208351"
  }
}

extension MeasureID {
  /// The passport of the measure.
  public var passport: MeasurePassport {
    switch family {
    case .position: positionPassport
    case .cohesion: cohesionPassport
    case .brokerage: brokeragePassport
    case .groups: communityPassport
    case .borders: borderPassport
    case .axes: axisPassport
    case .twoMode: twoModePassport
    }
  }
}
