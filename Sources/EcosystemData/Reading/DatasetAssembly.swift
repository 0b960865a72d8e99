import Ecosystem
import GraphCore

/// Reads the tables of a plan one after the other and puts the dataset together.
final class DatasetAssembly {
  private let plan: DatasetPlan
  private let options: ReadingOptions
  private let limits: DelimitedLimits
  private let log: ProblemLog
  private let execution: Execution
  private let totalBytes: Int
  private var bytesBefore = 0
  private var files: [FileReport] = []
  private var hashes: Fingerprint
  private var notes: [String]
  private var keys: [TableKind: ListedKeys] = [:]
  private var hasFailed = false

  init(
    _ plan: DatasetPlan, options: ReadingOptions, limits: DelimitedLimits, log: ProblemLog,
    execution: Execution
  ) {
    self.plan = plan
    self.options = options
    self.limits = limits
    self.log = log
    self.execution = execution
    hashes = plan.fingerprint
    notes = plan.notes
    totalBytes = plan.tables.values.reduce(0) { $0 + plan.store.size($1.path) }
  }

  struct Outcome {
    /// nil where a table could not be used at all.
    let dataset: Dataset?
    let report: LoadReport
    let hashes: Fingerprint
  }

  /// - Throws: Where a file cannot be read; what is wrong with the data is in the report.
  func run() throws(DatasetReadingError) -> Outcome {
    var sources: [Source] = []
    try read(.sources) {
      SourcesBuilder($0)
    } finish: { builder, file in
      let (found, index) = builder.finish()
      sources = found
      keys[.sources] = ListedKeys(
        fileName: file, index: index, pool: SuggestionPool(ids: found.map(\.id), names: found.map(\.title)))
    }
    var topics: ListedTopics?
    try read(.topics) {
      TopicsBuilder($0)
    } finish: { builder, file in
      topics = builder.finish(file: file, log)
      keys[.topics] = topics?.keys
    }
    var actors: ActorTable?
    try read(.actors) {
      ActorsBuilder($0)
    } finish: { builder, file in
      let (found, listed) = builder.finish(file: file, log)
      actors = found
      keys[.actors] = listed
    }
    var ties: (ties: TieTable, topics: [Topic], actors: ActorTable?)?
    try read(.ties) {
      TiesBuilder($0, actors: keys[.actors], topics: topics)
    } finish: { builder, file in
      ties = builder.finish()
      if builder.infersTopics, !plan.isEdgeList { reportAbsentTopics(file, ties?.topics.count ?? 0) }
    }
    execution.onProgress?(1)

    guard let ties, let actors = actors ?? ties.actors, !hasFailed else {
      return Outcome(dataset: nil, report: report(nil, inferred: 0), hashes: hashes)
    }
    let dataset = Dataset(
      description: plan.description, actors: actors, ties: ties.ties, topics: ties.topics, sources: sources,
      vocabulary: plan.vocabulary)
    let inferred = ties.actors?.count ?? 0
    return Outcome(dataset: dataset, report: report(dataset, inferred: inferred), hashes: hashes)
  }

  /// Reads a table, if the dataset has it.
  ///
  /// One that cannot be used does not keep the others from being read.
  private func read<Builder>(
    _ kind: TableKind, _ prepare: (TableColumns) -> Builder?, finish: (Builder, String) -> Void
  ) throws(DatasetReadingError) {
    guard let table = plan.tables[kind] else { return }
    let size = plan.store.size(table.path)
    defer { bytesBefore += size }
    var execution = execution
    if let report = execution.onProgress {
      execution.onProgress = { [bytesBefore, totalBytes] share in
        report((Double(bytesBefore) + share * Double(size)) / Double(max(1, totalBytes)))
      }
    }
    let reading = TableReading(
      plan: table, store: plan.store, isEdgeList: kind == .ties && plan.isEdgeList, log: log, limits: limits,
      keys: keys, execution: execution)
    var builder: Builder?
    do {
      let outcome = try reading.read { columns throws(TableFailure) in
        addSourceCheck(columns, table)
        builder = prepare(columns)
      }
      files.append(outcome.file)
      notes += Self.remarks(on: outcome.file, isSeparatorStated: table.separator != nil)
      hashes.entries.append(outcome.hash)
      if let builder { finish(builder, table.name) }
    } catch {
      switch error {
      case .inputOutput(let failure): throw failure
      case .cancelled: throw DatasetReadingError(.cancelled, "reading was cancelled")
      case .reported: hasFailed = true
      }
    }
  }

  /// What was found out about a file that its reader may not expect.
  private static func remarks(on file: FileReport, isSeparatorStated: Bool) -> [String] {
    var remarks: [String] = []
    if file.separator != .comma, !isSeparatorStated {
      remarks.append("\(file.name): cells are separated by `\(visible(String(file.separator.character)))`")
    }
    if file.hasByteOrderMark { remarks.append("\(file.name): the byte order mark was skipped") }
    if file.lineEnding == .mixed { remarks.append("\(file.name): lines end in more than one way") }
    return remarks
  }

  /// Keys of sources must be in `sources.csv`, where there is one.
  private func addSourceCheck(_ columns: TableColumns, _ table: TablePlan) {
    guard table.kind == .actors || table.kind == .ties,
      let place = columns.inOrder.first(where: { $0.role == "source" })
    else { return }
    guard let listed = keys[.sources] else {
      if !plan.isEdgeList, plan.tables[.sources] == nil {
        log.add(.absentTable) {
          Problem(
            .absentTable, file: table.name, line: 1, column: place.name,
            message: "the column names sources, but the dataset has no table of sources")
        }
      }
      return
    }
    columns.add(
      ValueCheck(place) { cell in
        let unknown = ActorTable.list(cell).first { listed.index.find($0) == .unknown }
        return unknown.map { (.unknownSource, listed.unknownFinding($0)) }
      })
  }

  private func reportAbsentTopics(_ file: String, _ count: Int) {
    guard count > 0, plan.tables[.topics] == nil else { return }
    log.add(.absentTable) {
      Problem(
        .absentTable, file: file, line: 1,
        message: "the ties name \(count) missions and methods, but the dataset has no table of topics",
        remedy: "they are taken as they stand")
    }
  }

  private func report(_ dataset: Dataset?, inferred: Int) -> LoadReport {
    var counts = DatasetCounts()
    if let dataset {
      let checks = DatasetChecks(
        dataset, files: plan.tables.mapValues(\.name), log: log, execution: execution)
      counts = checks.structure(areActorsInferred: inferred > 0)
      if options.checks == .everything { notes += checks.everything(&counts) }
    }
    return LoadReport(
      files: files, actors: dataset?.actors.count ?? 0, inferredActors: inferred,
      ties: dataset?.ties.count ?? 0,
      isolates: counts.isolates, selfTies: counts.selfTies, parallelTies: counts.parallelTies,
      problems: log.problems, counts: log.counts, notes: notes)
  }
}
