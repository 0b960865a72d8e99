import Ecosystem
public import GraphCore

/// Reads datasets.
public enum DatasetReader {
  /// Reads a dataset.
  ///
  /// Every row is accounted for: used, or left out and named in the report. Tables are read block by block, and
  /// the blocks are scanned by all threads; beside the dataset itself the memory needed is some 8 MiB a thread
  /// and 32 MiB for texts that wait for their numbers, whatever the size of tables. The result depends on the
  /// bytes read alone.
  ///
  /// - Parameters:
  ///   - location: Where the dataset is.
  ///   - options: What becomes of rows with errors, and how much is checked.
  ///   - execution: Threads, progress and cancellation; the result is the same for any number of threads.
  /// - Returns: The dataset with its report; the report has no errors unless rows were to be left out.
  /// - Throws: ``DatasetReadingError`` of kind `inputOutput` where a file cannot be read, of kind `invalid`
  ///   where the data has errors.
  /// - Complexity: O(bytes) time; with ``ReadingOptions/Checks/everything`` also O(ties · log ties).
  public static func read(
    _ location: DatasetLocation, options: ReadingOptions = .init(),
    execution: Execution = .serial
  ) throws(DatasetReadingError) -> LoadedDataset {
    let name = location.shownName
    return try dataset(
      from: try outcome(options, .standard, execution) { log throws(TableFailure) in
        try DatasetPlan(location, log)
      }, name, options)
  }

  /// Checks a dataset as thoroughly as possible, going on past rows with errors.
  ///
  /// - Parameters:
  ///   - location: Where the dataset is.
  ///   - execution: Threads, progress and cancellation; the result is the same for any number of threads.
  /// - Returns: The report, whatever is wrong with the data.
  /// - Throws: ``DatasetReadingError`` of kind `inputOutput` where a file cannot be read.
  public static func check(
    _ location: DatasetLocation, execution: Execution = .serial
  ) throws(DatasetReadingError) -> LoadReport {
    try outcome(checkOptions, .standard, execution) { log throws(TableFailure) in
      try DatasetPlan(location, log)
    }.report
  }

  /// Reads a dataset from files in memory, by name.
  package static func read(
    inMemory files: [String: [UInt8]], options: ReadingOptions = .init(), limits: DelimitedLimits = .standard,
    execution: Execution = .serial
  ) throws(DatasetReadingError) -> LoadedDataset {
    try dataset(
      from: try outcome(options, limits, execution) { log throws(TableFailure) in
        try DatasetPlan(folder: "memory", store: .memory(files), log)
      }, "memory", options)
  }

  /// Checks a dataset of files in memory.
  package static func check(
    inMemory files: [String: [UInt8]], limits: DelimitedLimits = .standard, execution: Execution = .serial
  ) throws(DatasetReadingError) -> LoadReport {
    try outcome(checkOptions, limits, execution) { log throws(TableFailure) in
      try DatasetPlan(folder: "memory", store: .memory(files), log)
    }.report
  }

  private static var checkOptions: ReadingOptions {
    var options = ReadingOptions()
    options.invalidRows = .leaveOut
    options.checks = .everything
    return options
  }

  private static func outcome(
    _ options: ReadingOptions, _ limits: DelimitedLimits, _ execution: Execution,
    _ makePlan: (ProblemLog) throws(TableFailure) -> DatasetPlan
  ) throws(DatasetReadingError) -> DatasetAssembly.Outcome {
    let log = ProblemLog(limit: options.problemsPerCode)
    let plan: DatasetPlan
    do {
      plan = try makePlan(log)
    } catch {
      switch error {
      case .inputOutput(let failure): throw failure
      case .cancelled: throw DatasetReadingError(.cancelled, "reading was cancelled")
      case .reported:
        return DatasetAssembly.Outcome(dataset: nil, report: LoadReport(log), hashes: Fingerprint())
      }
    }
    return try DatasetAssembly(plan, options: options, limits: limits, log: log, execution: execution).run()
  }

  private static func dataset(
    from outcome: DatasetAssembly.Outcome, _ name: String, _ options: ReadingOptions
  ) throws(DatasetReadingError) -> LoadedDataset {
    guard let dataset = outcome.dataset, options.invalidRows == .leaveOut || !outcome.report.hasErrors else {
      throw DatasetReadingError(.invalid, message(outcome.report, name), report: outcome.report)
    }
    return LoadedDataset(dataset: dataset, report: outcome.report, hashes: outcome.hashes)
  }

  /// The first errors, and how to see all of them.
  private static func message(_ report: LoadReport, _ name: String) -> String {
    let errors = report.problems.filter { $0.severity == .error }
    let shown = errors.prefix(10).map { "\($0.code.rawValue) \($0)" }
    let total = report.errorCount
    var text = shown.joined(separator: "\n")
    if total > shown.count { text += "\nand \(total - shown.count) more errors" }
    return text
      + "\n`ecograph check \(name)` lists every problem; `ecograph check --explain CODE` explains a code"
  }
}

extension LoadReport {
  /// A report on a dataset of which no table was read.
  init(_ log: ProblemLog) {
    self.init(
      files: [], actors: 0, inferredActors: 0, ties: 0, isolates: 0, selfTies: 0, parallelTies: nil,
      problems: log.problems, counts: log.counts, notes: [])
  }
}

extension DatasetLocation {
  /// The argument that names it.
  var shownName: String {
    switch self {
    case .folder(let path), .descriptor(let path), .edgeList(let path): path
    case .standardInput: "-"
    }
  }
}
