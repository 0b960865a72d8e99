import GraphCore

extension Dataset {
  /// Returns the view of everything.
  public func view() -> NetworkView {
    NetworkView(
      dataset: self, selection: Selection(), actors: RowSelection(all: actors.count),
      ties: RowSelection(all: ties.count),
      notes: [])
  }

  /// Returns what a selection leaves.
  ///
  /// Choosing ties (by axis, topic, relation, time or confidence) leaves the actors that have such a tie;
  /// choosing actors (by kind or country) leaves the ties between them, and actors without a tie stay.
  /// What is left out for lack of a date or a confidence is said in ``NetworkView/notes``.
  ///
  /// - Throws: ``SelectionError`` where the selection names what is not there.
  /// - Complexity: O(actors + ties).
  public func view(_ selection: Selection) throws(SelectionError) -> NetworkView {
    if let rollup = selection.rollup { return try rolledUpView(selection, by: rollup) }
    var notes: [String] = []
    let isChosenActor = try chosenActors(selection)
    var chosenTies = try self.chosenTies(selection, notes: &notes)
    chosenTies.removeAll { !isChosenActor[ties.source(of: $0)] || !isChosenActor[ties.target(of: $0)] }

    var isVisible = isChosenActor
    if selection.choosesTies {
      var isTied = [Bool](repeating: false, count: actors.count)
      for tie in chosenTies {
        isTied[ties.source(of: tie)] = true
        isTied[ties.target(of: tie)] = true
      }
      let before = isVisible.count { $0 }
      for actor in 0..<actors.count where !isTied[actor] { isVisible[actor] = false }
      let dropped = before - isVisible.count { $0 }
      if dropped > 0 { notes.append("\(dropped) actors have no tie in this selection and are left out") }
    }

    if let ego = selection.ego {
      let center = try actor(named: ego.actor)
      guard ego.steps >= 0 else {
        throw SelectionError(.badValue, "steps must be 0 or more, got \(ego.steps)")
      }
      guard isVisible[center] else {
        throw SelectionError(.badValue, "`\(ego.actor)` has no tie in this selection")
      }
      let near = neighborhood(of: center, steps: ego.steps, along: chosenTies)
      for actor in 0..<actors.count where !near[actor] { isVisible[actor] = false }
      chosenTies.removeAll { !isVisible[ties.source(of: $0)] || !isVisible[ties.target(of: $0)] }
    }

    if let projection = selection.projection {
      notes += try projectionNotes(projection, isVisible: isVisible, ties: chosenTies)
      for actor in 0..<actors.count where isVenue(actor) { isVisible[actor] = false }
    }
    return NetworkView(
      dataset: self, selection: selection, actors: RowSelection((0..<actors.count).filter { isVisible[$0] }),
      ties: RowSelection(chosenTies), notes: notes)
  }

  private func chosenActors(_ selection: Selection) throws(SelectionError) -> [Bool] {
    let kinds = try codes(of: selection.kinds, in: actors.kinds, noun: "kind")
    let countries = try codes(of: selection.countries, in: actors.countries, noun: "country")
    return (0..<actors.count).map { actor in
      (kinds.map { $0.contains(actors.kinds.code(ofRow: actor)) } ?? true)
        && (countries.map { $0.contains(actors.countries.code(ofRow: actor)) } ?? true)
    }
  }

  private func chosenTies(_ selection: Selection, notes: inout [String]) throws(SelectionError) -> [Int] {
    let relations = try codes(of: selection.relations, in: ties.relations, noun: "relation")
    let missions = try topics(named: selection.missions, on: .vertical)
    let methods = try topics(named: selection.methods, on: .horizontal)
    if let least = selection.minimumConfidence, !(0...1).contains(least) {
      throw SelectionError(.badValue, "the least confidence must be in 0...1, got \(least)")
    }
    if let since = selection.period?.since, let until = selection.period?.until,
      since.firstDay > until.lastDay
    {
      throw SelectionError(.badValue, "the period ends (\(until)) before it begins (\(since))")
    }
    guard selection.choosesTies else { return Array(0..<ties.count) }

    var undated = 0
    var unrated = 0
    let chosen = (0..<ties.count).filter { tie in
      if let relations, !relations.contains(ties.relations.code(ofRow: tie)) { return false }
      if let axis = selection.axis, ties.topic(of: tie, on: axis) == nil { return false }
      if let missions, !(ties.topic(of: tie, on: .vertical).map(missions.contains) ?? false) { return false }
      if let methods, !(ties.topic(of: tie, on: .horizontal).map(methods.contains) ?? false) { return false }
      if let least = selection.minimumConfidence {
        guard let confidence = ties.confidence(of: tie) else {
          unrated += 1
          return false
        }
        if confidence < least { return false }
      }
      if let period = selection.period {
        let start = ties.starts.isEmpty ? nil : ties.starts[tie]
        let end = ties.ends.isEmpty ? nil : ties.ends[tie]
        if let until = period.until, let start, start.firstDay > until.lastDay { return false }
        if let since = period.since, let end, end.lastDay < since.firstDay { return false }
        if start == nil, end == nil { undated += 1 }
      }
      return true
    }
    if undated > 0 { notes.append("\(undated) ties without dates are taken as alive at any time") }
    if unrated > 0 { notes.append("\(unrated) ties without a stated confidence are left out") }
    return chosen
  }

  private func codes(
    of names: [String], in column: TextColumn, noun: String
  ) throws(SelectionError) -> Set<Int>? {
    guard !names.isEmpty else { return nil }
    var codes: Set<Int> = []
    for name in names {
      let wanted = name.lowercased()
      guard
        let code = column.values.firstIndex(of: name)
          ?? column.values.firstIndex(where: { $0.lowercased() == wanted })
      else { throw .unknown(noun, name, candidates: column.values) }
      codes.insert(code)
    }
    return codes
  }

  private func topics(named names: [String], on axis: Axis) throws(SelectionError) -> Set<Int>? {
    guard !names.isEmpty else { return nil }
    var found: Set<Int> = []
    for name in names { found.formUnion(topicAndDescendants(try topic(named: name, on: axis))) }
    return found
  }

  /// Actors within some steps of one, along ties in either direction.
  private func neighborhood(of center: Int, steps: Int, along chosen: [Int]) -> [Bool] {
    var edges = EdgeList()
    edges.reserveCapacity(chosen.count)
    for tie in chosen { edges.append(from: ties.sources[tie], to: ties.targets[tie]) }
    var isNear = [Bool](repeating: false, count: actors.count)
    isNear[center] = true
    // Every end is an actor of this dataset, so that the graph cannot be refused.
    guard let graph = try? Multigraph(vertexCount: actors.count, edges: edges, direction: .undirected) else {
      return isNear
    }
    var search = BreadthFirstSearch(vertexCount: actors.count)
    search.run(graph.reduced(.once), from: center, limit: Int32(clamping: steps))
    for actor in search.order { isNear[Int(actor)] = true }
    return isNear
  }
}

extension Set where Element == Int {
  fileprivate func contains(_ code: Int?) -> Bool { code.map { contains($0) } ?? false }
}
