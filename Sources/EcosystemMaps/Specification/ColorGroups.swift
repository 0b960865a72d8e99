import Ecosystem

/// Which group of a coloring each vertex and each tie of a view belongs to.
///
/// With missions and methods it is the topic of most of an actor's ties; between equals the topic with more
/// ties in the view, then the one that comes first in the dataset.
struct ColorGroups {
  /// For each vertex, the number of its value: a topic, a kind or a country; nil for none.
  private(set) var ofVertices: [Int?]
  private let names: [String]
  private let tiesByTopic: [Int]
  private let coloring: MapColoring
  private let view: NetworkView

  init(of view: NetworkView, by coloring: MapColoring) {
    self.view = view
    self.coloring = coloring
    let dataset = view.dataset
    switch coloring {
    case .kind:
      names = dataset.actors.kinds.values
      ofVertices = view.actors.map { dataset.actors.kinds.code(ofRow: $0) }
      tiesByTopic = []
    case .country:
      names = dataset.actors.countries.values
      ofVertices = view.actors.map { dataset.actors.countries.code(ofRow: $0) }
      tiesByTopic = []
    case .mission, .method:
      names = dataset.topics.map(\.name)
      let axis: Axis = coloring == .mission ? .vertical : .horizontal
      var total = [Int](repeating: 0, count: names.count)
      var byVertex = [[Int: Int]](repeating: [:], count: view.vertexCount)
      for tie in view.ties {
        guard let topic = dataset.ties.topic(of: tie, on: axis) else { continue }
        total[topic] += 1
        for actor in [dataset.ties.source(of: tie), dataset.ties.target(of: tie)] {
          if let vertex = view.vertex(ofActor: actor) { byVertex[vertex][topic, default: 0] += 1 }
        }
      }
      tiesByTopic = total
      ofVertices = byVertex.map { counts in
        counts.max { ($0.value, total[$0.key], -$0.key) < ($1.value, total[$1.key], -$1.key) }?.key
      }
    }
  }

  /// How many values occur.
  var count: Int { Set(ofVertices.compactMap(\.self)).count }

  /// The value of a pair's ties.
  func value(of pair: MergedTies.Pair, isVenue: [Bool]) -> Int? {
    let (first, second) = (ofVertices[pair.first], ofVertices[pair.second])
    switch coloring {
    case .mission, .method:
      let axis: Axis = coloring == .mission ? .vertical : .horizontal
      var counts: [Int: Int] = [:]
      for tie in pair.ties {
        if let topic = view.dataset.ties.topic(of: tie, on: axis) { counts[topic, default: 0] += 1 }
      }
      if pair.ties.isEmpty { return first == second ? first : nil }
      return counts.max {
        ($0.value, tiesByTopic[$0.key], -$0.key) < ($1.value, tiesByTopic[$1.key], -$1.key)
      }?.key
    case .kind, .country:
      // Between a venue and a member, the member says more: the venue's own color is at the end anyway.
      if isVenue[pair.first] != isVenue[pair.second] { return isVenue[pair.first] ? second : first }
      return first == second ? first : nil
    }
  }

  /// The groups by size, those with a color first; and the group of each value.
  func groups() -> (groups: [MapSpecification.Group], ofValue: [Int: Int], ofNone: Int) {
    var counts: [Int: Int] = [:]
    var blank = 0
    // A topic that is nobody's main one still colors its ties.
    for (topic, ties) in tiesByTopic.enumerated() where ties > 0 { counts[topic] = 0 }
    for value in ofVertices {
      if let value { counts[value, default: 0] += 1 } else { blank += 1 }
    }
    let sorted = counts.sorted { ($1.value, names[$0.key], $0.key) < ($0.value, names[$1.key], $1.key) }
    var groups: [MapSpecification.Group] = []
    var ofValue: [Int: Int] = [:]
    for (index, entry) in sorted.enumerated() {
      ofValue[entry.key] = index
      groups.append(
        MapSpecification.Group(
          name: LabelText.name(Self.shown(names[entry.key], coloring)), actorCount: entry.value,
          color: index < Palette.classCount ? index : nil))
    }
    if blank > 0 { groups.append(MapSpecification.Group(name: nil, actorCount: blank, color: nil)) }
    return (groups, ofValue, sorted.count)
  }

  /// Kinds are keys such as `civil-society`; for people they begin with a capital letter and have spaces.
  private static func shown(_ name: String, _ coloring: MapColoring) -> String {
    guard coloring == .kind, let first = name.first else { return name }
    return first.uppercased() + name.dropFirst().map { $0 == "-" || $0 == "_" ? " " : $0 }
  }
}
