/// How strongly letters are drawn.
enum FontWeight: Hashable, Sendable {
  case regular, bold
}

/// How wide text is in the maps' typeface.
///
/// Known widths for Latin, Greek and Cyrillic; for other scripts widths that are rather too large than too
/// small: 1 em for East Asian letters, 1.2 em for emoji, nothing for marks that combine with the letter
/// before them. Kerning is left out, which errs on the safe side.
enum TextMetrics {
  /// The font stack; all of its faces share their widths where they have a letter.
  static let fontFamily = "Helvetica, Arial, 'Liberation Sans', sans-serif"
  /// Height of capital letters, as a share of the font size.
  static let capHeight = 0.72
  /// Distance between base lines, as a share of the font size.
  static let lineHeight = 1.22

  /// Width of a line of text.
  static func width(of text: String, size: Double, weight: FontWeight = .regular) -> Double {
    Double(thousandths(of: text, weight: weight)) * size / 1_000
  }

  /// Width of a line of text, in thousandths of the font size.
  static func thousandths(of text: some StringProtocol, weight: FontWeight) -> Int {
    let table = weight == .bold ? HelveticaWidths.boldASCII : HelveticaWidths.ascii
    var sum = 0
    for byte in text.utf8 {
      // Only beyond these letters is there a need to see which belong together.
      guard (0x20...0x7E).contains(byte) else {
        return text.reduce(0) { $0 + width(of: $1, weight: weight) }
      }
      sum += Int(table[Int(byte) - 0x20])
    }
    return sum
  }

  /// Width of one character as a reader sees it, in thousandths of the font size.
  static func width(of character: Character, weight: FontWeight) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if character.unicodeScalars.count > 1 {
      let isPicture = character.unicodeScalars.contains {
        $0.properties.isEmojiPresentation || $0.value == 0xFE0F || $0.value == 0x200D
      }
      if isPicture { return 1_200 }
      return character.unicodeScalars.reduce(0) { $0 + width(of: $1, weight: weight) }
    }
    return width(of: first, weight: weight)
  }

  private static func width(of scalar: Unicode.Scalar, weight: FontWeight) -> Int {
    let value = scalar.value
    if (0x20...0x7E).contains(value) {
      let table = weight == .bold ? HelveticaWidths.boldASCII : HelveticaWidths.ascii
      return Int(table[Int(value) - 0x20])
    }
    if scalar.properties.isDefaultIgnorableCodePoint { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    // The bold letters outside ASCII are about a tenth wider.
    let known = tabulated(value).map { weight == .bold ? $0 * 11 / 10 : $0 }
    if let known { return known }
    if scalar.properties.isEmojiPresentation { return 1_200 }
    return isWide(value) ? 1_000 : (weight == .bold ? 800 : 720)
  }

  private static func tabulated(_ value: UInt32) -> Int? {
    let width: UInt16 =
      switch value {
      case 0xA0...0x17F: HelveticaWidths.latin[Int(value) - 0xA0]
      case 0x370...0x3CF: HelveticaWidths.greek[Int(value) - 0x370]
      case 0x400...0x45F: HelveticaWidths.cyrillic[Int(value) - 0x400]
      case 0x2010...0x203A: HelveticaWidths.punctuation[Int(value) - 0x2010]
      case 0x218, 0x21A: 667
      case 0x219, 0x21B: 500
      case 0x20AC: 556
      case 0x2122: 1_000
      default: 0
      }
    return width == 0 ? nil : Int(width)
  }

  /// East Asian letters, and whatever else fills a square.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1_F000...0x3_FFFF:
      true
    default: value >= 0x2190 && value < 0x2C00
    }
  }
}
