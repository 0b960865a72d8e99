import GraphvizLayout

/// Whether two nodes cover each other by more than rounding explains.
func overlaps(_ layout: Layout, _ request: LayoutRequest, _ a: Int, _ b: Int, slack: Double = 0.1) -> Bool {
  let (p, q) = (layout.nodes[a], layout.nodes[b])
  let (m, n) = (request.nodes[a], request.nodes[b])
  if m.shape == .circle, n.shape == .circle {
    let reach = max(0, (m.width + n.width) / 2 - slack)
    return square(p.x - q.x) + square(p.y - q.y) < square(reach)
  }
  return abs(p.x - q.x) < (m.width + n.width) / 2 - slack
    && abs(p.y - q.y) < (m.height + n.height) / 2 - slack
}

/// Pairs of nodes that cover each other.
func overlapCount(_ layout: Layout, _ request: LayoutRequest) -> Int {
  var count = 0
  for a in request.nodes.indices {
    for b in 0..<a where overlaps(layout, request, a, b) { count += 1 }
  }
  return count
}

/// Distance of a point from the outline of a node; 0 on the outline.
func distanceFromOutline(_ point: Layout.Point, _ layout: Layout, _ request: LayoutRequest, _ node: Int)
  -> Double
{
  let (center, shape) = (layout.nodes[node], request.nodes[node])
  let (dx, dy) = (abs(point.x - center.x), abs(point.y - center.y))
  if shape.shape == .circle { return abs((dx * dx + dy * dy).squareRoot() - shape.width / 2) }
  let (outsideX, outsideY) = (dx - shape.width / 2, dy - shape.height / 2)
  if outsideX <= 0, outsideY <= 0 { return min(-outsideX, -outsideY) }
  return (square(max(outsideX, 0)) + square(max(outsideY, 0))).squareRoot()
}

/// Every node, route and group lies on the page, and every number is finite.
func isOnPage(_ layout: Layout, _ request: LayoutRequest) -> Bool {
  func holds(_ x: Double, _ y: Double) -> Bool {
    x >= -0.011 && y >= -0.011 && x <= layout.size.width + 0.011 && y <= layout.size.height + 0.011
  }
  let nodes = zip(layout.nodes, request.nodes).allSatisfy { center, node in
    holds(center.x - node.width / 2, center.y - node.height / 2)
      && holds(center.x + node.width / 2, center.y + node.height / 2)
  }
  let routes = layout.routes.compactMap { $0 }.allSatisfy { route in
    holds(route.start.x, route.start.y)
      && route.segments.allSatisfy { segment in
        switch segment {
        case .line(let end): holds(end.x, end.y)
        case .curve(let a, let b, let end): holds(a.x, a.y) && holds(b.x, b.y) && holds(end.x, end.y)
        }
      }
  }
  let groups = (layout.groups ?? []).allSatisfy {
    holds($0.origin.x, $0.origin.y) && holds($0.origin.x + $0.size.width, $0.origin.y + $0.size.height)
  }
  return nodes && routes && groups
}

private func square(_ value: Double) -> Double { value * value }
