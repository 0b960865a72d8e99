/// The line of a file in which each row of a table begins.
///
/// Rows usually stand on consecutive lines; only where they do not, each line is stored.
package struct LineNumbers: Sendable {
  private var first = 0
  private var explicit: ContiguousArray<UInt32> = []
  private var count = 0

  package init() {}

  package mutating func append(_ line: Int) {
    if count == 0 { first = line }
    if explicit.isEmpty, line != first + count {
      explicit = ContiguousArray((0..<count).map { UInt32(truncatingIfNeeded: first + $0) })
    }
    if !explicit.isEmpty || line != first + count { explicit.append(UInt32(clamping: line)) }
    count += 1
  }

  /// Appends rows that stand on consecutive lines.
  package mutating func append(rows: Int, from line: Int) {
    guard rows > 0 else { return }
    append(line)
    if explicit.isEmpty {
      count += rows - 1
    } else {
      for offset in 1..<max(1, rows) { append(line + offset) }
    }
  }

  package subscript(row: Int) -> Int? {
    guard row >= 0, row < count else { return nil }
    return explicit.isEmpty ? first + row : Int(explicit[row])
  }

  /// The lines of some rows, in their order; none where there are none.
  func rows(_ rows: [Int]) -> LineNumbers {
    var lines = LineNumbers()
    if count > 0 { for row in rows { lines.append(self[row] ?? 0) } }
    return lines
  }
}
