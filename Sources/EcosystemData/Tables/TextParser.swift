import Ecosystem

/// A column of text.
final class TextParser: ColumnParser {
  let place: ColumnPlace?
  private var interner = ByteInterner()
  private var codes: ContiguousArray<UInt32> = []

  /// - Parameter place: The column; nil where the table does not have it.
  init(_ place: ColumnPlace?) { self.place = place }

  var phase: ParsingPhase { .storing }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    guard let place else { return }
    let bytes = batch.bytes.span
    for row in 0..<batch.rowCount where !judge.isRejected(row) {
      let cell = batch.cell(row: row, column: place.index)
      codes.append(
        cell.isBlank
          ? TextColumn.none : interner.intern(bytes, start: Int(cell.start), length: cell.count))
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
