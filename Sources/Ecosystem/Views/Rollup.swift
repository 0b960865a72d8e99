/// What actors are rolled up into.
public enum Rollup: String, Hashable, Sendable, CaseIterable {
  /// One vertex for each country.
  case country
  /// One vertex for each actor that belongs to no other, those that belong to it included, however deep.
  case parent
  /// One vertex for each kind of actor.
  case kind
}

extension Dataset {
  /// Returns what a selection leaves, actors rolled up, and venues projected away last.
  func rolledUpView(_ selection: Selection, by rollup: Rollup) throws(SelectionError) -> NetworkView {
    var chosen = selection
    chosen.rollup = nil
    chosen.projection = nil
    let rolled = try view(chosen).rolledUp(by: rollup)
    var projecting = Selection()
    projecting.projection = selection.projection
    let projected = try rolled.dataset.view(projecting)
    return NetworkView(
      dataset: rolled.dataset, selection: selection, actors: projected.actors, ties: projected.ties,
      notes: rolled.notes + projected.notes)
  }
}

extension NetworkView {
  /// Returns the view with actors rolled up into groups: every tie is kept, between the groups of its ends.
  ///
  /// Ties within a group become self-ties, which measures ignore; ``notes`` say how many. Actors without a group stay
  /// as they are, and so do the keys, dates, sources and lines of ties. Groups stand in the order in which their first
  /// member stood. The vertices of the view are those of a dataset of its own.
  ///
  /// - Precondition: Venues are not projected away: that comes after.
  /// - Complexity: O(actors + ties).
  func rolledUp(by rollup: Rollup) -> NetworkView {
    precondition(selection.projection == nil, "roll up before venues are projected away")
    let table = dataset.actors
    var groupOfActor = [UInt32](repeating: .max, count: table.count)
    var groups: [Group] = []
    var known: [Key: UInt32] = [:]
    var ungrouped = 0
    for actor in actors {
      let key = key(of: actor, rollup)
      if key == .actor(actor), rollup != .parent { ungrouped += 1 }
      if let group = known[key] {
        groupOfActor[actor] = group
        groups[Int(group)].count += 1
        continue
      }
      let group = UInt32(truncatingIfNeeded: groups.count)
      known[key] = group
      groupOfActor[actor] = group
      groups.append(Group(key: key))
    }
    let rows = Array(ties)
    var rolledTies = dataset.ties.rows(rows)
    rolledTies.sources = ContiguousArray(rows.map { groupOfActor[Int(dataset.ties.sources[$0])] })
    rolledTies.targets = ContiguousArray(rows.map { groupOfActor[Int(dataset.ties.targets[$0])] })
    let internalBefore = rows.count { dataset.ties.sources[$0] == dataset.ties.targets[$0] }
    let internalNow = rolledTies.sources.indices.count { rolledTies.sources[$0] == rolledTies.targets[$0] }

    let rolled = Dataset(
      description: dataset.description, actors: actorTable(groups, rollup), ties: rolledTies,
      topics: dataset.topics, sources: dataset.sources, vocabulary: dataset.vocabulary)
    var notes = notes
    notes.append(
      "\(actors.count) actors are rolled up by \(rollup.rawValue) into \(groups.count); \(internalNow - internalBefore) of \(rows.count) ties became internal and count no more"
    )
    if ungrouped > 0 { notes.append("\(ungrouped) actors without a \(rollup.rawValue) stay as they are") }
    return NetworkView(
      dataset: rolled, selection: selection, actors: RowSelection(all: groups.count),
      ties: RowSelection(all: rows.count), notes: notes)
  }

  private enum Key: Hashable {
    case text(Int)
    case actor(Int)
  }

  private struct Group {
    let key: Key
    var count = 1
  }

  private func key(of actor: Int, _ rollup: Rollup) -> Key {
    let table = dataset.actors
    switch rollup {
    case .country: return table.countries.code(ofRow: actor).map { .text($0) } ?? .actor(actor)
    case .kind: return table.kinds.code(ofRow: actor).map { .text($0) } ?? .actor(actor)
    case .parent:
      var top = actor
      // Data may go round in a circle; the reader reports that, and here it ends.
      for _ in 0..<table.count {
        guard let parent = table.parent(of: top), parent != actor else { break }
        top = parent
      }
      return .actor(top)
    }
  }

  private func actorTable(_ groups: [Group], _ rollup: Rollup) -> ActorTable {
    let table = dataset.actors
    let column = rollup == .country ? table.countries : table.kinds
    var ids: [String] = []
    var taken: Set<String> = []
    for group in groups {
      if case .actor(let actor) = group.key { taken.insert(table.id(of: actor)) }
    }
    for group in groups {
      switch group.key {
      case .actor(let actor): ids.append(table.id(of: actor))
      case .text(let code):
        var id = column.values[code]
        while taken.contains(id) { id = "\(rollup.rawValue):\(id)" }
        taken.insert(id)
        ids.append(id)
      }
    }
    return ActorTable(
      ids: ids,
      names: groups.map { group in
        switch group.key {
        case .actor(let actor): table.name(of: actor)
        case .text(let code): column.values[code]
        }
      },
      kinds: TextColumn(
        groups.map { group in
          switch group.key {
          case .actor(let actor): table.kinds[actor]
          case .text(let code): rollup == .kind ? column.values[code] : nil
          }
        }),
      countries: TextColumn(
        groups.map { group in
          switch group.key {
          case .actor(let actor): table.countries[actor]
          case .text(let code): rollup == .country ? column.values[code] : nil
          }
        }),
      levels: TextColumn(
        groups.map { group -> String? in
          if case .actor(let actor) = group.key { table.levels[actor] } else { nil }
        }))
  }
}

extension TieTable {
  /// The table of some rows, in their order.
  func rows(_ rows: [Int]) -> TieTable {
    func chosen<Element>(_ column: ContiguousArray<Element>) -> ContiguousArray<Element> {
      column.isEmpty ? [] : ContiguousArray(rows.map { column[$0] })
    }
    func chosen(_ column: [PartialDate?]) -> [PartialDate?] { column.isEmpty ? [] : rows.map { column[$0] } }
    func chosen(_ column: TextColumn) -> TextColumn {
      TextColumn(codes: chosen(column.codes), values: column.values)
    }
    return TieTable(
      sources: chosen(sources), targets: chosen(targets), ids: chosen(ids), relations: chosen(relations),
      missions: chosen(missions), methods: chosen(methods), areDirected: chosen(areDirected),
      weights: chosen(weights), starts: chosen(starts), ends: chosen(ends), stages: chosen(stages),
      confidences: chosen(confidences), evidence: chosen(evidence), locators: chosen(locators),
      quotes: chosen(quotes), attributes: attributes.map { ($0.name, chosen($0.values)) },
      lines: lines.rows(rows))
  }
}
