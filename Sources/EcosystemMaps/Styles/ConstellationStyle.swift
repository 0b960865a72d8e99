import GraphvizLayout

/// Circles: venues as filled hubs, members as rings around them, ties as light curves.
struct ConstellationStyle {
  let map: MapSpecification
  private let circles: [Circle]
  private let tied: [Int]
  private let loose: [Int]
  private var ink: TieInk { TieInk(width: 2.2, opacity: 0.6, subject: map.subject) }

  private struct Circle: Hashable {
    var radius: Double
    var text: TextBlock
  }

  init(map: MapSpecification) {
    self.map = map
    let largest = map.nodes.map(\.size).max() ?? 0
    circles = map.nodes.map { Self.circle(for: $0, largest: largest) }
    tied = map.nodes.indices.filter { map.nodes[$0].neighborCount > 0 }
    loose = map.nodes.indices.filter { map.nodes[$0].neighborCount == 0 }
  }

  /// Large enough for the measure and for the label.
  private static func circle(for node: MapSpecification.Node, largest: Double) -> Circle {
    let share = largest > 0 ? node.size / largest : 0
    let (smallest, greatest) = node.isVenue ? (38.0, 78.0) : (29.0, 56.0)
    let wanted = (smallest * smallest + (greatest * greatest - smallest * smallest) * share).squareRoot()
    let weight: FontWeight = node.isVenue ? .bold : .regular
    let size = node.isVenue ? (wanted > 60 && node.label.count < 32 ? 15.0 : 12.5) : 11.0
    // The narrowest circle around the text: broken at one width after the other.
    var best: Circle?
    let longest =
      node.label.split(separator: " ").map {
        TextMetrics.width(of: String($0), size: size, weight: weight)
      }.max() ?? 0
    var width = max(44, min(longest + 1, 120))
    while width <= 150 {
      let text = TextBlock(node.label, size: size, weight: weight, width: width, maximumLines: 8)
      let radius = enclosingRadius(of: text) + (node.isVenue ? 9 : 7)
      if best.map({ radius < $0.radius - 0.01 }) ?? true { best = Circle(radius: radius, text: text) }
      width += 8
    }
    let text = best?.text ?? TextBlock(node.label, size: size, weight: weight, width: 100, maximumLines: 8)
    return Circle(radius: max(wanted, best?.radius ?? wanted), text: text)
  }

  /// Radius of the smallest circle about the middle of a block that holds the letters of each line.
  private static func enclosingRadius(of text: TextBlock) -> Double {
    var radius = 0.0
    for (index, line) in text.lines.enumerated() {
      let half = TextMetrics.width(of: line, size: text.size, weight: text.weight) / 2
      let middle = (Double(index) + 0.5) * text.leading - text.height / 2
      let reach = max(abs(middle - 0.36 * text.size), abs(middle + 0.42 * text.size))
      radius = max(radius, (half * half + reach * reach).squareRoot())
    }
    return radius
  }

  // MARK: Places

  var request: LayoutRequest {
    var position = [Int](repeating: -1, count: map.nodes.count)
    for (index, node) in tied.enumerated() { position[node] = index }
    var edges = map.ties.map { tie in
      LayoutRequest.Edge(
        from: position[tie.source], to: position[tie.target],
        length: circles[tie.source].radius + circles[tie.target].radius + 34)
    }
    // Hidden edges hold loose parts together; without them each would drift to a corner of its own.
    let hubs = componentHubs
    if let center = hubs.first {
      for hub in hubs.dropFirst() {
        edges.append(
          LayoutRequest.Edge(
            from: position[center], to: position[hub],
            length: circles[center].radius + circles[hub].radius + 170, visibility: .hidden))
      }
    }
    var request = LayoutRequest(
      engine: .stress,
      nodes: tied.map {
        LayoutRequest.Node(width: 2 * circles[$0].radius, height: 2 * circles[$0].radius, shape: .circle)
      }, edges: edges)
    request.overlap.removal = .prism
    request.overlap.scaling = .factor(1)
    request.overlap.margin = 9
    return request
  }

