import Testing

@testable import EcographCommands

@Suite struct TableWriterTests {
  private let table = Table(
    "Heading", columns: ["rank", "name", "betweenness", "closeness"],
    rows: [
      [.count(1), .text("A very long name of an organisation in a small place"), .number(12.5), .empty],
      [.count(2), .text("漢字の組織"), .number(3), .number(0.25)],
    ])

  private func lines(width: Int?) -> [Substring] {
    TableWriter.text([table], as: .table, context: [], width: width).split(separator: "\n")
  }

  @Test(arguments: [120, 80, 60, 50, 40, 34])
  func fitsTheTerminal(width: Int) {
    for line in lines(width: width) { #expect(String(line).displayWidth <= width) }
  }

  @Test(arguments: [nil, 80, 34, 10])
  func numbersAreNeverCut(width: Int?) {
    let text = lines(width: width).joined(separator: "\n")
    #expect(text.contains("12.50"))
    #expect(text.contains("0.2500"))
  }

  @Test func nothingIsCutWithoutATerminal() {
    #expect(lines(width: nil).contains { $0.contains("organisation in a small place") })
  }

  @Test func markdownEscapesWhatItWouldRead() {
    let hostile = Table(columns: ["name"], rows: [[.text("a|b*c_[x](y)<b>`d`\n# e")]])
    let text = TableWriter.text([hostile], as: .markdown, context: [], width: nil)
    #expect(text.hasSuffix("| a\\|b\\*c\\_\\[x\\](y)\\<b\\>\\`d\\` # e |\n"))
  }
}
