import EcographTestSupport
import Ecosystem
import EcosystemData
import Testing

@Suite struct SimilarNamesTests {
  private func pairs(_ names: [String]) throws -> Int {
    let rows = names.enumerated().map { "a\($0.offset),\"\($0.element)\",agency\n" }.joined()
    let report = try Files([
      "actors.csv": "id,name,kind\n" + rows, "ties.csv": "from,to,relation\n",
    ]).check()
    return report.counts[.similarNames] ?? 0
  }

  @Test(arguments: [
    (["UN-Habitat", "UN Habitat"], 1), (["Zürich", "ZÜRICH "], 1), (["UNESCO", "UNICEF"], 0),
    (["Ministry of Finance", "Ministry of Finnance"], 1),
    (["Ministry of Finance", "Minsitry of Finance"], 1),
    (["Ministry of Finance", "Ministry of France"], 0), (["Horizon 2020", "Horizon 2021"], 0),
    (["Agency", "Agencx"], 0), (["Round Table 1", "Round Table 12"], 0), (["A1", "A-1"], 0),
  ]) func examples(names: [String], expected: Int) throws {
    #expect(try pairs(names) == expected)
  }

  @Test func aliasesCountAsNames() throws {
    let report = try Files([
      "actors.csv": "id,name,kind,aliases\na,World Health Organization,agency,WHO;W.H.O.\nb,W H O,agency,\n",
      "ties.csv": "from,to,relation\na,b,funds\n",
    ]).check()
    #expect(report.counts == [.similarNames: 1])
    #expect(report.problems.first?.line == 3)
  }

  /// The quick search finds exactly the pairs that comparing each with each finds.
  @Test func agreesWithComparingAllPairs() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<30 {
      let base = (0..<4).map { _ in
        String(
          (0..<Int.random(in: 7...12, using: &generator)).map { _ in
            "abcä".randomElement(using: &generator) ?? "a"
          })
      }
      let names = (0..<40).map { _ in
        var letters = Array(base.randomElement(using: &generator) ?? "")
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
          let place = Int.random(in: 0..<letters.count, using: &generator)
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: letters.remove(at: place)
          case 1: letters.insert("b", at: place)
          default: letters[place] = "c"
          }
        }
        return String(letters)
      }
      // Equal names are reported once each, with the first of them; near ones pair by pair.
      var expected = 0
      for (later, name) in names.enumerated() {
        if names[..<later].contains(name) { expected += 1 }
        for earlier in names[..<later] where earlier != name && min(earlier.count, name.count) >= 8 {
          if alignmentDistance(Array(earlier), Array(name)) == 1 { expected += 1 }
        }
      }
      #expect(try pairs(names) == expected)
    }
  }

  @Test func manyActorsAreComparedWithoutCaseOnly() throws {
    let rows = (0..<20_001).map { "from\($0),to\n" }.joined()
    let report = try Files.edges("from,to\n" + rows + "FROM7,to\n").check()
    #expect(report.counts == [.similarNames: 1])
    #expect(report.notes.contains { $0.contains("letter by letter") })
  }
}
