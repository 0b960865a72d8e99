/// How many samples bring every vertex within an error of the truth, with a probability.
///
/// Let X(v) in 0 ... 1 be the share of vertex *v* in one sample, b its mean, s that of its square, and V ≤ s its
/// variance. Bennett's inequality, in the form that holds for all numbers of samples at once (Ville), gives for
/// any *r* and the mean X̄ᵢ of the first *i* samples
///
///     P(some i ≥ r has |X̄ᵢ(v) − b(v)| ≥ ε) ≤ 2·exp(−r·g(V(v))),   g(V) = (V + ε)·ln(1 + ε/V) − ε
///
/// (with λ = ln(1 + ε/V), exp(λ·Σ(X − b) − i·V·(e^λ − 1 − λ)) is a supermartingale that starts at 1, and at an
/// i ≥ r with X̄ᵢ ≥ b + ε it is at least exp(i·g(V)) ≥ exp(r·g(V))). So the sum over vertices bounds the
/// probability that any vertex is off, whatever rule decides when to stop, as long as it never stops before the
/// least *r* that makes the sum small enough. That rule may look at the samples: it stops at the *r* that follows
/// from bounds on all V, which the same samples give.
///
/// Where one knows U(v) ≥ V(v) and R ≥ Σ V(v), the sum is at most what comes of giving V = U to the vertices
/// with the largest U until R is used up, since exp(−r·g(V))/V grows with V as long as
/// r·(ε − V·ln(1 + ε/V)) ≥ 1. This is how the number of vertices drops out.
///
/// The bounds, from *r* samples with means b̄, s̄ and mean number of inner vertices ȳ, are one-sided Bernstein
/// inequalities, with c = ln(1/probability)/r:
///
///     s ≤ s̄ + c + √(c² + 2c·s̄),   b ≥ b̄ + 2c/3 − √(4c²/9 + 2c·b̄),   U = min(s − b², 1/4)
///
/// Only vertices with s ≥ ε need them, and there are at most R/ε of these, since Σ s ≤ Σ b = E[y] ≤ R; the
/// others have V ≤ s ≤ ε ≤ U.
///
/// The use of variances and of Σ b follows L. Pellegrina, F. Vandin, "SILVAN: Estimating betweenness
/// centralities with progressive sampling and non-uniform Rademacher bounds", ACM Transactions on Knowledge
/// Discovery from Data 18 (2024).
struct SampleSize {
  /// The largest error.
  let epsilon: Double
  /// The largest probability that some vertex is farther off.
  let delta: Double
  /// Number of vertices that may lie inside a path.
  let vertexCount: Int
  /// The largest number of vertices inside a path.
  let longestInside: Int
  /// The number of samples that is enough whatever the variances are.
  let worstCase: Int
  /// The number of samples after which to look at the variances for the first time.
  let first: Int
  /// Number of times they can be looked at when the number of samples is doubled each time.
  let looks: Int

  /// The share of `delta` for the bounds on the variances.
  private static let shareOfBounds = 0.1

  init(epsilon: Double, delta: Double, vertexCount: Int, longestInside: Int) {
    self.epsilon = epsilon
    self.delta = delta
    self.vertexCount = vertexCount
    self.longestInside = longestInside
    let budget = Double(min(vertexCount, max(1, longestInside)))
    worstCase = leastCount(
      Classes(bounds: [], rest: 0.25), budget: budget, epsilon: epsilon,
      delta: delta * (1 - Self.shareOfBounds))
    first = min(worstCase, Int((16 / epsilon).rounded(.up)))
    var looks = 1
    var count = first
    while count < worstCase {
      count *= 2
      looks += 1
    }
    self.looks = looks
  }

  /// The number of samples that is enough, judged by those taken.
  func enough(_ tally: SampleTally, samples: Int) -> Int {
    let r = Double(samples)
    let perLook = delta * Self.shareOfBounds / Double(looks)
    let longest = Double(max(1, longestInside))
    let meanInner = Double(tally.innerSum) / r
    let budget = min(
      Double(vertexCount), longest * upperBound(meanInner / longest, Portable.log(2 / perLook) / r))
    // Two bounds for each vertex.
    let concerned = max(1, min(Double(vertexCount), budget / epsilon))
    let c = Portable.log(4 * concerned / perLook) / r
    // The bounds of vertices that were hardly met are replaced by one that is not below any of them.
    let threshold = epsilon / 8
    let rest = min(0.25, max(epsilon, upperBound(threshold, c)))
    var bounds: [Double] = []
    for vertex in 0..<tally.vertexCount {
      let square = tally.squareSum(at: vertex) / r
      guard square > threshold else { continue }
      let mean = max(0, lowerBound(tally.sum(at: vertex) / r, c))
      let bound = min(0.25, upperBound(square, c) - mean * mean)
      if bound > rest { bounds.append(bound) }
    }
    bounds.sort(by: >)
    let classes = Classes(bounds: bounds, rest: rest)
    return min(
      worstCase,
      leastCount(
        classes, budget: budget, epsilon: epsilon, delta: delta * (1 - Self.shareOfBounds)))
  }
}

/// Bounds on the variances of all vertices.
private struct Classes {
  /// Those of some vertices, descending.
  let bounds: [Double]
  /// A bound for all others, not above any of these.
  let rest: Double

  var largest: Double { bounds.first ?? rest }
}

/// The least number of samples that makes the sum of the probabilities small enough.
private func leastCount(_ classes: Classes, budget: Double, epsilon: Double, delta: Double) -> Int {
  func isEnough(_ count: Int) -> Bool {
    failure(classes, budget: budget, epsilon: epsilon, count: Double(count)) <= delta
  }
  let largest = classes.largest
  let slope = epsilon - largest * Portable.log(1 + epsilon / largest)
  var high = max(1, Int((1 / slope).rounded(.up)))
  if isEnough(high) { return high }
  while !isEnough(high) { high *= 2 }
  var low = high / 2
  while high - low > 1 {
    let middle = low + (high - low) / 2
    if isEnough(middle) { high = middle } else { low = middle }
  }
  return high
}

/// The bound on the probability that some vertex is off by more than epsilon.
private func failure(_ classes: Classes, budget: Double, epsilon: Double, count: Double) -> Double {
  func probability(_ variance: Double) -> Double {
    2 * Portable.exp(-count * ((variance + epsilon) * Portable.log(1 + epsilon / variance) - epsilon))
  }
  var left = budget
  var sum = 0.0
  for bound in classes.bounds {
    if left <= bound { return sum + probability(bound) * left / bound }
    sum += probability(bound)
    left -= bound
  }
  return sum + probability(classes.rest) * left / classes.rest
}

/// What the mean of a variable between 0 and 1 does not exceed, given the mean of samples.
private func upperBound(_ mean: Double, _ c: Double) -> Double {
  mean + c + (c * c + 2 * c * mean).squareRoot()
}

/// What the mean of a variable between 0 and 1 is not below, given the mean of samples.
private func lowerBound(_ mean: Double, _ c: Double) -> Double {
  mean + 2 * c / 3 - (4 * c * c / 9 + 2 * c * mean).squareRoot()
}
