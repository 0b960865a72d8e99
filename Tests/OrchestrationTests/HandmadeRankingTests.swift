import Ecosystem
import GraphCore
import Orchestration
import Testing

/// A dataset small enough to work out every number by hand.
///
/// Ties (the last three are noise that must change nothing: a repeated row, a self-tie, an isolate):
///
///     a convenes net (climate, prizes)      b member-of net (climate)     b funds fund (health)
///     c member-of net (climate)             d member-of net (climate, prizes)
///     e member-of fund (health, peers)      c partners-with d, undirected (peers)
///
/// As a simple graph: net–a, net–b, net–c, net–d, b–fund, fund–e, c–d.
enum Handmade {
  static let net = 0
  static let fund = 1
  static let a = 2
  static let b = 3
  static let c = 4
  static let d = 5
  static let e = 6
  static let isolate = 7

  static let draft = DraftDataset(
    actors: [
      .init(id: "net", kind: "network"), .init(id: "fund", kind: "fund"),
      .init(id: "a", kind: "government", country: "FR"), .init(id: "b", kind: "government", country: "DE"),
      .init(id: "c", kind: "city", country: "FR"), .init(id: "d", kind: "city", country: "IT"),
      .init(id: "e", kind: "city", country: "ES"), .init(id: "isolate", kind: "city", country: "PT"),
    ],
    ties: [
      .init(from: a, to: net, relation: "convenes", mission: 0, method: 2, source: "s1"),
      .init(from: b, to: net, relation: "member-of", mission: 0, source: "s2"),
      .init(from: c, to: net, relation: "member-of", mission: 0),
      .init(from: d, to: net, relation: "member-of", mission: 0, method: 2),
      .init(from: b, to: fund, relation: "funds", mission: 1),
      .init(from: e, to: fund, relation: "member-of", mission: 1, method: 3),
      .init(from: c, to: d, relation: "partners-with", method: 3, isDirected: false),
      .init(from: b, to: net, relation: "member-of", mission: 0, source: "s2"),
      .init(from: a, to: a, relation: "convenes", mission: 1, method: 3),
    ], topics: DraftDataset.standardTopics)
}

@Suite struct HandmadeRankingTests {
  let table: CriteriaTable
  init() throws { table = try Handmade.draft.dataset.view().criteria() }

  @Test(
    arguments: [
      // Those tied directly, and for a the members of net, for b the one of fund.
      (Criterion.reach, [4, 2, 4, 3, 2, 2, 1]),
      // Pairs parted by removal: net {a}{b fund e}{c d} 3+2+6; b {net a c d}{fund e} 8; fund {e} and 5 others.
      (.brokerage, [11, 5, 0, 8, 0, 0, 0]),
      // Constraint of net 1/16 + 1/16 + (1/4 + 1/8)² · 2 = 26/64; c and d (3/4)² + (5/8)² = 61/64.
      (.openness, [38.0 / 64, 0.5, 0, 0.5, 3.0 / 64, 3.0 / 64, 0]),
      (.missions, [1, 1, 1, 2, 1, 1, 1]),
      (.methods, [1, 1, 1, 0, 1, 2, 1]),
      // a: DE and IT, not its own FR; net: FR, DE, IT; e reaches fund alone, which has no country.
      (.borders, [3, 2, 2, 1, 1, 1, 0]),
      // net was joined by b, c, d; fund by e; a convenes net, b fund.
      (.convening, [3, 1, 1, 1, 0, 0, 0]),
    ] as [(Criterion, [Double])])
  func criterionByHand(criterion: Criterion, expected: [Double]) throws {
    for vertex in expected.indices {
      let value = try #require(table[criterion, vertex])
      #expect(abs(value - expected[vertex]) <= 1e-15 * max(1, expected[vertex]), "vertex \(vertex)")
    }
  }

  @Test func perTieValuesByHand() {
    #expect(table.reachPerTie == [1, 1, 4, 1.5, 1, 1, 1, nil])
    #expect(table.shareAbroad == [nil, nil, 2.0 / 3, 1, 1, 1, nil, nil])
    #expect(table.partners == [4, 2, 1, 2, 2, 2, 1, 0])
  }

