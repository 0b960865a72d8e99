/// A selection that cannot be made.
public struct SelectionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Why it cannot.
  public enum Reason: Hashable, Sendable {
    /// It names something that the dataset does not have.
    case unknownName
    /// More than one actor answers to the name.
    case ambiguousName
    /// A value is out of range, or two choices exclude each other.
    case badValue
    /// Taking venues away would make too many pairs.
    case tooManyPairs
  }

  /// Why it cannot be made.
  public let reason: Reason
  /// What was wrong, with the nearest names there are or the ways out.
  public let description: String

  init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }

  static func unknown(_ noun: String, _ value: String, candidates: [String]) -> SelectionError {
    let near = suggestions(for: value, among: candidates)
    let advice: String
    if !near.isEmpty {
      advice = "; did you mean " + near.map { "`\($0)`" }.joined(separator: " or ") + "?"
    } else if candidates.isEmpty {
      advice = "; the dataset names no \(noun)"
    } else {
      let shown = candidates.sorted().prefix(12).map { "`\($0)`" }.joined(separator: ", ")
      advice = "; there are " + shown + (candidates.count > 12 ? " and \(candidates.count - 12) more" : "")
    }
    return SelectionError(.unknownName, "no \(noun) `\(value)`" + advice)
  }
}
