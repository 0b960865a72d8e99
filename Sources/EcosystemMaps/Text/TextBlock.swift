/// A text broken into lines that fit a width.
struct TextBlock: Hashable, Sendable {
  /// The lines, from the top.
  let lines: [String]
  /// Font size.
  let size: Double
  /// How strongly it is drawn.
  let weight: FontWeight
  /// Whether words are missing at the end; the last line then ends with an ellipsis.
  let isShortened: Bool

  /// Width of the widest line.
  let width: Double
  /// Distance between base lines.
  var leading: Double { (size * TextMetrics.lineHeight).roundedToHundredths }
  /// Height from the top of the first line to the bottom of the last.
  var height: Double { Double(lines.count) * leading }

  /// Breaks a text at spaces, at hyphens and slashes, and inside words where nothing else helps; the lines
  /// are made about equally long.
  ///
  /// - Parameters:
  ///   - width: The width at most, but for a single character wider than it.
  ///   - maximumLines: What does not fit into so many lines is replaced by an ellipsis.
  init(
    _ text: String, size: Double, weight: FontWeight = .regular, width: Double, maximumLines: Int = .max
  ) {
    self.size = size
    self.weight = weight
    let limit = Int((width * 1_000 / size + 0.01).rounded(.down))
    let pieces = Self.pieces(of: text, limit: limit, weight)
    var lines = Self.lines(of: pieces, limit: limit, weight)
    isShortened = lines.count > maximumLines
    if isShortened {
      var last = Array(lines[maximumLines - 1])
      while let end = last.last,
        TextMetrics.thousandths(of: String(last), weight: weight) + 1_000 > limit || " ,;:-–/(".contains(end)
      {
        last.removeLast()
      }
      lines = Array(lines[..<(maximumLines - 1)]) + [String(last) + "…"]
    } else if lines.count > 1 {
      // The narrowest block with as many lines has no single word left over in the last one.
      var (low, high) = (limit / 2, limit)
      while high - low > 100 {
        let middle = (low + high) / 2
        let narrower = Self.lines(of: pieces, limit: middle, weight)
        if narrower.count == lines.count, !Self.breaksWords(pieces, limit: middle) {
          (high, lines) = (middle, narrower)
        } else {
          low = middle
        }
      }
    }
    self.lines = lines
    self.width = lines.map { TextMetrics.width(of: $0, size: size, weight: weight) }.max() ?? 0
  }

  /// A word, or part of one, and what it takes up with and without the space before it.
  private struct Piece {
    var text: Substring
    var width: Int
    var bareText: Substring
    var bareWidth: Int

    init(_ text: Substring, _ weight: FontWeight) {
      self.text = text
      width = TextMetrics.thousandths(of: text, weight: weight)
      bareText = text.drop { $0 == " " }
      bareWidth = TextMetrics.thousandths(of: bareText, weight: weight)
    }
  }

  private static func lines(of pieces: [Piece], limit: Int, _ weight: FontWeight) -> [String] {
    var lines: [String] = []
    var line = (text: "", width: 0)
    for piece in pieces {
      if line.width + piece.width <= limit {
        line = (line.text + piece.text, line.width + piece.width)
        continue
      }
      if !line.text.isEmpty { lines.append(line.text) }
      line = ("", 0)
      if piece.bareWidth <= limit {
        line = (String(piece.bareText), piece.bareWidth)
        continue
      }
      for character in piece.bareText {
        let width = TextMetrics.width(of: character, weight: weight)
        if line.width + width > limit, !line.text.isEmpty {
          lines.append(line.text)
          line = ("", 0)
        }
        line.text.append(character)
        line.width += width
      }
    }
    if !line.text.isEmpty { lines.append(line.text) }
    return lines
  }

  private static func breaksWords(_ pieces: [Piece], limit: Int) -> Bool {
    pieces.contains { $0.bareWidth > limit }
  }

  /// Words, each with the space before it; those wider than a line end after a hyphen or a slash.
  private static func pieces(of text: String, limit: Int, _ weight: FontWeight) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 != " " }) {
      let end = rest[start...].firstIndex(of: " ") ?? rest.endIndex
      let word = Piece(rest[..<end], weight)
      rest = rest[end...]
      guard word.bareWidth > limit else {
        pieces.append(word)
        continue
      }
      var part = word.text[...]
      while let hyphen = part.dropFirst().firstIndex(where: { "-–/_".contains($0) }) {
        let next = part.index(after: hyphen)
        pieces.append(Piece(part[..<next], weight))
        part = part[next...]
      }
      if !part.isEmpty { pieces.append(Piece(part, weight)) }
    }
    return pieces
  }
}
