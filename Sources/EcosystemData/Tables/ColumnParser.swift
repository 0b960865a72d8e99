import GraphCore

/// Takes in one column, or several that belong together, batch by batch.
protocol ColumnParser: AnyObject {
  var phase: ParsingPhase { get }

  /// Whether the table has no column for it, so that there is nothing to read.
  var isIdle: Bool { get }

  func read(_ batch: RecordBatch, _ judge: RowJudge)

  /// What it can say of a batch before it has read the batches ahead of it, with what it knows now; nil
  /// where that is nothing.
  ///
  /// What it says is handed to ``read(_:_:noting:)`` when the turn of the batch comes, and must then give
  /// the same result as reading without.
  func lookAhead() -> LookAhead?

  /// Reads a batch of which its look-ahead noted something.
  func read(_ batch: RecordBatch, _ judge: RowJudge, noting note: (any Sendable)?)

  /// Works on what it gathered of several batches, if it is enough to be worth while.
  func endRound(_ limits: DelimitedLimits, _ execution: Execution)

  /// Works on what is left when all batches have been read.
  func endTable(_ execution: Execution)

  /// Gives up the rows of the batch that were left out after this parser had read them.
  func drop(_ judge: RowJudge)
}

/// When a parser sees a batch.
enum ParsingPhase {
  /// It may leave rows out, and takes in all of them until the verdict is known.
  case checking
  /// It sees the verdict and takes in the rows that stay, so that what only a bad row named leaves no trace.
  case storing
}

extension ColumnParser {
  var isIdle: Bool { false }
  func lookAhead() -> LookAhead? { nil }
  func read(_ batch: RecordBatch, _ judge: RowJudge, noting note: (any Sendable)?) { read(batch, judge) }
  func endRound(_ limits: DelimitedLimits, _ execution: Execution) {}
  func endTable(_ execution: Execution) {}
  func drop(_ judge: RowJudge) {}
}

extension ContiguousArray {
  /// Removes those of the last elements that belong to rejected rows.
  mutating func dropRejected(_ judge: RowJudge) {
    let first = count - judge.rejected.count
    precondition(first >= 0, "more rows judged than read")
    var kept = first
    for row in judge.rejected.indices where !judge.rejected[row] {
      self[kept] = self[first + row]
      kept += 1
    }
    removeLast(count - kept)
  }
}

extension RecordBatch {
  /// The cells of some columns, row by row, in the rows that stay; there may be others behind them.
  func cells(in columns: [ColumnPlace], leavingOutRejectedBy judge: RowJudge?) -> ContiguousArray<Cell> {
    if judge == nil || judge?.rejectedCount == 0, columns.map(\.index) == Array(0..<columnCount) {
      return cells
    }
    var chosen = ContiguousArray<Cell>()
    chosen.reserveCapacity(columns.count * rowCount)
    let cells = cells.span
    for row in 0..<rowCount where judge?.isRejected(row) != true {
      for column in columns { chosen.append(cells[row * columnCount + column.index]) }
    }
    return chosen
  }
}
