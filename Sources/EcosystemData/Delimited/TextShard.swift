import CVectorKernels
import GraphCore

/// The texts whose hashes fall to one shard, with their codes.
///
/// While a round is numbered a shard belongs to one worker.
final class TextShard: @unchecked Sendable {
  private let number: Int
  private var table = TextTable()
  /// Slots of the texts that are new in this round, where the table has the numbers of their first cells for codes.
  private var news: ContiguousArray<(slot: UInt32, code: UInt32)> = []
  /// The first cells of these texts.
  private(set) var firstCells: ContiguousArray<UInt32> = []
  /// By text dealt to the shard in this round, batch after batch.
  private(set) var codes: ContiguousArray<UInt32> = []

  init(_ number: Int) { self.number = number }

  /// Looks up the texts that were dealt to the shard in a round, and adds those that are new.
  ///
  /// - Parameters:
  ///   - known: Number of texts known before this round.
  func lookUp(in round: TextRound, known: UInt32, seed: UInt64) {
    // Locals, so that the loop neither counts references nor checks exclusive access.
    var (table, news, firstCells, codes) = (TextTable(), self.news, self.firstCells, self.codes)
    swap(&table, &self.table)
    (self.news, self.firstCells, self.codes) = ([], [], [])
    codes = ContiguousArray(
      repeating: TextTable.none, count: round.batches.reduce(0) { $0 + $1.range(ofShard: number).count })
    table.prefetch(forTexts: codes.count)
    for (slot, code) in news { table[Int(slot)] = code }
    news.removeAll(keepingCapacity: true)
    firstCells.removeAll(keepingCapacity: true)
    var first = 0

    for (number, batch) in round.batches.enumerated() {
      let range = batch.range(ofShard: self.number)
      if number + 1 < round.batches.count { round.batches[number + 1].prefetch(self.number) }
      if range.isEmpty { continue }
      if table.isVacant { table.grow(seed: seed) }
      let bytes = batch.longTexts.span
      let keys = batch.keys.span
      let mentions = batch.mentions.span
      let base = known + round.firstCells[number]
      for index in range.prefix(ahead) { table.prefetch(hash: mentions[index].hash) }
      look(up: range, of: keys, mentions, in: table, &codes, at: first)
      for place in first..<first + range.count where codes[place] == TextTable.none {
        if table.isFull {
          news.removeAll(keepingCapacity: true)
          table.grow(seed: seed) { slot, code in
            if code >= known { news.append((UInt32(truncatingIfNeeded: slot), code)) }
          }
        }
        let index = range.lowerBound + place - first
        let found = table.place(
          keys[index], hash: mentions[index].hash, bytes, ifNew: base + mentions[index].cell)
        codes[place] = table[found.slot]
        if !found.isKnown {
          news.append((UInt32(truncatingIfNeeded: found.slot), codes[place]))
          firstCells.append(codes[place] - known)
        }
      }
      first += range.count
    }
    swap(&table, &self.table)
    (self.news, self.firstCells, self.codes) = (news, firstCells, codes)
  }

  /// Puts down the codes of some texts as far as they are found at once.
  private func look(
    up range: Range<Int>, of keys: Span<TextKey>, _ mentions: Span<TextMention>, in table: TextTable,
    _ codes: inout ContiguousArray<UInt32>, at first: Int
  ) {
    var codes = codes.mutableSpan
    precondition(range.upperBound <= keys.count && keys.count == mentions.count)
    precondition(first + range.count <= codes.count)
    for index in range {
      // Memory is asked for before it is read, so that no text waits for it alone; places were checked above.
      if index &+ ahead < range.upperBound {
        table.prefetch(hash: unsafe mentions[unchecked: index &+ ahead].hash)
      }
      let (key, hash) = unsafe (keys[unchecked: index], mentions[unchecked: index].hash)
      unsafe codes[unchecked: first &+ index &- range.lowerBound] = table.firstGuess(key, hash: hash)
    }
  }

  private var ahead: Int { 24 }

  /// Gives the texts that are new their codes; the table gets them when it is read next.
  func settle(_ numbers: FirstCells) {
    var news = ContiguousArray<(slot: UInt32, code: UInt32)>()
    swap(&news, &self.news)
    for index in news.indices { news[index].code = numbers.code(news[index].code) }
    swap(&news, &self.news)
  }
}
