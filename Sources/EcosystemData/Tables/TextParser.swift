import Ecosystem
import GraphCore

/// A column of text.
final class TextParser: ColumnParser {
  let place: ColumnPlace?
  private var numbering: TextNumbering
  private var texts: [String] = []

  /// - Parameter place: The column; nil where the table does not have it.
  init(_ place: ColumnPlace?) {
    self.place = place
    numbering = TextNumbering(place.map { [$0] } ?? [])
  }

  var phase: ParsingPhase { .storing }

  func lookAhead() -> LookAhead? { numbering.dealing }

  func read(_ batch: RecordBatch, _ judge: RowJudge) { read(batch, judge, noting: nil) }

  func read(_ batch: RecordBatch, _ judge: RowJudge, noting note: (any Sendable)?) {
    numbering.append(batch, judge, noting: note)
  }

  func endRound(_ limits: DelimitedLimits, _ execution: Execution) {
    numbering.numberIfMany(limits.textsInRound, execution)
  }

  func endTable(_ execution: Execution) {
    numbering.finish(execution)
    texts = numbering.texts(execution)
  }

  private var codes: ContiguousArray<UInt32> { place == nil ? [] : numbering.columns[0] }

  /// The column as read; absent where the table does not have it.
  func column() -> TextColumn { TextColumn(codes: codes, values: texts) }

  /// The cells, blank ones as empty text.
  func cells() -> [String] { codes.map { $0 == TextColumn.none ? "" : texts[Int($0)] } }
}
