/// Makes any text fit for one line of a picture: what cannot be seen, or would move other text about, is
/// taken out.
enum LabelText {
  /// What an actor is called that has no visible name.
  static let unnamed = "(unnamed)"

  /// Returns a text without control characters, invisible characters, direction overrides and characters that
  /// XML does not allow; white space of any kind becomes single spaces.
  ///
  /// Joiners stay between letters or pictures that need them. No more than four marks stay on one letter.
  static func cleaned(_ text: some StringProtocol) -> String {
    if isPlain(text) { return String(text) }
    var result = String.UnicodeScalarView()
    var marks = 0
    var owesSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        owesSpace = !result.isEmpty
        continue
      }
      guard isVisible(scalar) else { continue }
      if isMark(scalar) {
        marks += 1
        if marks > 4 || result.isEmpty || owesSpace { continue }
      } else {
        marks = 0
      }
      if owesSpace {
        result.append(" ")
        owesSpace = false
      }
      if isJoiner(scalar), result.isEmpty || result.last.map(isJoiner) == true { continue }
      result.append(scalar)
    }
    while let last = result.last, isJoiner(last) { result.removeLast() }
    return String(result)
  }

  /// Whether a text is visible ASCII with single spaces inside, as most are: nothing to look up, nothing to
  /// take out.
  private static func isPlain(_ text: some StringProtocol) -> Bool {
    let space = UInt8(ascii: " ")
    var last = space
    for byte in text.utf8 {
      guard (0x20...0x7E).contains(byte), byte != space || last != space else { return false }
      last = byte
    }
    return last != space
  }

  /// A name to show: the cleaned text, or something to call it by.
  static func name(_ text: some StringProtocol) -> String {
    let cleaned = cleaned(text)
    return cleaned.isEmpty ? unnamed : cleaned
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: !(0xFE00...0xFE0F).contains(scalar.value)
    default: false
    }
  }

  /// Zero-width joiner and non-joiner, which emoji, Persian and Indian scripts are spelt with.
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x200C || scalar.value == 0x200D
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if isJoiner(scalar) || scalar.value == 0xFE0F { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: return false
    case .privateUse: return false
    default: break
    }
    return !scalar.properties.isNoncharacterCodePoint && !scalar.properties.isDefaultIgnorableCodePoint
  }
}
