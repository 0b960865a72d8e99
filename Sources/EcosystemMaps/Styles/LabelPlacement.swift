/// Chooses which actors of a large picture are labeled, and where, so that no label covers another or a
/// larger circle.
enum LabelPlacement {
  /// A label with its place.
  struct Label: Hashable {
    var block: TextBlock
    var frame: Rect
    var x: Double
    var anchor: TextLine.Anchor
    var isInside: Bool
  }

  /// Returns labels by node: the foremost actors first, each where it fits, or not at all.
  ///
  /// - Complexity: O(*n* log *n* + *limit* · neighbors in the grid).
  static func labels(
    for nodes: [Int], of map: MapSpecification, centers: [Point], radii: [Double], limit: Int
  ) -> [Int: Label] {
    let order = nodes.sorted {
      (radii[$1], map.nodes[$1].tieCount, $0) < (radii[$0], map.nodes[$0].tieCount, $1)
    }
    var taken = FrameGrid(cell: 60)
    var circles = FrameGrid(cell: 60)
    for index in order {
      circles.insert(
        Rect(center: centers[index], width: 2 * radii[index], height: 2 * radii[index]), tag: index)
    }
    var labels: [Int: Label] = [:]
    let largest = radii.max() ?? 0
    for (rank, index) in order.prefix(limit * 2).enumerated() {
      guard labels.count < limit else { break }
      // The foremost are named in larger letters, and even where some small circles get covered.
      let share = largest > 0 ? radii[index] / largest : 0
      let size = share >= 0.6 ? 14.0 : share >= 0.35 ? 12.0 : 11.0
      let patience = share >= 0.6 && rank < 12 ? 90.0 : share >= 0.3 && rank < 50 ? 8.0 : 0.5
      var best: (label: Label, cost: Double)?
      for (preference, candidate) in candidates(
        for: map.nodes[index], at: centers[index], radius: radii[index], size: size
      ).enumerated() {
        let frame = candidate.frame.insetBy(-2)
        guard !taken.contains(near: frame, where: { other, _ in other.intersects(frame) }) else { continue }
        var cost = Double(preference) * 0.05
        if !candidate.isInside {
          circles.forEach(near: frame) { other, tag in
            if tag != index, other.insetBy(1).intersects(frame) {
              cost += radii[tag] * radii[tag] / 30
            }
          }
        }
        if cost <= patience, best.map({ cost < $0.cost }) ?? true { best = (candidate, cost) }
      }
      if let best {
        labels[index] = best.label
        taken.insert(best.label.frame.insetBy(-2), tag: index)
      }
    }
    return labels
  }

  private static func candidates(
    for node: MapSpecification.Node, at center: Point, radius: Double, size: Double
  ) -> [Label] {
    var result: [Label] = []
    for inner in [size, size - 1.5, 10] where inner >= 10 {
      let block = TextBlock(
        node.label, size: inner, weight: node.isVenue ? .bold : .regular, width: 1.75 * radius)
      let isBroken = node.label.split(separator: " ").contains {
        TextMetrics.width(of: String($0), size: inner, weight: block.weight) > 1.75 * radius
      }
      let reach = Point(x: block.width / 2, y: block.height / 2).length
      if !isBroken, reach <= radius * 0.98 {
        let frame = Rect(center: center, width: block.width, height: block.height)
        result.append(Label(block: block, frame: frame, x: center.x, anchor: .middle, isInside: true))
        break
      }
    }
    let block = TextBlock(
      node.label, size: size, weight: node.isVenue ? .bold : .regular, width: 165, maximumLines: 3)
    let (width, height) = (block.width, block.height)
    let gap = radius + 4
    func beside(_ x: Double, _ anchor: TextLine.Anchor, minX: Double, top: Double) {
      result.append(
        Label(
          block: block, frame: Rect(x: minX, y: top, width: width, height: height), x: x, anchor: anchor,
          isInside: false))
    }
    beside(center.x + gap, .start, minX: center.x + gap, top: center.y - height / 2)
    beside(center.x - gap, .end, minX: center.x - gap - width, top: center.y - height / 2)
    beside(center.x, .middle, minX: center.x - width / 2, top: center.y - gap + 1 - height)
    beside(center.x, .middle, minX: center.x - width / 2, top: center.y + gap - 1)
    let slant = radius * 0.72 + 3
    beside(center.x + slant, .start, minX: center.x + slant, top: center.y - slant - height)
    beside(center.x + slant, .start, minX: center.x + slant, top: center.y + slant)
    beside(center.x - slant, .end, minX: center.x - slant - width, top: center.y - slant - height)
    beside(center.x - slant, .end, minX: center.x - slant - width, top: center.y + slant)
    return result
  }
}
