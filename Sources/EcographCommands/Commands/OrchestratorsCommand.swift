import ArgumentParser
import Ecosystem
import EcosystemData
import GraphCore
import Orchestration

struct OrchestratorsCommand: ParsableCommand {
  /// Which rankings are printed.
  enum Choice: String, CaseIterable, ExpressibleByArgument {
    case both, all, members, venues

    var sets: [CandidateSet] {
      switch self {
      case .both: [.venues, .members]
      case .all: [.all]
      case .members: [.members]
      case .venues: [.venues]
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "orchestrators",
    abstract: "Who brings others together across missions, methods and borders.",
    discussion: """
      Candidates are ranked by seven criteria, each a published measure, aggregated
      by Borda count: the score is the mean, over the criteria, of the share of
      other candidates that an actor beats. Two rankings by default: who convenes
      (venues, which others join) and who connects (members). A row marked * is
      beaten by nobody in all criteria at once (Pareto front).

        reach       actors tied to it, or joined to a venue that it convenes
        brokerage   betweenness
        openness    1 - Burt's constraint
        missions    missions its ties belong to
        methods     methods its ties belong to
        borders     other countries among the actors it brings together
        convening   actors that it convenes, or that joined it

      Examples:
        ecograph orchestrators datasets/innovation-networks --top 10
        ecograph orchestrators datasets/innovation-networks --candidates members
        ecograph orchestrators datasets/innovation-networks --weigh reach=2 --top 5
        ecograph orchestrators datasets/innovation-networks --intervals 200 --top 10
      """)

  @OptionGroup(title: "Dataset") var dataset: DatasetOptions
  @Option(help: "Who is ranked: both (venues, then members), all, members or venues.")
  var candidates: Choice = .both
  @Option(help: ArgumentHelp("Only the first rows of each ranking.", valueName: "n"))
  var top: Int?
  @Option(
    help: ArgumentHelp(
      "What a criterion is worth, 1 by default; may be repeated.", valueName: "criterion=weight"))
  var weigh: [String] = []
  @OptionGroup(title: "Doubt") var doubt: IntervalOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if let top, top < 0 { throw ValidationError("--top must be 0 or more") }
  }

  func run() throws {
    let session = runOptions.session()
    defer { session.finish() }
    let weights = try CriterionWeights.parse(weigh)
    let loaded = try dataset.load(session)
    let view = try session.view(of: loaded.dataset, selection)
    let criteria = try session.compute("measure") { try view.criteria(execution: $0) }
    let rankings = try session.phase("rank") { _ in
      try candidates.sets.map { set in
        try criteria.ranking(RankingOptions(candidates: set, weights: weights))
      }
    }
    let intervals = try doubt.tieLoss.map { loss in
      try session.compute("intervals") {
        try criteria.rankIntervals(of: rankings, under: loss, execution: $0)
      }
    }
    var notes: [String] = []
    for note in rankings.flatMap(\.notes) where !notes.contains(note) { notes.append(note) }
    if let loss = doubt.tieLoss {
      notes.append(
        "nine in ten of \(counted(loss.replicates, "replicate")) rank an actor within its range; each loses "
          + "every tie with probability \(loss.share) (seed \(loss.seed))")
    }
    for note in notes { session.note(note) }

    let tables = rankings.indices.map { place in
      let (ranking, intervals) = (rankings[place], intervals?[place])
      return output.showsNames
        ? Self.shortTable(ranking, intervals, of: view, top: top)
        : Self.fullTable(ranking, intervals, of: view, top: top)
    }
    func context() -> [(String, JSONText)] {
      resultContext(
        command: "orchestrators", loaded: loaded, selection: selection,
        options: [
          ("candidates", .string(candidates.rawValue)), ("aggregation", .string("borda")),
          ("weights", .object(Criterion.allCases.map { ($0.rawValue, .double(weights[$0] ?? 1)) })),
          ("unranked", .int(rankings.first?.unranked ?? 0)),
        ] + doubt.json, notes: view.notes + notes)
    }
    try output.print(tables, context: context(), session: session)
    if output.format == .table, output.output == nil, let first = rankings.lazy.compactMap(\.rows.first).first
    {
      session.note(
        "`ecograph explain \(dataset.dataset) \(view.id(of: first.vertex))` shows why, down to the sources")
    }
  }

