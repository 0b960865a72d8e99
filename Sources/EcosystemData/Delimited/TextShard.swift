import GraphCore

/// The texts whose hashes fall to one shard, with their codes.
///
/// While a round is numbered a shard belongs to one worker.
final class TextShard: @unchecked Sendable {
  private var table = TextTable()
  /// Slots of the texts that are new in this round; their codes are those of their first cells for the time being.
  private var news: ContiguousArray<UInt32> = []
  /// The first cells of these texts.
  private(set) var firstCells: ContiguousArray<UInt32> = []
  /// By text dealt to the shard in this round, batch after batch.
  private(set) var codes: ContiguousArray<UInt32> = []

  /// Looks up the texts that were dealt to the shard in a round, and adds those that are new.
  func lookUp(_ shard: Int, of round: TextRound, known: UInt32, seed: UInt64) {
    news.removeAll(keepingCapacity: true)
    firstCells.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    var table = TextTable()
    var codes = ContiguousArray<UInt32>()
    swap(&table, &self.table)
    swap(&codes, &self.codes)
    for (number, batch) in round.batches.enumerated() {
      let texts = batch.texts
      let range = texts.starts[shard]..<texts.starts[shard + 1]
      if range.isEmpty { continue }
      if table.isVacant { table.grow(seed: seed) }
      let bytes = batch.bytes.span
      let keys = texts.keys.span
      let mentions = texts.mentions.span
      let base = known + round.firstCells[number]
      var start = range.lowerBound
      while start < range.upperBound {
        // Some at a time: first their memory is asked for, then read, so that no text waits for memory alone.
        let end = min(range.upperBound, start + 32)
        for index in start..<end { table.prefetch(hash: UInt64(mentions[index].hash)) }
        for index in start..<end {
          let key = keys[index]
          let mention = mentions[index]
          let hash = UInt64(mention.hash)
          var code = key.isLong ? TextTable.none : table.firstGuess(key, hash: hash)
          if code == TextTable.none {
            if table.isFull { grow(&table, known: known, seed: seed) }
            let place = table.place(key, hash: hash, bytes, ifNew: base + mention.cell)
            code = table[place.slot]
            if !place.isKnown {
              news.append(UInt32(truncatingIfNeeded: place.slot))
              firstCells.append(code - known)
            }
          }
          codes.append(code)
        }
        start = end
      }
    }
    swap(&table, &self.table)
    swap(&codes, &self.codes)
  }

  private func grow(_ table: inout TextTable, known: UInt32, seed: UInt64) {
    news.removeAll(keepingCapacity: true)
    table.grow(seed: seed) { slot, code in
      if code >= known { news.append(UInt32(truncatingIfNeeded: slot)) }
    }
  }

  /// Gives the texts that are new their codes.
  func settle(_ numbers: FirstCells) {
    for slot in news { table[Int(slot)] = numbers.code(table[Int(slot)]) }
  }
}
