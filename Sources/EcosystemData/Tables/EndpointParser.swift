import Ecosystem
import GraphCore

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

  func lookAhead() -> LookAhead? {
    { [interner, from, to] batch in
      interner.lookUp(batch.bytes.span, batch.cells(in: [from, to]).span, columns: 2)
    }
  }

  func read(_ batch: RecordBatch, _ judge: RowJudge) { read(batch, judge, noting: nil) }

  func read(_ batch: RecordBatch, _ judge: RowJudge, noting note: (any Sendable)?) {
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
    let codes: ContiguousArray<UInt32>
    if judge.rejectedCount == 0, let findings = note as? ByteInterner.Findings {
      codes = interner.adopt(findings)
    } else {
      // Actors that only a bad row names are none.
      let ends = batch.cells(in: [from, to], leavingOutRejectedBy: judge)
      codes = interner.adopt(interner.lookUp(batch.bytes.span, ends.span, columns: 2))
    }
    sources.append(contentsOf: codes[..<(codes.count / 2)])
    targets.append(contentsOf: codes[(codes.count / 2)...])
    swap(&interner, &self.interner)
    swap(&sources, &self.sources)
    swap(&targets, &self.targets)
  }

  /// The actors in order of first appearance.
  func ids() -> [String] { interner.texts() }
}
