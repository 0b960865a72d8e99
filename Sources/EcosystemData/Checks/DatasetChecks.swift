import Ecosystem
import GraphCore

/// What is counted in a dataset while it is checked.
struct DatasetCounts {
  var isolates = 0
  var selfTies = 0
  var parallelTies: Int?
}

/// Looks for what is suspicious in a dataset as a whole.
struct DatasetChecks {
  let dataset: Dataset
  let files: [TableKind: String]
  let log: ProblemLog
  let execution: Execution

  init(_ dataset: Dataset, files: [TableKind: String], log: ProblemLog, execution: Execution) {
    self.dataset = dataset
    self.files = files
    self.log = log
    self.execution = execution
  }

  var actorsFile: String { files[.actors] ?? tiesFile }
  var tiesFile: String { files[.ties] ?? TableKind.ties.fileName }

  /// What one pass over the ties finds.
  func structure(areActorsInferred: Bool) -> DatasetCounts {
    var counts = DatasetCounts()
    let sources = dataset.ties.sources
    let targets = dataset.ties.targets
    let parts = Partitions(of: dataset.ties.count, parts: max(1, min(64, dataset.ties.count >> 16)))
    let selfTies = execution.concurrently(parts.parts) { part in
      positionsOfEqual(sources, targets, in: parts[part])
    }
    for tie in selfTies.joined() {
      counts.selfTies += 1
      log.add(.selfTie) {
        let id = dataset.actors.id(of: Int(sources[tie]))
        return Problem(
          .selfTie, file: tiesFile, line: dataset.ties.line(of: tie), value: id,
          message: "the tie runs from `\(visible(id))` to itself")
      }
    }
    // Whoever was inferred from a tie has one.
    if !areActorsInferred { counts.isolates = reportIsolates() }
    return counts
  }

  private func reportIsolates() -> Int {
    var hasTie = ContiguousArray(repeating: false, count: dataset.actors.count)
    for actor in dataset.ties.sources { hasTie[Int(actor)] = true }
    for actor in dataset.ties.targets { hasTie[Int(actor)] = true }
    var count = 0
    for actor in hasTie.indices where !hasTie[actor] {
      count += 1
      log.add(.isolatedActor) {
        let id = dataset.actors.id(of: actor)
        return Problem(
          .isolatedActor, file: actorsFile, line: dataset.actors.line(of: actor), value: id,
          message: "`\(visible(id))` has no tie")
      }
    }
    return count
  }

  /// What takes more than one pass.
  ///
  /// - Returns: Remarks on what was not checked.
  func everything(_ counts: inout DatasetCounts) -> [String] {
    counts.parallelTies = ParallelTies.count(dataset.ties)
    DuplicateTies(dataset.ties, file: tiesFile, log: log).report()
    reportGarbledText()
    return SimilarNames(dataset.actors, file: actorsFile, log: log).report()
  }
}

/// Where two columns hold the same number.
private func positionsOfEqual(
  _ first: ContiguousArray<UInt32>, _ second: ContiguousArray<UInt32>, in range: Range<Int>
) -> [Int] {
  let (first, second) = (first.span, second.span)
  var found: [Int] = []
  for start in stride(from: range.lowerBound, to: range.upperBound, by: 256) {
    let run = start..<min(start + 256, range.upperBound)
    // There are hardly any, so a whole run is looked at by vectors.
    let (some, others) = (first.extracting(run), second.extracting(run))
    var count: UInt32 = 0
    for index in 0..<run.count where some[index] == others[index] { count &+= 1 }
    if count > 0 { found += run.filter { first[$0] == second[$0] } }
  }
  return found
}
