/// A mission or a method.
public struct Topic: Hashable, Sendable, Identifiable {
  /// Its key in the dataset.
  public let id: String
  /// What it is called.
  public let name: String
  /// Whether it is a mission or a method.
  public let axis: Axis
  /// The topic it belongs to, as an index into the dataset's topics.
  public let parent: Int?
  /// What it means.
  public let summary: String?

  /// Creates a topic.
  public init(id: String, name: String, axis: Axis, parent: Int? = nil, summary: String? = nil) {
    self.id = id
    self.name = name
    self.axis = axis
    self.parent = parent
    self.summary = summary
  }
}
