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
  private var numbering: TextNumbering
  /// The actors in order of first appearance.
  private(set) var ids: [String] = []

  init(from: ColumnPlace, to: ColumnPlace) { numbering = TextNumbering([from, to]) }

  var sources: ContiguousArray<UInt32> { numbering.columns[0] }
  var targets: ContiguousArray<UInt32> { numbering.columns[1] }

  var phase: ParsingPhase { .storing }

  func lookAhead() -> LookAhead? { numbering.dealing }

  func read(_ batch: RecordBatch, _ judge: RowJudge) { read(batch, judge, noting: nil) }

  func read(_ batch: RecordBatch, _ judge: RowJudge, noting note: (any Sendable)?) {
    numbering.append(batch, judge, noting: note)
  }

  func endRound(_ execution: Execution) { numbering.endRound(execution) }

  func endTable(_ execution: Execution) {
    numbering.finish(execution)
    ids = numbering.texts(execution)
  }
}
