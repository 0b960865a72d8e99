import EcographTestSupport
import Ecosystem
import Foundation
import Testing

@testable import EcosystemMaps

@Suite struct EdgeCaseTests {
  private func check(_ dataset: Dataset, _ selection: Selection = Selection()) throws {
    for style in MapStyle.allCases.map(Optional.some) + [nil] {
      let map = try Samples.map(of: dataset, selection: selection, options: MapOptions(style: style))
      #expect(XMLParserResult(Data(map.svg().utf8)).isWellFormed)
      for line in map.drawing.lines { #expect(map.drawing.page.contains(line.frame)) }
      #expect(map.drawing.width < 6_000 && map.drawing.height < 9_000)
    }
  }

  @Test func nobody() throws { try check(DatasetBuilder.dataset(actors: [], ties: [])) }

  @Test func oneActor() throws { try check(DatasetBuilder.dataset(actors: ["only:city"], ties: [])) }

  @Test func onlyIsolates() throws {
    try check(DatasetBuilder.dataset(actors: (0..<70).map { "i\($0):city" }, ties: []))
  }

  @Test func oneActorTiedToItself() throws {
    try check(DatasetBuilder.dataset(actors: ["a:city"], ties: [.tie("a", "a")]))
  }

  @Test func twoComponents() throws {
    try check(
      DatasetBuilder.dataset(
        actors: ["a:network", "b:city", "c:city", "d:network", "e:city"],
        ties: [.tie("b", "a"), .tie("c", "a"), .tie("e", "d")]))
  }

  @Test func oneVenueWithAHundredMembers() throws { try check(Samples.star(members: 100)) }

  @Test func venuesAlone() throws {
    try check(
      DatasetBuilder.dataset(
        actors: ["a:network", "b:network", "c:network"], ties: [.tie("a", "b"), .tie("b", "c")]))
  }

  @Test func venuesProjectedAway() throws {
    var selection = Selection()
    selection.projection = Selection.Projection()
    try check(Samples.star(members: 12), selection)
    let map = try Samples.map(of: Samples.star(members: 12), selection: selection)
    #expect(map.specification.ties.count == 66)
    #expect(map.specification.nodes.count == 12)
  }

  @Test func tooLargeForAStyle() throws {
    let dataset = Samples.random(actors: 2_500, ties: 2_500, seed: 1)
    #expect {
      try Samples.map(of: dataset, options: MapOptions(style: .columns))
    } throws: { error in
      (error as? MapError)?.reason == .tooLarge && "\(error)".contains("--mission")
        && "\(error)".contains("network")
    }
  }

  @Test func tooLargeForAnyMap() throws {
    let count = 20_001
    let dataset = Dataset(
      description: Dataset.Description(name: "large", title: "Large"),
      actors: ActorTable(ids: (0..<count).map { "a\($0)" }), ties: TieTable(sources: [], targets: []))
    #expect {
      try Samples.map(of: dataset)
    } throws: { error in
      (error as? MapError)?.reason == .tooLarge && "\(error)".contains("--around")
    }
  }

  @Test func rowsInAnotherOrderGiveTheSamePicture() throws {
    let actors = ["a:network", "b:city", "c:city", "d:network", "e:city"]
    let ties: [DatasetBuilder.TieRow] = [
      .tie("b", "a", mission: "m"), .tie("c", "a", mission: "m"), .tie("c", "d", mission: "n"),
      .tie("e", "d", mission: "n"), .tie("b", "c", mission: "n"),
    ]
    let topics = [Topic(id: "m", name: "m", axis: .vertical), Topic(id: "n", name: "n", axis: .vertical)]
    for style in MapStyle.allCases {
      let options = MapOptions(style: style)
      let one = try Samples.map(
        of: DatasetBuilder.dataset(actors: actors, ties: ties, topics: topics), options: options)
      let other = try Samples.map(
        of: DatasetBuilder.dataset(actors: actors.reversed(), ties: ties.reversed(), topics: topics),
        options: options)
      #expect(one.svg() == other.svg())
    }
  }
}
