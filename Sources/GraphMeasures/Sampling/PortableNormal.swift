extension Portable {
  /// The density of the standard normal distribution.
  package static func normalDensity(_ x: Double) -> Double {
    exp(-x * x / 2) * 0.398_942_280_401_432_7
  }

  /// The probability that a standard normal number is at most x, to about 10⁻¹³ of itself.
  package static func normalProbability(atMost x: Double) -> Double {
    x < 0 ? upperTail(-x) : 1 - upperTail(x)
  }

  /// The probability of more than x, which is at least 0.
  private static func upperTail(_ x: Double) -> Double {
    if x < 3 {
      // 1/2 less φ(x)·(x + x³/3 + x⁵/(3·5) + …), whose terms all are positive.
      var term = x
      var sum = x
      var next = 3.0
      while term > sum * 1e-18 {
        term *= x * x / next
        sum += term
        next += 2
      }
      return 0.5 - normalDensity(x) * sum
    }
    // The continued fraction φ(x)/(x + 1/(x + 2/(x + …))).
    var fraction = x
    for step in stride(from: 100.0, through: 1, by: -1) { fraction = x + step / fraction }
    return normalDensity(x) / fraction
  }
}
