/// Writes a picture as SVG: colors as plain attributes, which any program can read, and a style sheet for
/// dark screens.
struct SVGWriter {
  private var body = ""
  private var fills: [String: Paint] = [:]
  private var lines: [String: Paint] = [:]
  /// Most elements are drawn like others before them.
  private var attributes: [Stroke: String] = [:]

  /// Returns the SVG of a drawn map.
  static func svg(_ map: DrawnMap) -> String {
    var writer = SVGWriter()
    writer.write(
      .rect(
        Rect(minX: 0, minY: 0, maxX: map.width, maxY: map.height), corner: 0, Stroke.filled(.ground)))
    for element in map.elements { writer.write(element) }
    let (width, height) = (SVGText.number(map.width), SVGText.number(map.height))
    // Several maps may stand in one page, where ids have to differ.
    let id = "eco" + fingerprint(of: writer.body)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-title \(id)-desc" \
      font-family="\(TextMetrics.fontFamily)">
      <title id="\(id)-title">\(SVGText.escaped(map.title))</title>
      <desc id="\(id)-desc">\(SVGText.escaped(map.description))</desc>
      <style>@media screen and (prefers-color-scheme: dark) {
      \(writer.darkRules)}</style>
      \(writer.body)</svg>

      """
  }

  private var darkRules: String {
    var rules = ""
    for (prefix, property, paints) in [("eco-f-", "fill", fills), ("eco-s-", "stroke", lines)] {
      for (code, paint) in paints.sorted(by: { $0.key < $1.key }) where paint.light != paint.dark {
        rules += ".\(prefix)\(code) { \(property): \(paint.dark.hex) }\n"
      }
    }
    return rules
  }

  private mutating func write(_ element: Element) {
    switch element {
    case .rect(let rect, let corner, let stroke):
      body += "<rect"
      write("x", rect.minX)
      write("y", rect.minY)
      write("width", rect.width)
      write("height", rect.height)
      if corner > 0 { write("rx", corner) }
      write(stroke)
      body += "/>\n"
    case .circle(let center, let radius, let stroke):
      body += "<circle"
      write("cx", center.x)
      write("cy", center.y)
      write("r", radius)
      write(stroke)
      body += "/>\n"
    case .path(let path, let stroke):
      body += "<path d=\"\(data(path))\""
      write(stroke)
      body += "/>\n"
    case .text(let line): write(line)
    case .group(let group): write(group)
    }
  }

  private mutating func write(_ group: Element.Group) {
    guard !group.children.isEmpty else { return }
    body += "<g"
    if let role = group.role { body += " role=\"\(role.rawValue)\"" }
    write(group.stroke)
    body += ">"
    if let title = group.title { body += "<title>\(SVGText.escaped(title))</title>" }
    body += "\n"
    for child in group.children { write(child) }
    body += "</g>\n"
  }

  private mutating func write(_ line: TextLine) {
    var stroke = Stroke.filled(line.paint)
    body += "<text"
    write("x", line.origin.x)
    write("y", line.origin.y)
    if line.anchor != .start { body += " text-anchor=\"\(line.anchor.rawValue)\"" }
    write("font-size", line.size)
    if line.weight == .bold { body += " font-weight=\"700\"" }
    if let halo = line.halo {
      stroke.line = halo
      stroke.width = (line.size * 0.28).roundedToHundredths
      body += " paint-order=\"stroke\" stroke-linejoin=\"round\""
    }
    write(stroke)
    body += ">\(SVGText.escaped(line.text))</text>\n"
  }

  private mutating func write(_ stroke: Stroke) {
    if let known = attributes[stroke] {
      body += known
      return
    }
    let text = text(of: stroke)
    attributes[stroke] = text
    body += text
  }

  private mutating func text(of stroke: Stroke) -> String {
    var text = ""
    var classes: [String] = []
    switch stroke.fill {
    case .paint(let paint):
      fills[paint.code] = paint
      classes.append("eco-f-" + paint.code)
      text += attribute("fill", paint.light.hex)
    case .some(.none): text += attribute("fill", "none")
    case nil: break
    }
    if let line = stroke.line {
      lines[line.code] = line
      classes.append("eco-s-" + line.code)
      text += attribute("stroke", line.light.hex)
    }
    if let width = stroke.width { text += attribute("stroke-width", SVGText.number(width)) }
    if !stroke.dashes.isEmpty {
      text += attribute("stroke-dasharray", stroke.dashes.map(SVGText.number).joined(separator: " "))
    }
    if stroke.hasRoundCaps { text += attribute("stroke-linecap", "round") }
    if let opacity = stroke.opacity { text += attribute("opacity", SVGText.number(opacity)) }
    if !classes.isEmpty { text += attribute("class", classes.joined(separator: " ")) }
    return text
  }

  private func attribute(_ name: String, _ value: String) -> String { " \(name)=\"\(value)\"" }

  private mutating func write(_ name: String, _ value: Double) {
    body += attribute(name, SVGText.number(value))
  }

  private func data(_ path: Path) -> String {
    func pair(_ point: Point) -> String { "\(SVGText.number(point.x)) \(SVGText.number(point.y))" }
    var text = "M" + pair(path.start)
    for segment in path.segments {
      switch segment {
      case .line(let end): text += "L" + pair(end)
      case .quadratic(let control, let end): text += "Q\(pair(control)) \(pair(end))"
      case .cubic(let first, let second, let end): text += "C\(pair(first)) \(pair(second)) \(pair(end))"
      }
    }
    return text
  }

  /// Eight hexadecimal digits that depend on every byte (FNV-1a).
  private static func fingerprint(of text: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
