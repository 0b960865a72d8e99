/// Puts heading, legend and source line around a picture, on a page that grows to hold them.
enum Page {
  private static let margin = 48.0
  private static let leastWidth = 620.0

  static func map(of picture: Picture, texts: MapSpecification.Texts) -> DrawnMap {
    let frame = picture.elements.frame ?? Rect(x: 0, y: 0, width: 0, height: 0)
    let column = LegendBlock(column: picture.legend)
    let isTall = frame.height > 1.15 * frame.width && frame.height > column.height
    let legendGap = 44.0
    let inner = max(leastWidth, frame.width + (isTall ? legendGap + column.width : 0))

    var elements: [Element] = []
    var y = margin
    let title = TextBlock(texts.title, size: 25, weight: .bold, width: inner, maximumLines: 3)
    elements += title.placed(x: margin, top: y, paint: .text)
    y += title.height + 8
    for line in texts.subtitle {
      let block = TextBlock(line, size: 13, width: inner, maximumLines: 4)
      elements += block.placed(x: margin, top: y, paint: .mutedText)
      y += block.height + 2
    }
    y += 26

    let left = isTall ? 0 : (inner - frame.width) / 2
    let offset = Point(x: margin + left - frame.minX, y: y - frame.minY)
    let drawn = picture.elements.map { $0.moved(by: offset) }
    let bottom = y + frame.height
    if isTall {
      let x = margin + frame.width + legendGap
      elements += column.elements.map { $0.moved(by: Point(x: x, y: y)) }
      y = bottom
    } else {
      let band = LegendBlock(band: picture.legend, width: inner)
      y = bottom + (frame.height > 0 && band.height > 0 ? 34 : 0)
      if band.height > 0 {
        elements.append(rule(from: margin, to: margin + inner, y: y - 14))
        elements += band.elements.map { $0.moved(by: Point(x: margin, y: y)) }
        y += band.height
      }
    }
    y += 30
    let source = TextBlock(texts.source, size: 11, width: inner, maximumLines: 3)
    elements += source.placed(x: margin, top: y, paint: .mutedText)
    y += source.height + 30
    return DrawnMap(
      width: (inner + 2 * margin).rounded(.up), height: y.rounded(.up), title: texts.title,
      description: texts.description, elements: drawn + elements)
  }

  private static func rule(from left: Double, to right: Double, y: Double) -> Element {
    .path(
      Path(start: Point(x: left, y: y), segments: [.line(to: Point(x: right, y: y))]),
      Stroke(fill: Stroke.Fill.none, line: .edge, width: 1))
  }
}
