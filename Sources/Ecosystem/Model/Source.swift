/// Where a fact comes from.
public struct Source: Hashable, Sendable, Identifiable {
  /// Its key in the dataset.
  public let id: String
  /// Title of the document or page.
  public let title: String
  /// Who published it.
  public let publisher: String?
  /// When, as written in the dataset.
  public let date: String?
  /// Where it can be read.
  public let url: String?
  /// On which terms.
  public let license: String?

  /// Creates a source.
  public init(
    id: String, title: String, publisher: String? = nil, date: String? = nil, url: String? = nil,
    license: String? = nil
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.url = url
    self.license = license
  }
}
