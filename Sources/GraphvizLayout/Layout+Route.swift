extension Layout.Route {
  /// A route from its start and three points for each cubic Bézier curve; nil without at least one curve.
  ///
  /// Graphviz writes straight lines as curves too; those become lines here.
  init?(curvePoints points: [Layout.Point]) {
    guard points.count >= 4 else { return nil }
    var segments: [Segment] = []
    var start = points[0]
    for last in stride(from: 3, to: points.count, by: 3) {
      let (first, second, end) = (points[last - 2], points[last - 1], points[last])
      let isLine = isBetween(first, start, end) && isBetween(second, start, end)
      segments.append(isLine ? .line(to: end) : .curve(first, second, to: end))
      start = end
    }
    self.init(start: points[0], segments: segments)
  }
}

/// Whether a point lies on the line from `a` to `b`, as far as rounding lets it.
private func isBetween(_ point: Layout.Point, _ a: Layout.Point, _ b: Layout.Point) -> Bool {
  let tolerance = 0.02
  let (dx, dy) = (b.x - a.x, b.y - a.y)
  let (px, py) = (point.x - a.x, point.y - a.y)
  let length = (dx * dx + dy * dy).squareRoot()
  guard length > tolerance else { return (px * px + py * py).squareRoot() <= tolerance }
  let along = (px * dx + py * dy) / length
  let across = (px * dy - py * dx) / length
  return abs(across) <= tolerance && along >= -tolerance && along <= length + tolerance
}
