import EcographTestSupport
import Ecosystem
import Testing

@Suite struct SelectionTests {
  /// France and Chad join two networks; a lone agency joins none.
  private let dataset = DatasetBuilder.dataset(
    actors: [
      "france:government:FR", "chad:government:TD", "paris:city:FR", "c40:network", "gavi:network",
      "lone:agency:FR",
    ],
    ties: [
      .tie("france", "gavi", "member-of", mission: "vaccines", start: "2000", confidence: 1),
      .tie("chad", "gavi", "member-of", mission: "vaccines", start: "2010", end: "2015", confidence: 0.6),
      .tie("paris", "c40", "member-of", mission: "climate", method: "community-of-practice"),
      .tie("paris", "france", "partners-with", method: "prize-competition", isDirected: false),
    ])

  private func ids(_ change: (inout Selection) -> Void) throws -> [String] {
    var selection = Selection()
    change(&selection)
    let view = try dataset.view(selection)
    return view.actors.map { dataset.actors.id(of: $0) }
  }

  @Test func everythingByDefaultIsolatesIncluded() throws {
    #expect(try ids { _ in }.count == 6)
    #expect(dataset.view().ties.count == 4)
  }

  @Test func choosingTiesLeavesActorsThatHaveOne() throws {
    #expect(try ids { $0.missions = ["vaccines"] } == ["france", "chad", "gavi"])
    #expect(try ids { $0.axis = .horizontal } == ["france", "paris", "c40"])
    #expect(try ids { $0.relations = ["PARTNERS-WITH"] } == ["france", "paris"])
  }

  @Test func choosingActorsKeepsThoseWithoutTies() throws {
    #expect(try ids { $0.countries = ["fr"] } == ["france", "paris", "lone"])
    #expect(try ids { $0.kinds = ["agency"] } == ["lone"])
  }

  @Test func periodsAndConfidence() throws {
    #expect(try ids { $0.period = .at(PartialDate(year: 2005)!) } == ["france", "paris", "c40", "gavi"])
    #expect(try ids { $0.period = .init(since: PartialDate(year: 2015)!, until: nil) }.contains("chad"))
    #expect(try !ids { $0.period = .init(since: PartialDate("2016-01")!, until: nil) }.contains("chad"))
    #expect(try ids { $0.minimumConfidence = 0.8 } == ["france", "gavi"])
  }

  @Test func whatIsTakenForGrantedIsSaid() throws {
    var selection = Selection()
    selection.minimumConfidence = 0.5
    #expect(try dataset.view(selection).notes.contains { $0.hasPrefix("2 ties without a stated confidence") })
    selection.minimumConfidence = nil
    selection.period = .at(PartialDate(year: 2012)!)
    #expect(try dataset.view(selection).notes.contains { $0.hasPrefix("2 ties without dates") })
  }

  @Test func egoNetworksGoBothWays() throws {
    #expect(try ids { $0.ego = .init(actor: "gavi", steps: 1) } == ["france", "chad", "gavi"])
    #expect(try ids { $0.ego = .init(actor: "gavi", steps: 2) } == ["france", "chad", "paris", "gavi"])
    #expect(try ids { $0.ego = .init(actor: "lone", steps: 3) } == ["lone"])
    #expect(try ids { $0.ego = .init(actor: "lone", steps: 0) } == ["lone"])
  }

  @Test func aTopicStandsForTheTopicsBelowIt() throws {
    let nested = DatasetBuilder.dataset(
      actors: ["a", "b", "c"],
      ties: [.tie("a", "b", mission: "health"), .tie("b", "c", mission: "vaccines")],
      topics: [
        Topic(id: "health", name: "Health", axis: .vertical),
        Topic(id: "vaccines", name: "Vaccines", axis: .vertical, parent: 0),
      ])
    var selection = Selection()
    selection.missions = ["health"]
    #expect(try nested.view(selection).ties.count == 2)
    selection.missions = ["Vaccines"]
    #expect(try nested.view(selection).ties.count == 1)
  }

  @Test func unknownNamesSuggestTheNearest() {
    func message(_ change: (inout Selection) -> Void) -> String {
      var selection = Selection()
      change(&selection)
      let error = #expect(throws: SelectionError.self) { try dataset.view(selection) }
      return error?.description ?? ""
    }
    #expect(message { $0.missions = ["climat"] }.contains("did you mean `climate`"))
    #expect(message { $0.missions = ["prize-competition"] }.contains("is a method"))
    #expect(message { $0.ego = .init(actor: "frnace") }.contains("`france`"))
    #expect(message { $0.relations = ["zzz"] }.contains("`member-of`"))
    #expect(message { $0.minimumConfidence = 2 }.contains("0...1"))
    #expect(
      message { $0.period = .init(since: PartialDate(year: 2020)!, until: PartialDate(year: 2010)!) }
        .contains("before"))
  }
}
