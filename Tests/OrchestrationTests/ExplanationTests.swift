import EcographTestSupport
import Ecosystem
import GraphCore
import Orchestration
import Testing

@Suite struct ExplanationTests {
  let table: CriteriaTable
  init() throws { table = try Handmade.draft.dataset.view().criteria() }

  @Test func saysWhyInWords() throws {
    let explanation = try table.explanation(of: Handmade.a)
    #expect(explanation.candidates == .members)
    #expect(
      explanation.summary
        == "a ranks 2nd of 5 members: it brings together 4 actors (1st of 5); reaches into 2 countries (1st)")
    #expect(
      explanation.criteria.map(\.sentence) == [
        "brings together 4 actors (1st of 5)",
        "links no others on shortest paths (shared 2nd of 5)",
        "has an openness of 0 % (shared 4th of 5)",
        "works on 1 mission (shared 2nd of 5)", "uses 1 method (shared 2nd of 5)",
        "reaches into 2 countries (1st of 5)", "convenes 1 actor (shared 1st of 5)",
      ])
  }

  @Test func namesTheTiesBehindReach() throws {
    let reach = try table.explanation(of: Handmade.a).criteria[0]
    #expect(
      reach.parts == [
        .init(subject: .direct, label: "tied directly", actors: [Handmade.net], ties: [0]),
        .init(
          subject: .venue(Handmade.net), label: "joined net, which it convenes",
          actors: [Handmade.b, Handmade.c, Handmade.d], ties: [0, 1, 2, 3, 7]),
      ])
  }

  @Test func namesTheTiesBehindTopicsCountriesAndConvening() throws {
    let explanation = try table.explanation(of: Handmade.b)
    #expect(
      explanation.criteria[3].parts == [
        .init(subject: .topic(0), label: "Climate", actors: [Handmade.net], ties: [1, 7]),
        .init(subject: .topic(1), label: "Health", actors: [Handmade.fund], ties: [4]),
      ])
    #expect(
      explanation.criteria[5].parts == [
        .init(subject: .country("ES"), label: "ES", actors: [Handmade.e], ties: [4, 5])
      ])
    #expect(
      explanation.criteria[6].parts == [
        .init(subject: .venue(Handmade.fund), label: "funds fund", actors: [Handmade.fund], ties: [4])
      ])
    let venue = try table.explanation(of: Handmade.net)
    #expect(venue.candidates == .venues)
    #expect(
      venue.criteria[6].parts == [
        .init(
          subject: .direct, label: "joined by", actors: [Handmade.b, Handmade.c, Handmade.d],
          ties: [1, 2, 3, 7])
      ])
  }

  @Test func evidenceLeadsToSources() throws {
    let explanation = try table.explanation(of: Handmade.a)
    #expect(explanation.evidence.map(\.tie) == [0, 1, 2, 3, 7])
    let own = try #require(explanation.evidence(ofTie: 0))
    #expect(own.statement == "a – convenes – net")
    #expect(own.sources.map(\.title) == ["First source"])
    #expect(own.locator == "page 1")
    // b's own ties come first, then the one by which e joined the fund.
    #expect(try table.explanation(of: Handmade.b).evidence.map(\.tie) == [1, 4, 7, 5])
    // A source that the dataset does not describe is known by its key.
    #expect(explanation.evidence(ofTie: 1)?.sources.map(\.title) == ["s2"])
    #expect(explanation.evidence(ofTie: 2)?.sources == [])
    #expect(explanation.evidence(ofTie: 5) == nil)
  }

  @Test func saysWhatHoldsItBackAndWhoIsAhead() throws {
    let explanation = try table.explanation(of: Handmade.a)
    #expect(explanation.shortfalls.map(\.criterion) == [.openness, .brokerage])
    #expect(
      explanation.shortfalls[1].sentence
        == "brokerage: it links no others on shortest paths (shared 2nd of 5); the best links about 8 pairs of "
        + "others on shortest paths")
    let rival = try #require(explanation.rival)
    #expect(rival.actor == Handmade.b)
    #expect(rival.leadsIn == [.brokerage, .openness, .missions])
    #expect(rival.trailsIn == [.reach, .methods, .borders])
    #expect(try table.explanation(of: Handmade.b).rival == nil)
  }

  @Test func refusesWhoIsNotRanked() throws {
    let alone = #expect(throws: RankingError.self) { try table.explanation(of: Handmade.isolate) }
    #expect(alone?.reason == .notACandidate)
    let misplaced = #expect(throws: RankingError.self) {
      try table.explanation(of: Handmade.net, among: .members)
    }
    #expect(misplaced?.description == "net is not among the members: it is ranked among the venues")
  }

  /// The parts of a value add up to it, whatever the data.
  @Test(arguments: UInt64(0)..<30) func partsAddUpToTheValue(seed: UInt64) throws {
    let table = try DraftDataset.random(seed: seed).dataset.view().criteria()
    for row in try table.ranking().rows {
      let explanation = try table.explanation(of: row.actor, among: .all)
      for reason in explanation.criteria {
        guard let value = reason.value else { continue }
        let count = Int(value)
        let actors = Set(reason.parts.flatMap(\.actors)).count
        switch reason.criterion {
        case .reach, .convening: #expect(actors == count)
        case .missions, .methods, .borders: #expect(reason.parts.count == count)
        case .brokerage, .openness: #expect(actors == row.partners)
        }
        for tie in reason.parts.flatMap(\.ties) { #expect(explanation.evidence(ofTie: tie) != nil) }
      }
    }
  }
}
