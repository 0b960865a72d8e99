import Ecosystem
import GraphCore

/// A column of text.
final class TextParser: ColumnParser {
  let place: ColumnPlace?
  private var numbering = TextNumbering()
  private var round = TextRound()
  private var codes: ContiguousArray<UInt32> = []

  /// - Parameter place: The column; nil where the table does not have it.
  init(_ place: ColumnPlace?) { self.place = place }

  var phase: ParsingPhase { .storing }

  func lookAhead() -> LookAhead? { place.map { numbering.dealing([$0]) } }

  func read(_ batch: RecordBatch, _ judge: RowJudge) { read(batch, judge, noting: nil) }

  func read(_ batch: RecordBatch, _ judge: RowJudge, noting note: (any Sendable)?) {
    guard let place else { return }
    round.append(batch, numbering.deal(batch, [place], judge, note))
  }

  func endRound(_ execution: Execution) {
    if codes.isEmpty { codes.reserveCapacity(round.expectedRows) }
    for columns in numbering.number(round, execution) { codes.append(contentsOf: columns[0]) }
    round = TextRound()
  }

  /// The column as read; absent where the table does not have it.
  func column() -> TextColumn { TextColumn(codes: codes, values: numbering.texts) }

  /// The cells, blank ones as empty text.
  func cells() -> [String] { codes.map { $0 == TextColumn.none ? "" : numbering.texts[Int($0)] } }
}
