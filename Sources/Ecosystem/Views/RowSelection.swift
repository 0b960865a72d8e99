/// Rows of a table, ascending: some of them, or all, which take no memory.
public struct RowSelection: RandomAccessCollection, Hashable, Sendable {
  /// The rows; nil where they are all those below `count`.
  private let rows: [Int]?
  /// Number of rows.
  public let count: Int

  /// All rows of a table.
  package init(all count: Int) {
    rows = nil
    self.count = count
  }

  /// Some rows, ascending.
  package init(_ rows: [Int]) {
    self.rows = rows
    count = rows.count
  }

  /// The place of the first row.
  public var startIndex: Int { 0 }
  /// The place behind the last row.
  public var endIndex: Int { count }

  /// The row in a place.
  public subscript(place: Int) -> Int {
    guard let rows else {
      precondition(place >= 0 && place < count, "no such row")
      return place
    }
    return rows[place]
  }
}
