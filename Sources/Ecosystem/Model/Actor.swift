/// A government, city, agency, network, programme or any other node of an ecosystem.
public struct Actor: Hashable, Sendable, Identifiable {
  /// Its key in the dataset.
  public let id: String
  /// What it is called.
  public let name: String
  /// What it is, such as `city` or `network`; nil where actors were inferred from a bare edge list.
  public let kind: String?
  /// ISO 3166-1 alpha-2 code of its country.
  public let country: String?
  /// `global`, `regional`, `national` or `local`.
  public let level: String?
  /// The actor it belongs to, as an index into the dataset's actors.
  public let parent: Int?
  /// When it began.
  public let start: PartialDate?
  /// When it ended; nil where it goes on.
  public let end: PartialDate?
  /// Other names.
  public let aliases: [String]
  /// Its page.
  public let url: String?
  /// Keys of the sources that speak of it.
  public let sources: [String]
}
