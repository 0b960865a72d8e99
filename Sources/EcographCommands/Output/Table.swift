import Ecosystem

/// Rows of cells under named columns: what every command's result is before it is printed.
struct Table {
  enum Cell {
    case empty
    case text(String)
    case count(Int)
    case number(Double)
    case flag(Bool)

    init(_ text: String?) { self = text.map { .text($0) } ?? .empty }
    init(_ number: Double?) { self = number.map { .number($0) } ?? .empty }
    init(_ count: Int?) { self = count.map { .count($0) } ?? .empty }

    /// The cell in CSV: numbers in full, an undefined one empty.
    var plain: String {
      switch self {
      case .empty: ""
      case .text(let text): text
      case .count(let count): String(count)
      case .number(let number): shortestDecimal(number)
      case .flag(let flag): flag ? "true" : "false"
      }
    }

    /// The cell for people: numbers to four significant digits.
    var shown: String {
      switch self {
      case .empty: "-"
      case .text(let text): text.printable
      case .count(let count): String(count)
      case .number(let number): number.rounded(toSignificantDigits: 4)
      case .flag(let flag): flag ? "yes" : ""
      }
    }

    var json: JSONText {
      switch self {
      case .empty: .null
      case .text(let text): .string(text)
      case .count(let count): .int(count)
      case .number(let number): .double(number)
      case .flag(let flag): .bool(flag)
      }
    }

    var isNumeric: Bool {
      switch self {
      case .count, .number: true
      default: false
      }
    }
  }

  /// What stands above the table when it is printed for people.
  var heading: String?
  var columns: [String]
  var rows: [[Cell]]

  init(_ heading: String? = nil, columns: [String], rows: [[Cell]] = []) {
    self.heading = heading
    self.columns = columns
    self.rows = rows
  }

  /// The table with the named columns only, in the order they are named.
  func selecting(_ names: [String]) throws -> Table {
    guard !names.isEmpty else { return self }
    let indices = try names.map { name in
      guard let index = columns.firstIndex(of: name) else {
        let near = suggestions(for: name, among: columns)
        throw Failure(
          .usage,
          "no column `\(name)`"
            + (near.isEmpty
              ? "; there are \(columns.joined(separator: ", "))" : "; did you mean `\(near[0])`?"))
      }
      return index
    }
    return Table(heading, columns: names, rows: rows.map { row in indices.map { row[$0] } })
  }
}

extension String {
  /// The text with control characters made visible, so that no dataset can drive a terminal.
  var printable: String {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0.isBidiControl })
    else {
      return self
    }
    var shown = ""
    for scalar in unicodeScalars {
      if scalar.properties.generalCategory == .control || scalar.isBidiControl {
        shown += scalar == "\n" || scalar == "\t" ? " " : "\u{FFFD}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}

extension Unicode.Scalar {
  fileprivate var isBidiControl: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) || value == 0x200E
      || value == 0x200F
  }
}

extension Double {
  /// The number to some significant digits, without an exponent where that is readable.
  func rounded(toSignificantDigits digits: Int) -> String {
    guard isFinite else { return "-" }
    if self == 0 { return "0" }
    if self == rounded(), magnitude < 1e7 { return String(Int(self)) }
    if magnitude >= 1e7 || magnitude < 1e-4 {
      let exponent = Int(Self.floorOfLog10(magnitude))
      let mantissa = self / Self.powerOf10(exponent)
      return mantissa.rounded(toSignificantDigits: digits) + "e\(exponent)"
    }
    var decimals = Swift.max(0, digits - 1 - Int(Self.floorOfLog10(magnitude)))
    // Rounding may add a digit, as from 0.99999 to 1.000.
    if (magnitude * Self.powerOf10(decimals)).rounded() >= Self.powerOf10(digits), decimals > 0 {
      decimals -= 1
    }
    let scaled = (magnitude * Self.powerOf10(decimals)).rounded()
    let text = String(Int(scaled))
    let padded = String(repeating: "0", count: Swift.max(0, decimals + 1 - text.count)) + text
    let sign = self < 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  private static func floorOfLog10(_ value: Double) -> Double {
    var exponent = 0.0
    var rest = value
    while rest >= 10 {
      rest /= 10
      exponent += 1
    }
    while rest < 1 {
      rest *= 10
      exponent -= 1
    }
    return exponent
  }

  private static func powerOf10(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<Swift.min(abs(exponent), 400) { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }
}

/// Such as `1 actor` or `3 actors`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
