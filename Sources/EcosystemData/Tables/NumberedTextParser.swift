import GraphCore

/// A parser of columns whose texts are numbered in order of first appearance.
protocol NumberedTextParser: ColumnParser {
  var numbering: TextNumbering { get set }
  /// The texts by their codes, once the table has been read.
  var texts: [String] { get set }
}

extension NumberedTextParser {
  var phase: ParsingPhase { .storing }
  var isIdle: Bool { numbering.isIdle }

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
}
