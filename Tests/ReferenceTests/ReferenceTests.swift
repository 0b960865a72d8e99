import Ecosystem
import Testing

/// Every measure beside other tools, or beside its published definition where no tool has it.
@Suite struct ReferenceTests {
  /// Of each measure that differs, the smallest graph on which it does.
  @Test(arguments: Fixture.classes) func valuesAreThoseOfTheReference(name: String) throws {
    let fixture = try Fixture.read(name)
    var compared = 0
    var smallest: [String: (difference: Difference, count: Int)] = [:]
    for graph in fixture.graphs {
      let (columns, differences) = try graph.differences(fixture.sources)
      compared += columns
      for difference in differences {
        let key = "\(difference.id) \(difference.options)"
        var entry = smallest[key] ?? (difference, 0)
        entry.count += 1
        if difference.graph.vertexCount < entry.difference.graph.vertexCount { entry.difference = difference }
        smallest[key] = entry
      }
    }
    #expect(compared > 0)
    for (_, entry) in smallest.sorted(by: { $0.key < $1.key }) {
      Issue.record("\(entry.count) graphs, the smallest: \(entry.difference)")
    }
  }

  @Test func thereAreFixtures() throws {
    #expect(Fixture.classes.count >= 10)
    let count = try Fixture.classes.map { try Fixture.read($0).graphs.count }.reduce(0, +)
    #expect(count >= 220)
  }

  /// The fixtures name no measure that the library does not, and leave out those alone that have a reason.
  @Test func everyMeasureIsCovered() throws {
    var covered: Set<String> = []
    for name in Fixture.classes {
      for graph in try Fixture.read(name).graphs { covered.formUnion(graph.columns.map(\.id)) }
    }
    let known = Set(MeasureID.allCases.map(\.rawValue))
    #expect(covered.subtracting(known).sorted() == [])
    #expect(known.subtracting(covered).sorted() == withoutReference.keys.map(\.rawValue).sorted())
  }

  /// Measures without a value that others could give, and why.
  private let withoutReference: [MeasureID: String] = [
    .labelPropagation: "names of communities from random draws; no tool draws the same",
    .consensusCommunity: "names of communities from many random runs; no tool draws the same",
    .ambiguity: "shares of random runs that disagree; no tool draws the same",
    .multiplexCommunity: "names of communities from random draws; no tool draws the same",
  ]
}
