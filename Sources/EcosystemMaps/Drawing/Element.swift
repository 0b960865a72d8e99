/// A piece of a picture.
enum Element: Hashable, Sendable {
  case rect(Rect, corner: Double, Stroke)
  case circle(Point, radius: Double, Stroke)
  case path(Path, Stroke)
  case text(TextLine)
  case group(Group)

  /// Pieces that belong together.
  struct Group: Hashable, Sendable {
    /// What a reader's assistive technology makes of it.
    enum Role: String, Hashable, Sendable {
      case list, listitem
    }
    var role: Role?
    /// The name that a pointer or a screen reader brings up; plain text.
    var title: String?
    /// What all pieces in it have in common.
    var stroke = Stroke()
    var children: [Element]

    init(role: Role? = nil, title: String? = nil, stroke: Stroke = Stroke(), children: [Element]) {
      self.role = role
      self.title = title
      self.stroke = stroke
      self.children = children
    }
  }
}

/// How a shape is filled and outlined; what is nil is taken from the group around it.
struct Stroke: Hashable, Sendable {
  enum Fill: Hashable, Sendable {
    case none
    case paint(Paint)
  }
  var fill: Fill?
  var line: Paint?
  var width: Double?
  var dashes: [Double] = []
  /// 0...1 for all of it; nil is 1.
  var opacity: Double?
  var hasRoundCaps = false

  static func filled(_ paint: Paint, line: Paint? = nil, width: Double? = nil) -> Stroke {
    Stroke(fill: .paint(paint), line: line, width: width)
  }
}

/// One line of text.
struct TextLine: Hashable, Sendable {
  enum Anchor: String, Hashable, Sendable {
    case start, middle, end
  }
  var text: String
  /// Where its base line begins, or has its middle or end.
  var origin: Point
  var anchor = Anchor.start
  var size: Double
  var weight = FontWeight.regular
  var paint: Paint
  /// Whether the ground shows around the letters, to keep lines off them.
  var halo: Paint?

  /// What the line takes up, measured in the maps' typeface.
  var frame: Rect {
    let width = TextMetrics.width(of: text, size: size, weight: weight)
    let x =
      switch anchor {
      case .start: origin.x
      case .middle: origin.x - width / 2
      case .end: origin.x - width
      }
    return Rect(minX: x, minY: origin.y - 0.76 * size, maxX: x + width, maxY: origin.y + 0.24 * size)
  }
}

/// A line of straight and curved pieces.
struct Path: Hashable, Sendable {
  enum Segment: Hashable, Sendable {
    case line(to: Point)
    case quadratic(Point, to: Point)
    case cubic(Point, Point, to: Point)
  }
  var start: Point
  var segments: [Segment]

  /// All its points, control points included; their frame holds the path.
  var points: [Point] {
    [start]
      + segments.flatMap { segment in
        switch segment {
        case .line(let end): [end]
        case .quadratic(let control, let end): [control, end]
        case .cubic(let first, let second, let end): [first, second, end]
        }
      }
  }
}

extension Element {
  /// What the element takes up at most, line widths left out; nil for an empty group.
  var frame: Rect? {
    switch self {
    case .rect(let rect, _, _): rect
    case .circle(let center, let radius, _): Rect(center: center, width: 2 * radius, height: 2 * radius)
    case .path(let path, _):
      path.points.reduce(Rect(center: path.start, width: 0, height: 0)) {
        $0.union(Rect(center: $1, width: 0, height: 0))
      }
    case .text(let line): line.frame
    case .group(let group): group.children.frame
    }
  }

  /// The same elsewhere.
  func moved(by offset: Point) -> Element {
    switch self {
    case .rect(let rect, let corner, let stroke): return .rect(rect.moved(by: offset), corner: corner, stroke)
    case .circle(let center, let radius, let stroke):
      return .circle(center + offset, radius: radius, stroke)
    case .path(let path, let stroke): return .path(path.moved(by: offset), stroke)
    case .text(var line):
      line.origin = line.origin + offset
      return .text(line)
    case .group(var group):
      group.children = group.children.map { $0.moved(by: offset) }
      return .group(group)
    }
  }

  /// All lines of text in it.
  var textLines: [TextLine] {
    switch self {
    case .text(let line): [line]
    case .group(let group): group.children.flatMap(\.textLines)
    default: []
    }
  }
}

extension [Element] {
  /// What the elements take up together.
  var frame: Rect? {
    compactMap(\.frame).reduce(nil) { (all: Rect?, frame: Rect) -> Rect? in all?.union(frame) ?? frame }
  }
}

extension Path {
  fileprivate func moved(by offset: Point) -> Path {
    Path(
      start: start + offset,
      segments: segments.map { segment in
        switch segment {
        case .line(let end): .line(to: end + offset)
        case .quadratic(let control, let end): .quadratic(control + offset, to: end + offset)
        case .cubic(let first, let second, let end):
          .cubic(first + offset, second + offset, to: end + offset)
        }
      })
  }
}

extension TextBlock {
  /// The lines as drawn with the middle of the block at a point.
  func centered(at center: Point, paint: Paint, halo: Paint? = nil) -> [Element] {
    placed(x: center.x, top: center.y - height / 2, anchor: .middle, paint: paint, halo: halo)
  }

  /// The lines as drawn from a point down.
  func placed(
    x: Double, top: Double, anchor: TextLine.Anchor = .start, paint: Paint, halo: Paint? = nil
  ) -> [Element] {
    // Capitals look centered in a line where their middle is.
    let baseline = (leading + TextMetrics.capHeight * size) / 2
    return lines.enumerated().map { index, text in
      .text(
        TextLine(
          text: text, origin: Point(x: x, y: top + Double(index) * leading + baseline), anchor: anchor,
          size: size, weight: weight, paint: paint, halo: halo))
    }
  }
}
