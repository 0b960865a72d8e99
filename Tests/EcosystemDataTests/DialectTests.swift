import EcographTestSupport
import Ecosystem
import EcosystemData
import Testing

/// Whatever the dialect a table is written in, reading it gives back what was written.
@Suite struct DialectTests {
  struct Dialect: CustomTestStringConvertible {
    let separator: Separator
    let lineEnding: String
    let hasMark: Bool
    let quotesAll: Bool
    let endsWithLine: Bool
    let hasBlankLines: Bool

    static let all: [Dialect] = Separator.allCases.flatMap { separator in
      ["\n", "\r\n", "\r"].flatMap { lineEnding in
        (0..<16).map { bits in
          Dialect(
            separator: separator, lineEnding: lineEnding, hasMark: bits & 1 != 0, quotesAll: bits & 2 != 0,
            endsWithLine: bits & 4 != 0, hasBlankLines: bits & 8 != 0)
        }
      }
    }

    func write(_ rows: [[String]]) -> [UInt8] {
      var text = hasMark ? "\u{FEFF}" : ""
      for (index, row) in rows.enumerated() {
        text += row.map(cell).joined(separator: String(separator.character))
        if index < rows.count - 1 || endsWithLine { text += lineEnding }
        if hasBlankLines, index < rows.count - 1 { text += lineEnding }
      }
      return Array(text.utf8)
    }

    private func cell(_ text: String) -> String {
      let special: Set<Unicode.Scalar> = ["\"", "\n", "\r", " ", "\t", ",", ";", "|"]
      guard quotesAll || text.unicodeScalars.contains(where: { special.contains($0) }) else { return text }
      return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    var testDescription: String {
      "\(separator) \(lineEnding.debugDescription) mark \(hasMark) quotes \(quotesAll) end \(endsWithLine) blank \(hasBlankLines)"
    }
  }

  /// Cells with everything that could be mistaken for something else.
  private static func randomCell(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "a", "Zürich", "东京", "🇫🇷", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", " ", "0", "'", "",
      "e\u{301}", "\u{FEFF}", "#", "\\",
    ]
    return (0..<Int.random(in: 0...5, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }

  @Test(arguments: Dialect.all) func whatIsWrittenIsRead(dialect: Dialect) throws {
    var generator = SeededGenerator(seed: 7)
    let notes = (0..<40).map { _ in [Self.randomCell(&generator), Self.randomCell(&generator)] }
    let header = ["from", "to", "note", "remark, with a comma"]
    let rows = [header] + notes.enumerated().map { ["a\($0.offset)", "b"] + $0.element }
    var files = Files([:])
    files.contents["ties.csv"] = dialect.write(rows)
    let loaded = try files.read()
    #expect(loaded.report.files[0].separator == dialect.separator)
    #expect(loaded.report.files[0].hasByteOrderMark == dialect.hasMark)
    let ties = loaded.dataset.ties
    try #require(ties.count == notes.count)
    #expect(ties.attributes.map(\.name) == ["note", "remark, with a comma"])
    for (row, cells) in notes.enumerated() {
      for (column, cell) in cells.enumerated() {
        #expect(Array((ties.attributes[column].values[row] ?? "").utf8) == Array(cell.utf8))
      }
    }
  }

  /// A table read in tiny blocks, the smallest that hold the header, is the table read in one.
  @Test(arguments: [24, 25, 31, 40, 64, 257]) func blocksDoNotMatter(blockLength: Int) throws {
    var generator = SeededGenerator(seed: UInt64(blockLength))
    for _ in 0..<20 {
      let dialect = try #require(Dialect.all.randomElement(using: &generator))
      let rows =
        [["from", "to", "note"]]
        + (0..<30).map { ["a\($0 * $0)", "b\($0)", Self.randomCell(&generator)] }
      var files = Files([:])
      files.contents["ties.csv"] = dialect.write(rows)
      var limits = DelimitedLimits.standard
      limits.blockLength = blockLength
      let small = try DatasetReader.read(inMemory: files.contents, limits: limits).dataset.ties
      let whole = try files.read().dataset.ties
      try #require(small.count == 30)
      for row in 0..<30 {
        #expect(small[row] == whole[row])
        #expect(small.line(of: row) == whole.line(of: row))
        #expect(small.attributes[0].values[row] == whole.attributes[0].values[row])
      }
    }
  }

  @Test func linesAreCountedAsInAnEditor() throws {
    let ties = try Files.edges("from,to,note\r\n\r\na,b,\"one\r\ntwo\rthree\"\r\nc,d,x\r\n").read().dataset
      .ties
    #expect(ties.line(of: 0) == 3)
    #expect(ties.line(of: 1) == 6)
  }

  @Test func spacesAroundCellsAreNoPartOfThem() throws {
    let dataset = try Files.edges(" From ,TO\n a , b \n\" a \",b\n").read().dataset
    #expect((0..<dataset.actors.count).map { dataset.actors.id(of: $0) } == ["a", "b", " a "])
  }

  @Test func lineEndingsAreReported() throws {
    func ending(_ text: String) throws -> FileReport.LineEnding? {
      try Files.edges(text).read().report.files[0].lineEnding
    }
    #expect(try ending("from,to\na,b\n") == .lf)
    #expect(try ending("from,to\r\na,b\r\n") == .crlf)
    #expect(try ending("from,to\ra,b\r") == .cr)
    #expect(try ending("from,to\na,b\r\n") == .mixed)
    #expect(try ending("from,to") == nil)
  }
}
