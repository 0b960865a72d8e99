/// The actors of a dataset, stored by column.
public struct ActorTable: Sendable {
  package var ids: [String]
  /// Empty where every actor is called by its id.
  package var names: [String]
  /// What each actor is.
  public package(set) var kinds: TextColumn
  /// Country codes.
  public package(set) var countries: TextColumn
  /// Levels of government.
  public package(set) var levels: TextColumn
  /// Index of the actor that each belongs to, `TextColumn.none` for none; empty where absent.
  package var parents: ContiguousArray<UInt32>
  package var starts: [PartialDate?]
  package var ends: [PartialDate?]
  /// Lists, their entries separated by `;`.
  package var aliases: TextColumn
  package var urls: TextColumn
  package var sources: TextColumn
  /// Columns that the format does not name, in the file's order.
  public package(set) var attributes: [(name: String, values: TextColumn)]
  /// Where each row stood in its file; empty where actors were inferred.
  package var lines: LineNumbers

  package init(
    ids: [String], names: [String] = [], kinds: TextColumn = TextColumn(),
    countries: TextColumn = TextColumn(), levels: TextColumn = TextColumn(),
    parents: ContiguousArray<UInt32> = [], starts: [PartialDate?] = [], ends: [PartialDate?] = [],
    aliases: TextColumn = TextColumn(), urls: TextColumn = TextColumn(), sources: TextColumn = TextColumn(),
    attributes: [(name: String, values: TextColumn)] = [], lines: LineNumbers = LineNumbers()
  ) {
    self.ids = ids
    self.names = names
    self.kinds = kinds
    self.countries = countries
    self.levels = levels
    self.parents = parents
    self.starts = starts
    self.ends = ends
    self.aliases = aliases
    self.urls = urls
    self.sources = sources
    self.attributes = attributes
    self.lines = lines
  }

  /// Number of actors.
  public var count: Int { ids.count }

  /// Key of an actor.
  public func id(of index: Int) -> String { ids[index] }

  /// What an actor is called: its name, or its id where it has none.
  public func name(of index: Int) -> String { names.isEmpty ? ids[index] : names[index] }

  /// The actor that an actor belongs to.
  public func parent(of index: Int) -> Int? {
    guard !parents.isEmpty, parents[index] != TextColumn.none else { return nil }
    return Int(parents[index])
  }

  /// The actor with a key.
  ///
  /// - Complexity: O(actors).
  public func index(ofID id: String) -> Int? { ids.firstIndex(of: id) }

  /// One actor with all its cells.
  public subscript(index: Int) -> Actor {
    Actor(
      id: ids[index], name: name(of: index), kind: kinds[index], country: countries[index],
      level: levels[index], parent: parent(of: index), start: starts.isEmpty ? nil : starts[index],
      end: ends.isEmpty ? nil : ends[index], aliases: Self.list(aliases[index]), url: urls[index],
      sources: Self.list(sources[index]))
  }

  /// Line of the file in which an actor's row begins; nil where it was inferred.
  public func line(of index: Int) -> Int? { lines[index] }

  package static func list(_ cell: String?) -> [String] {
    (cell ?? "").split(separator: ";").map { trimmed($0) }.filter { !$0.isEmpty }
  }
}

/// Text without white space at its ends.
package func trimmed(_ text: some StringProtocol) -> String {
  let isSpace: (Character) -> Bool = { $0.isWhitespace }
  guard let first = text.firstIndex(where: { !isSpace($0) }),
    let last = text.lastIndex(where: { !isSpace($0) })
  else { return "" }
  return String(text[first...last])
}
