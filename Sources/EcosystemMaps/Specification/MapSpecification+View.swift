import Ecosystem

extension MapSpecification {
  /// Describes the map of a view.
  init(of view: NetworkView, options: MapOptions, sizes: ActorSizes?) throws {
    guard view.vertexCount <= MapLimits.actors else { throw MapLimits.tooManyActors(view.vertexCount) }
    if let sizes, sizes.values.count != view.vertexCount {
      throw MapError(
        .badSizes, "\(sizes.values.count) sizes were given for a view of \(view.vertexCount) actors")
    }
    let merged = try MergedTies(of: view)
    guard merged.pairs.count <= MapLimits.ties else { throw MapLimits.tooManyTies(merged.pairs.count) }

    var notes: [String] = []
    let coloring = options.coloring ?? Self.chosenColoring(for: view, notes: &notes)
    let colors = ColorGroups(of: view, by: coloring)
    let (groups, groupOfValue, groupOfNone) = colors.groups()
    let group = { (value: Int?) in value.flatMap { groupOfValue[$0] } }

    let dataset = view.dataset
    let isVenue = view.actors.map(dataset.isVenue)
    let names = view.actors.map { LabelText.name(dataset.actors.name(of: $0)) }
    // Rows may come in any order; the picture must not depend on it.
    let order = (0..<view.vertexCount).sorted { (view.id(of: $0), $0) < (view.id(of: $1), $1) }
    var position = [Int](repeating: 0, count: order.count)
    for (index, vertex) in order.enumerated() { position[vertex] = index }

    var nodes = order.map { vertex in
      Node(
        label: names[vertex], title: "", isVenue: isVenue[vertex],
        group: group(colors.ofVertices[vertex]) ?? groupOfNone,
        size: sizes?.values[vertex].map { $0.isFinite ? max(0, $0) : 0 } ?? 0)
    }
    var ties: [Tie] = merged.pairs.map { pair in
      var ends = (position[pair.first], position[pair.second])
      let goesUp = isVenue[pair.first] == isVenue[pair.second] ? ends.0 < ends.1 : isVenue[pair.first]
      if !goesUp { swap(&ends.0, &ends.1) }
      let axes = TieAxes(of: pair.ties, in: dataset)
      return Tie(
        source: ends.0, target: ends.1, count: max(1, pair.ties.count),
        group: group(colors.value(of: pair, isVenue: isVenue)), axes: axes,
        title: "\(nodes[ends.0].label) – \(nodes[ends.1].label): \(Self.content(of: pair.ties, in: dataset))")
    }
    ties.sort { ($0.source, $0.target) < ($1.source, $1.target) }
    for tie in ties {
      for (node, other) in [(tie.source, tie.target), (tie.target, tie.source)] {
        nodes[node].tieCount += tie.count
        nodes[node].neighborCount += 1
        if nodes[other].isVenue { nodes[node].venueCount += 1 }
      }
    }
    for (index, vertex) in order.enumerated() {
      if sizes == nil { nodes[index].size = Double(nodes[index].tieCount) }
      nodes[index].title = Self.title(
        of: nodes[index], actor: view.actors[vertex], in: dataset, sizes: sizes, vertex: vertex)
    }
    if merged.selfTieCount > 0 {
      notes.append("\(counted(merged.selfTieCount, "tie")) of an actor to itself not drawn")
    }

    self.nodes = nodes
    self.ties = ties
    self.groups = groups
    self.coloring = coloring
    subject =
      ties.contains { $0.axes != .none } ? Self.subject(of: view.selection, coloring: coloring) : nil
    plainTieMeaning = view.selection.projection == nil ? "neither stated" : "share a venue"
    sizeName = sizes.map { LabelText.name($0.name) }
    texts = Texts(title: "", subtitle: [], source: "", description: "")
    self.notes = notes
    texts = MapTexts.texts(for: self, view: view, options: options, drawnTies: merged.drawnTieCount)
  }

  /// What a color tells most by: missions where there is more than one, or else methods; kinds where ties
  /// have neither.
  private static func chosenColoring(for view: NetworkView, notes: inout [String]) -> MapColoring {
    let missions = ColorGroups(of: view, by: .mission)
    let methods = ColorGroups(of: view, by: .method)
    if missions.count > 1 { return .mission }
    if methods.count > 1 {
      notes.append("colored by method, as there is no more than one mission to tell apart")
      return .method
    }
    if missions.count == 0, methods.count == 0, ColorGroups(of: view, by: .kind).count > 1 {
      notes.append("colored by kind, as no tie states a mission or a method")
      return .kind
    }
    return missions.count == 0 && methods.count > 0 ? .method : .mission
  }

  /// The axis that topics were selected on, or else the one that colors stand for.
  private static func subject(of selection: Selection, coloring: MapColoring) -> Axis {
    if let axis = selection.axis { return axis }
    if selection.missions.isEmpty != selection.methods.isEmpty {
      return selection.methods.isEmpty ? .vertical : .horizontal
    }
    return coloring == .method ? .horizontal : .vertical
  }

  private static func title(
    of node: Node, actor: Int, in dataset: Dataset, sizes: ActorSizes?, vertex: Int
  ) -> String {
    var parts = [node.label]
    let facts = [dataset.actors.kinds[actor], dataset.actors.countries[actor]].compactMap {
      $0.map(LabelText.name)
    }
    if !facts.isEmpty { parts.append(facts.joined(separator: ", ")) }
    parts.append("\(counted(node.tieCount, "tie")), \(counted(node.neighborCount, "partner"))")
    if let sizes, let value = sizes.values[vertex], value.isFinite {
      parts.append("\(LabelText.name(sizes.name)) \(ShortNumber.text(value))")
    }
    return parts.joined(separator: "; ")
  }

  /// What the ties between two actors are: how many, of which relations, missions and methods.
  private static func content(of ties: [Int], in dataset: Dataset) -> String {
    guard !ties.isEmpty else { return "they share a venue" }
    func listed(_ values: [String?]) -> [String] {
      var seen: Set<String> = []
      return values.compactMap { $0 }.filter { seen.insert($0).inserted }.map(LabelText.name)
    }
    var parts = [counted(ties.count, "tie")]
    let relations = listed(ties.map { dataset.ties.relations[$0] })
    if !relations.isEmpty { parts.append(relations.joined(separator: ", ")) }
    for (axis, noun) in [(Axis.vertical, "mission"), (Axis.horizontal, "method")] {
      let topics = listed(ties.map { dataset.ties.topic(of: $0, on: axis).map { dataset.topics[$0].name } })
      if !topics.isEmpty {
        parts.append((topics.count == 1 ? noun : noun + "s") + " " + topics.joined(separator: ", "))
      }
    }
    return parts.joined(separator: "; ")
  }
}

extension TieAxes {
  /// The axes that any of some ties belong to.
  init(of ties: [Int], in dataset: Dataset) {
    let isVertical = ties.contains { dataset.ties.topic(of: $0, on: .vertical) != nil }
    let isHorizontal = ties.contains { dataset.ties.topic(of: $0, on: .horizontal) != nil }
    self =
      switch (isVertical, isHorizontal) {
      case (true, true): .both
      case (true, false): .vertical
      case (false, true): .horizontal
      case (false, false): .none
      }
  }
}

extension MergedTies {
  /// Ties behind the pairs.
  var drawnTieCount: Int { pairs.reduce(0) { $0 + $1.ties.count } }
}
