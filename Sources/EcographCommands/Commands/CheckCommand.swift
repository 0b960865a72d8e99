import ArgumentParser
import Ecosystem
import EcosystemData

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Every problem in the data, with place and remedy.",
    discussion: """
      Errors have codes with E, warnings with W. Ends with 3 where there are errors,
      with 1 where --strict is given and there are warnings.

      Examples:
        ecograph check datasets/innovation-networks
        ecograph check edges.csv --format json
        ecograph check --explain W201
      """)

  @Argument(
    help: "A dataset folder, a datapackage.json, a .csv or .tsv edge list, or -.", completion: .file())
  var dataset: String?
  @Option(
    help: ArgumentHelp("Say what a code means and how to mend it; `all` for all codes.", valueName: "code"))
  var explain: String?
  @Flag(help: "End with 1 where there are warnings.")
  var strict = false
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    guard dataset != nil || explain != nil else {
      throw ValidationError("name a dataset, or a code with --explain")
    }
  }

  func run() throws {
    let session = runOptions.session()
    defer { session.finish() }
    if let explain { return try output.write(try Self.explanation(of: explain), session: session) }
    guard let dataset else { return }
    let report = try session.compute("check") { execution in
      try DatasetReader.check(DatasetLocation(dataset), execution: execution)
    }
    try printReport(report, session: session)
    if report.hasErrors { throw ExitStatus.invalidData.code }
    if strict, report.warningCount > 0 { throw ExitStatus.thresholdExceeded.code }
  }

  private func printReport(_ report: LoadReport, session: Session) throws {
    let table = Table(
      columns: ["code", "severity", "file", "line", "column", "value", "message", "suggestions"],
      rows: report.problems.map { problem in
        [
          .text(problem.code.rawValue), .text(problem.severity.rawValue), .text(problem.file),
          .init(problem.line),
          .init(problem.column), .init(problem.value), .text(problem.message),
          .init(problem.suggestions.isEmpty ? nil : problem.suggestions.joined(separator: ";")),
        ]
      })
    guard output.format == .table, output.columns == nil else {
      let context: [(String, JSONText)] = [
        ("ecograph", .string(EcographTool.version)), ("command", .string("check")),
        ("errors", .int(report.errorCount)), ("warnings", .int(report.warningCount)),
        (
          "files",
          .array(
            report.files.map {
              .object([
                ("file", .string($0.name)), ("rows", .int($0.rowsIn)), ("used", .int($0.rowsUsed)),
                ("left_out", .int($0.rowsLeftOut)), ("blank", .int($0.blankRows)),
              ])
            })
        ),
        ("actors", .int(report.actors)), ("ties", .int(report.ties)), ("isolates", .int(report.isolates)),
      ]
      return try output.print([table], context: context, session: session)
    }
    try output.write(Self.page(report), session: session)
  }

  private static func page(_ report: LoadReport) -> String {
    var text = ""
    for problem in report.problems {
      text += "\(problem.code.rawValue) \(problem.severity.rawValue): \(problem.description)\n"
    }
    for (code, count) in report.countsByCode {
      let listed = report.problems.count { $0.code == code }
      if count > listed { text += "\(code.rawValue): \(count - listed) more of the same are not listed\n" }
    }
    if !text.isEmpty { text += "\n" }
    for file in report.files {
      text += "\(file.name): \(counted(file.rowsIn, "row"))"
      text +=
        file.rowsLeftOut > 0 ? ", \(file.rowsUsed) used, \(file.rowsLeftOut) left out\n" : ", all used\n"
    }
    let inferred = report.inferredActors > 0 ? " (\(report.inferredActors) inferred from the ties)" : ""
    text += "\(counted(report.actors, "actor"))\(inferred), \(counted(report.ties, "tie")), "
    text += "\(counted(report.isolates, "actor")) without a tie, \(counted(report.selfTies, "self-tie"))\n"
    for note in report.notes { text += "note: \(note)\n" }
    text += "\(counted(report.errorCount, "error")), \(counted(report.warningCount, "warning"))\n"
    let codes = report.countsByCode.map(\.code.rawValue)
    if let first = codes.first { text += "`ecograph check --explain \(first)` says what \(first) means\n" }
    return text
  }

  private static func explanation(of code: String) throws -> String {
    func entry(_ code: ProblemCode) -> String {
      "\(code.rawValue)  \(code.title)\n\n\(code.explanation)\n"
    }
    if code.lowercased() == "all" { return ProblemCode.allCases.map(entry).joined(separator: "\n") }
    guard let found = ProblemCode(rawValue: code.uppercased()) else {
      let near = suggestions(for: code, among: ProblemCode.allCases.map(\.rawValue))
      throw Failure(
        .usage,
        "no problem code `\(code)`"
          + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?")
          + " (--explain all lists them)")
    }
    return entry(found)
  }
}
