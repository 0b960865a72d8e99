/// What was found in one file of a dataset.
public struct FileReport: Sendable {
  /// How the lines of a file end.
  public enum LineEnding: String, Hashable, Sendable, Codable {
    /// Line feed, as on Unix.
    case lf
    /// Carriage return and line feed, as on Windows.
    case crlf
    /// Carriage return, as on old Macs.
    case cr
    /// More than one kind.
    case mixed
  }

  /// Name within the dataset, such as `ties.csv`.
  public let name: String
  /// Size of the text in bytes, as far as read; of a compressed file, what it unpacks to.
  public let bytes: Int
  /// Rows below the header; blank lines are no rows.
  public let rowsIn: Int
  /// Rows that became part of the dataset.
  public let rowsUsed: Int
  /// Lines without any text.
  public let blankRows: Int
  /// What separates the cells.
  public let separator: Separator
  /// How the lines end; nil where there is one line only.
  public let lineEnding: LineEnding?
  /// Whether it begins with a byte order mark, which is no part of the text.
  public let hasByteOrderMark: Bool
  /// Names of the columns, as in the header.
  public let columns: [String]

  /// Rows that were not used.
  public var rowsLeftOut: Int { rowsIn - rowsUsed }
}
