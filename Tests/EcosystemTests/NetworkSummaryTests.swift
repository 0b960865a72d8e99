import EcographTestSupport
import Ecosystem
import Testing

@Suite struct NetworkSummaryTests {
  @Test func distancesAreOfPairsWithAPath() throws {
    let dataset = DatasetBuilder.dataset(
      actors: ["a", "b", "c", "d", "e", "f"], ties: [.tie("a", "b"), .tie("b", "c"), .tie("d", "e")])
    let summary = try dataset.view().summary()
    // Three pairs at one step, one at two.
    #expect(summary.averagePathLength == 1.25)
    #expect(summary.diameter == 2)
    #expect(summary.notes.isEmpty)
  }

  @Test func noTiesNoDistances() throws {
    let summary = try DatasetBuilder.dataset(actors: ["a", "b"], ties: []).view().summary()
    #expect(summary.averagePathLength == nil)
    #expect(summary.diameter == nil)
    #expect(summary.notes.isEmpty)
  }

  /// A chain so long that searches from all of it would take minutes.
  @Test func whatTakesTooLongIsLeftOutAndSaid() throws {
    let names = (0..<40_000).map { "a\($0)" }
    let dataset = DatasetBuilder.dataset(
      actors: names, ties: zip(names, names.dropFirst()).map { .tie($0, $1) })
    let summary = try dataset.view().summary()
    #expect(summary.averagePathLength == nil)
    #expect(summary.diameter == nil)
    #expect(summary.notes.contains { $0.contains("40000 actors") })
    #expect(summary.largestComponent == 40_000)
  }
}
