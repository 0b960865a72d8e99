import Ecosystem

/// Notes the line on which each row begins.
final class LineParser: ColumnParser {
  private(set) var lines = LineNumbers()

  var phase: ParsingPhase { .storing }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    guard batch.rowCount > 0 else { return }
    let first = batch.line(of: 0)
    // Lines only ever grow, so the last one tells whether they are consecutive.
    if judge.rejectedCount == 0, batch.line(of: batch.rowCount - 1) - first == batch.rowCount - 1 {
      lines.append(rows: batch.rowCount, from: first)
    } else {
      for row in 0..<batch.rowCount where !judge.isRejected(row) { lines.append(batch.line(of: row)) }
    }
  }
}
