public import GraphMeasures

/// The values of a measure, one for each vertex of a view.
public enum MeasureValues: Sendable {
  /// Whole numbers.
  case counts([Int])
  /// Real numbers, all defined.
  case reals([Double])
  /// Real numbers, nil where undefined.
  case partial([Double?])
  /// Names, nil where undefined: no quantities.
  case labels([String?])

  /// The value at a vertex as a real number, nil where undefined.
  public subscript(vertex: Int) -> Double? {
    switch self {
    case .counts(let values): Double(values[vertex])
    case .reals(let values): values[vertex]
    case .partial(let values): values[vertex]
    case .labels: nil
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
  /// Further columns that options asked for, such as expected values: what follows the id in their names, and values.
  public let companions: [Companion]

  /// A column beside that of a measure.
  public struct Companion: Sendable {
    /// What follows the measure's id in its name, such as `-expected`.
    public let suffix: String
    /// Its values.
    public let values: MeasureValues
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
