import GraphCore

/// A column of numbers.
final class NumberParser: ColumnParser {
  /// What the numbers are.
  enum Quantity {
    /// 0 or more; 1 where blank.
    case weight
    /// 0 to 1; NaN where blank.
    case confidence

    /// What a blank cell means.
    fileprivate var blank: Double { self == .weight ? 1 : .nan }

    fileprivate func holds(_ number: Double) -> Bool { number >= 0 && (self == .weight || number <= 1) }
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
  var isIdle: Bool { place == nil }

  func lookAhead() -> LookAhead? {
    guard let place else { return nil }
    return { [quantity] batch in
      var values = ContiguousArray(repeating: quantity.blank, count: batch.rowCount)
      let bytes = batch.bytes.span
      for row in 0..<batch.rowCount {
        let cell = batch.cell(row: row, column: place.index)
        if cell.isBlank { continue }
        guard let number = parsedNumber(bytes, cell.range), quantity.holds(number) else { return nil }
        values[row] = number
      }
      return values
    }
  }

  func read(_ batch: RecordBatch, _ judge: RowJudge, noting note: (any Sendable)?) {
    guard let numbers = note as? ContiguousArray<Double> else { return read(batch, judge) }
    if !saysSomething {
      saysSomething = numbers.contains { quantity == .confidence ? !$0.isNaN : $0 != 1 }
    }
    if values.isEmpty { values.reserveCapacity(batch.expectedRows) }
    values.append(contentsOf: numbers)
  }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    guard let place else { return }
    let blank = quantity.blank
    let bytes = batch.bytes.span
    for row in 0..<batch.rowCount {
      let cell = batch.cell(row: row, column: place.index)
      var value = blank
      if !cell.isBlank {
        if let number = parsedNumber(bytes, cell.range), quantity.holds(number) {
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
