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
  private var ends: ContiguousArray<Cell> = []
  private var codes: ContiguousArray<UInt32> = []
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
    gather(batch, judge)
    interner.intern(batch.bytes.span, ends.span, into: &codes)
    let first = sources.count
    let kept = ends.count / 2
    sources.append(contentsOf: repeatElement(0, count: kept))
    targets.append(contentsOf: repeatElement(0, count: kept))
    var sourceSpan = sources.mutableSpan
    var targetSpan = targets.mutableSpan
    for row in 0..<kept {
      sourceSpan[first + row] = codes[2 * row]
      targetSpan[first + row] = codes[2 * row + 1]
    }
    swap(&interner, &self.interner)
    swap(&sources, &self.sources)
    swap(&targets, &self.targets)
  }

  /// The ends of the rows that stay: from, to, from, to and so on, the order in which actors are numbered.
  private func gather(_ batch: RecordBatch, _ judge: RowJudge) {
    var ends = ContiguousArray<Cell>()
    swap(&ends, &self.ends)
    let kept = batch.rowCount - judge.rejectedCount
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(Cell(start: 0, count: 0), count: 2 * kept))
    let cells = batch.cells.span
    var next = 0
    var span = ends.mutableSpan
    for row in 0..<batch.rowCount {
      if judge.isRejected(row) { continue }
      span[next] = cells[row * batch.columnCount + from.index]
      span[next + 1] = cells[row * batch.columnCount + to.index]
      next += 2
    }
    swap(&ends, &self.ends)
  }

  /// The actors in order of first appearance.
  func ids() -> [String] { interner.texts() }
}
