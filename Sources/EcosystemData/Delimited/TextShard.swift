import CVectorKernels
import GraphCore

/// The texts whose hashes fall to one shard, with their codes.
///
/// While a round is numbered a shard belongs to one worker.
final class TextShard: @unchecked Sendable {
  private let number: Int
  private let table: TextTable
  /// The texts that are new in this round, for which the table has codes that are not final.
  private var news: ContiguousArray<TextTable.Entry> = []

  init(_ number: Int, seed: UInt64, store: TextLineStore) {
    self.number = number
    table = TextTable(seed: seed, store: store)
  }

  /// Finds the codes of the texts that were dealt to the shard in a round, and adds those that are new.
  ///
  /// - Parameters:
  ///   - known: Number of texts known before this round. The code of a new one is the number of its first cell
  ///     above it.
  func lookUp(in round: TextRound, known: UInt32) {
    table.prefetch(forTexts: round.batches.reduce(0) { $0 + $1.range(ofShard: number).count })
    table.settle(news)
    news.removeAll(keepingCapacity: true)
    for (batch, texts) in round.batches.enumerated() {
      if batch + 1 < round.batches.count { round.batches[batch + 1].prefetch(number) }
      let range = texts.range(ofShard: number)
      texts.look(up: range, in: table)
      add(texts, range, first: known + round.firstCells[batch], known: known)
    }
  }

  private func add(_ texts: DealtTexts, _ range: Range<Int>, first: UInt32, known: UInt32) {
    let longTexts = texts.longTexts
    let bytes = longTexts.span
    for index in range where texts[index] >= TEXT_UNCERTAIN {
      if table.isFull { news = table.grow(known: known) }
      let (key, mention) = (texts.keys[index], texts.mentions[index])
      let entry = table.add(key, hash: mention.hash, bytes, ifNew: first + mention.cell)
      if entry.code == first + mention.cell { news.append(entry) }
      texts[index] = entry.code
    }
  }

  /// Gives the texts that are new their final codes; the table gets them when it is read next.
  func settle(_ numbers: FirstCells) {
    for index in news.indices { news[index].code = numbers.code(news[index].code) }
  }
}
