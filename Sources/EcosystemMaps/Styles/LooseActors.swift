/// Actors without a tie, in rows below the picture.
enum LooseActors {
  /// Gives them places and returns the heading above them, and names beside them where wanted.
  static func place(
    _ nodes: [Int], radii: [Double], names: [String]? = nil, into centers: inout [Point],
    below bottom: Double, width: Double
  ) -> [Element] {
    guard !nodes.isEmpty else { return [] }
    let heading = TextBlock(
      "\(counted(nodes.count, "actor")) without a tie", size: 12, weight: .bold, width: width)
    var top = bottom > 0 ? bottom + 30 : 0
    var elements = heading.placed(x: 0, top: top, paint: .mutedText)
    top += heading.height + 8
    let gap = nodes.count > 400 ? 3.0 : 8.0
    var (x, rowHeight) = (0.0, 0.0)
    for node in nodes {
      let diameter = 2 * radii[node]
      let name = names.map { TextBlock($0[node], size: 11, width: 180, maximumLines: 1) }
      let taken = diameter + (name.map { $0.width + 14 } ?? 0)
      if x > 0, x + taken > width {
        top += rowHeight + gap
        (x, rowHeight) = (0, 0)
      }
      let height = max(diameter, name?.height ?? 0)
      centers[node] = Point(x: x + radii[node], y: top + height / 2)
      if let name {
        elements += name.placed(x: x + diameter + 5, top: top + (height - name.height) / 2, paint: .text)
      }
      x += taken + gap
      rowHeight = max(rowHeight, height)
    }
    return elements
  }
}
