/// Checks the values of a column against a rule, each distinct value once.
final class ValueCheck: ColumnParser {
  /// What a rule says of a value: nothing, or a problem.
  typealias Rule = (String) -> (code: ProblemCode, finding: Finding)?

  private let place: ColumnPlace
  private let rule: Rule
  private var interner = ByteInterner()
  private var verdicts: [(code: ProblemCode, finding: Finding)?] = []

  init(_ place: ColumnPlace, _ rule: @escaping Rule) {
    self.place = place
    self.rule = rule
  }

  var phase: ParsingPhase { .checking }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    let bytes = batch.bytes.span
    for row in 0..<batch.rowCount {
      let cell = batch.cell(row: row, column: place.index)
      if cell.isBlank { continue }
      let code = Int(interner.intern(bytes, start: Int(cell.start), length: cell.count))
      if code == verdicts.count { verdicts.append(rule(batch.text(of: cell))) }
      if let verdict = verdicts[code] {
        judge.report(verdict.code, batch, row: row, place) { _ in verdict.finding }
      }
    }
  }
}

/// Checks that no cell of a column is blank.
final class RequiredCheck: ColumnParser {
  private let place: ColumnPlace

  init(_ place: ColumnPlace) { self.place = place }

  var phase: ParsingPhase { .checking }

  func lookAhead() -> LookAhead? {
    { [place] batch in
      if batch.isFilled { return Filled() }
      let cells = batch.cells.span
      let bytes = batch.bytes.span
      for row in 0..<batch.rowCount {
        let cell = cells[row * batch.columnCount + place.index]
        if cell.isBlank || bytes[Int(cell.start)] == 0x20 { return nil }
      }
      return Filled()
    }
  }

  /// That there is nothing to report.
  private struct Filled: Sendable {}

  func read(_ batch: RecordBatch, _ judge: RowJudge, noting note: (any Sendable)?) {
    if !(note is Filled) { read(batch, judge) }
  }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    for row in 0..<batch.rowCount {
      let cell = batch.cell(row: row, column: place.index)
      // Only a quoted cell can begin with a space; one of spaces alone is as good as blank.
      guard cell.isBlank || (batch.bytes[cell.range.lowerBound] == 0x20 && isBlank(batch.text(of: cell)))
      else {
        continue
      }
      judge.report(.blankCell, batch, row: row, place) { _ in
        Finding(message: "the cell is blank", remedy: "fill it, or delete the row")
      }
    }
  }
}

private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

/// Checks that no combination of values occurs twice.
final class UniqueCheck: ColumnParser {
  private let places: [ColumnPlace]
  private var interner = ByteInterner()
  private var firstLines: ContiguousArray<UInt32> = []

  init(_ places: [ColumnPlace]) { self.places = places }

  var phase: ParsingPhase { .checking }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    guard let first = places.first else { return }
    for row in 0..<batch.rowCount {
      let cells = places.map { batch.cell(row: row, column: $0.index) }
      // As in SQL, what is unknown is not equal to anything.
      if cells.contains(where: \.isBlank) { continue }
      var key = ContiguousArray<UInt8>()
      for cell in cells {
        key.append(contentsOf: batch.bytes[cell.range])
        // Zero bytes do not occur in text, so no two combinations give the same key.
        key.append(0)
      }
      let code = Int(interner.intern(key.span, start: 0, length: key.count))
      if code == firstLines.count {
        firstLines.append(UInt32(clamping: batch.line(of: row)))
      } else {
        let line = firstLines[code]
        let names = places.map { "`\($0.name)`" }.joined(separator: ", ")
        judge.report(.duplicateValue, batch, row: row, first) {
          Finding(message: "`\(visible($0))` repeats line \(line), but \(names) must be unique")
        }
      }
    }
  }
}
