extension LayoutRequest {
  /// Whether two nodes cover each other in a layout by more than rounding explains.
  ///
  /// - Complexity: O(*n* log *n*) where nodes lie about evenly, in *n* nodes.
  package func hasOverlaps(_ layout: Layout) -> Bool {
    let left = nodes.indices.map { layout.nodes[$0].x - nodes[$0].width / 2 }
    let order = nodes.indices.sorted { (left[$0], $0) < (left[$1], $1) }
    for (place, node) in order.enumerated() {
      let right = left[node] + nodes[node].width
      for other in order[(place + 1)...].prefix(while: { left[$0] < right })
      where overlap(node, other, layout) {
        return true
      }
    }
    return false
  }

  private func overlap(_ node: Int, _ other: Int, _ layout: Layout) -> Bool {
    // Positions are rounded to hundredths.
    let slack = 0.02
    let width = (nodes[node].width + nodes[other].width) / 2 - slack
    let height = (nodes[node].height + nodes[other].height) / 2 - slack
    let (x, y) = (layout.nodes[node].x - layout.nodes[other].x, layout.nodes[node].y - layout.nodes[other].y)
    if nodes[node].shape == .circle, nodes[other].shape == .circle {
      return width > 0 && x * x + y * y < width * width
    }
    return abs(x) < width && abs(y) < height
  }
}
