import Ecosystem

/// What is written around a map.
enum MapTexts {
  static func texts(
    for map: MapSpecification, view: NetworkView, options: MapOptions, drawnTies: Int
  ) -> MapSpecification.Texts {
    let dataset = view.dataset
    let title = options.title.map(LabelText.cleaned) ?? heading(of: view)
    var subtitle: [String] = []
    if let given = options.subtitle.map(LabelText.cleaned) {
      if !given.isEmpty { subtitle.append(given) }
    } else {
      let selection = selectionParts(of: view, heading: title)
      subtitle.append(selection.isEmpty ? "The whole dataset" : selection.joined(separator: " · "))
    }
    subtitle.append(counts(map, drawnTies: drawnTies))
    let shown = title.isEmpty ? LabelText.name(dataset.description.title) : title
    return MapSpecification.Texts(
      title: shown, subtitle: subtitle, source: source(of: dataset),
      description: description(of: map, drawnTies: drawnTies, subtitle: subtitle))
  }

  /// The topic where one was selected, or else the dataset.
  private static func heading(of view: NetworkView) -> String {
    let selection = view.selection
    let topics = names(selection.missions, .vertical, view) + names(selection.methods, .horizontal, view)
    if let ego = selection.ego, let actor = try? view.dataset.actor(named: ego.actor) {
      let name = LabelText.name(view.dataset.actors.name(of: actor))
      return topics.isEmpty ? "The surroundings of \(name)" : "\(name): \(listed(topics))"
    }
    return topics.isEmpty || topics.count > 3
      ? LabelText.name(view.dataset.description.title) : listed(topics)
  }

  private static func names(_ topics: [String], _ axis: Axis, _ view: NetworkView) -> [String] {
    topics.map { text in
      let topic = try? view.dataset.topic(named: text, on: axis)
      return LabelText.name(topic.map { view.dataset.topics[$0].name } ?? text)
    }
  }

  private static func selectionParts(of view: NetworkView, heading: String) -> [String] {
    let selection = view.selection
    var parts: [String] = []
    func add(_ noun: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      parts.append(
        (values.count == 1 ? noun : noun + "s") + ": " + values.map(LabelText.name).joined(separator: ", "))
    }
    switch selection.axis {
    case .vertical: parts.append("Ties that serve a mission")
    case .horizontal: parts.append("Ties that use a method")
    case nil: break
    }
    for (noun, topics) in [
      ("Mission", names(selection.missions, .vertical, view)),
      ("Method", names(selection.methods, .horizontal, view)),
    ] {
      // What the heading says already is not said twice.
      if topics == [heading] {
        parts.append(noun + " in: " + LabelText.name(view.dataset.description.title))
      } else {
        add(noun, topics)
      }
    }
    add("Relation", selection.relations)
    add("Kind", selection.kinds)
    if !selection.countries.isEmpty {
      parts.append("Countries: " + selection.countries.map(LabelText.name).joined(separator: ", "))
    }
    if let period = selection.period {
      switch (period.since, period.until) {
      case (let since?, let until?): parts.append(since == until ? "In \(since)" : "\(since) to \(until)")
      case (let since?, nil): parts.append("Since \(since)")
      case (nil, let until?): parts.append("Until \(until)")
      case (nil, nil): break
      }
    }
    if let least = selection.minimumConfidence {
      parts.append("Confidence \(ShortNumber.text(least)) or more")
    }
    if let ego = selection.ego {
      let name =
        (try? view.dataset.actor(named: ego.actor)).map { view.dataset.actors.name(of: $0) } ?? ego.actor
      parts.append("Within \(counted(ego.steps, "step")) of \(LabelText.name(name))")
    }
    if let rollup = selection.rollup { parts.append("Actors rolled up by \(rollup.rawValue)") }
    if selection.projection != nil { parts.append("Actors that share a venue are tied") }
    return parts
  }

  private static func counts(_ map: MapSpecification, drawnTies: Int) -> String {
    let venues = map.nodes.count { $0.isVenue }
    var text = counted(map.nodes.count, "actor")
    if venues > 0 { text += ", \(grouped(venues)) of them " + (venues == 1 ? "a venue" : "venues") }
    text += " · " + counted(max(drawnTies, map.ties.count), "tie")
    if drawnTies > map.ties.count { text += " between \(counted(map.ties.count, "pair"))" }
    return text
  }

  private static func source(of dataset: Dataset) -> String {
    let about = dataset.description
    var parts = ["Data: " + LabelText.name(about.title)]
    if let version = about.version { parts.append("version " + LabelText.name(version)) }
    if let license = about.license { parts.append("licence " + LabelText.name(license)) }
    return parts.joined(separator: ", ") + ". Drawn by Ecograph."
  }

  /// A few sentences for those who cannot see the map.
  private static func description(
    of map: MapSpecification, drawnTies: Int, subtitle: [String]
  ) -> String {
    guard !map.nodes.isEmpty else { return "An empty map: no actor is left by the selection." }
    var sentences = [subtitle.joined(separator: ". ")]
    let ranked = map.nodes.indices.filter { map.nodes[$0].tieCount > 0 }.sorted {
      (map.nodes[$1].tieCount, $0) < (map.nodes[$0].tieCount, $1)
    }
    let top = ranked.prefix(5).map { "\(map.nodes[$0].label) (\(grouped(map.nodes[$0].tieCount)))" }
    sentences.append(top.isEmpty ? "Nobody is tied to anybody" : "Most ties: \(listed(top))")
    let isolates = map.nodes.count { $0.tieCount == 0 }
    if isolates > 0, !top.isEmpty { sentences.append("\(counted(isolates, "actor")) without a tie") }
    let named = map.groups.filter { $0.name != nil && $0.actorCount > 0 }.prefix(8)
    if !named.isEmpty {
      sentences.append(
        "Colors stand for \(map.coloring.plural): "
          + listed(named.map { "\($0.name ?? "") (\(counted($0.actorCount, "actor")))" }))
    }
    if let size = map.sizeName { sentences.append("Sizes show \(size)") }
    return sentences.joined(separator: ". ") + "."
  }
}

extension MapColoring {
  /// What a legend calls one group.
  var noun: String { rawValue }
  /// What a legend calls the groups.
  var plural: String { self == .country ? "countries" : rawValue + "s" }
}
