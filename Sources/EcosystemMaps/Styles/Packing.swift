/// Puts boxes on a page without holes that another box would fill.
enum Packing {
  /// Returns the top left corners: each box, the highest first, goes where it comes to lie highest, then
  /// leftmost.
  ///
  /// - Parameter aspect: Width over height that the whole is to have, about.
  static func places(of boxes: [(width: Double, height: Double)], gap: Double, aspect: Double) -> [Point] {
    let area = boxes.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
    let widest = boxes.map(\.width).max() ?? 0
    let order = boxes.indices.sorted { (boxes[$1].height, $0) < (boxes[$0].height, $1) }
    var best: (cost: Double, places: [Point])?
    // A little more or less width may close a hole.
    for stretch in [0.85, 0.92, 1.0, 1.08, 1.16, 1.25, 1.35] {
      let limit = max(widest, (area * aspect).squareRoot() * stretch)
      let (places, size) = pack(boxes, order: order, gap: gap, width: limit + gap)
      let misfit = max(size.x / size.y / aspect, size.y / size.x * aspect)
      let cost = size.x * size.y * (1 + 0.25 * (misfit - 1))
      if best.map({ cost < $0.cost }) ?? true { best = (cost, places) }
    }
    return best?.places ?? []
  }

  private static func pack(
    _ boxes: [(width: Double, height: Double)], order: [Int], gap: Double, width limit: Double
  ) -> (places: [Point], size: Point) {
    var skyline = [(x: 0.0, y: 0.0)]
    var places = [Point](repeating: Point(x: 0, y: 0), count: boxes.count)
    var size = Point(x: 1, y: 1)
    for index in order {
      let (width, height) = (boxes[index].width + gap, boxes[index].height + gap)
      var best = Point(x: 0, y: .infinity)
      for start in skyline where start.x == 0 || start.x + width <= limit + 0.001 {
        let top =
          skyline.indices.filter {
            let end = $0 + 1 < skyline.count ? skyline[$0 + 1].x : .infinity
            return skyline[$0].x < start.x + width - 0.001 && end > start.x + 0.001
          }.map { skyline[$0].y }.max() ?? 0
        if top < best.y - 0.001 { best = Point(x: start.x, y: top) }
      }
      places[index] = best
      size = Point(x: max(size.x, best.x + width - gap), y: max(size.y, best.y + height - gap))
      let right = best.x + width
      let after = skyline.last { $0.x <= right + 0.001 }?.y ?? 0
      skyline.removeAll { $0.x >= best.x - 0.001 && $0.x <= right + 0.001 }
      skyline += [(best.x, best.y + height), (right, after)]
      skyline.sort { $0.x < $1.x }
    }
    return (places, size)
  }
}
