import Ecosystem

extension TieIndex {
  /// The ties that produce a criterion's value, grouped by what they lead to.
  func parts(of criterion: Criterion, for actor: Int) -> [Explanation.Part] {
    switch criterion {
    case .reach: [direct(actor)] + convenedVenues(actor)
    case .brokerage, .openness: [direct(actor)]
    case .missions: topics(of: actor, on: .vertical)
    case .methods: topics(of: actor, on: .horizontal)
    case .borders: countries(of: actor)
    case .convening: convened(by: actor)
    }
  }

  private func part(
    _ subject: Explanation.Part.Subject, _ label: String, actors: some Sequence<Int>, ties: some Sequence<Int>
  ) -> Explanation.Part {
    Explanation.Part(
      subject: subject, label: label, actors: Set(actors).sorted(), ties: Set(ties).sorted())
  }

  private func direct(_ actor: Int) -> Explanation.Part {
    let own = Array(ties(of: actor))
    return part(.direct, "tied directly", actors: own.map { partner(of: actor, by: $0) }, ties: own)
  }

  /// What the actor convenes, each with those who joined it.
  private func convenedVenues(_ actor: Int) -> [Explanation.Part] {
    let convening = ties(of: actor).filter { convenes(actor, by: $0) }
    return Set(convening.map { partner(of: actor, by: $0) }).sorted().compactMap { venue in
      let joining = ties(of: venue).filter { isJoined(venue, by: $0) && partner(of: venue, by: $0) != actor }
      guard !joining.isEmpty else { return nil }
      let own = convening.filter { partner(of: actor, by: $0) == venue }
      return part(
        .venue(venue), "joined \(dataset.actors.name(of: venue)), which it \(verbs(of: own))",
        actors: joining.map { partner(of: venue, by: $0) }, ties: own + joining)
    }
  }

  private func topics(of actor: Int, on axis: Axis) -> [Explanation.Part] {
    var byTopic: [Int: [Int]] = [:]
    for tie in ties(of: actor) {
      if let topic = dataset.ties.topic(of: tie, on: axis) { byTopic[topic, default: []].append(tie) }
    }
    return byTopic.sorted { $0.key < $1.key }.map { topic, ties in
      part(
        .topic(topic), dataset.topics[topic].name, actors: ties.map { partner(of: actor, by: $0) }, ties: ties
      )
    }
  }

  /// The countries reached, those with most actors first.
  private func countries(of actor: Int) -> [Explanation.Part] {
    let own = dataset.actors.countries[actor]
    var byCountry: [String: (actors: Set<Int>, ties: Set<Int>)] = [:]
    func add(_ other: Int, _ ties: [Int]) {
      guard let country = dataset.actors.countries[other], country != own else { return }
      byCountry[country, default: ([], [])].actors.insert(other)
      byCountry[country, default: ([], [])].ties.formUnion(ties)
    }
    for tie in ties(of: actor) {
      let other = partner(of: actor, by: tie)
      add(other, [tie])
      guard convenes(actor, by: tie) else { continue }
      for joining in ties(of: other) where isJoined(other, by: joining) {
        let member = partner(of: other, by: joining)
        if member != actor { add(member, [tie, joining]) }
      }
    }
    return byCountry.sorted {
      ($1.value.actors.count, $0.key) < ($0.value.actors.count, $1.key)
    }.map { part(.country($0.key), $0.key, actors: $0.value.actors, ties: $0.value.ties) }
  }

  private func convened(by actor: Int) -> [Explanation.Part] {
    let outgoing = ties(of: actor).filter { convenes(actor, by: $0) }
    var parts = Set(outgoing.map { partner(of: actor, by: $0) }).sorted().map { venue in
      let own = outgoing.filter { partner(of: actor, by: $0) == venue }
      return part(
        .venue(venue), "\(verbs(of: own)) \(dataset.actors.name(of: venue))", actors: [venue], ties: own)
    }
    let joining = ties(of: actor).filter { isJoined(actor, by: $0) }
    if !joining.isEmpty {
      parts.append(
        part(.direct, "joined by", actors: joining.map { partner(of: actor, by: $0) }, ties: joining))
    }
    return parts
  }

  /// The relations of some ties as verbs, such as `founds and governs`.
  private func verbs(of ties: [Int]) -> String {
    Set(ties.compactMap { dataset.ties.relations[$0] }).sorted().joined(separator: " and ")
  }
}
