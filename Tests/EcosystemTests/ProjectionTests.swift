import EcographTestSupport
import Ecosystem
import GraphCore
import GraphMeasures
import Testing

@Suite struct ProjectionTests {
  /// Members who joined venues, each venue given by its members.
  private func members(_ venues: [[String]]) -> Dataset {
    let names = Set(venues.flatMap(\.self)).sorted()
    return DatasetBuilder.dataset(
      actors: names.map { "\($0):city" } + venues.indices.map { "v\($0):network" },
      ties: venues.enumerated().flatMap { venue, names in names.map { .tie($0, "v\(venue)", "member-of") } })
  }

  private func graph(_ dataset: Dataset, _ change: (inout Selection.Projection) -> Void = { _ in }) throws
    -> Graph
  {
    var selection = Selection()
    var projection = Selection.Projection()
    change(&projection)
    selection.projection = projection
    return try dataset.view(selection).graph()
  }

  @Test func newmanWeightsAreOneOverMembersMinusOne() throws {
    // A and B share a venue of two (1/1), one of four (1/3) and one of three (1/2): 11/6 in all.
    let weights = try graph(members([["A", "B"], ["A", "B", "C", "D"], ["A", "B", "E"]]))
    let strengths = weights.strengths()
    #expect(abs(strengths[0] - 3) < 1e-15, "each membership of A adds 1")
    #expect(abs(strengths[2] - 1) < 1e-15)
    #expect(weights.degree(of: 0) == 4)
  }

  @Test func countsSharedVenues() throws {
    let counted = try graph(members([["A", "B"], ["A", "B", "C"]])) { $0.weighting = .count }
    #expect(counted.strengths() == [3, 3, 2])
  }

  @Test(arguments: UInt64(0)..<30)
  func agreesWithTheDefinition(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = (0..<8).map { "m\($0)" }
    let venues = (0..<6).map { _ in names.filter { _ in Bool.random(using: &generator) } }.filter {
      !$0.isEmpty
    }
    let dataset = members(venues)
    let graph = try graph(dataset)
    for u in 0..<graph.vertexCount {
      var expected: [Int: Double] = [:]
      for venue in venues where venue.count > 1 && venue.contains(dataset.actors.id(of: u)) {
        for other in venue {
          let v = dataset.actors.index(ofID: other)!
          if v != u { expected[v, default: 0] += 1 / Double(venue.count - 1) }
        }
      }
      #expect(graph.neighbors(of: u).map { Int($0) } == expected.keys.sorted())
      #expect(abs(graph.strengths()[u] - expected.values.reduce(0, +)) < 1e-12)
    }
  }

  @Test func aHubIsRefusedWithAdvice() throws {
    let hub = members([(0..<3_000).map { "m\($0)" }])
    var selection = Selection()
    selection.projection = Selection.Projection(maximumPairs: 1_000_000)
    do {
      _ = try hub.view(selection)
      Issue.record("4.5 million pairs were made")
    } catch {
      #expect(error.reason == .tooManyPairs)
      #expect(error.description.contains("4498500"))
      #expect(error.description.contains("--max-members"))
    }
    selection.projection?.maximumMembers = 100
    let view = try hub.view(selection)
    #expect(view.vertexCount == 3_000)
    #expect(try view.graph().edgeCount == 0)
    #expect(view.notes.contains { $0.contains("tie nobody") })
  }

  /// Repeated memberships count once, direct ties are added up, ties between venues are not carried over.
  @Test(arguments: UInt64(0)..<30) func degreesAndStrengthsNeedNoGraph(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let actors = (0..<10).map { "m\($0):city" } + (0..<5).map { "v\($0):network" }
    let names = actors.map { String($0.prefix { $0 != ":" }) }
    let ties = (0..<50).map { _ in
      DatasetBuilder.TieRow.tie(
        names.randomElement(using: &generator) ?? "", names.randomElement(using: &generator) ?? "",
        weight: Double.random(in: 0.5...2, using: &generator))
    }
    let dataset = DatasetBuilder.dataset(actors: actors, ties: ties)
    for weighting in Selection.Projection.Weighting.allCases {
      var selection = Selection()
      selection.projection = Selection.Projection(weighting: weighting, maximumMembers: 6)
      let view = try dataset.view(selection)
      #expect(view.vertexCount == 10)
      for rule in ParallelEdgeRule.allCases {
        var options = MeasureOptions()
        options.graph = GraphOptions(parallelTies: rule, weights: .strength)
        let graph = try view.graph(options.graph)
        let columns = try view.measure([.degree, .strength], options: options)
        #expect((0..<10).map { columns[0].values[$0] } == graph.degrees().map(Double.init))
        #expect(agree((0..<10).map { columns[1].values[$0] }, graph.strengths()))
        // A graph that is there already is asked instead.
        let later = try view.measure([.coreness, .degree], options: options)
        #expect((0..<10).map { later[1].values[$0] } == graph.degrees().map(Double.init))
      }
    }
  }

  @Test func directionHasNoMeaningHere() throws {
    var selection = Selection()
    selection.projection = .init()
    let view = try members([["A", "B"]]).view(selection)
    #expect(throws: GraphError.self) { try view.graph(GraphOptions(direction: .directed)) }
  }
}
