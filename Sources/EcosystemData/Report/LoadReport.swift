/// What was read, what was left out and why.
public struct LoadReport: Sendable {
  /// The files in the order of reading.
  public let files: [FileReport]
  /// Number of actors.
  public let actors: Int
  /// How many of them no table lists: they were inferred from the ties.
  public let inferredActors: Int
  /// Number of ties.
  public let ties: Int
  /// Number of actors without a tie.
  public let isolates: Int
  /// Number of ties from an actor to itself.
  public let selfTies: Int
  /// Number of ties between two actors that an earlier tie joins already, whatever its direction; nil where
  /// only the structure was checked.
  public let parallelTies: Int?
  /// The problems by file and line; of each kind at most as many as ``ReadingOptions/problemsPerCode``.
  public let problems: [Problem]
  /// How often each kind of problem was found, those not listed included.
  public let counts: [ProblemCode: Int]
  /// Remarks that are no problems.
  public let notes: [String]

  /// Number of errors.
  public var errorCount: Int { count(of: .error) }
  /// Number of warnings.
  public var warningCount: Int { count(of: .warning) }
  /// Whether there are errors.
  public var hasErrors: Bool { errorCount > 0 }

  /// How often a kind of problem was found.
  public func count(of code: ProblemCode) -> Int { counts[code, default: 0] }

  /// The kinds of problem found with their numbers, in the order of their codes.
  public var countsByCode: [(code: ProblemCode, count: Int)] {
    counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
  }

  private func count(of severity: Severity) -> Int {
    counts.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
  }
}
