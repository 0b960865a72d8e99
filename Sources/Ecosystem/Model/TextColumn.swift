/// A column of text in which each distinct value is stored once.
///
/// 4 bytes a row, nothing at all for a column that the table does not have.
public struct TextColumn: Sendable {
  /// Index into `values` by row, ``none`` where the cell is blank; empty where the column is absent.
  package var codes: ContiguousArray<UInt32>
  /// The distinct values in order of first appearance.
  public private(set) var values: [String]

  package static let none = UInt32.max

  package init(codes: ContiguousArray<UInt32> = [], values: [String] = []) {
    self.codes = codes
    self.values = values
  }

  /// Creates a column from its cells, nil for blank ones.
  public init(_ cells: some Sequence<String?>) {
    codes = []
    values = []
    var known: [String: UInt32] = [:]
    for cell in cells {
      guard let cell else {
        codes.append(Self.none)
        continue
      }
      if let code = known[cell] {
        codes.append(code)
      } else {
        let code = UInt32(truncatingIfNeeded: values.count)
        known[cell] = code
        values.append(cell)
        codes.append(code)
      }
    }
  }

  /// Whether the table has no such column.
  public var isAbsent: Bool { codes.isEmpty }

  /// The cell of a row, nil where it is blank or the column is absent.
  public subscript(row: Int) -> String? {
    guard !codes.isEmpty, codes[row] != Self.none else { return nil }
    return values[Int(codes[row])]
  }

  /// The number of the row's value in ``values``, nil where the cell is blank.
  public func code(ofRow row: Int) -> Int? {
    guard !codes.isEmpty, codes[row] != Self.none else { return nil }
    return Int(codes[row])
  }
}
