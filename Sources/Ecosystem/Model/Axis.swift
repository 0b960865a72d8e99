/// One of the two axes that a tie can belong to.
public enum Axis: String, Hashable, Sendable, CaseIterable, Codable {
  /// Missions: what is worked on, such as climate or vaccines.
  case vertical
  /// Methods: how it is worked on, such as prize competitions.
  case horizontal

  /// What an entry of the axis is called: mission or method.
  public var topicNoun: String { self == .vertical ? "mission" : "method" }
}
