/// A column that says yes or no.
final class BooleanParser: ColumnParser {
  let place: ColumnPlace?
  private let blank: Bool
  private var values: ContiguousArray<Bool> = []
  private var saysSomething = false

  /// - Parameter blank: What a blank cell means.
  init(_ place: ColumnPlace?, blank: Bool) {
    self.place = place
    self.blank = blank
  }

  var phase: ParsingPhase { .checking }
  var isIdle: Bool { place == nil }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    guard let place else { return }
    let bytes = batch.bytes.span
    for row in 0..<batch.rowCount {
      let cell = batch.cell(row: row, column: place.index)
      var value = blank
      if !cell.isBlank {
        if let stated = parsedBoolean(bytes, cell.range) {
          value = stated
          if stated != blank { saysSomething = true }
        } else {
          judge.report(.badBoolean, batch, row: row, place) {
            Finding(
              message: "`\(visible($0))` is neither true nor false",
              remedy: "write true, false, yes, no, 1 or 0; blank means \(self.blank)")
          }
        }
      }
      values.append(value)
    }
  }

  func drop(_ judge: RowJudge) {
    if place != nil { values.dropRejected(judge) }
  }

  /// The values by row; empty where each is what a blank cell means.
  func column() -> ContiguousArray<Bool> { saysSomething ? values : [] }
}

/// Reads `true`, `yes`, `1`, `false`, `no`, `0` in any case.
func parsedBoolean(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool? {
  if range.count == 1 {
    let byte = bytes[range.lowerBound]
    return byte == 0x31 ? true : byte == 0x30 ? false : nil
  }
  func reads(_ word: ContiguousArray<UInt8>) -> Bool {
    guard range.count == word.count else { return false }
    // Setting this bit makes a letter small.
    for i in 0..<range.count where bytes[range.lowerBound + i] | 0x20 != word[i] { return false }
    return true
  }
  if trueWords.contains(where: reads) { return true }
  return falseWords.contains(where: reads) ? false : nil
}

private let trueWords = ["true", "yes"].map { ContiguousArray($0.utf8) }
private let falseWords = ["false", "no"].map { ContiguousArray($0.utf8) }

/// Reads `true`, `yes`, `1`, `false`, `no`, `0` in any case.
func parsedBoolean(_ text: String) -> Bool? {
  let bytes = ContiguousArray(text.utf8)
  return parsedBoolean(bytes.span, 0..<bytes.count)
}
