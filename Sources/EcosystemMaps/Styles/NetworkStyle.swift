import GraphvizLayout

/// Everything at once: springs place the actors, circles show how much each counts, labels name the foremost.
struct NetworkStyle {
  let map: MapSpecification
  let maximumLabels: Int
  private let radii: [Double]
  /// Actors with ties, which are laid out; those without stand below.
  private let tied: [Int]
  private let loose: [Int]

  private let scale: CircleScale
  /// Removing overlaps takes too long beyond.
  private static let mostWithoutOverlap = 5_000

  init(map: MapSpecification, maximumLabels: Int?) {
    self.map = map
    self.maximumLabels = maximumLabels ?? 60
    let count = Double(max(1, map.nodes.count))
    // The more actors, the smaller the circles: together they cover about the same part of the page.
    var largest = min(46, max(12, 1_000 / count.squareRoot()))
    // One or two ties are no reason for a giant.
    if map.sizeName == nil {
      largest = min(largest, 9 * max(1, map.nodes.map(\.size).max() ?? 0).squareRoot())
    }
    scale = CircleScale(
      smallest: min(6, max(1.6, 112 / count.squareRoot())), largest: largest,
      largestValue: map.nodes.map(\.size).max() ?? 0)
    let scale = scale
    radii = map.nodes.map { scale.radius(for: $0.size) }
    tied = map.nodes.indices.filter { map.nodes[$0].neighborCount > 0 }
    loose = map.nodes.indices.filter { map.nodes[$0].neighborCount == 0 }
  }

  private var ink: TieInk {
    let many = Double(max(1, map.ties.count))
    return TieInk(
      width: min(1.6, max(0.35, 34 / many.squareRoot())),
      opacity: min(0.6, max(0.16, 14 / many.squareRoot())),
      subject: map.subject)
  }

  var request: LayoutRequest {
    var position = [Int](repeating: -1, count: map.nodes.count)
    for (index, node) in tied.enumerated() { position[node] = index }
    var request = LayoutRequest(
      engine: .spring,
      nodes: tied.map {
        let width = max(7.2, 2 * radii[$0])
        return LayoutRequest.Node(width: width, height: width, shape: .circle)
      },
      edges: map.ties.map { LayoutRequest.Edge(from: position[$0.source], to: position[$0.target]) })
    request.spring.length = 60
    request.spring.repulsion = 1.6
    request.overlap.removal = tied.count > Self.mostWithoutOverlap ? .none : .prism
    // In a small network there is room for names between the circles.
    request.overlap.margin = min(22, max(4, 900 / Double(max(1, tied.count))))
    return request
  }

  func picture(_ layout: Layout) -> Picture {
    var centers = [Point](repeating: Point(x: 0, y: 0), count: map.nodes.count)
    let stretch = stretch(for: layout)
    for (index, node) in tied.enumerated() {
      centers[node] = Point(x: layout.nodes[index].x * stretch, y: layout.nodes[index].y * stretch)
    }
    let bottom = layout.size.height * stretch
    let width = layout.size.width * stretch
    let rows = LooseActors.place(
      loose, radii: radii, names: loose.count <= 150 ? map.nodes.map(\.label) : nil, into: &centers,
      below: bottom, width: max(width, 560))
    let labels = LabelPlacement.labels(
      for: tied, of: map, centers: centers, radii: radii, limit: maximumLabels)
    return Picture(
      elements: tieElements(centers) + rows + nodeElements(centers, labels: labels), legend: legend)
  }

  /// How far to pull a layout apart in which overlaps were left: until there is room for all circles.
  private func stretch(for layout: Layout) -> Double {
    guard tied.count > Self.mostWithoutOverlap || layout.fallbackReason != nil else { return 1 }
    let wanted = tied.reduce(0) { $0 + (2 * radii[$1] + 3) * (2 * radii[$1] + 3) } * 3
    let area = layout.size.width * layout.size.height
    return area > 0 ? max(1, (wanted / area).squareRoot()) : 1
  }

  private func tieElements(_ centers: [Point]) -> [Element] {
    let ink = ink
    let isLarge = map.ties.count > 5_000
    let elements: [Element] = map.ties.map { tie in
      let path = Path(start: centers[tie.source], segments: [.line(to: centers[tie.target])])
      let color = map.color(of: tie)
      if isLarge, let line = ink.elements(along: path, axes: tie.axes, color: color, count: tie.count).first {
        return line
      }
      return ink.group(along: path, tie: tie, color: color)
    }
    return [.group(Element.Group(children: elements))]
  }

  private func nodeElements(_ centers: [Point], labels: [Int: LabelPlacement.Label]) -> [Element] {
    // Where circles overlap, the larger ones count for more.
    let order = map.nodes.indices.sorted { (radii[$0], $0) < (radii[$1], $1) }
    var nodes: [Element] = []
    var texts: [Element] = []
    for index in order {
      let node = map.nodes[index]
      let color = map.color(ofNode: index)
      var stroke = Stroke.filled(.strong(color), line: .ground, width: min(1.2, radii[index] * 0.3))
      if !node.isVenue {
        stroke = .filled(.surface, line: .line(color), width: min(2, max(0.7, radii[index] * 0.35)))
      }
      let circle = Element.circle(centers[index], radius: radii[index], stroke)
      nodes.append(.group(Element.Group(role: .listitem, title: node.title, children: [circle])))
      if let label = labels[index] {
        texts += label.block.placed(
          x: label.x, top: label.frame.minY, anchor: label.anchor,
          paint: label.isInside ? (node.isVenue ? .onStrong : .text) : .text,
          halo: label.isInside ? nil : .ground)
      }
    }
    return [.group(Element.Group(role: .list, children: nodes)), .group(Element.Group(children: texts))]
  }

  private var legend: [LegendSection] {
    [
      map.colorSection { [.circle(Point(x: 0, y: 0), radius: 6, .filled(.strong($0)))] },
      CircleScale.actorSection(for: map),
      map.tieSection(ink: TieInk(width: 1.6, opacity: 0.8, subject: map.subject)),
      scale.section(for: map),
    ].compactMap(\.self)
  }
}
