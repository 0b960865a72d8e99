public import GraphCore

/// A tie, and how much of the strength at either end it has by chance.
public struct DisparityTest: Hashable, Sendable {
  /// The ends: source and target of an arc, the smaller vertex first where the graph is undirected.
  public let first, second: Int
  /// The weight.
  public let weight: Double
  /// The probability of a weight that is at least as large a share of the strength of the first end; 1 where the tie is
  /// its only one.
  public let firstProbability: Double
  /// The same for the second end.
  public let secondProbability: Double

  /// The smaller of both: the level at which the tie is kept.
  public var probability: Double { min(firstProbability, secondProbability) }
}

/// Tests of ties; ``backbone(level:correction:)`` keeps the significant ones.
public struct DisparityTests: Sendable {
  /// One test per tie with a weight above 0, by the first end and then the second.
  public let tests: [DisparityTest]
  /// Number of vertices.
  public let vertexCount: Int
  /// Whether ties have a direction.
  public let direction: Direction
  /// Number of ends at which a tie is not the only one.
  public let testCount: Int
}

extension Graph {
  /// Tests, for every tie, whether its weight is a larger share of a vertex's strength than by chance: the disparity
  /// filter.
  ///
  /// A vertex of *k* ties with strength *s* is compared with one whose strength is cut into *k* parts at random, all
  /// divisions as likely. The probability that a part is at least as large as a tie of weight *w*:
  ///
  ///     α = (1 − w/s)^(k − 1)
  ///
  /// Each tie has one such probability for either end and is kept where one of them is small, so that ties which
  /// matter to a small vertex are kept beside those of large ones. Where *k* = 1 the power is 1: a vertex with a single
  /// tie says nothing about it, and the other end decides.
  ///
  /// In a directed graph the source compares with its outgoing arcs, the target with its incoming ones. Ties of
  /// weight 0 are no ties.
  ///
  /// - Returns: One test per tie. In an unweighted graph all ties of a vertex are alike, and nothing is significant.
  /// - Complexity: O(*n* + *m*·log *k*) for *k* ties of a vertex at most.
  ///
  /// The same bits on any platform. R's `backbone::disparity` gives the smaller of both, and 1 where there is no tie;
  /// it counts the diagonal of a matrix as ties.
  ///
  /// Reference: M. Á. Serrano, M. Boguñá, A. Vespignani, "Extracting the multiscale backbone of complex weighted
  /// networks", Proceedings of the National Academy of Sciences 106 (2009) 6483–6488, doi:10.1073/pnas.0808904106.
  public func disparityTests() -> DisparityTests {
    let graph = withoutZeroWeights()
    let outgoing = graph.strengths()
    let reverse = graph.transposed()
    let incoming = reverse.strengths()
    var tests: [DisparityTest] = []
    tests.reserveCapacity(graph.edgeCount)
    var testCount = 0
    for first in 0..<vertexCount {
      for slot in graph.offsets[first]..<graph.offsets[first + 1] {
        let second = Int(graph.targets[slot])
        if direction == .undirected, second < first { continue }
        let weight = graph.weight(atSlot: slot)
        let degrees = (graph.degree(of: first), reverse.degree(of: second))
        testCount += (degrees.0 > 1 ? 1 : 0) + (degrees.1 > 1 ? 1 : 0)
        tests.append(
          DisparityTest(
            first: first, second: second, weight: weight,
            firstProbability: disparity(weight, of: outgoing[first], ties: degrees.0),
            secondProbability: disparity(weight, of: incoming[second], ties: degrees.1)))
      }
    }
    return DisparityTests(
      tests: tests, vertexCount: vertexCount, direction: direction, testCount: testCount)
  }
}

/// The probability that one of some random parts of a strength is at least as large as a weight.
private func disparity(_ weight: Double, of strength: Double, ties: Int) -> Double {
  // Strengths past the largest number leave no share to speak of.
  guard ties > 1, strength.isFinite else { return 1 }
  return power(max(0, (strength - weight) / strength), ties - 1)
}

extension DisparityTests {
  /// Returns the ties whose weights are significant at either end.
  ///
  /// - Parameters:
  ///   - level: The level of significance, in 0 ... 1: Serrano's α.
  ///   - correction: The correction for many tests, of which each tie has one at either end where it is not the
  ///     only one there. ``MultipleTesting/none`` is Serrano's rule.
  /// - Returns: The ties kept, with the smaller of the corrected probabilities, and how they were found.
  /// - Throws: `GraphError` with code `badParameter` where the level is outside 0 ... 1.
  /// - Complexity: O(*m*·log *m*).
  public func backbone(
    level: Double, correction: MultipleTesting = .none
  ) throws(GraphError) -> Backbone {
    try checkLevel(level)
    // Ends with a single tie have a probability of 1 and come last in every correction: they change nothing.
    let probabilities = tests.flatMap { [$0.firstProbability, $0.secondProbability] }
    let tested = probabilities.indices.filter { probabilities[$0] < 1 }
    let corrected = correction.adjusted(tested.map { probabilities[$0] }, testCount: testCount)
    var adjusted = [Double](repeating: 1, count: probabilities.count)
    for (place, index) in tested.enumerated() { adjusted[index] = corrected[place] }
    var ties: [Backbone.Tie] = []
    for (index, test) in tests.enumerated() {
      let probability = min(adjusted[2 * index], adjusted[2 * index + 1])
      guard probability <= level else { continue }
      ties.append(
        Backbone.Tie(
          first: test.first, second: test.second, isNegative: false, adjustedProbability: probability))
    }
    let facts = BackboneFacts(
      method: .disparity, level: level, correction: correction, tail: .upper, testCount: testCount,
      tails: nil,
      trials: nil, seed: nil, vertexCount: vertexCount, groupCount: nil, direction: direction,
      tieCount: tests.count, keptCount: ties.count)
    return Backbone(ties: ties, facts: facts)
  }
}
