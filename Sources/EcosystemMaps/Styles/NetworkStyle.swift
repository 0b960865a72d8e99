import GraphvizLayout

/// Everything at once: springs place the actors, circles show how much each counts, labels name the foremost.
struct NetworkStyle {
  let map: MapSpecification
  let maximumLabels: Int
  private let radii: [Double]
  /// Actors with ties, which are laid out; those without stand below.
  private let tied: [Int]
  private let loose: [Int]

  private var scale: CircleScale

  init(map: MapSpecification, maximumLabels: Int?) {
    self.map = map
    self.maximumLabels = maximumLabels ?? 60
    let count = Double(max(1, map.nodes.count))
    // The more actors, the smaller the circles: together they cover about the same part of the page.
    let largest = min(46, max(12, 1_000 / count.squareRoot()))
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
    request.overlap.removal = tied.count > 5_000 ? .none : .prism
    request.overlap.scaling = .nodeSizes(1)
    request.overlap.margin = 4
    return request
  }

  func picture(_ layout: Layout) -> Picture {
    var centers = [Point](repeating: Point(x: 0, y: 0), count: map.nodes.count)
    for (index, node) in tied.enumerated() {
      centers[node] = Point(x: layout.nodes[index].x, y: layout.nodes[index].y)
    }
    let heading = LooseActors.place(
      loose, radii: radii, into: &centers, below: layout.size.height, width: max(layout.size.width, 560))
    let labels = LabelPlacement.labels(
      for: map, centers: centers, radii: radii, limit: maximumLabels)
    return Picture(
      elements: tieElements(centers) + heading + nodeElements(centers, labels: labels), legend: legend)
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
    // Large circles first, so that small ones beside them stay visible.
    let order = map.nodes.indices.sorted { (radii[$1], $0) < (radii[$0], $1) }
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
