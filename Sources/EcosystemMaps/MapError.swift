/// A map that cannot be drawn.
public struct MapError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why it cannot.
  ///
  /// More reasons may be added in a minor release.
  public struct Reason: Hashable, Sendable {
    private let name: String

    /// More actors or ties than the style can show.
    public static let tooLarge = Reason(name: "tooLarge")
    /// Sizes that do not fit the view.
    public static let badSizes = Reason(name: "badSizes")
  }

  /// Why it cannot.
  public let reason: Reason
  /// What was wrong, and what helps.
  public let description: String

  init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}
