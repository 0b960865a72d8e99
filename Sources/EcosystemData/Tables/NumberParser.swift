/// A column of numbers.
final class NumberParser: ColumnParser {
  /// What the numbers are.
  enum Quantity {
    /// 0 or more; 1 where blank.
    case weight
    /// 0 to 1; NaN where blank.
    case confidence
  }

  let place: ColumnPlace?
  private let quantity: Quantity
  private var values: ContiguousArray<Double> = []
  private var saysSomething = false

  init(_ place: ColumnPlace?, _ quantity: Quantity) {
    self.place = place
    self.quantity = quantity
  }

  var phase: ParsingPhase { .checking }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    guard let place else { return }
    let blank = quantity == .weight ? 1 : Double.nan
    let bytes = batch.bytes.span
    for row in 0..<batch.rowCount {
      let cell = batch.cell(row: row, column: place.index)
      var value = blank
      if !cell.isBlank {
        if let number = parsedNumber(bytes, cell.range), number >= 0, quantity == .weight || number <= 1 {
          value = number
          if quantity == .confidence || number != 1 { saysSomething = true }
        } else {
          judge.report(.badNumber, batch, row: row, place, finding)
        }
      }
      values.append(value)
    }
  }

  func drop(_ judge: RowJudge) {
    if place != nil { values.dropRejected(judge) }
  }

  /// The values by row; empty where each is what a blank cell means.
  func column() -> ContiguousArray<Double> { saysSomething ? values : [] }

  private func finding(_ text: String) -> Finding {
    let expected =
      quantity == .weight ? "a number that is finite and not negative" : "a number from 0 to 1"
    return Finding(
      message: "`\(visible(text))` is not \(expected)", remedy: numberHint(text) ?? "such as 0.5")
  }
}

/// What to do about a text that is meant as a number.
func numberHint(_ text: String) -> String? {
  let pointed = text.replacing(",", with: ".")
  if text.filter({ $0 == "," }).count == 1, !text.contains("."), isNumber(pointed) {
    return "write a decimal point, `\(visible(pointed))`"
  }
  if text.hasSuffix("%"), isNumber(String(text.dropLast())) { return "write a share of 1, without `%`" }
  return nil
}

private func isNumber(_ text: String) -> Bool {
  let bytes = ContiguousArray(text.utf8)
  return parsedNumber(bytes.span, 0..<bytes.count) != nil
}
