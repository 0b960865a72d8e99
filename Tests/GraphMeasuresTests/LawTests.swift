import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

/// Laws that every measure keeps; `Measure+Laws.swift` says which do not, and why.
@Suite(.tags(.property)) struct LawTests {
  @Test(arguments: Measure.allCases) func relabelingPermutesValues(measure: Measure) throws {
    guard measure.isFreeOfNames else { return }
    var generator = SeededGenerator(seed: 100)
    for test in try LawCase.samples() {
      if measure.isDecidedByNamesAmongEqualCycles, test.direction == .directed { continue }
      let names = (0..<test.count).shuffled(using: &generator)
      let renamed = try measure.values(test.relabeled(names))
      #expect(
        agree(names.map { renamed[$0] }, try measure.values(test), relative: 1e-10, absolute: 1e-11))
    }
  }

  @Test(arguments: Measure.allCases) func unionsAreSideBySide(measure: Measure) throws {
    if case .changed = measure.besideAnotherGraph { return }
    let all = try LawCase.samples()
    for (left, right) in zip(all, all.dropFirst()) where left.direction == right.direction {
      let union = try left.united(with: right)
      let values = try measure.values(union)
      let parts = [(left, Array(values[..<left.count])), (right, Array(values[left.count...]))]
      try expect(measure, measure.besideAnotherGraph, parts, in: union)
    }
  }

  @Test(arguments: Measure.allCases) func anIsolateChangesNobody(measure: Measure) throws {
    for test in try LawCase.samples() {
      let more = try test.withIsolate()
      let values = try measure.values(more)
      let others = Array(values.dropLast())
      try expect(measure, measure.besideAnIsolate, [(test, others)], in: more)
      switch measure.ofIsolate {
      case .undefined: #expect(values.last == .some(nil))
      case .number(let number): #expect(values.last == number)
      case .least:
        let own = try #require(values.last ?? nil)
        #expect(others.allSatisfy { $0.map { $0 >= own * (1 - 1e-10) } ?? true })
      case .oneShare: #expect(agree([values.last ?? nil], [1 / Double(more.count)]))
      case .anything: break
      }
    }
  }

  /// The values of the parts of a case are what they were alone, in a way.
  private func expect(
    _ measure: Measure, _ company: Measure.Company, _ parts: [(LawCase, [Double?])], in whole: LawCase
  ) throws {
    var winners = 0
    for (part, values) in parts {
      let alone = try measure.values(part)
      switch company {
      case .alike:
        let scaled = try alone.enumerated().map { vertex, value in
          try value.map { try $0 * measure.factor(vertex, of: part, in: whole) }
        }
        // Scores of a walk that is followed until changes add up to less than 1e-12 or so.
        #expect(agree(values, scaled, absolute: measure == .versatilityPageRank ? 1e-11 : 1e-12))
      case .inProportion: #expect(agree(shares(values), shares(alone), relative: 1e-10, absolute: 1e-11))
      case .oneHasAll:
        let isWinner = values.contains { $0 != 0 }
        winners += isWinner ? 1 : 0
        #expect(!isWinner || agree(values, alone, relative: 1e-10, absolute: 1e-11))
      case .changed: break
      }
    }
    if company == .oneHasAll { #expect(winners <= 1) }
  }

  private func shares(_ values: [Double?]) -> [Double?] {
    let sum = values.reduce(0) { $0 + ($1 ?? 0) }
    return values.map { $0.map { sum > 0 ? $0 / sum : 0 } }
  }

  @Test(arguments: Measure.allCases) func turningArcsRound(measure: Measure) throws {
    try measure.expectTurnedRound()
  }

  /// To turn the arcs of a graph round twice changes nothing, down to the order of rows.
  @Test func turningArcsRoundTwice() throws {
    for test in try LawCase.samples() {
      let (graph, turned) = (test.graph, test.graph.transposed())
      #expect(turned.matrix == (try test.reversed().graph.matrix))
      let again = turned.transposed()
      for vertex in 0..<test.count {
        #expect(again.neighbors(of: vertex).elementsEqual(graph.neighbors(of: vertex)))
      }
      #expect(again.matrix == graph.matrix)
    }
  }

  @Test(arguments: Measure.allCases) func valuesAreInRange(measure: Measure) throws {
    try measure.expectInRange()
    for test in try LawCase.samples() {
      let values = try measure.values(test)
      #expect(values.count == test.count)
      for (smaller, more) in measure.atMost {
        for (one, other) in zip(try smaller.values(test), values) {
          if let one, let other { #expect(one + more <= other + 1e-9) }
        }
      }
    }
  }

  @Test(arguments: Measure.allCases) func weightsHaveAUnit(measure: Measure) throws {
    try measure.expectUnit()
  }

  @Test(arguments: Measure.allCases) func oneTieMore(measure: Measure) throws { try measure.expectTrend() }

  @Test(arguments: Measure.allCases) func nothingAndNobodyElse(measure: Measure) throws {
    for direction in Direction.allCases {
      #expect(try measure.values(LawCase(direction, [], [])).isEmpty)
      #expect(try measure.values(.isolate(direction)).count == 1)
    }
  }

  /// Exact relations between two measures.
  @Test func relations() throws {
    for test in try LawCase.samples() {
      let betweenness = try Measure.betweenness.values(test)
      let brokerage = try Measure.brokerage.values(test)
      #expect(zip(brokerage, betweenness).allSatisfy { ($0 ?? 0 > 0) == ($1 ?? 0 > 0) })
      let everybody = test.graph.symmetrized().degrees()
      for (value, degree) in zip(try Measure.coreness.values(test), everybody) {
        #expect((value ?? .nan) <= Double(degree))
      }
      for (value, degree) in zip(try Measure.constraint.values(test), everybody) {
        #expect(value.map { $0 > 0 } ?? (degree == 0))
      }
      for (value, degree) in zip(try Measure.effectiveSize.values(test), everybody) {
        #expect(value.map { $0 <= Double(degree) } ?? (degree == 0))
      }
      // In one group all brokers coordinate, and are counted once for each order of a pair.
      let roles = try test.graph.gouldFernandezBrokerage(groups: Array(repeating: 1, count: test.count))
      let orders = test.direction == .undirected ? 2.0 : 1
      #expect(
        roles.vertices.map { $0.map { Double($0.coordinator) } }
          == (try Measure.brokerageActivity.values(test)).map { $0.map { $0 * orders } })
    }
  }
}
