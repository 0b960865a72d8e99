import Ecosystem

/// A JSON value whose objects keep the order of their keys.
indirect enum JSONText {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSONText])
  case object([(String, JSONText)])

  /// A string, or null.
  static func text(_ value: String?) -> JSONText { value.map { .string($0) } ?? .null }

  /// A number, or null where undefined.
  static func number(_ value: Double?) -> JSONText { value.map { .double($0) } ?? .null }

  /// The value on one line.
  var compact: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// The value with objects and arrays of objects spread over lines.
  var pretty: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  private var isFlat: Bool {
    switch self {
    case .array(let items): items.allSatisfy(\.isScalar)
    case .object(let members): members.allSatisfy { $0.1.isScalar }
    default: true
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += String(value)
    case .double(let value): text += value.isFinite ? shortestDecimal(value) : "null"
    case .string(let value): Self.writeQuoted(value, to: &text)
    case .array(let items):
      writeList(items, "[", "]", indent, to: &text) { $0.write(to: &$1, indent: $2) }
    case .object(let members):
      writeList(members, "{", "}", indent, to: &text) { member, text, indent in
        Self.writeQuoted(member.0, to: &text)
        text += ": "
        member.1.write(to: &text, indent: indent)
      }
    }
  }

  private func writeList<Item>(
    _ items: [Item], _ open: String, _ close: String, _ indent: Int?, to text: inout String,
    _ write: (Item, inout String, Int?) -> Void
  ) {
    let spread = indent.flatMap { isFlat || items.isEmpty ? nil : $0 + 2 }
    text += open
    for (index, item) in items.enumerated() {
      if index > 0 { text += spread == nil ? ", " : "," }
      if let spread { text += "\n" + String(repeating: " ", count: spread) }
      write(item, &text, spread)
    }
    if let indent, spread != nil { text += "\n" + String(repeating: " ", count: indent) }
    text += close
  }

  private static func writeQuoted(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _
      where scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\u{2028}" || scalar == "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