  /// Half-points of 8 by criterion, in the order of the criteria:
  /// a 8 3 1 3 4 8 7 = 34, b 6 8 8 8 0 4 7 = 41, c 3 3 5 3 4 4 2 = 24, d 3 3 5 3 8 4 2 = 28, e 0 3 1 3 4 0 2 = 13.
  @Test func bordaByHand() throws {
    let ranking = try table.ranking(RankingOptions(candidates: .members))
    #expect(ranking.rows.map(\.actor) == [Handmade.b, Handmade.a, Handmade.d, Handmade.c, Handmade.e])
    #expect(ranking.rows.map(\.rank) == [1, 2, 3, 4, 5])
    for (row, halfPoints) in zip(ranking.rows, [41, 34, 28, 24, 13]) {
      #expect(abs(row.score - Double(halfPoints) / 56) < 1e-15)
    }
    // d is alone in methods; c is nowhere better than d, e nowhere better than a.
    #expect(ranking.rows.map(\.isUnbeaten) == [true, true, true, false, false])
    #expect(ranking.rows[0].carriers == [.brokerage, .openness])
    #expect(ranking.rows[1].carriers == [.reach, .borders])
    #expect(ranking.rows[1].reason == "brings together 4 actors (1st of 5); reaches into 2 countries (1st)")
    #expect(ranking.unranked == 1)
    #expect(ranking.notes.contains { $0.contains("1 actor without a tie to another is not ranked") })
    #expect(ranking.criteria == Criterion.allCases)
    let reach = try #require(ranking.row(ofActor: Handmade.c)?.standing(in: .reach))
    #expect(reach.rank == 3 && reach.tied == 1 && reach.points == 3.0 / 8)
  }

  @Test func weightsByHand() throws {
    // Methods alone: d 8, a c e 4, b 0.
    var weights = Dictionary(uniqueKeysWithValues: Criterion.allCases.map { ($0, 0.0) })
    weights[.methods] = 2.5
    let ranking = try table.ranking(RankingOptions(candidates: .members, weights: weights))
    #expect(ranking.rows.map { view(of: $0) } == ["d", "a", "c", "e", "b"])
    #expect(ranking.rows.map(\.rank) == [1, 2, 2, 2, 5])
    #expect(ranking.rows.map(\.score) == [1, 0.5, 0.5, 0.5, 0])
    #expect(ranking.rows.map(\.isUnbeaten) == [true, false, false, false, false])
    #expect(ranking.rows.map(\.carriers) == [[.methods], [.methods], [.methods], [.methods], []])
    #expect(ranking.criteria == [.methods])
  }

  private func view(of row: OrchestratorRanking.Row) -> String { table.view.id(of: row.vertex) }

  @Test func venuesAndMembersAreRankedApart() throws {
    let venues = try table.ranking(RankingOptions(candidates: .venues))
    #expect(venues.rows.map { view(of: $0) } == ["net", "fund"])
    // net is first in all but missions and methods, where the two are tied: (5 + 2/2) / 7.
    #expect(abs(venues.rows[0].score - 6.0 / 7) < 1e-15)
    #expect(try table.ranking().rows.count == 7)
  }

  @Test func whoIsJoinedMoreThanItJoinsIsAVenue() throws {
    let draft = DraftDataset(
      actors: ["union", "x", "y", "club"].map {
        .init(id: $0, kind: $0 == "club" ? "network" : "government")
      },
      ties: [
        .init(from: 1, to: 0, relation: "member-of"), .init(from: 2, to: 0, relation: "member-of"),
        .init(from: 0, to: 3, relation: "member-of"), .init(from: 1, to: 3, relation: "member-of"),
      ])
    let table = try draft.dataset.view().criteria()
    #expect(table.isVenue == [true, false, false, true])
    #expect(table.notes == ["counted among venues, since more actors join them than they join: `union`"])
  }

  @Test func documentsAreInTheNetworkButNotRanked() throws {
    var draft = Handmade.draft
    draft.actors.append(.init(id: "paper", kind: "report"))
    draft.ties.append(.init(from: Handmade.e, to: 8, relation: "publishes", mission: 0))
    let table = try draft.dataset.view().criteria()
    #expect(table[.reach, Handmade.e] == 2)
    let ranking = try table.ranking()
    #expect(ranking.rows.count == 7 && ranking.row(ofActor: 8) == nil)
    #expect(ranking.notes.contains("documents are not ranked: `paper`"))
    let error = #expect(throws: RankingError.self) { try table.explanation(of: 8) }
    #expect(error?.reason == .notACandidate)
  }

  @Test func joiningALargeVenueAddsTheVenueAlone() throws {
    let members = (1...50).map { DraftDataset.Actor(id: "m\($0)", kind: "city") }
    var draft = DraftDataset(
      actors: [.init(id: "net", kind: "network")] + members,
      ties: (1...50).map { .init(from: $0, to: 0, relation: "member-of") })
    #expect(try draft.dataset.view().criteria()[.reach, 7] == 1)
    draft.ties.append(.init(from: 7, to: 0, relation: "governs"))
    let table = try draft.dataset.view().criteria()
    #expect(table[.reach, 7] == 50)
    #expect(table.reachPerTie[7] == 50)
    #expect(table[.reach, 8] == 1)
  }
}
