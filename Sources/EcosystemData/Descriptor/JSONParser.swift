/// Reads JSON after RFC 8259.
///
/// The decoders at hand do not tell on which line a value stands, and a descriptor of some hundred lines in
/// which "the data is not valid JSON" cannot be mended.
struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private static let depthLimit = 100

  static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    parser.skipSpace()
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.error("something follows the end") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func error(_ message: String) -> JSONError { JSONError(line: line, message: message) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == lineFeed || byte == carriageReturn {
      if byte == lineFeed { line += 1 }
      position += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < Self.depthLimit else { throw error("too many brackets within brackets") }
    let start = line
    guard let byte = next else { throw error("the text ends where a value is expected") }
    switch byte {
    case UInt8(ascii: "{"): return JSONValue(content: try object(depth), line: start)
    case UInt8(ascii: "["): return JSONValue(content: try array(depth), line: start)
    case quote: return JSONValue(content: .string(try string()), line: start)
    case UInt8(ascii: "t"): return JSONValue(content: try word("true", .boolean(true)), line: start)
    case UInt8(ascii: "f"): return JSONValue(content: try word("false", .boolean(false)), line: start)
    case UInt8(ascii: "n"): return JSONValue(content: try word("null", .null), line: start)
    case UInt8(ascii: "-"), 0x30...0x39: return JSONValue(content: .number(try number()), line: start)
    default: throw error("`\(visible(character()))` where a value is expected")
    }
  }

  private mutating func object(_ depth: Int) throws(JSONError) -> JSONValue.Content {
    var entries: [(key: String, value: JSONValue)] = []
    position += 1
    skipSpace()
    if next == UInt8(ascii: "}") {
      position += 1
      return .object(entries)
    }
    while true {
      guard next == quote else { throw error("a name in quotation marks is expected") }
      let key = try string()
      skipSpace()
      try expect(":", "after the name `\(visible(key))`")
      skipSpace()
      if entries.contains(where: { $0.key == key }) { throw error("the name `\(visible(key))` stands twice") }
      entries.append((key, try value(depth: depth + 1)))
      skipSpace()
      if next == UInt8(ascii: "}") {
        position += 1
        return .object(entries)
      }
      try expect(",", "or a closing brace")
      skipSpace()
    }
  }

  private mutating func array(_ depth: Int) throws(JSONError) -> JSONValue.Content {
    var values: [JSONValue] = []
    position += 1
    skipSpace()
    if next == UInt8(ascii: "]") {
      position += 1
      return .array(values)
    }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if next == UInt8(ascii: "]") {
        position += 1
        return .array(values)
      }
      try expect(",", "or a closing bracket")
      skipSpace()
    }
  }

  private mutating func expect(_ sign: Character, _ place: String) throws(JSONError) {
    guard let byte = next, byte == sign.asciiValue else {
      throw error("`\(sign)` is expected \(place)\(next == nil ? ", but the text ends" : "")")
    }
    position += 1
  }

  private mutating func word(_ text: String, _ content: JSONValue.Content) throws(JSONError)
    -> JSONValue.Content
  {
    let expected = Array(text.utf8)
    guard bytes[position...].starts(with: expected) else { throw error("`\(text)` is expected") }
    position += expected.count
    return content
  }

  private mutating func number() throws(JSONError) -> Double {
    let start = position
    while let byte = next, "+-.eE0123456789".utf8.contains(byte) { position += 1 }
    let text = ContiguousArray(bytes[start..<position])
    guard let value = parsedNumber(text.span, 0..<text.count) else { throw error("this is not a number") }
    return value
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case quote: return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<0x20: throw error("a text does not end on its line: a quotation mark is missing")
      default: text.append(byte)
      }
    }
    throw error("a quotation mark is missing at the end of a text")
  }

  private mutating func escape() throws(JSONError) -> [UInt8] {
    guard let byte = next else { throw error("the text ends after a backslash") }
    position += 1
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "b"): 0x08,
      UInt8(ascii: "f"): 0x0C, quote: quote, UInt8(ascii: "\\"): UInt8(ascii: "\\"),
      UInt8(ascii: "/"): UInt8(ascii: "/"),
    ]
    if let plain = simple[byte] { return [plain] }
    guard byte == UInt8(ascii: "u") else { throw error("an unknown escape follows a backslash") }
    var unit = try hexadecimal()
    if (0xD800..<0xDC00).contains(unit), next == UInt8(ascii: "\\") {
      position += 1
      guard next == UInt8(ascii: "u") else { throw error("half a character stands in a text") }
      position += 1
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw error("half a character stands in a text") }
      unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(unit) else { throw error("half a character stands in a text") }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    let digits = bytes[position..<min(position + 4, bytes.count)]
    guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw error("four hexadecimal digits are expected after \\u")
    }
    position += 4
    return value
  }

  private func character() -> String {
    String(decoding: bytes[position...].prefix(4), as: UTF8.self).prefix(1).description
  }
}
