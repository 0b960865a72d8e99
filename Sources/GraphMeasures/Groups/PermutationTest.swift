import GraphCore

/// How labels are permuted to tell chance from structure.
public struct PermutationOptions: Hashable, Sendable {
  /// Number of permutations, at least 1.
  public var permutations: Int
  /// Fixes the random numbers.
  public var seed: UInt64

  /// Creates settings.
  public init(permutations: Int = 999, seed: UInt64 = 1) {
    self.permutations = permutations
    self.seed = seed
  }

  func validate() throws(GraphError) {
    guard permutations >= 1 else {
      throw GraphError(.badParameter, "permutations must be at least 1, got \(permutations)")
    }
  }
}

/// An observed value beside those under random permutations of labels.
public struct PermutationComparison: Hashable, Sendable {
  /// The value with the labels as they are.
  public let observed: Double
  /// The exact mean over all permutations.
  public let expected: Double
  /// The standard deviation over permutations; what it was found by says the method that made it.
  public let standardDeviation: Double
  /// (k + 1) / (R + 1), where k of R permutations gave the observed value or more.
  public let upperProbability: Double
  /// The same with the observed value or less.
  public let lowerProbability: Double

  /// Twice the smaller of the two, at most 1.
  public var twoSidedProbability: Double { min(1, 2 * min(upperProbability, lowerProbability)) }

  /// Standard deviations by which the observed value exceeds the expected one; nil where these are 0.
  public var score: Double? {
    standardDeviation > 0 ? (observed - expected) / standardDeviation : nil
  }
}

/// Chances that vertices drawn at random, all different, have labels in common.
struct LabelChances {
  /// Number of vertices with a label.
  let count: Int
  private let sizes: [Double]

  init(sizes: [Int]) {
    count = sizes.reduce(0, +)
    self.sizes = sizes.map { Double($0) }
  }

  /// Two have the same; 0 where there are no two.
  var twoAlike: Double { count < 2 ? 0 : sum(falling: 2) / falling(Double(count), 2) }

  /// Three have the same; 0 where there are no three.
  var threeAlike: Double { count < 3 ? 0 : sum(falling: 3) / falling(Double(count), 3) }

  /// Of three, the first two have the same and the third has another.
  var twoAlikeThirdNot: Double {
    guard count >= 3 else { return 0 }
    return sizes.reduce(0) { $0 + falling($1, 2) * (Double(count) - $1) } / falling(Double(count), 3)
  }

  /// Three have different ones.
  var threeDifferent: Double { count < 3 ? 0 : max(0, 1 - threeAlike - 3 * twoAlikeThirdNot) }

  /// Of four, the first two have the same, and the last two have the same, which may be that of the first.
  var twoPairsAlike: Double {
    guard count >= 4 else { return 0 }
    let pairs = sum(falling: 2)
    let sums = sizes.reduce(0.0) { sum, size in
      sum + falling(size, 4) + falling(size, 2) * (pairs - falling(size, 2))
    }
    return sums / falling(Double(count), 4)
  }

  private func sum(falling power: Int) -> Double { sizes.reduce(0) { $0 + falling($1, power) } }

  /// x·(x − 1) ··· of a number of factors.
  private func falling(_ x: Double, _ factors: Int) -> Double {
    (0..<factors).reduce(1) { $0 * (x - Double($1)) }
  }
}

/// Labels of vertices, permuted among those that have one.
struct PermutedLabels: Sendable {
  /// A label for each vertex, -1 where there is none.
  private(set) var labels: ContiguousArray<Int>
  private let original: ContiguousArray<Int>
  private let places: ContiguousArray<Int>

  init(_ labels: ContiguousArray<Int>) {
    self.labels = labels
    original = labels
    places = ContiguousArray(labels.indices.filter { labels[$0] >= 0 })
  }

  /// Draws a permutation of the labels as they were at first.
  mutating func shuffle(_ random: inout RandomStream) {
    for place in places { labels[place] = original[place] }
    for place in stride(from: places.count - 1, to: 0, by: -1) {
      // The upper half of the product of a random number and a limit is below the limit.
      let drawn = random.next().multipliedFullWidth(by: UInt64(place + 1)).high
      labels.swapAt(places[place], places[Int(drawn)])
    }
  }
}
