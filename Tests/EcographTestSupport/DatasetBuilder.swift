import Ecosystem

/// A small dataset written down in a few lines.
///
/// Actors are `id` or `id:kind` or `id:kind:country`; ties are `from to` with options.
public struct DatasetBuilder {
  /// A tie to be.
  public struct TieRow {
    var from: String, to: String, relation: String?, mission: String?, method: String?
    var weight: Double, isDirected: Bool, start: String?, end: String?, confidence: Double?

    /// Writes a tie down.
    public static func tie(
      _ from: String, _ to: String, _ relation: String? = nil, mission: String? = nil, method: String? = nil,
      weight: Double = 1, isDirected: Bool = true, start: String? = nil, end: String? = nil,
      confidence: Double? = nil
    ) -> TieRow {
      TieRow(
        from: from, to: to, relation: relation, mission: mission, method: method, weight: weight,
        isDirected: isDirected, start: start, end: end, confidence: confidence)
    }
  }

  /// Builds the dataset; topics are made from the ties.
  public static func dataset(
    actors: [String], ties: [TieRow], topics: [Topic] = [], vocabulary: Vocabulary = .standard
  ) -> Dataset {
    let cells = actors.map { $0.split(separator: ":").map { String($0) } }
    let index = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1[0], UInt32($0)) })
    var topics = topics
    func topic(_ id: String?, _ axis: Axis) -> UInt32 {
      guard let id else { return .max }
      if let known = topics.firstIndex(where: { $0.id == id }) { return UInt32(known) }
      topics.append(Topic(id: id, name: id, axis: axis))
      return UInt32(topics.count - 1)
    }
    let missions = ContiguousArray(ties.map { topic($0.mission, .vertical) })
    let methods = ContiguousArray(ties.map { topic($0.method, .horizontal) })
    return Dataset(
      description: Dataset.Description(name: "test", title: "Test"),
      actors: ActorTable(
        ids: cells.map { $0[0] }, kinds: TextColumn(cells.map { $0.count > 1 ? $0[1] : nil }),
        countries: TextColumn(cells.map { $0.count > 2 ? $0[2] : nil })),
      ties: TieTable(
        sources: ContiguousArray(ties.map { index[$0.from] ?? .max }),
        targets: ContiguousArray(ties.map { index[$0.to] ?? .max }),
        relations: TextColumn(ties.map(\.relation)), missions: missions, methods: methods,
        areDirected: ContiguousArray(ties.map(\.isDirected)), weights: ContiguousArray(ties.map(\.weight)),
        starts: ties.map { $0.start.flatMap { PartialDate($0) } },
        ends: ties.map { $0.end.flatMap { PartialDate($0) } },
        confidences: ContiguousArray(ties.map { $0.confidence ?? .nan })),
      topics: topics, vocabulary: vocabulary)
  }
}
