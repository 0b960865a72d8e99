import _StringProcessing

/// A regular expression that whole values have to match.
struct ValuePattern {
  let text: String
  private let expression: Regex<AnyRegexOutput>

  /// Compiles a pattern; nil where it is not a regular expression.
  init?(_ text: String) {
    guard text.utf8.count <= 1_000, let expression = try? Regex(text) else { return nil }
    self.text = text
    self.expression = expression.matchingSemantics(.unicodeScalar)
  }

  func matches(_ value: String) -> Bool {
    // Backtracking can take very long on long texts; none that a pattern is meant for is this long.
    guard value.utf8.count <= 2_000 else { return false }
    return ((try? expression.wholeMatch(in: value)) ?? nil) != nil
  }
}
