import EcographTestSupport
import Testing

@testable import EcosystemData

/// Rows are cut as simple splitting cuts them, whatever stands at the ends of cells and of lines.
@Suite struct PlainRowTests {
  private enum Spaces: CaseIterable {
    case none, within, anywhere
  }

  private static func cell(
    _ spaces: Spaces, blankOneIn rarity: Int, using generator: inout SeededGenerator
  ) -> String {
    if Int.random(in: 0..<rarity, using: &generator) == 0 { return "" }
    let length = Int.random(in: 0..<2, using: &generator) == 0 ? 3 : 40
    let middle = String(
      (0..<Int.random(in: 1...length, using: &generator)).compactMap { _ in
        "abcdé".randomElement(using: &generator)
      })
    switch spaces {
    case .none: return middle
    case .within: return "x \(middle)\tx"
    case .anywhere:
      let ends = (0..<2).map { _ in ["", "", " ", "\t", "  "].randomElement(using: &generator) ?? "" }
      return ends[0] + middle + ends[1]
    }
  }

  /// From the seventh seed on nearly all rows are even, so that many are cut at a time.
  @Test(arguments: [1, 2, 3, 70, 1_100], 0..<18)
  func cellsAreThoseOfSplitting(columnCount: Int, seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(columnCount * 10 + seed))
    let spaces = Spaces.allCases[seed % 3]
    let isEven = seed >= 6
    var text = ""
    var expected: [(line: Int, cells: [String])] = []
    var raggedCount = 0
    let rowCount = 4_000 / columnCount + 3
    for line in 0..<rowCount {
      let isRagged = columnCount > 1 && Int.random(in: 0..<(isEven ? 300 : 50), using: &generator) == 0
      let cells = (0..<columnCount - (isRagged ? 1 : 0)).map { _ in
        Self.cell(spaces, blankOneIn: isEven ? 1_000 : 6, using: &generator)
      }
      let trimmed = cells.map { cell in
        String(cell.drop { " \t".contains($0) }.reversed().drop { " \t".contains($0) }.reversed())
      }
      if !trimmed.allSatisfy(\.isEmpty) {
        if isRagged { raggedCount += 1 } else { expected.append((line, trimmed)) }
      }
      text += cells.joined(separator: ",")
      // The last line may have no end.
      if line < rowCount - 1 || seed % 2 == 0 {
        text += Int.random(in: 0..<(isEven ? 400 : 4), using: &generator) == 0 ? "\r\n" : "\n"
      }
    }

    let block = TableBlock()
    block.replaceBytes(with: ContiguousArray(text.utf8))
    block.ending = .input
    block.scan(
      BlockRecipe(separator: UInt8(ascii: ","), limits: .standard, columnCount: columnCount))

    let batch = block.batch
    try #require(batch.rowCount == expected.count)
    #expect(block.stops.count == raggedCount)
    for row in 0..<batch.rowCount {
      #expect(batch.line(of: row) == 1 + expected[row].line)
      #expect((0..<columnCount).map { batch.text(row: row, column: $0) } == expected[row].cells)
    }
  }
}
