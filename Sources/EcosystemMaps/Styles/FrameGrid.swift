/// Rectangles found by place.
struct FrameGrid {
  private let cell: Double
  private var cells: [Key: [(frame: Rect, tag: Int)]] = [:]

  private struct Key: Hashable {
    var column: Int
    var row: Int
  }

  init(cell: Double) { self.cell = cell }

  mutating func insert(_ frame: Rect, tag: Int) {
    forEachCell(of: frame) { key in cells[key, default: []].append((frame, tag)) }
  }

  /// Whether any rectangle near a frame fulfills a condition.
  func contains(near frame: Rect, where isHit: (Rect, Int) -> Bool) -> Bool {
    var found = false
    forEachCell(of: frame) { key in
      if !found { found = cells[key, default: []].contains { isHit($0.frame, $0.tag) } }
    }
    return found
  }

  /// Visits each rectangle near a frame once, in an order that depends on what was inserted alone.
  func forEach(near frame: Rect, _ body: (Rect, Int) -> Void) {
    var seen: Set<Int> = []
    forEachCell(of: frame) { key in
      for entry in cells[key, default: []] where seen.insert(entry.tag).inserted {
        body(entry.frame, entry.tag)
      }
    }
  }

  private func forEachCell(of frame: Rect, _ body: (Key) -> Void) {
    for column in Int((frame.minX / cell).rounded(.down))...Int((frame.maxX / cell).rounded(.down)) {
      for row in Int((frame.minY / cell).rounded(.down))...Int((frame.maxY / cell).rounded(.down)) {
        body(Key(column: column, row: row))
      }
    }
  }
}
