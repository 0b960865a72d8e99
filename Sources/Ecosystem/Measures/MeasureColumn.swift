public import GraphMeasures

/// The values of a measure, one for each vertex of a view.
public enum MeasureValues: Sendable {
  /// Whole numbers.
  case counts([Int])
  /// Real numbers, all defined.
  case reals([Double])
  /// Real numbers, nil where undefined.
  case partial([Double?])

  /// The value at a vertex as a real number, nil where undefined.
  public subscript(vertex: Int) -> Double? {
    switch self {
    case .counts(let values): Double(values[vertex])
    case .reals(let values): values[vertex]
    case .partial(let values): values[vertex]
    }
  }
}

/// A measure of a view.
public struct MeasureColumn: Sendable {
  /// Which measure.
  public let id: MeasureID
  /// Its values.
  public let values: MeasureValues
  /// What was done that the reader should know, such as an option that the measure has no use for.
  public let notes: [String]
}

/// How measures are taken.
public struct MeasureOptions: Hashable, Sendable {
  /// How ties become a graph.
  public var graph = GraphOptions()
  /// What `participation` and `ei` take for groups.
  public var grouping = Grouping.country
  /// Fixes the random numbers of `community`.
  public var seed: UInt64 = 1
  /// Whether values are divided by the published maximum.
  public var scale = Scale.raw
  /// How measures that can be approximated are; nil for exact values.
  public var approximation: Approximation?

  /// Creates the options of the contract.
  public init() {}

  /// The scale of values.
  public enum Scale: Hashable, Sendable {
    /// As defined.
    case raw
    /// Divided as the passport says, where it names a normalization.
    case normalized
  }
}

/// How long a measure will probably take, for people to plan by.
public struct MeasureForecast: Sendable {
  /// Which measure.
  public let id: MeasureID
  /// Seconds that exact values take.
  public let exactSeconds: Double
  /// An approximation that could be had instead, and the seconds it takes; nil where there is none, or it
  /// saves less than half of the time.
  public let alternative: (approximation: Approximation, seconds: Double)?
}
