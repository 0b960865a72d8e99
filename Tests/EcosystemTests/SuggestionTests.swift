import Ecosystem
import Testing

@Suite struct SuggestionTests {
  @Test func nearestFirst() {
    #expect(suggestions(for: "UN-Habitat", among: ["un-habitat", "unicef", "habitat"]).first == "un-habitat")
    #expect(suggestions(for: "betweeness", among: ["betweenness", "closeness"]) == ["betweenness"])
    #expect(suggestions(for: "frnace", among: ["france", "greece"]).first == "france")
  }

  @Test func nothingFarAwayAndNothingForNothing() {
    #expect(suggestions(for: "vaccines", among: ["climate", "food"]).isEmpty)
    #expect(suggestions(for: "", among: ["a"]).isEmpty)
    #expect(suggestions(for: "!!", among: ["a"]).isEmpty)
  }

  @Test func beginningsCount() {
    #expect(suggestions(for: "singap", among: ["singapore", "paris"]) == ["singapore"])
  }
}