  /// What fits a page: rank, name, score, criteria, and what carries the rank.
  private static func shortTable(
    _ ranking: OrchestratorRanking, _ intervals: [RankInterval]?, of view: NetworkView, top: Int?
  ) -> Table {
    var table = Table(
      heading(of: ranking, top: top),
      columns: ["rank"] + (intervals == nil ? [] : ["range"]) + ["", "name", "score"]
        + Criterion.allCases.map(\.rawValue) + ["carried by"])
    for (place, row) in ranking.rows.prefix(top ?? ranking.rows.count).enumerated() {
      table.rows.append(
        [.count(row.rank)] + (intervals.map { [.text("\($0[place].best)-\($0[place].worst)")] } ?? []) + [
          .text(row.isUnbeaten ? "*" : ""), .text(view.name(of: row.vertex)),
          .number(row.score),
        ]
          + Criterion.allCases.map { .init(row.value(of: $0)) }
          + [.text(row.carriers.map(\.rawValue).joined(separator: ", "))])
    }
    return table
  }

  private static func fullTable(
    _ ranking: OrchestratorRanking, _ intervals: [RankInterval]?, of view: NetworkView, top: Int?
  ) -> Table {
    var table = Table(
      columns: [
        "ranking", "rank", "id", "name", "kind", "country", "score", "unbeaten",
      ] + Criterion.allCases.map(\.rawValue) + ["reach_per_tie", "share_abroad"]
        + Criterion.allCases.map { "\($0.rawValue)_rank" } + ["missing", "carried_by", "reason"]
        + (intervals == nil ? [] : ["rank_best", "rank_median", "rank_worst"]))
    let name = ranking.options.candidates.rawValue
    for (place, row) in ranking.rows.prefix(top ?? ranking.rows.count).enumerated() {
      let actors = view.dataset.actors
      table.rows.append(
        [
          .text(name), .count(row.rank), .text(view.id(of: row.vertex)), .text(view.name(of: row.vertex)),
          .init(actors.kinds[row.actor]), .init(actors.countries[row.actor]), .number(row.score),
          .flag(row.isUnbeaten),
        ] + Criterion.allCases.map { .init(row.value(of: $0)) }
          + [.init(row.reachPerTie), .init(row.shareAbroad)]
          + Criterion.allCases.map { .init(row.standing(in: $0)?.rank) }
          + [
            .count(row.missing), .text(row.carriers.map(\.rawValue).joined(separator: ";")),
            .text(row.reason),
          ]
          + (intervals.map {
            [.count($0[place].best), .count($0[place].median), .count($0[place].worst)]
          } ?? []))
    }
    return table
  }

  private static func heading(of ranking: OrchestratorRanking, top: Int?) -> String {
    let count = ranking.rows.count
    let question =
      switch ranking.options.candidates {
      case .venues: "Who convenes: \(count) venues"
      case .members: "Who connects: \(count) members"
      case .all: "Who orchestrates: \(count) actors"
      }
    guard let top, top < count else { return question }
    return question + ", the first \(top)"
  }
}

/// Reads `criterion=weight`.
enum CriterionWeights {
  static func parse(_ texts: [String]) throws -> [Criterion: Double] {
    var weights: [Criterion: Double] = [:]
    for text in texts.flatMap({ $0.split(separator: ",") }) {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map { String($0) }
      guard parts.count == 2, let weight = Double(parts[1]), weight.isFinite, weight >= 0 else {
        throw Failure(
          .usage, "--weigh wants a criterion and a weight of 0 or more, such as reach=2, got `\(text)`")
      }
      guard let criterion = Criterion(rawValue: parts[0]) else {
        let near = suggestions(for: parts[0], among: Criterion.allCases.map(\.rawValue))
        let all = Criterion.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(
          .usage,
          "no criterion `\(parts[0])`; " + (near.isEmpty ? "there are \(all)" : "did you mean `\(near[0])`?"))
      }
      weights[criterion] = weight
    }
    return weights
  }
}
