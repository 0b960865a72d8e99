public import Ecosystem

/// A tie as a reader checks it: what it says, who says so, and where.
public struct Evidence: Hashable, Sendable {
  /// The tie, as an index into the dataset's ties.
  public let tie: Int
  /// What it says, such as `France – governs – Open Government Partnership`.
  public let statement: String
  /// The sources that state it; one that the dataset does not describe has its key for a title.
  public let sources: [Source]
  /// The place in the source.
  public let locator: String?
  /// The words of the source.
  public let quote: String?
  /// How sure the source is, 0 to 1.
  public let confidence: Double?
}

/// Makes evidence of ties, looking each source up once.
struct EvidenceMaker {
  private let dataset: Dataset
  private let sources: [String: Source]

  init(_ dataset: Dataset) {
    self.dataset = dataset
    sources = Dictionary(dataset.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func evidence(of tie: Int) -> Evidence {
    let row = dataset.ties[tie]
    let arrow = row.relation.map { " – \($0) – " } ?? " – "
    return Evidence(
      tie: tie, statement: dataset.actors.name(of: row.from) + arrow + dataset.actors.name(of: row.to),
      sources: row.sources.map { sources[$0] ?? Source(id: $0, title: $0) }, locator: row.locator,
      quote: row.quote, confidence: row.confidence)
  }
}
