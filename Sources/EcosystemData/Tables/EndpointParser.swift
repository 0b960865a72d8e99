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

  /// The rows of the ends, unless one of them is not listed.
  func lookAhead() -> LookAhead? {
    { [places = [from, to], index = actors.index] batch in
      let bytes = batch.bytes.span
      var rows = places.map { _ in ContiguousArray<UInt32>() }
      for (number, place) in places.enumerated() {
        rows[number].reserveCapacity(batch.rowCount)
        for row in 0..<batch.rowCount {
          let cell = batch.cell(row: row, column: place.index)
          guard !cell.isBlank, case .row(let found) = index.find(bytes, cell) else { return nil }
          rows[number].append(found)
        }
      }
      return rows
    }
  }

  func read(_ batch: RecordBatch, _ judge: RowJudge, noting note: (any Sendable)?) {
    guard let rows = note as? [ContiguousArray<UInt32>] else { return read(batch, judge) }
    sources.append(contentsOf: rows[0])
    targets.append(contentsOf: rows[1])
  }

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
final class InferringEndpointParser: NumberedTextParser {
  var numbering: TextNumbering
  /// The actors in order of first appearance.
  var texts: [String] = []

  init(from: ColumnPlace, to: ColumnPlace) { numbering = TextNumbering([from, to]) }

  var sources: ContiguousArray<UInt32> { numbering.columns[0] }
  var targets: ContiguousArray<UInt32> { numbering.columns[1] }
}
