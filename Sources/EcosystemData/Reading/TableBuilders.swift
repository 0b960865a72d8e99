import Ecosystem

/// Takes in `sources.csv`.
final class SourcesBuilder {
  private let key: KeyParser
  private let title: TextParser
  private let publisher: TextParser
  private let date: TextParser
  private let url: TextParser
  private let license: TextParser

  init?(_ columns: TableColumns) {
    guard let id = columns.place("id") else { return nil }
    key = columns.add(KeyParser(id))
    title = columns.text("title")
    publisher = columns.text("publisher")
    date = columns.text("date")
    url = columns.text("url")
    license = columns.text(columns.place("licence") == nil ? "license" : "licence")
  }

  func finish() -> (sources: [Source], index: KeyIndex) {
    let ids = key.ids()
    let columns = [title, publisher, date, url, license].map { $0.column() }
    let sources = ids.indices.map { row in
      Source(
        id: ids[row], title: columns[0][row] ?? ids[row], publisher: columns[1][row], date: columns[2][row],
        url: columns[3][row], license: columns[4][row])
    }
    return (sources, key.index())
  }
}

/// Takes in `topics.csv`.
final class TopicsBuilder {
  private let key: KeyParser
  private let name: TextParser
  private let axis: TextParser
  private let parent: TextParser
  private let summary: TextParser
  private let lines: LineParser

  init?(_ columns: TableColumns) {
    guard let id = columns.place("id") else { return nil }
    key = columns.add(KeyParser(id))
    if let place = columns.place("axis") {
      columns.add(
        ValueCheck(place) { text in
          if Axis(rawValue: text) != nil { return nil }
          let allowed = Axis.allCases.map(\.rawValue)
          let hint = Axis.allCases.first { $0.topicNoun == text.lowercased() }?.rawValue
          return (
            .unlistedValue,
            Finding(
              message: "`\(visible(text))` is no axis",
              remedy: "expected `vertical` (missions) or `horizontal` (methods)",
              suggestions: hint.map { [$0] } ?? suggestions(for: text, among: allowed))
          )
        })
    }
    name = columns.text("name")
    axis = columns.text("axis")
    parent = columns.text("parent")
    summary = columns.text("description")
    lines = columns.add(LineParser())
  }

  func finish(file: String, _ log: ProblemLog) -> ListedTopics {
    let ids = key.ids()
    let keys = ListedKeys(
      fileName: file, index: key.index(), pool: SuggestionPool(ids: ids, names: name.cells()))
    let parents = ParentLinks(keys: keys, log: log).resolve(parent.column(), ids: ids, lines: lines.lines)
    let names = name.column()
    let axes = axis.column()
    let summaries = summary.column()
    let topics = ids.indices.map { row in
      Topic(
        id: ids[row], name: names[row] ?? ids[row],
        axis: axes[row].flatMap { Axis(rawValue: $0) } ?? .vertical,
        parent: parents.isEmpty || parents[row] == TextColumn.none ? nil : Int(parents[row]),
        summary: summaries[row])
    }
    return ListedTopics(keys: keys, topics: topics)
  }
}

/// Takes in `actors.csv`.
final class ActorsBuilder {
  private let key: KeyParser
  private let texts: [String: TextParser]
  private let starts: DateParser
  private let ends: DateParser
  private let lines: LineParser
  private let attributes: [(name: String, parser: TextParser)]

  init?(_ columns: TableColumns) {
    guard let id = columns.place("id") else { return nil }
    key = columns.add(KeyParser(id))
    starts = columns.add(DateParser(columns.place("start")))
    ends = columns.add(DateParser(columns.place("end")))
    columns.add(SpanCheck(starts, ends))
    if let country = columns.place("country") { columns.add(countryCheck(country)) }
    var texts: [String: TextParser] = [:]
    for name in ["name", "kind", "country", "level", "parent", "aliases", "url", "source"] {
      texts[name] = columns.text(name)
    }
    self.texts = texts
    lines = columns.add(LineParser())
    attributes = columns.attributes()
  }

  private func column(_ name: String) -> TextColumn { texts[name]?.column() ?? TextColumn() }

  func finish(file: String, _ log: ProblemLog) -> (actors: ActorTable, keys: ListedKeys) {
    let ids = key.ids()
    let names = texts["name"]?.cells() ?? []
    let keys = ListedKeys(fileName: file, index: key.index(), pool: SuggestionPool(ids: ids, names: names))
    let parents = ParentLinks(keys: keys, log: log).resolve(column("parent"), ids: ids, lines: lines.lines)
    let actors = ActorTable(
      ids: ids, names: names, kinds: column("kind"), countries: column("country"), levels: column("level"),
      parents: parents, starts: starts.column(), ends: ends.column(), aliases: column("aliases"),
      urls: column("url"), sources: column("source"), attributes: attributes.columns(), lines: lines.lines)
    return (actors, keys)
  }
}

private func countryCheck(_ place: ColumnPlace) -> ValueCheck {
  ValueCheck(place) { text in
    let isCode = text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    if isCode { return nil }
    let upper = text.uppercased()
    let isOtherCase = upper.utf8.count == 2 && upper.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    return (
      .suspiciousCountry,
      Finding(
        message: "`\(visible(text))` is not a two-letter country code (ISO 3166-1 alpha-2)",
        suggestions: isOtherCase ? [upper] : [])
    )
  }
}
