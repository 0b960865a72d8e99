import Ecosystem

/// The two columns that say which actors a tie joins.
final class EndpointParser: ColumnParser {
  private let from: ColumnPlace
  private let to: ColumnPlace
  private let actors: ListedKeys
  private(set) var sources: ContiguousArray<UInt32> = []
  private(set) var targets: ContiguousArray<UInt32> = []

  init(from: ColumnPlace, to: ColumnPlace, actors: ListedKeys) {
    self.from = from
    self.to = to
    self.actors = actors
  }

  var phase: ParsingPhase { .checking }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    for row in 0..<batch.rowCount {
      sources.append(actors.look(up: from, of: row, in: batch, judge, unknown: .unknownActor))
      targets.append(actors.look(up: to, of: row, in: batch, judge, unknown: .unknownActor))
    }
  }

  func drop(_ judge: RowJudge) {
    sources.dropRejected(judge)
    targets.dropRejected(judge)
  }
}

/// The two ends of a tie where no table lists the actors: each new id is a new actor.
final class InferringEndpointParser: ColumnParser {
  private let from: ColumnPlace
  private let to: ColumnPlace
  private var interner = ByteInterner()
  private(set) var sources: ContiguousArray<UInt32> = []
  private(set) var targets: ContiguousArray<UInt32> = []

  init(from: ColumnPlace, to: ColumnPlace) {
    self.from = from
    self.to = to
  }

  var phase: ParsingPhase { .storing }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    // Locals, so that the loop neither counts references nor checks exclusive access.
    var interner = ByteInterner.vacant
    var sources = ContiguousArray<UInt32>()
    var targets = ContiguousArray<UInt32>()
    swap(&interner, &self.interner)
    swap(&sources, &self.sources)
    swap(&targets, &self.targets)
    if sources.isEmpty {
      sources.reserveCapacity(batch.expectedRows)
      targets.reserveCapacity(batch.expectedRows)
    }
    let bytes = batch.bytes.span
    let cells = batch.cells.span
    let width = batch.columnCount
    let hasRejects = judge.rejectedCount > 0
    var next = sources.count
    let kept = batch.rowCount - judge.rejectedCount
    sources.append(contentsOf: repeatElement(0, count: kept))
    targets.append(contentsOf: repeatElement(0, count: kept))
    var sourceSpan = sources.mutableSpan
    var targetSpan = targets.mutableSpan
    for row in 0..<batch.rowCount {
      if hasRejects, judge.isRejected(row) { continue }
      let source = cells[row * width + from.index]
      let target = cells[row * width + to.index]
      sourceSpan[next] = interner.intern(bytes, start: Int(source.start), length: source.count)
      targetSpan[next] = interner.intern(bytes, start: Int(target.start), length: target.count)
      next += 1
    }
    swap(&interner, &self.interner)
    swap(&sources, &self.sources)
    swap(&targets, &self.targets)
  }

  /// The actors in order of first appearance.
  func ids() -> [String] { interner.texts() }
}
