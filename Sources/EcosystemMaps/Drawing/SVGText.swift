/// The one way by which text and numbers get into an SVG.
enum SVGText {
  /// Text as content or attribute value: markup characters escaped, characters that XML does not allow
  /// replaced.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    let scalars = text.unicodeScalars
    var result = ""
    // What stands for itself is taken over in stretches.
    var start = scalars.startIndex
    for index in scalars.indices {
      guard let written = replacement(of: scalars[index]) else { continue }
      result += Substring(scalars[start..<index])
      result += written
      start = scalars.index(after: index)
    }
    return result + Substring(scalars[start...])
  }

  /// What is written for a character; nil where it stands for itself.
  private static func replacement(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: isAllowed(scalar) ? nil : "\u{FFFD}"
    }
  }

  /// ASCII that stands for itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    case 0x20...0x7E: true
    default: false
    }
  }

  /// `Char` of XML 1.0, without the characters it advises against.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFDCF, 0xFDF0...0xFFFD: true
    case 0x1_0000...0x10_FFFF: scalar.value & 0xFFFE != 0xFFFE
    default: false
    }
  }

  /// A number to two decimals, without those that are zero, whatever the locale.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int64((min(max(value, -1e12), 1e12) * 100).rounded())
    let whole = hundredths.magnitude / 100
    let fraction = hundredths.magnitude % 100
    var text = hundredths < 0 ? "-" : ""
    text += String(whole)
    if fraction > 0 {
      text += fraction < 10 ? ".0" : "."
      text += fraction % 10 == 0 ? String(fraction / 10) : String(fraction)
    }
    return text
  }
}
