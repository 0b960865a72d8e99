import ArgumentParser
import PublishedValues

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Recomputes published values on this machine and compares.",
    discussion: """
      Small networks from the literature are measured anew, and each number is set
      beside the one that was published. A number agrees where it is off by no more
      than half a unit in the last published place.

      Exit code 1 where a number does not agree.

      Examples:
        ecograph doctor
        ecograph doctor --summary
        ecograph doctor --format csv -o doctor.csv
      """)

  @Flag(help: "Print a line for each measure, and only those values that do not agree.")
  var summary = false
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    let session = runOptions.session()
    defer { session.finish() }
    let values = try session.phase("recompute") { onProgress in
      try recomputePublishedValues(onProgress: onProgress)
    }
    let failed = values.filter { !$0.agrees }
    let isBrief = summary && output.format == .table && output.columns == nil
    let context: [(String, JSONText)] = [
      ("ecograph", .string(EcographTool.version)), ("command", .string("doctor")),
      ("values", .int(values.count)), ("failed", .int(failed.count)),
    ]
    try output.print(
      [isBrief ? Self.summary(values) : Self.table(values)], context: context, session: session)
    if isBrief, !failed.isEmpty {
      try output.print([Self.table(failed)], context: context, session: session)
    }
    guard failed.isEmpty else {
      throw Failure(
        .thresholdExceeded,
        "\(failed.count) of \(values.count) published values were not met; please report this with the output of `ecograph doctor --format json`"
      )
    }
    session.note("all \(values.count) published values were met on this machine")
  }

  private static func table(_ values: [PublishedValue]) -> Table {
    Table(
      columns: ["network", "measure", "item", "value", "expected", "verdict", "source"],
      rows: values.map {
        [
          .text($0.network), .text($0.measure), .text($0.item), .init($0.value), .init($0.expected),
          .text($0.agrees ? "agrees" : "DIFFERS"), .text($0.source),
        ]
      })
  }

  /// One row for each measure of each network.
  private static func summary(_ values: [PublishedValue]) -> Table {
    var table = Table(columns: ["network", "measure", "values", "largest difference", "verdict", "source"])
    var rest = values[...]
    while let first = rest.first {
      let group = rest.prefix { $0.network == first.network && $0.measure == first.measure }
      rest = rest.dropFirst(group.count)
      let largest = group.compactMap { value in
        value.value.flatMap { found in value.expected.map { abs(found - $0) } }
      }.max()
      table.rows.append([
        .text(first.network), .text(first.measure), .count(group.count), .init(largest),
        .text(group.allSatisfy(\.agrees) ? "agrees" : "DIFFERS"), .text(first.source),
      ])
    }
    return table
  }
}
