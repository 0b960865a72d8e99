import EcographTestSupport
import Ecosystem
import GraphCore
import Orchestration
import Testing

/// Data that say little: bare edge lists, empty ones, views without venues.
@Suite struct EdgeListRankingTests {
  /// Marriages among Florentine families (Padgett & Ansell 1993).
  static let florentine: [(String, String)] = [
    ("Acciaiuoli", "Medici"), ("Castellani", "Peruzzi"), ("Castellani", "Strozzi"),
    ("Castellani", "Barbadori"),
    ("Medici", "Barbadori"), ("Medici", "Ridolfi"), ("Medici", "Tornabuoni"), ("Medici", "Albizzi"),
    ("Medici", "Salviati"), ("Salviati", "Pazzi"), ("Peruzzi", "Strozzi"), ("Peruzzi", "Bischeri"),
    ("Strozzi", "Ridolfi"), ("Strozzi", "Bischeri"), ("Ridolfi", "Tornabuoni"), ("Tornabuoni", "Guadagni"),
    ("Albizzi", "Ginori"), ("Albizzi", "Guadagni"), ("Bischeri", "Guadagni"), ("Guadagni", "Lamberteschi"),
  ]

  private func draft(_ pairs: [(String, String)]) -> DraftDataset {
    let names = Set(pairs.flatMap { [$0.0, $0.1] }).sorted()
    return DraftDataset(
      actors: names.map { .init(id: $0) },
      ties: pairs.map {
        .init(from: names.firstIndex(of: $0.0) ?? 0, to: names.firstIndex(of: $0.1) ?? 0)
      })
  }

  @Test func mediciBringFlorenceTogether() throws {
    let view = draft(Self.florentine).dataset.view()
    let ranking = try view.orchestrators()
    #expect(view.id(of: ranking.rows[0].vertex) == "Medici")
    #expect(view.id(of: ranking.rows[1].vertex) == "Guadagni")
    #expect(ranking.rows[0].score == 1)
    #expect(ranking.rows.filter(\.isUnbeaten).count == 1)
    #expect(ranking.rows[0].value(of: .reach) == 6)
    #expect(abs((ranking.rows[0].value(of: .brokerage) ?? 0) - 47.5) < 1e-12)
    #expect(abs((ranking.rows[0].value(of: .openness) ?? 0) - (1 - 0.2099)) < 1e-4)
    #expect(ranking.criteria == [.reach, .brokerage, .openness])
    #expect(ranking.notes.contains("missions is left out: no tie has a mission"))
    #expect(ranking.notes.contains("borders is left out: no actor has a country"))
    #expect(ranking.notes.contains("convening is left out: no tie says who convenes or joins whom"))
    #expect(ranking.rows.allSatisfy { $0.missing == 0 && $0.shareAbroad == nil })
  }

  /// All vertices of a ring have the same betweenness, added up in 101 different orders.
  @Test func equalPositionsShareARankInSpiteOfRounding() throws {
    var generator = SeededGenerator(seed: 4)
    let order = Array(0..<101).shuffled(using: &generator)
    let ring = DraftDataset(
      actors: order.map { .init(id: "v\($0)") },
      ties: order.indices.flatMap { place in
        [1, 7].map { .init(from: order[place], to: order[(place + $0) % 101]) }
      })
    let ranking = try ring.dataset.view().orchestrators()
    #expect(ranking.rows.allSatisfy { $0.rank == 1 && $0.score == 0.5 && $0.isUnbeaten })
  }

  @Test func emptyAndTinyDatasets() throws {
    let empty = DraftDataset(actors: [], ties: []).dataset.view()
    #expect(try empty.orchestrators().rows.isEmpty)
    let lonely = DraftDataset(actors: [.init(id: "x")], ties: [.init(from: 0, to: 0)]).dataset.view()
    #expect(try lonely.orchestrators().rows.isEmpty)
    #expect(try lonely.orchestrators().unranked == 1)
    let pair = DraftDataset(actors: [.init(id: "x"), .init(id: "y")], ties: [.init(from: 0, to: 1)])
    #expect(try pair.dataset.view().orchestrators().rows.map(\.rank) == [1, 1])
    let venues = try pair.dataset.view().orchestrators(RankingOptions(candidates: .venues))
    #expect(venues.rows.isEmpty)
    #expect(venues.notes == ["there is nobody to rank among venues"])
    let single = DraftDataset(
      actors: [.init(id: "x"), .init(id: "n", kind: "network")],
      ties: [.init(from: 0, to: 1, relation: "member-of")])
    let alone = try single.dataset.view().orchestrators(RankingOptions(candidates: .members))
    #expect(alone.rows.map(\.rank) == [1] && alone.rows[0].score == 1)
  }

  @Test func projectionChangesTheGraphAndNothingElse() throws {
    let dataset = Handmade.draft.dataset
    var selection = Selection()
    selection.projection = .init()
    let view = try dataset.view(selection)
    let table = try view.criteria()
    let whole = try dataset.view().criteria()
    for (vertex, actor) in view.actors.enumerated() {
      for criterion in [Criterion.reach, .missions, .methods, .borders, .convening] {
        #expect(table[criterion, vertex] == whole[criterion, actor])
      }
    }
    // Members of net a b c d are all tied, b and e through fund: b parts e from a, c and d.
    let brokerage = (0..<view.vertexCount).map { table[.brokerage, $0] }
    #expect(brokerage == [0, 3, 0, 0, 0, 0])
    let ranking = try table.ranking()
    #expect(ranking.rows.count == 5)
    #expect(
      ranking.notes.contains { $0.hasPrefix("brokerage and openness are of the network without venues") })
  }

  @Test func undefinedValuesAreLastAndCounted() throws {
    // The only member of its venue has nobody left once venues are taken away, so no openness.
    let draft = DraftDataset(
      actors: [.init(id: "n", kind: "network"), .init(id: "m", kind: "network")]
        + ["x", "y", "z"].map { .init(id: $0) },
      ties: [
        .init(from: 2, to: 0, relation: "member-of"), .init(from: 3, to: 0, relation: "member-of"),
        .init(from: 4, to: 1, relation: "member-of"),
      ])
    var selection = Selection()
    selection.projection = .init()
    let ranking = try draft.dataset.view(selection).orchestrators()
    let z = try #require(ranking.row(ofActor: 4))
    #expect(z.value(of: .openness) == nil)
    #expect(z.missing == 1)
    #expect(z.standing(in: .openness)?.rank == 3)
    #expect(ranking.rows.filter { $0.missing == 0 }.count == 2)
  }

  @Test(arguments: [-1, .nan, .infinity] as [Double]) func refusesWeights(weight: Double) throws {
    let view = Handmade.draft.dataset.view()
    let error = #expect(throws: RankingError.self) {
      try view.orchestrators(RankingOptions(weights: [.reach: weight]))
    }
    #expect(error?.reason == .badWeights)
  }

  @Test func refusesWeightsThatLeaveNothing() throws {
    let none = Dictionary(uniqueKeysWithValues: Criterion.allCases.map { ($0, 0.0) })
    let view = draft(Self.florentine).dataset.view()
    #expect(throws: RankingError.self) { try view.orchestrators(RankingOptions(weights: none)) }
    var onlyMissions = none
    onlyMissions[.missions] = 1
    let error = #expect(throws: RankingError.self) {
      try view.orchestrators(RankingOptions(weights: onlyMissions))
    }
    #expect(error?.description.hasSuffix("defined are reach, brokerage, openness") == true)
  }
}
