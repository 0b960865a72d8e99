import GraphvizLayout

/// Venues on the left, members on the right; Graphviz finds the order in both columns.
struct ColumnsStyle {
  let map: MapSpecification
  private let boxes: [Box]

  private static let venueWidth = 232.0
  private static let memberWidth = 216.0
  private static let columnGap = 270.0
  private static let rowGap = 8.0
  private static let venueGap = 14.0
  private static let padding = 12.0
  private var ink: TieInk { TieInk(width: 2.2, opacity: 0.62, subject: map.subject) }

  /// An actor's label and the height that it needs.
  private struct Box: Hashable {
    var text: TextBlock
    var height: Double
  }

  init(map: MapSpecification) {
    self.map = map
    boxes = map.nodes.map { node in
      let width = (node.isVenue ? Self.venueWidth : Self.memberWidth) - 2 * Self.padding
      let text = TextBlock(
        node.label, size: node.isVenue ? 13 : 12.5, weight: node.isVenue ? .bold : .regular, width: width,
        maximumLines: 3)
      return Box(text: text, height: text.height + (node.isVenue ? 20 : 14) + SizeBar.room(in: map))
    }
  }

  /// Ties between a venue and a member decide the order; others are drawn beside the columns.
  var request: LayoutRequest {
    var request = LayoutRequest(
      engine: .layered,
      nodes: zip(map.nodes, boxes).map { node, box in
        LayoutRequest.Node(
          width: node.isVenue ? Self.venueWidth : Self.memberWidth, height: max(8, box.height))
      },
      edges: crossingTies.map {
        LayoutRequest.Edge(from: map.ties[$0].source, to: map.ties[$0].target)
      })
    request.layered.routing = .straight
    request.layered.nodeSeparation = Self.rowGap
    request.layered.rankSeparation = Self.columnGap
    return request
  }

  private var crossingTies: [Int] {
    map.ties.indices.filter {
      map.nodes[map.ties[$0].source].isVenue && !map.nodes[map.ties[$0].target].isVenue
    }
  }

  func picture(_ layout: Layout) -> Picture {
    let frames = placed(order: layout.nodes.map(\.y))
    let hasVenues = map.nodes.contains(where: \.isVenue)
    let crossing = crossingTies
    var ties: [Element] = crossing.map { index in
      let tie = map.ties[index]
      return ink.group(
        along: Self.bundle(from: frames[tie.source], to: frames[tie.target]), tie: tie,
        color: map.color(of: tie))
    }
    let beside = Set(map.ties.indices).subtracting(crossing).sorted()
    for index in beside {
      let tie = map.ties[index]
      let isLeft = map.nodes[tie.source].isVenue
      ties.append(
        ink.group(
          along: Self.arc(from: frames[tie.source], to: frames[tie.target], toLeft: isLeft), tie: tie,
          color: map.color(of: tie)))
    }
    let nodes = map.nodes.indices.sorted {
      (frames[$0].minX, frames[$0].minY) < (frames[$1].minX, frames[$1].minY)
    }
    .map { element(ofNode: $0, in: frames[$0]) }
    let elements: [Element] = [
      .group(Element.Group(children: ties)),
      .group(Element.Group(role: .list, children: nodes)),
    ]
    let others = beside.isEmpty || !hasVenues
    return Picture(
      elements: elements, legend: legend,
      notes: others ? [] : ["ties between two venues run on the left, ties between two members on the right"])
  }

  // MARK: Places

