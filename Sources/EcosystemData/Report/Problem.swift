/// One thing that is wrong in a dataset, with its place and its remedy.
public struct Problem: Hashable, Sendable {
  /// What kind of problem it is.
  public let code: ProblemCode
  /// The file, by the name that the dataset gives it.
  public let file: String
  /// The line on which the row begins, counted from 1; nil where the whole file is meant.
  public let line: Int?
  /// The column, by the name in the header.
  public let column: String?
  /// The offending value, shortened and with control characters made visible.
  public let value: String?
  /// What is wrong, in one clause.
  public let message: String
  /// What was expected, or what to do; nil where the message says it all.
  public let remedy: String?
  /// What may have been meant, best first.
  public let suggestions: [String]

  package init(
    _ code: ProblemCode, file: String, line: Int? = nil, column: String? = nil, value: String? = nil,
    message: String, remedy: String? = nil, suggestions: [String] = []
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.value = value.map { visible($0) }
    self.message = message
    self.remedy = remedy
    self.suggestions = suggestions
  }

  /// Whether it is an error or a warning.
  public var severity: Severity { code.severity }

  /// File, line and column, such as "ties.csv:17, column to", the name of the column in back quotes.
  public var place: String {
    var text = file
    if let line { text += ":\(line)" }
    if let column { text += ", column `\(visible(column))`" }
    return text
  }
}

extension Problem: CustomStringConvertible {
  /// Place, message and remedy in one line.
  public var description: String {
    var text = "\(place): \(message)"
    if let remedy { text += "; \(remedy)" }
    if !suggestions.isEmpty {
      text += "; did you mean " + suggestions.map { "`\(visible($0))`" }.joined(separator: " or ") + "?"
    }
    return text
  }
}

/// A text as it can be shown in a message: not too long, control characters made visible.
package func visible(_ text: String, limit: Int = 60) -> String {
  var shown = ""
  var count = 0
  for scalar in text.unicodeScalars {
    if count == limit { return shown + "…" }
    count += 1
    switch scalar.value {
    case 0x0A: shown += "\\n"
    case 0x0D: shown += "\\r"
    case 0x09: shown += "\\t"
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xE0000...0xE0FFF:
      shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}
