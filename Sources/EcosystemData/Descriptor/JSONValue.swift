/// A JSON value that knows the line it stands on, so that a problem in a descriptor can be found.
struct JSONValue {
  indirect enum Content {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// In the order of the file.
    case object([(key: String, value: JSONValue)])
  }

  let content: Content
  let line: Int

  /// What kind of value it is, for messages.
  var kind: String {
    switch content {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  var string: String? {
    if case .string(let text) = content { text } else { nil }
  }
  var boolean: Bool? {
    if case .boolean(let value) = content { value } else { nil }
  }
  var number: Double? {
    if case .number(let value) = content { value } else { nil }
  }
  var array: [JSONValue]? {
    if case .array(let values) = content { values } else { nil }
  }
  var object: [(key: String, value: JSONValue)]? {
    if case .object(let entries) = content { entries } else { nil }
  }

  /// The value of a text, number or boolean as it would stand in a cell.
  var cellText: String? {
    switch content {
    case .string(let text): text
    case .boolean(let value): value ? "true" : "false"
    case .number(let value):
      value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    default: nil
    }
  }

  subscript(key: String) -> JSONValue? { object?.first { $0.key == key }?.value }
}

/// Why a text is not JSON.
struct JSONError: Error {
  let line: Int
  let message: String
}
