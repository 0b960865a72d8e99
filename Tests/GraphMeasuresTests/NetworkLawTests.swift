import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Laws that every measure of a whole network keeps; `NetworkMeasure.swift` says which do not, and why.
@Suite(.tags(.property)) struct NetworkLawTests {
  @Test(arguments: NetworkMeasure.allCases) func namesDoNotMatter(measure: NetworkMeasure) throws {
    guard measure.isFreeOfNames else { return }
    var generator = SeededGenerator(seed: 100)
    for test in try LawCase.samples() {
      let names = (0..<test.count).shuffled(using: &generator)
      #expect(agree([try measure.value(test.relabeled(names))], [try measure.value(test)]))
    }
  }

  @Test(arguments: NetworkMeasure.allCases) func anIsolate(measure: NetworkMeasure) throws {
    for test in try LawCase.samples() {
      guard let expected = measure.besideAnIsolate(try measure.value(test), of: test.count) else { return }
      #expect(agree([try measure.value(test.withIsolate())], [expected]))
    }
  }

  @Test(arguments: NetworkMeasure.allCases) func turningArcsRound(measure: NetworkMeasure) throws {
    try measure.expectTurnedRound()
  }

  @Test(arguments: NetworkMeasure.allCases) func valuesAreInRange(measure: NetworkMeasure) throws {
    try measure.expectInRange()
  }

  @Test(arguments: NetworkMeasure.allCases) func weightsHaveAUnit(measure: NetworkMeasure) throws {
    try measure.expectUnit()
  }

  @Test(arguments: NetworkMeasure.allCases) func oneTieMore(measure: NetworkMeasure) throws {
    try measure.expectTrend()
  }

  /// Nothing is measured where there is nothing, and nothing fails.
  @Test(arguments: NetworkMeasure.allCases) func nothing(measure: NetworkMeasure) throws {
    for direction in Direction.allCases {
      let value = try measure.value(LawCase(direction, [], []))
      #expect(value == nil || value == 0)
    }
  }
}
