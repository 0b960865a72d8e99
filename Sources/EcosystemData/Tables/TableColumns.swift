import Ecosystem

/// The columns of a table that is being read, and the parsers that take them in.
///
/// A column that nobody asks for stays an attribute: nothing of a row is lost.
final class TableColumns {
  private let places: [String: ColumnPlace]
  let inOrder: [ColumnPlace]
  private var asked: Set<String> = []
  private(set) var parsers: [any ColumnParser] = []

  init(_ inOrder: [ColumnPlace]) {
    self.inOrder = inOrder
    places = Dictionary(inOrder.map { ($0.role, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The column with a name; nil where the table does not have it.
  func place(_ name: String) -> ColumnPlace? {
    asked.insert(name)
    return places[name]
  }

  /// The column with a name in the header; unlike ``place(_:)``, the column stays an attribute.
  func find(_ name: String) -> ColumnPlace? {
    inOrder.first { $0.name == name }
      ?? inOrder.first { normalizedColumnName($0.name) == normalizedColumnName(name) }
  }

  /// Adds a parser; parsers run in the order in which they were added, those that check first.
  @discardableResult
  func add<Parser: ColumnParser>(_ parser: Parser) -> Parser {
    parsers.append(parser)
    return parser
  }

  func text(_ name: String) -> TextParser { add(TextParser(place(name))) }

  /// The columns that nobody asked for.
  func attributes() -> [(name: String, parser: TextParser)] {
    inOrder.filter { !asked.contains($0.role) }.map { ($0.name, add(TextParser($0))) }
  }
}

extension [(name: String, parser: TextParser)] {
  func columns() -> [(name: String, values: TextColumn)] { map { ($0.name, $0.parser.column()) } }
}
