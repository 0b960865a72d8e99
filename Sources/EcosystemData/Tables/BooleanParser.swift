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

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    guard let place else { return }
    for row in 0..<batch.rowCount {
      let cell = batch.cell(row: row, column: place.index)
      var value = blank
      if !cell.isBlank {
        if let stated = parsedBoolean(batch.text(of: cell)) {
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
func parsedBoolean(_ text: String) -> Bool? {
  switch text.lowercased() {
  case "true", "yes", "1": true
  case "false", "no", "0": false
  default: nil
  }
}
