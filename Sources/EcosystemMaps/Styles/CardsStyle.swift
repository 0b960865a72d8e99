/// Soft areas, one for each group of the coloring, with the actors as pills inside.
///
/// Ties inside an area are left out, as the area says so already; those across are drawn thin. The areas are
/// packed here, without Graphviz: rows and columns of boxes need no graph layout, and cards work where
/// Graphviz is missing.
struct CardsStyle {
  let map: MapSpecification
  private let across: [MapSpecification.Tie]
  private let ink: TieInk
  private static let inset = 16.0
  private static let pillGap = 8.0
  private static let areaGap = 22.0

  init(map: MapSpecification) {
    self.map = map
    across = map.ties.filter { map.nodes[$0.source].group != map.nodes[$0.target].group }
    let many = Double(max(1, across.count))
    ink = TieInk(width: 1.3, opacity: min(0.5, max(0.14, 4.5 / many.squareRoot())), subject: map.subject)
  }

  func picture() -> Picture {
    let cards = map.groups.indices.compactMap { Card(group: $0, in: map) }
    let places = Packing.places(of: cards.map { ($0.width, $0.height) }, gap: Self.areaGap, aspect: 1.35)
    var frames = [Rect](repeating: Rect(x: 0, y: 0, width: 0, height: 0), count: map.nodes.count)
    var areas: [Element] = []
    var headings: [Element] = []
    for (card, place) in zip(cards, places) {
      for (node, frame) in card.pills { frames[node] = frame.moved(by: place) }
      let frame = Rect(x: place.x, y: place.y, width: card.width, height: card.height)
      areas.append(.rect(frame, corner: 18, .filled(.tint(card.color))))
      headings += card.heading.placed(
        x: frame.minX + Self.inset, top: frame.minY + 14, paint: .line(card.color), halo: .tint(card.color))
    }
    let ties = across.map { tie in
      ink.group(
        along: Self.curve(from: frames[tie.source].center, to: frames[tie.target].center), tie: tie,
        color: map.color(of: tie))
    }
    let pills = cards.flatMap { card in
      card.pills.map { pill(ofNode: $0.node, in: frames[$0.node], card: card) }
    }
    var notes: [String] = []
    let inside = map.ties.count - across.count
    if inside > 0 {
      notes.append("\(counted(inside, "tied pair")) within an area not drawn: the area stands for them")
    }
    return Picture(
      elements: [
        .group(Element.Group(children: areas)), .group(Element.Group(children: ties)),
        .group(Element.Group(children: headings)),
        .group(Element.Group(role: .list, children: pills)),
      ], legend: legend, notes: notes)
  }

  private func pill(ofNode index: Int, in frame: Rect, card: Card) -> Element {
    let node = map.nodes[index]
    var children: [Element]
    let corner = min(14, frame.height / 2)
    if node.isVenue {
      children = [.rect(frame, corner: corner, .filled(.strong(card.color)))]
    } else {
      let isShared = node.venueCount > 1
      children = [
        .rect(
          frame, corner: corner,
          isShared ? .filled(.highlight, line: .highlightEdge, width: 1) : .filled(.surface))
      ]
    }
    children += card.text(ofNode: node).centered(
      at: frame.center - Point(x: 0, y: SizeBar.room(in: map) / 2), paint: node.isVenue ? .onStrong : .text)
    if let bar = SizeBar.element(for: node, in: map, frame: frame) { children.append(bar) }
    return .group(Element.Group(role: .listitem, title: node.title, children: children))
  }

  private static func curve(from start: Point, to end: Point) -> Path {
    let chord = end - start
    return Path(
      start: start, segments: [.quadratic(start + chord * 0.5 + chord.perpendicular * 0.08, to: end)])
  }

  private var legend: [LegendSection] {
    let sample = Rect(center: Point(x: 0, y: 0), width: 26, height: 15)
    var shown = map
    shown.ties = across
    var ties = shown.tieSection(ink: TieInk(width: 1.6, opacity: 0.8, subject: map.subject))
    ties?.heading = "Ties between areas"
    return [
      map.colorSection(onlyActors: true) {
        [.rect(sample, corner: 4, .filled(.tint($0), line: .line($0), width: 1.2))]
      },
      map.boxSection(corner: 7), ties, SizeBar.section(for: map),
    ].compactMap(\.self)
  }

  /// An area with its pills, from its own top left corner.
  struct Card {
    let color: Int?
    let heading: TextBlock
    private(set) var pills: [(node: Int, frame: Rect)] = []
    private(set) var width = 0.0
    private(set) var height = 0.0
    private let pillWidth: Double

    init?(group: Int, in map: MapSpecification) {
      let members = map.nodes.indices.filter { map.nodes[$0].group == group }
      guard !members.isEmpty else { return nil }
      color = map.groups[group].color
      let widest = members.map { Self.naturalWidth(of: map.nodes[$0]) }.max() ?? 0
      pillWidth = min(190, max(104, widest + 24))
      // Venues first, the best tied of them in front; then members by name.
      let order = members.sorted { a, b in
        let (first, second) = (map.nodes[a], map.nodes[b])
        if first.isVenue != second.isVenue { return first.isVenue }
        if first.isVenue, first.tieCount != second.tieCount { return first.tieCount > second.tieCount }
        return (first.label, a) < (second.label, b)
      }
      let columns = Self.columns(for: order.count, pillWidth: pillWidth)
      let inner = Double(columns) * (pillWidth + CardsStyle.pillGap) - CardsStyle.pillGap
      let name = map.groups[group].name ?? "No \(map.coloring.noun) stated"
      heading = TextBlock(name, size: 15, weight: .bold, width: max(inner, 150), maximumLines: 3)
      var top = 14 + heading.height + 10
      var column = 0
      var rowHeight = 0.0
      for (position, node) in order.enumerated() {
        let startsMembers =
          position > 0 && map.nodes[order[position - 1]].isVenue && !map.nodes[node].isVenue
        if column == columns || (startsMembers && column > 0) {
          top += rowHeight + CardsStyle.pillGap
          (column, rowHeight) = (0, 0)
        }
        let height = text(ofNode: map.nodes[node]).height + 12 + SizeBar.room(in: map)
        rowHeight = max(rowHeight, height)
        let x = CardsStyle.inset + Double(column) * (pillWidth + CardsStyle.pillGap)
        pills.append((node, Rect(x: x, y: top, width: pillWidth, height: height)))
        column += 1
      }
      width = max(inner, heading.width) + 2 * CardsStyle.inset
      height = top + rowHeight + CardsStyle.inset
    }

    func text(ofNode node: MapSpecification.Node) -> TextBlock {
      TextBlock(
        node.label, size: 12, weight: node.isVenue ? .bold : .regular, width: pillWidth - 20, maximumLines: 3)
    }

    private static func naturalWidth(of node: MapSpecification.Node) -> Double {
      TextMetrics.width(of: node.label, size: 12, weight: node.isVenue ? .bold : .regular)
    }

    /// So many that the area is somewhat wider than high.
    private static func columns(for count: Int, pillWidth: Double) -> Int {
      let wanted = (Double(count) * 38 * 1.5 / (pillWidth + 8)).squareRoot().rounded()
      return max(1, min(count, Int(wanted)))
    }
  }
}
