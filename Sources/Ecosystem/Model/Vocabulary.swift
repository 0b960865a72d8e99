/// What kinds of actor and kinds of relation mean to the analysis.
///
/// A dataset extends it in its descriptor under `ecograph`.
public struct Vocabulary: Hashable, Sendable {
  /// Kinds of actor that others join: a *venue* brings actors together.
  public var venueKinds: Set<String>
  /// Relations in which the actor a tie runs *from* brings others together.
  public var conveningRelations: Set<String>
  /// Relations in which the actor a tie runs *from* joins what the tie runs to.
  public var joiningRelations: Set<String>

  /// Kinds of actor that are documents: they tie others together on the map, but cannot act themselves.
  public var documentKinds: Set<String>

  /// Creates a vocabulary.
  public init(
    venueKinds: Set<String>, conveningRelations: Set<String>, joiningRelations: Set<String>,
    documentKinds: Set<String> = []
  ) {
    self.venueKinds = venueKinds
    self.conveningRelations = conveningRelations
    self.joiningRelations = joiningRelations
    self.documentKinds = documentKinds
  }

  /// The vocabulary of a dataset that says nothing of its own.
  public static let standard = Vocabulary(
    venueKinds: [
      "network", "programme", "challenge", "fund", "assembly", "testbed", "platform", "coalition", "alliance",
      "initiative",
    ],
    conveningRelations: ["convenes", "hosts", "funds", "co-funds", "coordinates", "governs", "founds"],
    joiningRelations: ["member-of", "participates-in"],
    documentKinds: ["report", "publication", "legal-framework", "law", "standard"])

  /// Adds what another vocabulary names.
  public mutating func formUnion(_ other: Vocabulary) {
    venueKinds.formUnion(other.venueKinds)
    conveningRelations.formUnion(other.conveningRelations)
    joiningRelations.formUnion(other.joiningRelations)
    documentKinds.formUnion(other.documentKinds)
  }
}
