/// A rejected request: which rule was broken, and the facts needed to mend the call.
public struct GraphError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The rule that was broken.
  ///
  /// More codes may be added in a minor release.
  public struct Code: Hashable, Sendable {
    package enum Storage: Hashable, Sendable {
      case vertexOutOfRange, tooLarge, badWeight, badParameter, cancelled, budgetExhausted
    }
    package let storage: Storage
    package init(_ storage: Storage) { self.storage = storage }

    /// An end of an edge is not in `0 ..< vertexCount`.
    public static let vertexOutOfRange = Code(.vertexOutOfRange)
    /// More vertices or edges than 32-bit numbers can name.
    public static let tooLarge = Code(.tooLarge)
    /// A weight is infinite, not a number, or negative.
    public static let badWeight = Code(.badWeight)
    /// An option is outside its range.
    public static let badParameter = Code(.badParameter)
    /// The caller's ``Execution`` asked to stop.
    public static let cancelled = Code(.cancelled)
    /// A search whose effort cannot be told beforehand would go beyond what the caller allowed.
    public static let budgetExhausted = Code(.budgetExhausted)
  }

  /// The rule that was broken.
  public let code: Code
  /// The rule and the value received, in plain words.
  public let message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