  /// Rows of equal distance on the side that is longer, centers of gravity on the other.
  private func placed(order y: [Double]) -> [Rect] {
    let venues = map.nodes.indices.filter { map.nodes[$0].isVenue }
    let members = map.nodes.indices.filter { !map.nodes[$0].isVenue }
    var frames = [Rect](repeating: Rect(x: 0, y: 0, width: 0, height: 0), count: map.nodes.count)
    var rank = y
    // Members outside every venue follow those that they work with.
    var partners = [[Int]](repeating: [], count: map.nodes.count)
    for tie in map.ties where !map.nodes[tie.source].isVenue && !map.nodes[tie.target].isVenue {
      partners[tie.source].append(tie.target)
      partners[tie.target].append(tie.source)
    }
    let last = (y.max() ?? 0) + 1
    for member in members where map.nodes[member].venueCount == 0 {
      let known = partners[member].filter { map.nodes[$0].venueCount > 0 }
      rank[member] = known.isEmpty ? last : known.reduce(0) { $0 + y[$1] } / Double(known.count)
    }
    let memberOrder = members.sorted { (rank[$0], $0) < (rank[$1], $1) }
    let venueOrder = venues.sorted { (y[$0], $0) < (y[$1], $1) }
    let venueTotal = venueOrder.reduce(0) { $0 + boxes[$1].height + Self.venueGap } - Self.venueGap
    let memberTotal = memberOrder.reduce(0) { $0 + boxes[$1].height + Self.rowGap } - Self.rowGap
    // A short column of members is spread out, so that lines do not all squeeze together.
    let slack = memberOrder.count > 1 ? (venueTotal - memberTotal) / Double(memberOrder.count - 1) : 0
    let gap = Self.rowGap + min(max(0, slack), 26)
    let memberX = venues.isEmpty ? 0 : Self.venueWidth + Self.columnGap
    var top = 0.0
    for member in memberOrder {
      frames[member] = Rect(x: memberX, y: top, width: Self.memberWidth, height: boxes[member].height)
      top += boxes[member].height + gap
    }
    let height = max(0, top - gap)

    var wished = [Double](repeating: height / 2, count: map.nodes.count)
    var sums = [(total: Double, count: Double)](repeating: (0, 0), count: map.nodes.count)
    for index in crossingTies {
      let tie = map.ties[index]
      sums[tie.source].total += frames[tie.target].center.y
      sums[tie.source].count += 1
    }
    for venue in venueOrder where sums[venue].count > 0 {
      wished[venue] = sums[venue].total / sums[venue].count
    }
    // Venues without members stand below those that they are tied to.
    for venue in venueOrder where sums[venue].count == 0 {
      let known = map.ties.filter { $0.source == venue || $0.target == venue }
        .map { $0.source == venue ? $0.target : $0.source }.filter { sums[$0].count > 0 }
      let mean = known.reduce(0) { $0 + wished[$1] } / Double(max(1, known.count))
      wished[venue] = known.isEmpty ? height : mean + 50
    }
    let sorted = venueOrder.sorted { (wished[$0], $0) < (wished[$1], $1) }
    let centers = Spacing.centers(
      wished: sorted.map { wished[$0] }, sizes: sorted.map { boxes[$0].height }, gap: Self.venueGap)
    for (venue, center) in zip(sorted, centers) {
      frames[venue] = Rect(
        x: 0, y: center - boxes[venue].height / 2, width: Self.venueWidth, height: boxes[venue].height)
    }
    return frames
  }

  // MARK: Shapes

  private static func bundle(from venue: Rect, to member: Rect) -> Path {
    let (start, end) = (Point(x: venue.maxX, y: venue.center.y), Point(x: member.minX, y: member.center.y))
    let reach = (end.x - start.x) * 0.5
    return Path(
      start: start,
      segments: [.cubic(Point(x: start.x + reach, y: start.y), Point(x: end.x - reach, y: end.y), to: end)])
  }

  private static func arc(from first: Rect, to second: Rect, toLeft: Bool) -> Path {
    let x = toLeft ? min(first.minX, second.minX) : max(first.maxX, second.maxX)
    let reach = min(150, 26 + 0.22 * abs(first.center.y - second.center.y)) * (toLeft ? -1 : 1)
    let (start, end) = (Point(x: x, y: first.center.y), Point(x: x, y: second.center.y))
    return Path(
      start: start,
      segments: [.cubic(Point(x: x + reach, y: start.y), Point(x: x + reach, y: end.y), to: end)])
  }

  private func element(ofNode index: Int, in frame: Rect) -> Element {
    let node = map.nodes[index]
    let box = boxes[index]
    let color = map.color(ofNode: index)
    let middle = frame.center - Point(x: 0, y: SizeBar.room(in: map) / 2)
    var children: [Element] = []
    if node.isVenue {
      children.append(.rect(frame, corner: 10, .filled(.strong(color))))
      children += box.text.centered(at: middle, paint: .onStrong)
    } else {
      let isShared = node.venueCount > 1
      children.append(
        .rect(
          frame, corner: 8,
          .filled(isShared ? .highlight : .surface, line: isShared ? .highlightEdge : .edge, width: 1)))
      children += box.text.centered(at: middle, paint: .text)
    }
    if let bar = SizeBar.element(for: node, in: map, frame: frame) { children.append(bar) }
    return .group(Element.Group(role: .listitem, title: node.title, children: children))
  }

  private var legend: [LegendSection] {
    let sample = Rect(center: Point(x: 0, y: 0), width: 24, height: 14)
    return [
      map.colorSection { [.rect(sample, corner: 4, .filled(.strong($0)))] },
      map.boxSection(corner: 4),
      map.tieSection(ink: ink),
      SizeBar.section(for: map),
    ].compactMap(\.self)
  }
}
