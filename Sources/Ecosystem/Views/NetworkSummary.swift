public import GraphCore

/// What a view holds, how complete it is, and where it is thin.
public struct NetworkSummary: Sendable {
  /// A value of a column and how often it occurs.
  public struct Tally: Hashable, Sendable {
    /// The value, nil for blank cells.
    public let value: String?
    /// Rows that have it.
    public let count: Int
  }

  /// A topic and what is in it.
  public struct TopicSummary: Hashable, Sendable {
    /// The topic, as an index into the dataset's topics.
    public let topic: Int
    /// Ties that belong to it.
    public let ties: Int
    /// Actors that such ties join.
    public let actors: Int
  }

  /// A share of rows that have a cell filled.
  public struct Coverage: Hashable, Sendable {
    /// What is covered, such as `ties with a source`.
    public let what: String
    /// Rows that have it.
    public let count: Int
    /// All rows.
    public let total: Int
  }

  /// Actors in the view, and how many of them are venues.
  public let actorCount: Int, venueCount: Int
  /// Ties, and pairs of actors that have one or more.
  public let tieCount: Int, tiedPairCount: Int
  /// Ties that join an actor to itself, and ties beyond the first between two actors.
  public let selfTieCount: Int, parallelTieCount: Int
  /// Actors without a tie to another.
  public let isolateCount: Int
  /// Components, isolates included, and the size of the largest.
  public let componentCount: Int, largestComponent: Int
  /// Actors by kind, ties by relation, most frequent first.
  public let kinds: [Tally], relations: [Tally]
  /// Actors by country, most frequent first.
  public let countries: [Tally]
  /// Missions and methods with ties or without, in the dataset's order.
  public let missions: [TopicSummary], methods: [TopicSummary]
  /// How many rows have what an analyst leans on.
  public let coverage: [Coverage]
  /// What rests on little, in plain words.
  public let thin: [String]
}

extension NetworkView {
  /// Returns a summary of the view.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Throws: `GraphError` where the graph is too large or the caller cancelled.
  /// - Complexity: O(actors + ties).
  public func summary(execution: Execution = .serial) throws(GraphError) -> NetworkSummary {
    let edges = edges(of: ties)
    let graph = try structure(.undirected, execution: Execution(threads: execution.threads))
    let components = graph.connectedComponents()
    let n = vertexCount
    let loops = edges.selfLoopCount
    let table = dataset.ties
    let pairs = graph.edgeCount
    let missions = topicSummaries(on: .vertical)
    let methods = topicSummaries(on: .horizontal)
    let isolates = (0..<n).count { graph.degree(of: $0) == 0 }

    func filled(_ what: String, _ rows: RowSelection, _ hasCell: (Int) -> Bool) -> NetworkSummary.Coverage {
      NetworkSummary.Coverage(what: what, count: rows.count(where: hasCell), total: rows.count)
    }
    let coverage = [
      filled("actors with a country", actors) { dataset.actors.countries[$0] != nil },
      filled("ties with a mission", ties) { table.topic(of: $0, on: .vertical) != nil },
      filled("ties with a method", ties) { table.topic(of: $0, on: .horizontal) != nil },
      filled("ties with a date", ties) { !table.starts.isEmpty && table.starts[$0] != nil },
      filled("ties with a source", ties) { table.evidence[$0] != nil },
      filled("ties with a quote", ties) { table.quotes[$0] != nil },
      filled("ties with a confidence", ties) { table.confidence(of: $0) != nil },
    ]
    return NetworkSummary(
      actorCount: n, venueCount: actors.count { dataset.isVenue($0) }, tieCount: ties.count,
      tiedPairCount: pairs,
      selfTieCount: loops,
      parallelTieCount: selection.projection == nil ? edges.count - loops - pairs : 0,
      isolateCount: isolates, componentCount: components.count, largestComponent: components.largestSize,
      kinds: tally(dataset.actors.kinds, of: actors), relations: tally(table.relations, of: ties),
      countries: tally(dataset.actors.countries, of: actors), missions: missions, methods: methods,
      coverage: coverage, thin: thinSpots(topics: missions + methods, graph: graph))
  }

  private func tally(_ column: TextColumn, of rows: RowSelection) -> [NetworkSummary.Tally] {
    guard !column.isAbsent else { return [] }
    var counts = [Int](repeating: 0, count: column.values.count)
    var blanks = 0
    for row in rows {
      if let code = column.code(ofRow: row) { counts[code] += 1 } else { blanks += 1 }
    }
    var tallies = column.values.indices.filter { counts[$0] > 0 }.map {
      NetworkSummary.Tally(value: column.values[$0], count: counts[$0])
    }
    tallies.sort { ($1.count, $0.value ?? "") < ($0.count, $1.value ?? "") }
    if blanks > 0 { tallies.append(NetworkSummary.Tally(value: nil, count: blanks)) }
    return tallies
  }

  private func topicSummaries(on axis: Axis) -> [NetworkSummary.TopicSummary] {
    var tieCounts = [Int](repeating: 0, count: dataset.topics.count)
    var members = [Set<Int>](repeating: [], count: dataset.topics.count)
    for tie in ties {
      guard let topic = dataset.ties.topic(of: tie, on: axis) else { continue }
      tieCounts[topic] += 1
      members[topic].insert(dataset.ties.source(of: tie))
      members[topic].insert(dataset.ties.target(of: tie))
    }
    return dataset.topics.indices.filter { dataset.topics[$0].axis == axis }.map {
      NetworkSummary.TopicSummary(topic: $0, ties: tieCounts[$0], actors: members[$0].count)
    }
  }

  /// What a reader should not lean on: topics, venues and facts that rest on little.
  private func thinSpots(topics: [NetworkSummary.TopicSummary], graph: Graph) -> [String] {
    var thin: [String] = []
    func name(_ items: [String]) -> String {
      items.prefix(6).joined(separator: ", ") + (items.count > 6 ? " and \(items.count - 6) more" : "")
    }
    let empty = topics.filter { $0.ties == 0 }.map { dataset.topics[$0.topic].id }
    if !empty.isEmpty { thin.append("\(empty.count) topics have no tie: \(name(empty))") }
    let few = topics.filter { (1...2).contains($0.ties) }.map { dataset.topics[$0.topic].id }
    if !few.isEmpty { thin.append("\(few.count) topics rest on one tie or two: \(name(few))") }
    let lone = (0..<vertexCount).filter { dataset.isVenue(actors[$0]) && graph.degree(of: $0) <= 1 }
    if !lone.isEmpty {
      thin.append("\(lone.count) venues have one member or none: \(name(lone.map { id(of: $0) }))")
    }
    let doubtful = ties.count { (dataset.ties.confidence(of: $0) ?? 1) < 0.7 }
    if doubtful > 0 { thin.append("\(doubtful) ties have a confidence below 0.7") }
    if !dataset.sources.isEmpty {
      var tiesBySource: [String: Int] = [:]
      for tie in ties {
        for source in ActorTable.list(dataset.ties.evidence[tie]) { tiesBySource[source, default: 0] += 1 }
      }
      if let top = tiesBySource.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        top.value * 10 > ties.count
      {
        thin.append("\(top.value) of \(ties.count) ties rest on one source, \(top.key)")
      }
    }
    return thin
  }
}
