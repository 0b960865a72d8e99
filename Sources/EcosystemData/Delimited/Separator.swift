/// What separates the cells of a table.
public enum Separator: String, Hashable, Sendable, CaseIterable, Codable {
  /// `,`
  case comma
  /// `;`
  case semicolon
  /// The tabulator.
  case tab
  /// `|`
  case bar

  /// Its character.
  public var character: Character {
    switch self {
    case .comma: ","
    case .semicolon: ";"
    case .tab: "\t"
    case .bar: "|"
    }
  }

  var byte: UInt8 {
    switch self {
    case .comma: 0x2C
    case .semicolon: 0x3B
    case .tab: 0x09
    case .bar: 0x7C
    }
  }
}
