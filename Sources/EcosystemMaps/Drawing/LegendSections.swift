import Ecosystem

/// The parts of a legend that the styles share, made from the same rules as the drawing.
extension MapSpecification {
  /// What the colors stand for, with the number of actors of each.
  ///
  /// - Parameter sample: Draws the color of a class, or the neutral one.
  func colorSection(onlyActors: Bool = false, sample: (Int?) -> [Element]) -> LegendSection? {
    let colored = groups.filter { $0.color != nil && ($0.actorCount > 0 || !onlyActors) }
    guard groups.contains(where: { $0.name != nil }) else { return nil }
    func entry(_ color: Int?, _ text: String, count: Int) -> LegendSection.Entry {
      LegendSection.Entry(
        sample: sample(color), text: count == 0 ? text + ", ties only" : text, count: count == 0 ? nil : count
      )
    }
    var entries = colored.map { entry($0.color, $0.name ?? "", count: $0.actorCount) }
    let others = groups.filter { $0.color == nil && $0.name != nil && ($0.actorCount > 0 || !onlyActors) }
    let blank = groups.first { $0.name == nil }
    if !others.isEmpty || blank != nil {
      var parts: [String] = []
      if !others.isEmpty {
        parts.append(
          "\(others.count) other " + (others.count == 1 ? coloring.noun : coloring.plural))
      }
      if blank != nil { parts.append("no \(coloring.noun) stated") }
      let text = parts.joined(separator: ", ")
      entries.append(
        entry(
          nil, text.prefix(1).uppercased() + text.dropFirst(),
          count: others.reduce(blank?.actorCount ?? 0) { $0 + $1.actorCount }))
    }
    let heading = coloring.noun.prefix(1).uppercased() + coloring.noun.dropFirst()
    return LegendSection(heading: heading + " (actors)", entries: entries)
  }

  /// What filled, plain and highlighted boxes are.
  func boxSection(corner: Double) -> LegendSection? {
    let sample = Rect(center: Point(x: 0, y: 0), width: 24, height: 14)
    let venues = nodes.count { $0.isVenue }
    let shared = nodes.count { !$0.isVenue && $0.venueCount > 1 }
    let plain = nodes.count - venues - shared
    var entries: [LegendSection.Entry] = []
    func add(_ count: Int, _ text: String, _ stroke: Stroke) {
      guard count > 0 else { return }
      entries.append(
        LegendSection.Entry(sample: [.rect(sample, corner: corner, stroke)], text: text, count: count))
    }
    add(venues, "venue: others join it", .filled(.strong(nil)))
    add(plain, venues > 0 ? "member" : "actor", .filled(.surface, line: .edge, width: 1))
    add(shared, "tied to several venues", .filled(.highlight, line: .highlightEdge, width: 1))
    return entries.isEmpty ? nil : LegendSection(heading: "Actors", entries: entries)
  }

  /// What the lines stand for.
  func tieSection(ink: TieInk) -> LegendSection? {
    guard !ties.isEmpty else { return nil }
    let path = Path(start: Point(x: -15, y: 0), segments: [.line(to: Point(x: 15, y: 0))])
    var counts: [TieAxes: Int] = [:]
    for tie in ties { counts[tie.axes, default: 0] += tie.count }
    func entry(_ axes: TieAxes, _ text: String, count: Int) -> LegendSection.Entry? {
      guard count > 0 else { return nil }
      let sample = ink.elements(along: path, axes: axes, color: nil)
      return LegendSection.Entry(sample: sample, text: text, count: count)
    }
    let (vertical, horizontal) = (counts[.vertical, default: 0], counts[.horizontal, default: 0])
    let both = counts[.both, default: 0]
    let entries: [LegendSection.Entry?] =
      switch ink.subject {
      case .vertical:
        [
          entry(
            .vertical, "for a mission" + aside(both, of: vertical, "by a method too"), count: vertical + both),
          entry(.horizontal, "by a method, no mission stated", count: horizontal),
        ]
      case nil: [entry(.none, "tie", count: counts[.none, default: 0])]
      case .horizontal:
        [
          entry(
            .horizontal, "by a method" + aside(both, of: horizontal, "for a mission too"),
            count: horizontal + both),
          entry(.vertical, "for a mission, no method stated", count: vertical),
        ]
      }
    var all = entries.compactMap(\.self)
    if ink.subject != nil, let plain = entry(.none, plainTieMeaning, count: counts[.none, default: 0]) {
      all.append(plain)
    }
    if let most = ties.map(\.count).max(), most > 1 {
      let thick = ink.elements(along: path, axes: .vertical, color: nil, count: 4)
      all.append(LegendSection.Entry(sample: thick, text: "thicker: several ties"))
    }
    return LegendSection(heading: "Ties", entries: all)
  }

  private func aside(_ both: Int, of one: Int, _ text: String) -> String {
    both == 0 ? "" : one == 0 ? ", " + text : ", \(grouped(both)) of them \(text)"
  }

  /// Two values that stand for the scale of sizes: near the largest and about a quarter of it.
  var sizeExamples: [Double] {
    guard let largest = nodes.map(\.size).max(), largest > 0 else { return [] }
    let high = Self.niceNumber(below: largest)
    let low = Self.niceNumber(below: largest / 4)
    // There are no parts of ties.
    return low < high && (sizeName != nil || low >= 1) ? [high, low] : [high]
  }

  /// What the legend calls the sizes.
  var sizeHeading: String { sizeName.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? "Ties" }

  /// The largest 1, 2 or 5 times a power of ten that is not above a value.
  private static func niceNumber(below value: Double) -> Double {
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    while power > value { power /= 10 }
    return value >= 5 * power ? 5 * power : value >= 2 * power ? 2 * power : power
  }
}
