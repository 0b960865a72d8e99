/// How much a problem matters.
public enum Severity: String, Hashable, Sendable, Codable {
  /// The row, or the whole file, cannot be used as it stands.
  case error
  /// Usable, but probably not what was meant.
  case warning
}
