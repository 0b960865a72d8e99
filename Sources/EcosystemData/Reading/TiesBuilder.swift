import Ecosystem

/// Takes in `ties.csv`, or a bare edge list.
final class TiesBuilder {
  private let id: KeyParser?
  private let listedEnds: EndpointParser?
  private let inferredEnds: InferringEndpointParser?
  private let listedTopics: (topics: ListedTopics, mission: TopicParser, method: TopicParser)?
  private let inferredTopics: InferringTopicParser?
  private let directed: BooleanParser
  private let weight: NumberParser
  private let confidence: NumberParser
  private let starts: DateParser
  private let ends: DateParser
  private let texts: [String: TextParser]
  private let lines: LineParser
  private let attributes: [(name: String, parser: TextParser)]

  /// - Parameters:
  ///   - actors: The actors listed; nil where they are to be inferred.
  ///   - topics: The topics listed; nil where they are to be inferred.
  init?(_ columns: TableColumns, actors: ListedKeys?, topics: ListedTopics?) {
    guard let from = columns.place("from"), let to = columns.place("to") else { return nil }
    id = columns.place("id").map { columns.add(KeyParser($0)) }
    listedEnds = actors.map { columns.add(EndpointParser(from: from, to: to, actors: $0)) }
    let mission = columns.place("mission")
    let method = columns.place("method")
    if let topics {
      let missions = columns.add(TopicParser(mission, .vertical, topics))
      listedTopics = (topics, missions, columns.add(TopicParser(method, .horizontal, topics)))
      inferredTopics = nil
    } else {
      listedTopics = nil
      inferredTopics = columns.add(InferringTopicParser(mission: mission, method: method))
    }
    directed = columns.add(BooleanParser(columns.place("directed"), blank: true))
    weight = columns.add(NumberParser(columns.place("weight"), .weight))
    confidence = columns.add(NumberParser(columns.place("confidence"), .confidence))
    starts = columns.add(DateParser(columns.place("start")))
    ends = columns.add(DateParser(columns.place("end")))
    columns.add(SpanCheck(starts, ends))
    inferredEnds = actors == nil ? columns.add(InferringEndpointParser(from: from, to: to)) : nil
    var texts: [String: TextParser] = [:]
    for name in ["relation", "stage", "source", "locator", "quote"] { texts[name] = columns.text(name) }
    self.texts = texts
    lines = columns.add(LineParser())
    attributes = columns.attributes()
  }

  /// Whether ties speak of topics that no table lists.
  var infersTopics: Bool { inferredTopics?.hasTopics ?? false }

  func finish() -> (ties: TieTable, topics: [Topic], actors: ActorTable?) {
    func column(_ name: String) -> TextColumn { texts[name]?.column() ?? TextColumn() }
    let inferred = inferredTopics?.finish()
    let ties = TieTable(
      sources: listedEnds?.sources ?? inferredEnds?.sources ?? [],
      targets: listedEnds?.targets ?? inferredEnds?.targets ?? [], ids: id?.column() ?? TextColumn(),
      relations: column("relation"), missions: listedTopics?.mission.column() ?? inferred?.missions ?? [],
      methods: listedTopics?.method.column() ?? inferred?.methods ?? [], areDirected: directed.column(),
      weights: weight.column(), starts: starts.column(), ends: ends.column(), stages: column("stage"),
      confidences: confidence.column(), evidence: column("source"), locators: column("locator"),
      quotes: column("quote"), attributes: attributes.columns(), lines: lines.lines)
    return (
      ties, listedTopics?.topics.topics ?? inferred?.topics ?? [],
      inferredEnds.map { ActorTable(ids: $0.texts) }
    )
  }
}
