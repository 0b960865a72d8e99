import CVectorKernels
import GraphCore

/// Texts in the order of their codes.
struct NewTexts: Sendable {
  fileprivate(set) var keys: ContiguousArray<TextKey> = []
  /// Those that are too long for their keys.
  fileprivate(set) var longTexts: ContiguousArray<UInt8> = []

  func append(to texts: inout OutputSpan<String>) {
    let (keys, longTexts) = (keys.span, longTexts.span)
    for index in keys.indices { texts.append(keys[index].text(longTexts)) }
  }
}

extension DealtTexts {
  /// Writes which cells gave texts their codes, and gives their number.
  ///
  /// - Parameters:
  ///   - words: As many as ``wordCount``.
  ///   - first: The code that cell 0 gives.
  func markFirstCells(_ words: UnsafeMutableBufferPointer<FirstCellWord>, first: UInt32) -> UInt32 {
    precondition(words.count == wordCount)
    return unsafe withTexts(first: first) {
      unsafe mark_first_cells($0.mentions, $0.count, first, words.baseAddress, words.count)
    }
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
    unsafe precondition(columns.count == columnCount && columns.allSatisfy { $0.count == rowCount })
    unsafe columns.forEach { column in
      let memory = UnsafeMutableRawBufferPointer(column)
      unsafe ready_pages(memory.baseAddress, memory.count)
      unsafe column.update(repeating: TEXT_AS_ABOVE)
    }
    let places = unsafe columns.map { $0.baseAddress }
    var news = NewTexts()
    // Each code of the range is that of one text.
    unsafe news.keys = ContiguousArray(unsafeUninitializedCapacity: range.count) { news, newsCount in
      unsafe withTexts(first: first) { texts in
        unsafe numbers.withRanks {
          unsafe put_codes(texts, $0, places, columnCount, news.baseAddress, range.lowerBound)
        }
      }
      newsCount = range.count
    }
    for cell in blanks {
      let (row, column) = Int(cell).quotientAndRemainder(dividingBy: columnCount)
      unsafe columns[column][row] = TextTable.none
    }
    let longTexts = longTexts
    if !longTexts.isEmpty {
      for index in news.keys.indices where news.keys[index].isLong {
        news.keys[index] = news.keys[index].moved(from: longTexts.span, to: &news.longTexts)
      }
    }
    unsafe columns.forEach { column in unsafe fill_from_above(column.baseAddress, rowCount) }
    return news
  }
}
