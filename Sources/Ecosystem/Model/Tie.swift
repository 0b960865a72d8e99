/// A relation between two actors.
public struct Tie: Hashable, Sendable {
  /// Its key, where the table has keys.
  public let id: String?
  /// The actor it runs from, as an index into the dataset's actors.
  public let from: Int
  /// The actor it runs to.
  public let to: Int
  /// What the first is to the second, such as `member-of`; nil in a bare edge list.
  public let relation: String?
  /// Its mission, as an index into the dataset's topics.
  public let mission: Int?
  /// Its method, as an index into the dataset's topics.
  public let method: Int?
  /// Whether it runs one way; a tie that does not say so does.
  public let isDirected: Bool
  /// Its weight, 1 where blank.
  public let weight: Double
  /// When it began.
  public let start: PartialDate?
  /// When it ended; nil where it goes on.
  public let end: PartialDate?
  /// `idea`, `pilot`, `scaled` or `institutionalised`.
  public let stage: String?
  /// How sure the source is, 0 to 1.
  public let confidence: Double?
  /// Keys of the sources that state it.
  public let sources: [String]
  /// The place in the source: a page, a section, a time.
  public let locator: String?
  /// The words of the source.
  public let quote: String?
}
