import CVectorKernels
import GraphCore

/// Texts in the order of their codes.
struct NewTexts: Sendable {
  fileprivate(set) var keys: ContiguousArray<TextKey> = []
  /// Those that are too long for their keys.
  fileprivate(set) var longTexts: ContiguousArray<UInt8> = []

  subscript(index: Int) -> String { keys[index].text(longTexts.span) }
}

extension DealtTexts {
  /// Puts down the final codes of the texts, and gives those that are new.
  ///
  /// - Parameters:
  ///   - columns: By column, where the codes of the rows go; ``TextTable/none`` where a cell is blank.
  ///   - numbers: The codes of texts that are new in the round.
  ///   - firstCell: The number of the batch' first cell.
  ///   - found: By shard, the codes of the texts dealt to it in the round.
  ///   - starts: By shard, where those of this batch begin.
  func put(
    into columns: [UnsafeMutableBufferPointer<UInt32>], _ numbers: FirstCells, firstCell: UInt32,
    _ found: [ContiguousArray<UInt32>], from starts: ContiguousArray<Int>
  ) -> NewTexts {
    let (range, known) = (numbers.codes(from: firstCell, count: cellCount), numbers.known)
    let asAbove = TextTable.none - 1
    unsafe columns.forEach { column in unsafe column.update(repeating: asAbove) }
    unsafe precondition(columns.count == columnCount && columnCount <= 2, "one column or two")
    let (first, second) = unsafe (columns[0], columns[columnCount - 1])
    let shift = UInt32(truncatingIfNeeded: columnCount - 1)
    // A cell's row, and whether it is in the second of two columns.
    func put(_ code: UInt32, _ cell: UInt32) {
      let column = unsafe cell & shift == 0 ? first : second
      unsafe column[Int(cell &>> shift)] = code
    }
    var news = NewTexts(keys: ContiguousArray(repeating: TextKey.none, count: range.count))
    let keys = keys.span
    let mentions = mentions.span
    for shard in 0..<Self.shardCount {
      if shard + 1 < Self.shardCount { prefetch(shard + 1, found[shard + 1], starts[shard + 1]) }
      let places = self.range(ofShard: shard)
      if places.isEmpty { continue }
      let distance = starts[shard] - places.lowerBound
      let shardCodes = found[shard]
      let codes = shardCodes.span
      precondition(places.upperBound <= mentions.count && places.upperBound + distance <= codes.count)
      for place in places {
        // Places were checked above.
        let cell = unsafe mentions[unchecked: place].cell
        var code = unsafe codes[unchecked: place &+ distance]
        if code >= known {
          let isFirst = code - known == firstCell + cell
          code = numbers.code(code)
          if isFirst { news.keys[Int(code - range.lowerBound)] = keys[place] }
        }
        put(code, cell)
      }
    }
    for cell in blanks { put(TextTable.none, cell) }
    unsafe columns.forEach { column in
      var previous = TextTable.none
      for row in 0..<rowCount {
        let code = unsafe column[row]
        previous = code == asAbove ? previous : code
        unsafe column[row] = previous
      }
    }
    for index in news.keys.indices where news.keys[index].isLong {
      news.keys[index] = news.keys[index].moved(from: longTexts.span, to: &news.longTexts)
    }
    return news
  }

  /// Asks for the memory of a shard's texts and codes.
  private func prefetch(_ shard: Int, _ codes: ContiguousArray<UInt32>, _ first: Int) {
    prefetch(shard)
    // The addresses are not read.
    unsafe codes.withUnsafeBufferPointer {
      unsafe prefetch_line($0.baseAddress?.advanced(by: first))
      unsafe prefetch_line($0.baseAddress?.advanced(by: first &+ 16))
    }
  }
}