  /// The best connected actor of each connected part, that of the largest part first.
  private var componentHubs: [Int] {
    var component = [Int](repeating: -1, count: map.nodes.count)
    var partners = [[Int]](repeating: [], count: map.nodes.count)
    for tie in map.ties {
      partners[tie.source].append(tie.target)
      partners[tie.target].append(tie.source)
    }
    var parts: [(hub: Int, size: Int)] = []
    for start in tied where component[start] < 0 {
      var members = [start]
      component[start] = parts.count
      var next = 0
      while next < members.count {
        for partner in partners[members[next]] where component[partner] < 0 {
          component[partner] = parts.count
          members.append(partner)
        }
        next += 1
      }
      let hub = members.max { (partners[$0].count, -$0) < (partners[$1].count, -$1) } ?? start
      parts.append((hub, members.count))
    }
    return parts.sorted { ($1.size, $0.hub) < ($0.size, $1.hub) }.map(\.hub)
  }

  // MARK: Drawing

  func picture(_ layout: Layout) -> Picture {
    var centers = [Point](repeating: Point(x: 0, y: 0), count: map.nodes.count)
    for (index, node) in tied.enumerated() {
      centers[node] = Point(x: layout.nodes[index].x, y: layout.nodes[index].y)
    }
    let heading = LooseActors.place(
      loose, radii: circles.map(\.radius), into: &centers, below: layout.size.height,
      width: max(layout.size.width, 640))
    let ties = map.ties.map { tie in
      ink.group(along: curve(of: tie, centers: centers), tie: tie, color: map.color(of: tie))
    }
    let nodes = map.nodes.indices.map { element(ofNode: $0, at: centers[$0]) }
    return Picture(
      elements: [.group(Element.Group(children: ties))] + heading
        + [.group(Element.Group(role: .list, children: nodes))],
      legend: [
        map.colorSection { [.circle(Point(x: 0, y: 0), radius: 7, .filled(.strong($0)))] },
        CircleScale.actorSection(for: map),
        map.tieSection(ink: ink),
        sizeSection,
      ].compactMap(\.self))
  }

  private func element(ofNode index: Int, at center: Point) -> Element {
    let (node, circle, color) = (map.nodes[index], circles[index], map.color(ofNode: index))
    var children: [Element]
    if node.isVenue {
      children = [.circle(center, radius: circle.radius, .filled(.strong(color)))]
      children += circle.text.centered(at: center, paint: .onStrong)
    } else {
      let ring = min(5, 1.8 + 0.9 * Double(max(0, node.venueCount - 1)))
      children = [
        .circle(center, radius: circle.radius, .filled(.surface, line: .line(color), width: ring))
      ]
      children += circle.text.centered(at: center, paint: .text)
    }
    return .group(Element.Group(role: .listitem, title: node.title, children: children))
  }

  /// Circles cannot be smaller than their names, so that the legend gives the sense of sizes and no scale.
  private var sizeSection: LegendSection? {
    guard let largest = map.nodes.map(\.size).max(), largest > 0 else { return nil }
    let sample = [5.0, 11].map { radius in
      Element.circle(
        Point(x: radius, y: -radius), radius: radius,
        Stroke(fill: Stroke.Fill.none, line: .line(nil), width: 1.2))
    }
    let text = "larger: more, up to \(ShortNumber.text(largest)); no smaller than the name"
    return LegendSection(
      heading: map.sizeHeading + " (size)", entries: [LegendSection.Entry(sample: sample, text: text)])
  }

  /// A light curve; it bows to the side on which it meets the fewest other circles.
  private func curve(of tie: MapSpecification.Tie, centers: [Point]) -> Path {
    let (start, end) = (centers[tie.source], centers[tie.target])
    let chord = end - start
    var best = (cost: Double.infinity, control: start + chord * 0.5)
    let length = max(1, chord.length)
    for bow in [0.1 * min(length, 220), 0, 28, 55, 85, 120] where bow <= 0.45 * length {
      for side in bow == 0 ? [1.0] : [1.0, -1.0] {
        let control = start + chord * 0.5 + chord.perpendicular * (side * bow / length)
        var cost = abs(bow) / 300 + (bow == 0 ? 0.1 : 0)
        for other in tied where other != tie.source && other != tie.target {
          let limit = circles[other].radius + 5
          guard centers[other].distance(to: start + chord * 0.5) < limit + chord.length * 0.75 else {
            continue
          }
          var nearest = Double.infinity
          for step in 1..<16 {
            let t = Double(step) / 16
            let point = start * ((1 - t) * (1 - t)) + control * (2 * t * (1 - t)) + end * (t * t)
            nearest = min(nearest, point.distance(to: centers[other]))
          }
          if nearest < limit { cost += 1 + (limit - nearest) / limit }
        }
        if cost < best.cost { best = (cost, control) }
      }
    }
    return Path(start: start, segments: [.quadratic(best.control, to: end)])
  }
}
