/// How a graph reads its edges.
public enum Direction: String, Hashable, Sendable, CaseIterable {
  /// An edge runs from its source to its target only.
  case directed
  /// An edge runs both ways.
  case undirected
}
