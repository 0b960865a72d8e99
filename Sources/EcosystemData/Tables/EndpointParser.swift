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
  private let columns: [ColumnPlace]
  private var numbering = TextNumbering()
  private var round = TextRound()
  private(set) var sources: ContiguousArray<UInt32> = []
  private(set) var targets: ContiguousArray<UInt32> = []

  init(from: ColumnPlace, to: ColumnPlace) { columns = [from, to] }

  var phase: ParsingPhase { .storing }

  func lookAhead() -> LookAhead? { numbering.dealing(columns) }

  func read(_ batch: RecordBatch, _ judge: RowJudge) { read(batch, judge, noting: nil) }

  func read(_ batch: RecordBatch, _ judge: RowJudge, noting note: (any Sendable)?) {
    round.append(batch, numbering.deal(batch, columns, judge, note))
  }

  func endRound(_ execution: Execution) {
    sources.reserveLargePages(round.expectedRows)
    targets.reserveLargePages(round.expectedRows)
    for columns in numbering.number(round, execution) {
      sources.append(contentsOf: columns[0])
      targets.append(contentsOf: columns[1])
    }
    round = TextRound()
  }

  /// The actors in order of first appearance.
  var ids: [String] { numbering.texts }
}
