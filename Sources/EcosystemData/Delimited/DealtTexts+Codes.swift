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
  /// Bits for cells, set where a text has the code that its first cell gave it.
  ///
  /// - Parameter first: The code that cell 0 gives.
  func firstCells(_ first: UInt32) -> ContiguousArray<UInt64> {
    var words = ContiguousArray<UInt64>(repeating: 0, count: wordCount)
    unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe withCodes { unsafe mark_first_cells($0, $1, keys.count, first, words.baseAddress) }
    }
    return words
  }

  /// Puts down the final codes of the texts, and gives those that are new.
  ///
  /// - Parameters:
  ///   - columns: By column, where the codes of the rows go; ``TextTable/none`` where a cell is blank.
  ///   - numbers: The codes of texts that are new in the round, and in this batch `range`.
  ///   - first: The code that a text has until then to which cell 0 gave it.
  func put(
    into columns: [UnsafeMutableBufferPointer<UInt32>], _ numbers: FirstCells, _ range: Range<UInt32>,
    first: UInt32
  ) -> NewTexts {
    unsafe columns.forEach { column in unsafe column.update(repeating: TEXT_AS_ABOVE) }
    func put(_ code: UInt32, _ cell: UInt32) {
      let (row, column) = Int(cell).quotientAndRemainder(dividingBy: columnCount)
      unsafe columns[column][row] = code
    }
    var news = NewTexts(keys: ContiguousArray(repeating: TextKey.none, count: range.count))
    let (keys, longTexts) = (keys, longTexts)
    for text in unsafe putKnown(into: columns, below: numbers.known) {
      let (code, cell) = (numbers.code(self[Int(text)]), mentions[Int(text)].cell)
      put(code, cell)
      if self[Int(text)] == first + cell { news.keys[Int(code - range.lowerBound)] = keys[Int(text)] }
    }
    for cell in blanks { put(TextTable.none, cell) }
    for index in news.keys.indices where news.keys[index].isLong {
      news.keys[index] = news.keys[index].moved(from: longTexts.span, to: &news.longTexts)
    }
    unsafe columns.forEach { column in unsafe fill_from_above(column.baseAddress, rowCount) }
    return news
  }

  /// Puts down the codes of the texts, and gives the numbers of those that are not final.
  private func putKnown(
    into columns: [UnsafeMutableBufferPointer<UInt32>], below known: UInt32
  ) -> ContiguousArray<UInt32> {
    unsafe precondition(columns.count == columnCount && columns.allSatisfy { $0.count == rowCount })
    let places = unsafe columns.map { $0.baseAddress }
    return unsafe ContiguousArray(unsafeUninitializedCapacity: keys.count) { news, newsCount in
      newsCount = unsafe withCodes { mentions, codes in
        unsafe put_codes(mentions, codes, keys.count, known, places, columnCount, news.baseAddress)
      }
    }
  }
}
