extension Layout {
  /// Turns what Graphviz answered into a page: origin at the top left, y downwards, rounded.
  init(placed: PlacedGraph, for request: LayoutRequest, diagnostics: String) throws(LayoutError) {
    var extent = Extent()
    for (center, node) in zip(placed.centers, request.nodes) {
      extent.add(center.x - node.width / 2, center.y - node.height / 2)
      extent.add(center.x + node.width / 2, center.y + node.height / 2)
    }
    for point in placed.routes.joined() { extent.add(point.x, point.y) }
    for box in placed.groups ?? [] {
      extent.add(box.low.x, box.low.y)
      extent.add(box.high.x, box.high.y)
    }
    guard extent.isUsable else {
      throw LayoutError(
        .failed, "\(request.summary) failed: Graphviz gave positions that are not on any page")
    }
    let page = extent
    self.init(
      engine: request.engine,
      size: Size(width: rounded(page.right - page.left), height: rounded(page.top - page.bottom)),
      nodes: placed.centers.map(page.place),
      routes: placed.routes.map { Route(curvePoints: $0.map(page.place)) },
      groups: placed.groups?.map { box in
        Rect(
          origin: page.place(Point(x: box.low.x, y: box.high.y)),
          size: Size(width: rounded(box.high.x - box.low.x), height: rounded(box.high.y - box.low.y)))
      },
      diagnostics: diagnostics)
  }
}

/// What the page has to hold, y upwards.
private struct Extent {
  var left = Double.infinity
  var right = -Double.infinity
  var bottom = Double.infinity
  var top = -Double.infinity
  var isFinite = true

  /// Wider pages cannot be printed or shown; positions this far off are an engine gone astray.
  var isUsable: Bool { isFinite && right - left < 10_000_000 && top - bottom < 10_000_000 }

  mutating func add(_ x: Double, _ y: Double) {
    // `min` and `max` may lose a NaN.
    isFinite = isFinite && x.isFinite && y.isFinite
    left = min(left, x)
    right = max(right, x)
    bottom = min(bottom, y)
    top = max(top, y)
  }

  func place(_ point: Layout.Point) -> Layout.Point {
    Layout.Point(x: rounded(point.x - left), y: rounded(top - point.y))
  }
}

/// To 0.01 point: finer than any print, coarse enough to be short in files.
private func rounded(_ value: Double) -> Double {
  let hundredths = (value * 100).rounded()
  return hundredths == 0 ? 0 : hundredths / 100
}
