import EcographTestSupport
import Ecosystem
import GraphCore
import Testing

@Suite struct MeasureCatalogTests {
  private let dataset = DatasetBuilder.dataset(
    actors: ["a:city:FR", "b:city:FR", "c:city:GB", "d:network", "e:city:DE"],
    ties: [
      .tie("a", "b", "x", mission: "m1", weight: 2), .tie("b", "a", "y", mission: "m2", weight: 3),
      .tie("a", "c", "x", mission: "m1", method: "h1"), .tie("c", "c", "x"),
      .tie("d", "a", "x", method: "h1", isDirected: false),
    ])

  @Test(arguments: MeasureID.allCases)
  func everyMeasureHasAPassportOfItsOwnAndAValueForEveryActor(id: MeasureID) throws {
    let passport = id.passport
    #expect(passport.id == id)
    for text in [
      passport.summary, passport.formula, passport.conventions, passport.source, passport.agreesWith,
    ] {
      #expect(text.count > 3)
    }
    var options = MeasureOptions()
    options.layers = [0]
    options.refusals = .noted
    let column = try #require(try dataset.view().measure([id], options: options).first)
    #expect(column.id == id)
    _ = (0..<5).map { column.values[$0] }
  }

  private func values(_ id: MeasureID, _ change: (inout MeasureOptions) -> Void = { _ in }) throws
    -> [Double?]
  {
    var options = MeasureOptions()
    change(&options)
    let column = try dataset.view().measure([id], options: options)[0]
    return (0..<5).map { column.values[$0] }
  }

  @Test func theConventionsOfTheContract() throws {
    // a is tied to b (twice), c and d; the self-tie of c and the isolate e count nothing.
    #expect(try values(.degree) == [3, 1, 1, 1, 0])
    #expect(try values(.degree) { $0.graph.direction = .directed } == [3, 1, 1, 1, 0])
    #expect(try values(.inDegree) == [2, 1, 1, 1, 0])
    #expect(try values(.outDegree) == [3, 1, 0, 1, 0])
    #expect(try values(.strength) == [7, 5, 1, 1, 0])
    #expect(try values(.strength) { $0.graph.parallelTies = .max } == [5, 3, 1, 1, 0])
    #expect(try values(.strength) { $0.graph.parallelTies = .once } == [4, 2, 1, 1, 0])
    #expect(try values(.inStrength) == [4, 2, 1, 1, 0])
    #expect(try values(.betweenness) == [3, 0, 0, 0, 0])
    #expect(try values(.eccentricity) == [1, 2, 2, 2, nil])
    #expect(try values(.reach2) == [3, 3, 3, 3, 0])
    #expect(try values(.missions) == [2, 2, 1, 0, 0])
    #expect(try values(.methods) == [1, 0, 1, 1, 0])
    #expect(try values(.overlap) == [5, 2, 2, 1, 0])
    #expect(try values(.constraint)[4] == nil)
    #expect(try values(.clustering) == [0, nil, nil, nil, nil])
    #expect(try values(.articulation) == [1, 0, 0, 0, 0])
    // By country: a (FR) has b at home, c abroad, d unknown.
    #expect(try values(.ei) == [0, -1, 1, nil, nil])
    #expect(try values(.participation) == [0.5, 0, 0, 0, nil])
  }

  @Test func lengthsTakeTheShortestParallelTieAndStrengthsAddUp() throws {
    // Seen from b: a is 2 away by the shorter tie, c and d one more.
    let byLength = try #require(try values(.harmonic) { $0.graph.weights = .length }[1])
    #expect(abs(byLength - (0.5 + 2.0 / 3)) < 1e-15)
    // Strengths 2 and 3 add up to 5, a length of 0.2.
    let byStrength = try #require(try values(.harmonic) { $0.graph.weights = .strength }[1])
    #expect(abs(byStrength - (5 + 2.0 / 1.2)) < 1e-14)
  }

