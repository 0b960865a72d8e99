import EcographTestSupport
import GraphCore
import Testing

/// What one tie more never does to a value.
enum Trend { case neverFalls, neverRises }

/// What laws can be stated of, with the exceptions: a value for every vertex, or one for the network.
protocol Lawful {
  func values(_ test: LawCase, _ execution: Execution) throws -> [Double?]
  /// The measure that has the values of this one where all arcs are turned round; nil where there is none.
  var turnedRound: Self? { get }
  /// The range that theory gives values of a case.
  func range(_ test: LawCase) -> ClosedRange<Double>
  /// The power of the unit of weights that values are in.
  var powerOfUnit: Int { get }
  /// The trend wherever a tie is added.
  var trend: Trend? { get }
  /// The trend where paths lead from one end to the other already.
  var trendAmongJoined: Trend? { get }
}

extension Lawful {
  func expectTurnedRound() throws {
    guard let other = turnedRound else { return }
    for test in try LawCase.samples() where test.direction == .directed {
      #expect(agree(try other.values(test.reversed(), .serial), try values(test, .serial)))
    }
  }

  func expectInRange() throws {
    let small = try LawCase.random(vertices: 5, edges: 6, direction: .undirected, seed: 3)
    let alone = try Direction.allCases.map { try LawCase.isolate($0) }
    for test in try LawCase.samples() + [small] + alone {
      let range = range(test)
      for value in try values(test, .serial) {
        if let value { #expect(range.contains(value), "\(value) is not in \(range)") }
      }
    }
  }

  /// To measure weights in another unit, a power of two, changes no bit but by that power.
  func expectUnit() throws {
    let factor = powerOfUnit == 0 ? 1 : powerOfUnit == 1 ? 2 : 0.5
    for test in try LawCase.samples() {
      let expected = try values(test, .serial).map { $0.map { $0 * factor } }
      #expect(try values(test.inHalfTheUnit(), .serial) == expected)
    }
  }

  func expectTrend() throws {
    guard let among = trendAmongJoined else { return }
    for test in try LawCase.samples() {
      let known = try values(test, .serial)
      let anywhere = trend == nil ? [] : test.untiedPairs(3, seed: 5)
      for (source, target) in anywhere + test.joinedPairs(3, seed: 6) {
        for (before, after) in zip(known, try values(test.adding(source, target), .serial)) {
          let (before, after) = (before ?? 0, after ?? 0)
          let gain = among == .neverFalls ? after - before : before - after
          #expect(gain >= -1e-12 * max(1, abs(before)), "\(source) to \(target): \(before), then \(after)")
        }
      }
    }
  }

  /// The same bits from 1, 2, 3 and 8 threads, on a graph that is cut into many parts.
  func expectSameBits(vertices: Int, _ direction: Direction) throws {
    let test = try LawCase.random(
      vertices: vertices, edges: 3 * vertices, direction: direction, weights: [0.1, 0.7, 1.3], seed: 7)
    let serial = try values(test, .serial)
    for threads in [2, 3, 8] { #expect(try values(test, Execution(threads: threads)) == serial) }
  }
}
