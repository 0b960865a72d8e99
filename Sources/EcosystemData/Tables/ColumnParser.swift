/// Takes in one column, or several that belong together, batch by batch.
protocol ColumnParser: AnyObject {
  var phase: ParsingPhase { get }

  func read(_ batch: RecordBatch, _ judge: RowJudge)

  /// Gives up the rows of the batch that were left out after this parser had read them.
  func drop(_ judge: RowJudge)
}

/// When a parser sees a batch.
enum ParsingPhase {
  /// It may leave rows out, and takes in all of them until the verdict is known.
  case checking
  /// It sees the verdict and takes in the rows that stay, so that what only a bad row named leaves no trace.
  case storing
}

extension ColumnParser {
  func drop(_ judge: RowJudge) {}
}

extension ContiguousArray {
  /// Removes those of the last elements that belong to rejected rows.
  mutating func dropRejected(_ judge: RowJudge) {
    let first = count - judge.rejected.count
    precondition(first >= 0, "more rows judged than read")
    var kept = first
    for row in judge.rejected.indices where !judge.rejected[row] {
      self[kept] = self[first + row]
      kept += 1
    }
    removeLast(count - kept)
  }
}
