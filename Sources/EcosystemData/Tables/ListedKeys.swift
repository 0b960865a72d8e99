import Ecosystem

/// The ids of a table that other tables refer to, with what is needed to say what may have been meant.
final class ListedKeys {
  let fileName: String
  let index: KeyIndex
  let pool: SuggestionPool

  init(fileName: String, index: KeyIndex, pool: SuggestionPool) {
    self.fileName = fileName
    self.index = index
    self.pool = pool
  }

  /// The row that a cell refers to; `ByteInterner.none`, and the row left out, where there is none.
  func look(
    up place: ColumnPlace, of row: Int, in batch: RecordBatch, _ judge: RowJudge, unknown: ProblemCode
  ) -> UInt32 {
    let cell = batch.cell(row: row, column: place.index)
    if cell.isBlank { return ByteInterner.none }
    switch index.find(batch.bytes.span, cell) {
    case .row(let found): return found
    case .leftOut(let line):
      judge.leaveOut(row)
      judge.report(.leftOutWithActor, batch, row: row, place) { [fileName] in
        Finding(message: "left out with `\(visible($0))` (\(fileName):\(line))")
      }
    case .unknown:
      judge.report(unknown, batch, row: row, place) { self.unknownFinding($0) }
    }
    return ByteInterner.none
  }

  func unknownFinding(_ id: String) -> Finding {
    Finding(message: "`\(visible(id))` is not in \(fileName)", suggestions: pool.near(id))
  }
}

/// What may have been meant by a word, with bounded work however many candidates there are.
final class SuggestionPool {
  private let ids: [String]
  private let names: [String]
  private var known: [String: [String]] = [:]
  /// Candidates by the first letter or digit, made when first needed for a large table.
  private lazy var buckets: [Character: [Int]] = Dictionary(
    grouping: ids.indices.filter { firstLetter(ids[$0]) != nil }, by: { firstLetter(ids[$0]) ?? " " })

  /// - Parameter names: What the rows are called, in the order of the ids; empty where they have no names.
  init(ids: [String], names: [String] = []) {
    self.ids = ids
    self.names = names.count == ids.count ? names : []
  }

  private static let fullSearchLimit = 2_000

  /// The ids nearest to a word, best first, by id or else by name.
  func near(_ word: String) -> [String] {
    if let answer = known[word] { return answer }
    var answer: [String]
    if ids.count <= Self.fullSearchLimit {
      answer = suggestions(for: word, among: ids)
      if answer.isEmpty { answer = byName(word) }
    } else {
      let bucket = firstLetter(word).flatMap { buckets[$0] } ?? []
      let length = word.utf8.count
      let similar = bucket.lazy.filter { abs(self.ids[$0].utf8.count - length) <= 2 + length / 8 }
      answer = suggestions(for: word, among: similar.prefix(Self.fullSearchLimit).map { self.ids[$0] })
    }
    known[word] = answer
    return answer
  }

  private func byName(_ word: String) -> [String] {
    let found = Set(suggestions(for: word, among: names))
    return ids.indices.filter { found.contains(names.isEmpty ? "" : names[$0]) }.prefix(3).map { ids[$0] }
  }
}

private func firstLetter(_ text: String) -> Character? {
  text.first { $0.isLetter || $0.isNumber }?.lowercased().first
}
