/// Keeps account of which rows of a batch are left out, and passes on why.
final class RowJudge {
  let file: String
  let log: ProblemLog
  /// By row of the current batch.
  private(set) var rejected: ContiguousArray<Bool> = []
  private(set) var rejectedCount = 0

  init(file: String, log: ProblemLog) {
    self.file = file
    self.log = log
  }

  func startBatch(rowCount: Int) {
    rejected = ContiguousArray(repeating: false, count: rowCount)
    rejectedCount = 0
  }

  func isRejected(_ row: Int) -> Bool { rejectedCount > 0 && rejected[row] }

  /// Leaves a row out.
  func leaveOut(_ row: Int) {
    if !rejected[row] {
      rejected[row] = true
      rejectedCount += 1
    }
  }

  /// Reports a cell, and leaves its row out where the problem is an error.
  func report(
    _ code: ProblemCode, _ batch: RecordBatch, row: Int, _ column: ColumnPlace,
    _ describe: (String) -> Finding
  ) {
    if code.severity == .error { leaveOut(row) }
    log.add(code) {
      let text = batch.text(row: row, column: column.index)
      let finding = describe(text)
      return Problem(
        code, file: file, line: batch.line(of: row), column: column.name, value: text.isEmpty ? nil : text,
        message: finding.message, remedy: finding.remedy, suggestions: finding.suggestions)
    }
  }
}

/// What is to be said of a value.
struct Finding {
  let message: String
  var remedy: String?
  var suggestions: [String] = []
}

/// A column of a file.
struct ColumnPlace: Hashable {
  let index: Int
  /// Its name in the header, as shown in messages.
  let name: String
  /// What the format calls it.
  let role: String

  init(index: Int, name: String, role: String? = nil) {
    self.index = index
    self.name = name
    self.role = role ?? normalizedColumnName(name)
  }
}
