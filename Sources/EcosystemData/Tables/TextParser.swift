import Ecosystem
import GraphCore

/// A column of text.
final class TextParser: ColumnParser {
  let place: ColumnPlace?
  private var interner = ByteInterner()
  private var codes: ContiguousArray<UInt32> = []

  /// - Parameter place: The column; nil where the table does not have it.
  init(_ place: ColumnPlace?) { self.place = place }

  var phase: ParsingPhase { .storing }

  func lookAhead() -> LookAhead? {
    guard let place else { return nil }
    return { [interner] batch in interner.lookUp(batch.bytes.span, batch.cells(in: [place]).span, columns: 1)
    }
  }

  func read(_ batch: RecordBatch, _ judge: RowJudge) { read(batch, judge, noting: nil) }

  func read(_ batch: RecordBatch, _ judge: RowJudge, noting note: (any Sendable)?) {
    guard let place else { return }
    if codes.isEmpty { codes.reserveCapacity(batch.expectedRows) }
    if judge.rejectedCount == 0, let findings = note as? ByteInterner.Findings {
      codes.append(contentsOf: interner.adopt(findings))
    } else {
      let cells = batch.cells(in: [place], leavingOutRejectedBy: judge)
      codes.append(contentsOf: interner.adopt(interner.lookUp(batch.bytes.span, cells.span, columns: 1)))
    }
  }

  /// The column as read; absent where the table does not have it.
  func column() -> TextColumn { TextColumn(codes: codes, values: interner.texts()) }

  /// The cells, blank ones as empty text.
  func cells() -> [String] {
    let values = interner.texts()
    return codes.map { $0 == TextColumn.none ? "" : values[Int($0)] }
  }
}
