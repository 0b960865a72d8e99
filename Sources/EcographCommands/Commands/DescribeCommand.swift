import ArgumentParser
import Ecosystem
import EcosystemData

struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Size, kinds, axes, coverage, components, density, and what is thin.",
    discussion: """
      What takes long on a large network is left out, with a note. `ecograph measures
      density` defines a number, and so for each name under shape.

      Examples:
        ecograph describe datasets/innovation-networks
        ecograph describe datasets/innovation-networks --mission climate --format json
      """)

  @OptionGroup(title: "Dataset") var dataset: DatasetOptions
  @Option(help: ArgumentHelp("Fixes the random numbers of small-world and of communities.", valueName: "n"))
  var seed: UInt64 = 1
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    let session = runOptions.session()
    defer { session.finish() }
    let loaded = try dataset.load(session)
    let view = try session.view(of: loaded.dataset, selection)
    let summary = try session.compute("describe") { execution in try view.summary(execution: execution) }
    let measures = try session.compute("measure") { execution in
      try view.networkMeasures(seed: seed, execution: execution)
    }
    let notes = measures.compactMap(\.note)
    for text in notes { session.note(text) }
    let table = Self.table(summary, measures, of: view.dataset)
    if output.format == .table, output.columns == nil {
      try output.write(Self.page(table, dataset: loaded.dataset), session: session)
    } else {
      func context() -> [(String, JSONText)] {
        resultContext(
          command: "describe", loaded: loaded, selection: selection, options: [("seed", .string("\(seed)"))],
          notes: view.notes + notes)
      }
      try output.print([table], context: context(), session: session)
    }
  }

  /// Everything as rows of section, item and value.
  private static func table(
    _ summary: NetworkSummary, _ measures: [NetworkMeasureValue], of dataset: Dataset
  ) -> Table {
    var table = Table(columns: ["section", "item", "value", "share"])
    func add(_ section: String, _ item: String, _ value: Table.Cell, share: Double? = nil) {
      table.rows.append([.text(section), .text(item), value, .init(share)])
    }
    func share(_ count: Int, of total: Int) -> Double? { total == 0 ? nil : Double(count) / Double(total) }

    add("size", "actors", .count(summary.actorCount))
    add(
      "size", "venues among them", .count(summary.venueCount),
      share: share(summary.venueCount, of: summary.actorCount))
    add("size", "ties", .count(summary.tieCount))
    add("size", "pairs of actors tied", .count(summary.tiedPairCount))
    add("size", "parallel ties", .count(summary.parallelTieCount))
    add("size", "self-ties", .count(summary.selfTieCount))
    add(
      "shape", "actors in the largest component", .count(summary.largestComponent),
      share: share(summary.largestComponent, of: summary.actorCount))
    add(
      "shape", "isolates", .count(summary.isolateCount),
      share: share(summary.isolateCount, of: summary.actorCount))
    for measure in measures { add("shape", measure.id.rawValue, measure.cell) }
    for tally in summary.kinds {
      add(
        "kinds", tally.value ?? "(blank)", .count(tally.count),
        share: share(tally.count, of: summary.actorCount))
    }
    for tally in summary.relations {
      add(
        "relations", tally.value ?? "(blank)", .count(tally.count),
        share: share(tally.count, of: summary.tieCount))
    }
    for (section, topics) in [("missions", summary.missions), ("methods", summary.methods)] {
      for topic in topics where topic.ties > 0 {
        add(
          section, dataset.topics[topic.topic].id, .count(topic.ties),
          share: share(topic.ties, of: summary.tieCount))
      }
    }
    for tally in summary.countries.prefix(10) {
      add(
        "countries", tally.value ?? "(blank)", .count(tally.count),
        share: share(tally.count, of: summary.actorCount))
    }
    for item in summary.coverage {
      add("coverage", item.what, .count(item.count), share: share(item.count, of: item.total))
    }
    for sentence in summary.thin { add("thin", sentence, .empty) }
    return table
  }

  private static func page(_ table: Table, dataset: Dataset) -> String {
    var text = dataset.description.title.printable + "\n"
    var section = ""
    let labels = table.rows.map { $0[1].shown }
    let width = min(46, labels.map(\.displayWidth).max() ?? 0)
    for (row, label) in zip(table.rows, labels) {
      if row[0].plain != section {
        section = row[0].plain
        text += "\n\(section)\n"
      }
      guard section != "thin" else {
        text += "  \(label)\n"
        continue
      }
      let padding = String(repeating: " ", count: max(0, width - label.displayWidth))
      let value = row[2].shown
      text += "  \(label)\(padding)  \(String(repeating: " ", count: max(0, 8 - value.count)))\(value)"
      if case .number(let share) = row[3] {
        let percent = String(Int((share * 100).rounded())) + " %"
        text += "  \(String(repeating: " ", count: max(0, 7 - percent.count)))\(percent)"
      }
      text += "\n"
    }
    return text
  }
}

extension NetworkMeasureValue {
  /// The value as a whole number where it counts something.
  var cell: Table.Cell {
    switch id {
    case .components, .diameter, .cliqueNumber, .cohesion: .init(value.map { Int($0) })
    default: .init(value)
    }
  }
}

extension Session {
  /// The view that a command's options select; its notes go to the user.
  func view(of dataset: Dataset, _ options: SelectionOptions) throws -> NetworkView {
    let view = try phase("select") { _ in
      let selection = try options.selection()
      return selection == Selection() ? dataset.view() : try dataset.view(selection)
    }
    for text in view.notes { note(text) }
    return view
  }
}
