import EcographTestSupport
import Ecosystem
import Testing

@Suite struct RollupTests {
  private let dataset = DatasetBuilder.dataset(
    actors: ["a:city:FR", "b:agency:FR", "c:city:GB", "d:network", "e:city:GB"],
    ties: [
      .tie("a", "b", "x", mission: "m1"), .tie("a", "c", "y", weight: 2), .tie("b", "e", "x"),
      .tie("d", "c", "member-of"), .tie("c", "c"),
    ])

  private func rolledUp(_ rollup: Rollup) -> Selection {
    var selection = Selection()
    selection.rollup = rollup
    return selection
  }

  @Test func countriesTakeTheirActorsAndEveryTieStays() throws {
    let view = try dataset.view(rolledUp(.country))
    #expect((0..<view.vertexCount).map { view.id(of: $0) } == ["FR", "GB", "d"])
    #expect(view.ties.count == 5)
    // France–Britain twice, Britain–d; a–b is internal now, c–c was before.
    #expect(try view.graph().strengths() == [3, 4, 1])
    #expect(
      view.notes.contains { $0.contains("5 actors") && $0.contains("into 3") && $0.contains("1 of 5 ties") })
    #expect(view.notes.contains { $0.contains("1 actors without a country") })
    #expect(view.dataset.ties.topic(of: 0, on: .vertical) == dataset.ties.topic(of: 0, on: .vertical))
  }

  @Test func kindsAreRolledUpToo() throws {
    let view = try dataset.view(rolledUp(.kind))
    #expect((0..<view.vertexCount).map { view.id(of: $0) } == ["city", "agency", "network"])
  }

  @Test func aNameThatIsTakenIsToldApart() throws {
    let clash = DatasetBuilder.dataset(actors: ["FR:city", "b:city:FR"], ties: [.tie("FR", "b")])
    let view = try clash.view(rolledUp(.country))
    #expect((0..<view.vertexCount).map { view.id(of: $0) } == ["FR", "country:FR"])
  }

  @Test func aSelectionComesFirstAndProjectionLast() throws {
    var selection = rolledUp(.country)
    selection.relations = ["x"]
    #expect(try dataset.view(selection).ties.count == 2)
    var projecting = rolledUp(.country)
    projecting.axis = .vertical
    #expect(try dataset.view(projecting).selection.axis == .vertical)
    projecting.axis = nil
    projecting.projection = Selection.Projection()
    let view = try dataset.view(projecting)
    #expect((0..<view.vertexCount).map { view.id(of: $0) } == ["FR", "GB"])
  }
}
