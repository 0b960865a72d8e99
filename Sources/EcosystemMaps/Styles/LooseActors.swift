/// Actors without a tie, in rows below the picture.
enum LooseActors {
  /// Gives them places and returns the heading above them.
  static func place(
    _ nodes: [Int], radii: [Double], into centers: inout [Point], below bottom: Double, width: Double
  ) -> [Element] {
    guard !nodes.isEmpty else { return [] }
    let heading = TextBlock(
      "\(counted(nodes.count, "actor")) without a tie", size: 12, weight: .bold, width: width)
    var top = bottom > 0 ? bottom + 30 : 0
    let elements = heading.placed(x: 0, top: top, paint: .mutedText)
    top += heading.height + 8
    let gap = nodes.count > 400 ? 3.0 : 8.0
    var (x, rowHeight) = (0.0, 0.0)
    for node in nodes {
      let diameter = 2 * radii[node]
      if x > 0, x + diameter > width {
        top += rowHeight + gap
        (x, rowHeight) = (0, 0)
      }
      centers[node] = Point(x: x + radii[node], y: top + radii[node])
      x += diameter + gap
      rowHeight = max(rowHeight, diameter)
    }
    return elements
  }
}
