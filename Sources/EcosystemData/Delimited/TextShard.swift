import CVectorKernels
import GraphCore

/// The texts whose hashes fall to one shard, with their codes.
///
/// While a round is numbered a shard belongs to one worker.
final class TextShard: @unchecked Sendable {
  private let number: Int
  private let table: TextTable
  /// The texts that are new in this round, for which the table has codes that are not final.
  private var news = NewTextList()

  init(_ number: Int, seed: UInt64, store: LineStore) {
    self.number = number
    table = TextTable(seed: seed, store: store)
  }

  /// Finds the codes of the texts that were dealt to the shard in a round, and adds those that are new.
  func lookUp(in round: TextRound) {
    let count = round.batches.reduce(0) { $0 + $1.range(ofShard: number).count }
    table.prefetch(forTexts: count)
    table.settle(news)
    news.restart(atMost: count)
    for (batch, texts) in round.batches.enumerated() {
      if batch + 1 < round.batches.count { round.batches[batch + 1].prefetch(number) }
      texts.code(number, in: table, first: round.firstCodes[batch], &news)
    }
  }

  /// Gives the texts that are new their final codes; the table gets them when it is read next.
  func settle(_ numbers: FirstCells) { unsafe numbers.withRanks { unsafe news.rank($0) } }
}
