import Ecosystem

/// Notes the line on which each row begins.
final class LineParser: ColumnParser {
  private(set) var lines = LineNumbers()

  var phase: ParsingPhase { .storing }

  /// Where the rows begin, if each stands on the line after the one before.
  func lookAhead() -> LookAhead? { { batch in ConsecutiveLines(of: batch) } }

  func read(_ batch: RecordBatch, _ judge: RowJudge, noting note: (any Sendable)?) {
    guard judge.rejectedCount == 0, let note = note as? ConsecutiveLines else { return read(batch, judge) }
    lines.append(rows: batch.rowCount, from: batch.firstLine + note.linesBefore)
  }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    if judge.rejectedCount == 0, let note = ConsecutiveLines(of: batch) {
      lines.append(rows: batch.rowCount, from: batch.firstLine + note.linesBefore)
    } else {
      for row in 0..<batch.rowCount where !judge.isRejected(row) { lines.append(batch.line(of: row)) }
    }
  }
}

/// That each row of a batch stands on the line after the one before.
private struct ConsecutiveLines: Sendable {
  /// Lines of the batch before the first row.
  let linesBefore: Int

  init?(of batch: RecordBatch) {
    guard let last = batch.lines[..<batch.rowCount].last else { return nil }
    linesBefore = Int(batch.lines[0])
    // Lines only ever grow, so the last one tells.
    if Int(last) - linesBefore != batch.rowCount - 1 { return nil }
  }
}
