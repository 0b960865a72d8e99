/// A part of the legend.
struct LegendSection: Hashable, Sendable {
  /// One thing that is explained.
  struct Entry: Hashable, Sendable {
    /// The sample, drawn around the origin.
    var sample: [Element]
    /// What it means.
    var text: String
    /// What it counts in the map, where it counts anything.
    var count: Int?

    init(sample: [Element], text: String, count: Int? = nil) {
      self.sample = sample
      self.text = text
      self.count = count
    }

    /// The text with the count.
    var fullText: String { count.map { "\(text) (\(grouped($0)))" } ?? text }
  }

  /// What the entries are about.
  var heading: String
  var entries: [Entry]
}

/// A legend with places for everything, from the origin right and down.
struct LegendBlock {
  static let fontSize = 12.0
  private static let sampleWidth = 30.0
  private static let gap = 10.0
  private static let textWidth = 200.0

  /// The drawn legend.
  private(set) var elements: [Element] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// Sections below each other.
  init(column sections: [LegendSection]) {
    for section in sections {
      let part = Self.part(section, entriesPerColumn: .max)
      if height > 0 { height += 22 }
      elements += part.elements.map { $0.moved(by: Point(x: 0, y: height)) }
      height += part.height
      width = max(width, part.width)
    }
  }

  /// Sections side by side, in as many rows as the width asks for.
  init(band sections: [LegendSection], width limit: Double) {
    var row = (x: 0.0, top: 0.0, height: 0.0)
    for section in sections {
      let part = Self.part(section, entriesPerColumn: 5)
      if row.x > 0, row.x + part.width > limit {
        row = (0, row.top + row.height + 22, 0)
      }
      elements += part.elements.map { $0.moved(by: Point(x: row.x, y: row.top)) }
      width = max(width, row.x + part.width)
      row.x += part.width + 40
      row.height = max(row.height, part.height)
    }
    height = row.top + row.height
  }

  private static func part(
    _ section: LegendSection, entriesPerColumn: Int
  ) -> (elements: [Element], width: Double, height: Double) {
    let heading = TextBlock(section.heading, size: fontSize, weight: .bold, width: 400)
    var elements = heading.placed(x: 0, top: 0, paint: .text)
    let top = heading.height + 6
    var (x, y, columnWidth, bottom) = (0.0, top, 0.0, top)
    var inColumn = 0
    let sampleWidth = max(sampleWidth, section.entries.compactMap { $0.sample.frame?.width }.max() ?? 0)
    for entry in section.entries {
      let text = TextBlock(entry.fullText, size: fontSize, width: textWidth)
      let sample = entry.sample.frame ?? Rect(x: 0, y: 0, width: 0, height: 0)
      let height = max(text.height, sample.height) + 5
      if inColumn == entriesPerColumn {
        x += columnWidth + 22
        (y, columnWidth, inColumn) = (top, 0, 0)
      }
      let middle = y + height / 2
      elements += entry.sample.map {
        $0.moved(by: Point(x: x + sampleWidth / 2 - sample.center.x, y: middle - sample.center.y))
      }
      elements += text.placed(
        x: x + sampleWidth + gap, top: middle - text.height / 2, paint: .text)
      columnWidth = max(columnWidth, sampleWidth + gap + text.width)
      y += height
      inColumn += 1
      bottom = max(bottom, y)
    }
    return (elements, max(heading.width, x + columnWidth), bottom)
  }
}
