/// The brokerage roles of all vertices beside those under permuted groups, made by
/// ``GraphCore/Graph/gouldFernandezTest(groups:options:execution:)``.
public struct BrokerageRoleComparison: Sendable {
  /// By vertex and role, the sums over vertices last.
  private let comparisons: [PermutationComparison]
  private let isKnown: [Bool]

  init(comparisons: [PermutationComparison], isKnown: [Bool]) {
    self.comparisons = comparisons
    self.isKnown = isKnown
  }

  /// The number of times that a vertex acts in a role; nil where its group is unknown.
  public subscript(vertex: Int, role: BrokerageRole) -> PermutationComparison? {
    isKnown[vertex] ? comparisons[vertex * roleCount + role.rawValue] : nil
  }

  /// The number of times that anybody acts in a role.
  public func overall(_ role: BrokerageRole) -> PermutationComparison {
    comparisons[isKnown.count * roleCount + role.rawValue]
  }
}

private let roleCount = BrokerageRole.allCases.count

/// How permuted counts differ from observed and from expected ones, by vertex and role, the sums over
/// vertices last.
struct RoleDeviations: Sendable {
  private let observed: ContiguousArray<Int>
  private let expected: ContiguousArray<Double>
  /// Σ (count − expected)².
  private var squares: ContiguousArray<Double>
  private var reached: ContiguousArray<Int>
  private var notExceeded: ContiguousArray<Int>

  /// - Parameter observed: The counts of a ``RoleCounter``.
  init(observed counts: ContiguousArray<Int>, _ chances: LabelChances) {
    let observed = Self.withSums(counts)
    let alikeButOne = chances.twoAlikeThirdNot
    let shares = [chances.threeAlike, alikeButOne, alikeButOne, alikeButOne, chances.threeDifferent]
    expected = ContiguousArray(
      observed.indices.map { place in
        let first = place - place % roleCount
        let total = observed[first..<(first + roleCount)].reduce(0, +)
        return Double(total) * shares[place % roleCount]
      })
    self.observed = observed
    squares = ContiguousArray(repeating: 0, count: observed.count)
    reached = ContiguousArray(repeating: 0, count: observed.count)
    notExceeded = reached
  }

  /// Takes one permutation in.
  mutating func add(_ counts: ContiguousArray<Int>) {
    let values = Self.withSums(counts)
    for place in values.indices {
      let deviation = Double(values[place]) - expected[place]
      squares[place] += deviation * deviation
      if values[place] >= observed[place] { reached[place] += 1 }
      if values[place] <= observed[place] { notExceeded[place] += 1 }
    }
  }

  /// Takes other permutations in, after these.
  mutating func merge(_ other: RoleDeviations) {
    for place in squares.indices {
      squares[place] += other.squares[place]
      reached[place] += other.reached[place]
      notExceeded[place] += other.notExceeded[place]
    }
  }

  func comparisons(permutations: Int) -> [PermutationComparison] {
    let count = Double(permutations)
    return observed.indices.map { place in
      PermutationComparison(
        observed: Double(observed[place]), expected: expected[place],
        standardDeviation: (squares[place] / count).squareRoot(),
        upperProbability: Double(reached[place] + 1) / (count + 1),
        lowerProbability: Double(notExceeded[place] + 1) / (count + 1))
    }
  }

  /// Rows without the column of what has no role, and the sums of columns at the end.
  private static func withSums(_ counts: ContiguousArray<Int>) -> ContiguousArray<Int> {
    let rows = counts.count / RoleCounter.width
    var values = ContiguousArray(repeating: 0, count: (rows + 1) * roleCount)
    for row in 0..<rows {
      for role in 0..<roleCount {
        let count = counts[row * RoleCounter.width + role]
        values[row * roleCount + role] = count
        values[rows * roleCount + role] += count
      }
    }
    return values
  }
}
