/// An ecosystem: who works with whom, on what, how, and who says so.
///
/// Immutable once read. Rows keep the order of their files.
public struct Dataset: Sendable {
  /// What identifies the dataset and where it comes from.
  public struct Description: Hashable, Sendable {
    /// Short name, such as `innovation-networks`.
    public var name: String
    /// Title for people.
    public var title: String
    /// Who may use it on which terms, such as `CC-BY-4.0`.
    public var license: String?
    /// Version of the dataset.
    public var version: String?

    /// Creates a description.
    public init(name: String, title: String, license: String? = nil, version: String? = nil) {
      self.name = name
      self.title = title
      self.license = license
      self.version = version
    }
  }

  /// What the dataset is.
  public let description: Description
  /// The actors.
  public let actors: ActorTable
  /// The ties between them.
  public let ties: TieTable
  /// The missions and methods.
  public let topics: [Topic]
  /// The sources of the facts.
  public let sources: [Source]
  /// What its kinds and relations mean.
  public let vocabulary: Vocabulary

  package init(
    description: Description, actors: ActorTable, ties: TieTable, topics: [Topic] = [],
    sources: [Source] = [],
    vocabulary: Vocabulary = .standard
  ) {
    self.description = description
    self.actors = actors
    self.ties = ties
    self.topics = topics
    self.sources = sources
    self.vocabulary = vocabulary
  }

  /// Whether an actor is a venue: of a kind that others join.
  public func isVenue(_ actor: Int) -> Bool {
    actors.kinds[actor].map { vocabulary.venueKinds.contains($0) } ?? false
  }

  /// Whether an actor is a document, such as a report: of a kind that cannot act.
  public func isDocument(_ actor: Int) -> Bool {
    actors.kinds[actor].map { vocabulary.documentKinds.contains($0) } ?? false
  }

  /// The source with a key.
  public func source(withID id: String) -> Source? { sources.first { $0.id == id } }

  /// A topic and those below it, as indices into ``topics``.
  public func topicAndDescendants(_ topic: Int) -> Set<Int> {
    var found: Set<Int> = [topic]
    var grew = true
    while grew {
      grew = false
      for (index, candidate) in topics.enumerated() {
        if let parent = candidate.parent, found.contains(parent), found.insert(index).inserted { grew = true }
      }
    }
    return found
  }
}
