/// How a dataset is read.
public struct ReadingOptions: Sendable {
  /// What becomes of a dataset with rows that have errors.
  public enum InvalidRows: Hashable, Sendable {
    /// It is refused.
    case refuse
    /// The rows are left out, and reported.
    case leaveOut
  }

  /// How much is checked.
  public enum Checks: Hashable, Sendable {
    /// All that makes data unusable, and what else is found in passing.
    case structure
    /// Also what takes a second look at the whole: equal ties, similar names, garbled text.
    case everything
  }

  /// What becomes of rows with errors.
  public var invalidRows = InvalidRows.refuse
  /// How much is checked.
  public var checks = Checks.structure
  /// How many problems of each kind are listed in full; all are counted.
  public var problemsPerCode = 100

  /// Creates the default settings: rows with errors are refused, the structure is checked.
  public init() {}
}
