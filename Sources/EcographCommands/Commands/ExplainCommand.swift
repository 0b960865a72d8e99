import ArgumentParser
import Ecosystem
import EcosystemData
import Orchestration

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why an actor ranks where it does, down to ties and sources.",
    discussion: """
      The actor is named by its id, its name or an alias. It is compared with venues
      where it is one, else with members, unless --candidates says otherwise.

      Examples:
        ecograph explain datasets/innovation-networks singapore
        ecograph explain datasets/innovation-networks "European Union" --ties 40
        ecograph explain datasets/opsi-cross-border nasa --format json
      """)

  @OptionGroup(title: "Dataset") var dataset: DatasetOptions
  @Argument(help: "The actor: its id, name or alias.")
  var actor: String
  @Option(help: "Whom it is compared with: all, members or venues.")
  var candidates: CandidateSet?
  @Option(help: ArgumentHelp("Ties shown with their sources, at most.", valueName: "n"))
  var ties: Int = 12
  @Option(help: ArgumentHelp("What a criterion is worth, 1 by default.", valueName: "criterion=weight"))
  var weigh: [String] = []
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    let session = runOptions.session()
    defer { session.finish() }
    let weights = try CriterionWeights.parse(weigh)
    let loaded = try dataset.load(session)
    let view = try session.view(of: loaded.dataset, selection)
    let explanation = try session.compute("explain") { execution in
      let index = try view.dataset.actor(named: actor)
      let criteria = try view.criteria(execution: execution)
      return try criteria.explanation(of: index, among: candidates, weights: weights)
    }
    switch output.format {
    case .table, .markdown:
      try output.write(Self.page(explanation, in: view, shownTies: ties), session: session)
    case .csv, .tsv, .jsonl:
      try output.print([Self.evidenceTable(explanation, in: view)], context: [], session: session)
    case .json:
      let context = resultContext(
        command: "explain", loaded: loaded, selection: selection,
        options: [("candidates", .string(explanation.candidates.rawValue))], notes: explanation.notes)
      try output.write(
        JSONText.object(context + Self.members(explanation, in: view)).pretty, session: session)
    }
  }

  private static func page(_ explanation: Explanation, in view: NetworkView, shownTies: Int) -> String {
    let actors = view.dataset.actors
    let index = explanation.actor
    let facts = [actors.kinds[index], actors.countries[index]].compactMap { $0 }.joined(separator: ", ")
    var text = actors.name(of: index).printable + (facts.isEmpty ? "" : " (\(facts.printable))") + "\n\n"
    text += explanation.summary.printable + "\n"
    if explanation.row.isUnbeaten { text += "No other candidate is at least as good in every criterion.\n" }

    text += "\nHow it stands\n"
    for reason in explanation.criteria {
      text += "  \(reason.sentence.printable)\n"
      let parts = reason.parts.filter { $0.subject != .direct }
      for part in parts.prefix(4) {
        text += "      \(part.label.printable): \(counted(part.actors.count, "actor")), "
        text += "\(counted(part.ties.count, "tie"))\n"
      }
      if parts.count > 4 { text += "      and \(parts.count - 4) more\n" }
    }
    if !explanation.shortfalls.isEmpty {
      text += "\nWhat holds it back\n"
      for shortfall in explanation.shortfalls { text += "  \(shortfall.sentence.printable)\n" }
    }
    if let rival = explanation.rival {
      func list(_ criteria: [Criterion]) -> String {
        criteria.isEmpty ? "nothing" : criteria.map(\.rawValue).joined(separator: ", ")
      }
      text += "\nNext above: \(actors.name(of: rival.actor).printable), ahead in \(list(rival.leadsIn)), "
      text += "behind in \(list(rival.trailsIn))\n"
    }

    text +=
      "\nThe ties behind it (\(min(shownTies, explanation.evidence.count)) of \(explanation.evidence.count))\n"
    for evidence in explanation.evidence.prefix(max(0, shownTies)) {
      let confidence = evidence.confidence.map { ", confidence \(shortestDecimal($0))" } ?? ""
      text += "  \(evidence.statement.printable)\(confidence)\n"
      if let quote = evidence.quote { text += "      \u{201C}\(quote.printable)\u{201D}\n" }
      for source in evidence.sources {
        let place = [source.publisher, source.date, evidence.locator, source.url].compactMap { $0 }
        text += "      \(([source.title] + place).joined(separator: "; ").printable)\n"
      }
    }
    if explanation.evidence.count > shownTies {
      text += "  (--ties \(explanation.evidence.count) shows all)\n"
    }
    for note in explanation.notes { text += "\nNote: \(note.printable)\n" }
    return text
  }

  /// One row per tie, with its source.
  private static func evidenceTable(_ explanation: Explanation, in view: NetworkView) -> Table {
    let dataset = view.dataset
    return Table(
      columns: [
        "tie", "from", "to", "relation", "mission", "method", "confidence", "source", "title", "locator",
        "quote",
      ],
      rows: explanation.evidence.map { evidence in
        let tie = dataset.ties[evidence.tie]
        return [
          .init(tie.id), .text(dataset.actors.id(of: tie.from)), .text(dataset.actors.id(of: tie.to)),
          .init(tie.relation), .init(tie.mission.map { dataset.topics[$0].id }),
          .init(tie.method.map { dataset.topics[$0].id }), .init(tie.confidence),
          .init(evidence.sources.isEmpty ? nil : evidence.sources.map(\.id).joined(separator: ";")),
          .init(evidence.sources.isEmpty ? nil : evidence.sources.map(\.title).joined(separator: "; ")),
          .init(evidence.locator), .init(evidence.quote),
        ]
      })
  }

  private static func members(_ explanation: Explanation, in view: NetworkView) -> [(String, JSONText)] {
    let dataset = view.dataset
    func id(_ actor: Int) -> JSONText { .string(dataset.actors.id(of: actor)) }
    let table = evidenceTable(explanation, in: view)
    return [
      ("actor", id(explanation.actor)), ("name", .string(dataset.actors.name(of: explanation.actor))),
      ("rank", .int(explanation.row.rank)), ("of", .int(explanation.candidateCount)),
      ("score", .double(explanation.row.score)), ("unbeaten", .bool(explanation.row.isUnbeaten)),
      ("summary", .string(explanation.summary)),
      (
        "criteria",
        .array(
          explanation.criteria.map { reason in
            .object([
              ("criterion", .string(reason.criterion.rawValue)), ("value", .number(reason.value)),
              ("rank", .int(reason.standing.rank)), ("sentence", .string(reason.sentence)),
              (
                "parts",
                .array(
                  reason.parts.map { part in
                    .object([
                      ("label", .string(part.label)), ("actors", .array(part.actors.map(id))),
                      ("ties", .array(part.ties.map { .text(dataset.ties[$0].id) })),
                    ])
                  })
              ),
            ])
          })
      ),
      ("shortfalls", .array(explanation.shortfalls.map { .string($0.sentence) })),
      ("next_above", explanation.rival.map { id($0.actor) } ?? .null),
      (
        "ties",
        .array(table.rows.map { row in .object(zip(table.columns, row).map { ($0, $1.json) }) })
      ),
    ]
  }
}
