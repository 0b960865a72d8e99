/// Probabilities of at most and of at least each of the smallest numbers of shared groups.
package struct TailTable: Sendable {
  package let expected: Double
  /// At *k* the probability of at most *k*.
  package private(set) var lower: ContiguousArray<Double>
  /// At *k* the probability of at least *k*.
  package private(set) var upper: ContiguousArray<Double>

  /// From probabilities of 0, 1 … and of more than these.
  init(expected: Double, probabilities: ContiguousArray<Double>, beyond: Double) {
    self.expected = expected
    lower = probabilities
    upper = probabilities
    var sum = 0.0
    for value in lower.indices {
      sum += probabilities[value]
      lower[value] = min(1, sum)
    }
    // Small ones first, so that small tails keep their digits.
    sum = beyond
    for value in upper.indices.reversed() {
      sum += probabilities[value]
      upper[value] = min(1, sum)
    }
    upper[0] = 1
  }

  /// From the number's possible values and what each is as likely beside the one before.
  init(
    expected: Double, values: ClosedRange<Int>, through last: Int, ratio: (_ value: Int) -> Double
  ) {
    let known = normalized(values, ratio)
    var probabilities = ContiguousArray(repeating: 0.0, count: last + 1)
    var beyond = 0.0
    for value in values.reversed() {
      let probability = known[value - values.lowerBound]
      if value <= last { probabilities[value] = probability } else { beyond += probability }
    }
    self.init(expected: expected, probabilities: probabilities, beyond: beyond)
  }
}

/// The probabilities of numbers in a range, of which each is `ratio(k)` times as likely after *k* as *k* itself; the
/// ratios must fall.
///
/// Starts from the likeliest, so that nothing overflows and no logarithms of factorials are needed.
func normalized(_ values: ClosedRange<Int>, _ ratio: (_ value: Int) -> Double) -> ContiguousArray<Double> {
  var likeliest = values.lowerBound
  while likeliest < values.upperBound, ratio(likeliest) > 1 { likeliest += 1 }
  var weights = ContiguousArray(repeating: 0.0, count: values.count)
  let first = values.lowerBound
  weights[likeliest - first] = 1
  var weight = 1.0
  for value in likeliest..<values.upperBound {
    weight *= ratio(value)
    weights[value + 1 - first] = weight
  }
  weight = 1
  for value in (first..<likeliest).reversed() {
    weight /= ratio(value)
    weights[value - first] = weight
  }
  var sum = 0.0
  for index in weights.indices { sum += weights[index] }
  for index in weights.indices { weights[index] /= sum }
  return weights
}

/// The number of successes in independent trials of different probabilities.
package struct PoissonBinomial {
  /// Probabilities of success, and how many trials have each.
  private let trials: [(probability: Double, count: Int)]

  package init(_ trials: [(probability: Double, count: Int)]) {
    self.trials = trials.filter { $0.probability > 0 && $0.count > 0 }
  }

  private var expected: Double { trials.reduce(0) { $0 + Double($1.count) * $1.probability } }

  /// Exact probabilities of the numbers through `last`, one trial or one class of trials after the other.
  ///
  /// All terms are positive, so that each probability is right in all but its last digits.
  ///
  /// - Complexity: O(`last`) a trial, or O(`last`²) a class of equal trials where that is less.
  package func tails(through last: Int) -> TailTable {
    var probabilities = ContiguousArray(repeating: 0.0, count: last + 1)
    probabilities[0] = 1
    var beyond = 0.0
    for (probability, count) in trials {
      if count > last + 2, let binomial = binomialProbabilities(probability, count) {
        convolve(&probabilities, &beyond, with: binomial)
      } else {
        for _ in 0..<count { addTrial(&probabilities, &beyond, probability) }
      }
    }
    return TailTable(expected: expected, probabilities: probabilities, beyond: beyond)
  }

  /// The refined normal approximation of the same, good for many trials.
  ///
  /// Reference: Y. Hong, "On computing the distribution function for the Poisson binomial distribution", Computational
  /// Statistics & Data Analysis 59 (2013) 41–51, doi:10.1016/j.csda.2012.10.006.
  package func refinedNormalTails(through last: Int) -> TailTable {
    var mean = 0.0
    var variance = 0.0
    var thirdMoment = 0.0
    for (probability, count) in trials {
      let spread = Double(count) * probability * (1 - probability)
      mean += Double(count) * probability
      variance += spread
      thirdMoment += spread * (1 - 2 * probability)
    }
    let deviation = variance.squareRoot()
    func atMost(_ value: Double) -> Double {
      guard variance > 0 else { return value + 0.5 >= mean ? 1 : 0 }
      let x = (value + 0.5 - mean) / deviation
      let skewness = thirdMoment / (variance * deviation)
      let refined =
        Portable.normalProbability(atMost: x) + skewness * (1 - x * x) * Portable.normalDensity(x) / 6
      return min(1, max(0, refined))
    }
    return TailTable(expected: mean, last: last, atMost: atMost)
  }
}

extension TailTable {
  /// From an approximation of the probability of at most a number.
  fileprivate init(expected: Double, last: Int, atMost: (Double) -> Double) {
    self.expected = expected
    lower = ContiguousArray((0...last).map { atMost(Double($0)) })
    upper = ContiguousArray((0...last).map { 1 - atMost(Double($0) - 1) })
  }
}

private func addTrial(
  _ probabilities: inout ContiguousArray<Double>, _ beyond: inout Double, _ probability: Double
) {
  let miss = 1 - probability
  var values = probabilities.mutableSpan
  let last = values.count - 1
  beyond += values[last] * probability
  var value = last
  while value > 0 {
    values[value] = values[value] * miss + values[value - 1] * probability
    value -= 1
  }
  values[0] *= miss
}

/// The probabilities of all numbers of successes; nil where that of none is too small to start from.
private func binomialProbabilities(_ probability: Double, _ count: Int) -> ContiguousArray<Double>? {
  guard probability < 1 else { return nil }
  var weight = power(1 - probability, count)
  guard weight > 1e-280 else { return nil }
  let odds = probability / (1 - probability)
  var weights: ContiguousArray<Double> = []
  weights.reserveCapacity(count + 1)
  for value in 0...count {
    weights.append(weight)
    weight *= Double(count - value) / Double(value + 1) * odds
  }
  return weights
}

private func convolve(
  _ probabilities: inout ContiguousArray<Double>, _ beyond: inout Double,
  with other: ContiguousArray<Double>
) {
  let last = probabilities.count - 1
  // At t the probability of at least t of the other's successes.
  var tails = other
  for value in other.indices.dropLast().reversed() { tails[value] += tails[value + 1] }
  for value in 0...last { beyond += probabilities[value] * tails[last + 1 - value] }
  for value in (0...last).reversed() {
    var sum = 0.0
    for part in 0...value { sum += probabilities[part] * other[value - part] }
    probabilities[value] = sum
  }
}

/// A whole power by squaring, the same on any platform.
func power(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  var square = base
  var rest = exponent
  while rest > 0 {
    if rest & 1 == 1 { result *= square }
    square *= square
    rest >>= 1
  }
  return result
}
