/// The four tables of a dataset.
enum TableKind: String, CaseIterable, Sendable {
  case sources, topics, actors, ties

  var fileName: String { rawValue + ".csv" }

  /// Columns without which the table cannot be read.
  var requiredColumns: [String] {
    switch self {
    case .actors: ["id", "name", "kind"]
    case .ties: ["from", "to", "relation"]
    case .topics: ["id", "name", "axis"]
    case .sources: ["id", "title"]
    }
  }

  /// All columns that the format names.
  var knownColumns: Set<String> {
    switch self {
    case .actors:
      ["id", "name", "kind", "country", "level", "parent", "start", "end", "aliases", "url", "source"]
    case .ties:
      [
        "id", "from", "to", "relation", "mission", "method", "directed", "weight", "start", "end", "stage",
        "confidence", "source", "locator", "quote",
      ]
    case .topics: ["id", "name", "axis", "parent", "description"]
    case .sources: ["id", "title", "publisher", "date", "url", "licence", "license"]
    }
  }
}