  /// Distances count towards the actor: d and b lead to a, a to all, and nothing to e.
  @Test func distancesWithDirections() throws {
    #expect(try values(.eccentricity) { $0.graph.direction = .directed } == [1, 2, 2, 2, nil])
    let chain = DatasetBuilder.dataset(
      actors: ["a", "b", "c", "d", "e"],
      ties: [.tie("a", "b"), .tie("b", "c"), .tie("c", "d"), .tie("d", "e")])
    var options = MeasureOptions()
    options.graph.direction = .directed
    let columns = try chain.view().measure([.eccentricity, .reach2, .reach3], options: options)
    #expect((0..<5).map { columns[0].values[$0] } == [nil, 1, 2, 3, 4])
    #expect((0..<5).map { columns[1].values[$0] } == [0, 1, 2, 2, 2])
    #expect((0..<5).map { columns[2].values[$0] } == [0, 1, 2, 3, 3])
  }

  /// Asked for together or alone, by steps or by lengths: reach counts steps always.
  @Test(arguments: [WeightRule.none, .length, .strength])
  func measuresOfDistanceShareTheirSearches(weights: WeightRule) throws {
    let ids: [MeasureID] = [.reach3, .closeness, .harmonic, .eccentricity, .reach2]
    var options = MeasureOptions()
    options.graph.weights = weights
    let together = try dataset.view().measure(ids, options: options)
    for (id, column) in zip(ids, together) {
      let alone = try dataset.view().measure([id], options: options)[0]
      #expect((0..<5).allSatisfy { alone.values[$0] == column.values[$0] }, "\(id)")
    }
    #expect((0..<5).map { together[4].values[$0] } == [3, 3, 3, 3, 0])
    #expect(together[4].notes.isEmpty == (weights == .none))
  }

  @Test func normalizationDividesByThePublishedMaximum() throws {
    #expect(try values(.betweenness) { $0.scale = .normalized }[0] == 0.5)
    #expect(try values(.degree) { $0.scale = .normalized }[0] == 0.75)
  }

  @Test func whatAMeasureHasNoUseForIsSaid() throws {
    var options = MeasureOptions()
    options.graph.direction = .directed
    options.graph.weights = .length
    let notes = try dataset.view().measure([.coreness, .pagerank], options: options).flatMap(\.notes)
    #expect(notes.contains { $0.contains("both ways") })
    #expect(notes.contains { $0.contains("no use for lengths") })
  }

  /// With the very figures of the computation.
  @Test func roundsAndResidualAreSaid() throws {
    let scores = try dataset.view().structure(.undirected).pageRank()
    let notes = try dataset.view().measure([.pagerank]).flatMap(\.notes)
    #expect(notes == ["pagerank: \(scores.rounds) rounds, residual \(scores.residual)"])
    for id in [MeasureID.eigenvector, .katz, .hubs, .authorities] {
      let notes = try dataset.view().measure([id]).flatMap(\.notes)
      #expect(
        notes.contains { $0.hasPrefix("\(id.rawValue): ") && $0.contains(" rounds, residual ") }, "\(id)")
    }
  }

  @Test func aDatasetWithoutTopicsOrGroupsIsMeasuredAllTheSame() throws {
    let bare = DatasetBuilder.dataset(actors: ["a", "b"], ties: [.tie("a", "b")])
    var options = MeasureOptions()
    options.refusals = .noted
    for column in try bare.view().measure(MeasureID.allCases, options: options) {
      _ = (column.values[0], column.values[1])
    }
  }

  @Test func lengthsMustBePositive() {
    let zero = DatasetBuilder.dataset(actors: ["a", "b"], ties: [.tie("a", "b", weight: 0)])
    var options = MeasureOptions()
    options.graph.weights = .length
    #expect(throws: GraphError.self) { try zero.view().measure([.harmonic], options: options) }
  }

  @Test func whatCannotBeTakenIsRefusedWithARemedy() {
    let members = DatasetBuilder.dataset(actors: ["a:city", "b:city"], ties: [.tie("a", "b")])
    for (id, remedy) in [(MeasureID.relevance, "--layer"), (.twoModeDegree, "--relation")] {
      do {
        _ = try members.view().measure([id])
        Issue.record("\(id) was taken")
      } catch {
        #expect(error.message.contains(remedy), "\(error.message)")
      }
    }
  }
}
