import Ecosystem

/// A column of text.
final class TextParser: NumberedTextParser {
  let place: ColumnPlace?
  var numbering: TextNumbering
  var texts: [String] = []

  /// - Parameter place: The column; nil where the table does not have it.
  init(_ place: ColumnPlace?) {
    self.place = place
    numbering = TextNumbering(place.map { [$0] } ?? [])
  }

  private var codes: ContiguousArray<UInt32> { place == nil ? [] : numbering.columns[0] }

  /// The column as read; absent where the table does not have it.
  func column() -> TextColumn { TextColumn(codes: codes, values: texts) }

  /// The cells, blank ones as empty text.
  func cells() -> [String] { codes.map { $0 == TextColumn.none ? "" : texts[Int($0)] } }
}
