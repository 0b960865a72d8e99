public import GraphCore

/// How near each vertex is to the core of a graph.
public struct ContinuousCoreness: Sendable, Equatable {
  /// One value per vertex, at least 0; their squares add up to 1.
  public let values: [Double]
  /// The correlation between the weights of ties and the products of values; nil where the products do not
  /// vary.
  public let fit: Double?
  /// Rounds made.
  public let rounds: Int
  /// Whether the last round changed no value by more than the tolerance.
  public let hasConverged: Bool
}

extension Graph {
  /// Returns the continuous coreness of every vertex: values whose products come nearest to the weights of
  /// ties.
  ///
  /// Values c(v) ≥ 0 that make the squared error over pairs of different vertices least (MINRES, which leaves
  /// out the diagonal; eigenvector centrality does not):
  ///
  ///     Σ { ( w(u,v) − c(u) c(v) )² : u ≠ v }
  ///
  /// Weights are strengths; a pair without a tie has weight 0. Directed graphs are read as `symmetrized()`:
  /// the weights of arcs both ways add up. An isolated vertex has 0. Of several components the one that fits
  /// best takes nearly all.
  ///
  /// Found by setting one value after the other to what is best given the others, in vertex order, from a
  /// start in proportion to the strengths and, up to a million arcs, from eight near it, of which the best counts: a
  /// start that is too even may be a saddle point. The error never grows; the end is a local optimum. Some graphs
  /// have none: in a star the center's value grows without end, and of a vector of length 1 the center gets
  /// nearly all.
  ///
  /// - Parameters:
  ///   - tolerance: Largest change of a value, of a vector of length 1, in the last round; at least 0.
  ///   - maximumRounds: At least 1.
  ///   - execution: Cancellation; it runs on one thread.
  /// - Returns: Values and their fit, a Pearson correlation over pairs; nil where no tie has weight.
  /// - Throws: `GraphError` with code `badParameter` where an option is out of range; `cancelled` where the
  ///   execution asked to stop.
  /// - Complexity: O(*r*·(*n* + *m*)) time for *r* rounds; O(*n*) memory.
  ///
  /// UCINET's continuous core/periphery (MINRES) gives the same values up to its own stopping rule.
  ///
  /// Reference: S. P. Borgatti, M. G. Everett, "Models of core/periphery structures", Social Networks 21
  /// (2000) 375–395, doi:10.1016/S0378-8733(99)00019-2; A. L. Comrey, "The minimum residual method of factor
  /// analysis", Psychological Reports 11 (1962) 15–18.
  public func continuousCoreness(
    tolerance: Double = 1e-10, maximumRounds: Int = 1_000, execution: Execution = .serial
  ) throws(GraphError) -> ContinuousCoreness? {
    guard tolerance >= 0, tolerance.isFinite else {
      throw GraphError(.badParameter, "tolerance must be finite and at least 0, got \(tolerance)")
    }
    guard maximumRounds > 0 else {
      throw GraphError(.badParameter, "maximumRounds must be at least 1, got \(maximumRounds)")
    }
    // Divided by a power of two, the sums of squares below are finite.
    let (graph, _) = tiesBothWays()
    let strengths = graph.strengths()
    let total = strengths.reduce(0, +)
    guard total > 0 else { return nil }
    let start = ContiguousArray(strengths.map { $0 / total })
    var best = try graph.coreness(from: start, tolerance, maximumRounds, execution)
    let starts = graph.arcCount > 1_000_000 ? 0 : 8
    for number in 0..<starts {
      var random = RandomStream(seed: 1, stream: number)
      // From half to all of the strength: enough to leave a saddle point, at which nothing improves one by one.
      let other = ContiguousArray(start.map { $0 * (1 - 0x1p-54 * Double(random.next() >> 11)) })
      let found = try graph.coreness(from: other, tolerance, maximumRounds, execution)
      // Where starts do equally well the first counts, which depends on the graph alone.
      if found.error < best.error - 1e-7 * abs(best.error) { best = found }
    }
    let (values, rounds, hasConverged) = (best.values, best.rounds, best.hasConverged)
    let fit = graph.corenessFit(values)
    let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return ContinuousCoreness(
      values: values.map { $0 / length }, fit: fit, rounds: rounds, hasConverged: hasConverged)
  }

  /// Where the search ends from a start, and the squared error there less that of values that are all 0.
  private func coreness(
    from start: ContiguousArray<Double>, _ tolerance: Double, _ maximumRounds: Int, _ execution: Execution
  ) throws(GraphError) -> (values: ContiguousArray<Double>, error: Double, rounds: Int, hasConverged: Bool) {
    var values = scaledToFit(start)
    var rounds = 0
    var hasConverged = false
    while rounds < maximumRounds, !hasConverged {
      try execution.checkCancellation()
      let (change, length) = improveCoreness(values.mutableSpan)
      rounds += 1
      hasConverged = change <= tolerance * length
    }
    let sums = productSums(values)
    return (values, sums.squares * sums.squares - sums.fourths - 2 * sums.fitted, rounds, hasConverged)
  }

  /// The sums of squares and of fourth powers, and that of products over arcs times weights.
  private func productSums(
    _ values: ContiguousArray<Double>
  ) -> (squares: Double, fourths: Double, fitted: Double) {
    var squares = 0.0
    var fourths = 0.0
    for value in values {
      squares += value * value
      fourths += value * value * value * value
    }
    var fitted = 0.0
    for vertex in 0..<vertexCount {
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        fitted += weight(atSlot: slot) * values[vertex] * values[Int(targets[slot])]
      }
    }
    return (squares, fourths, fitted)
  }

  /// Values times the factor with which their products fit the weights best.
  private func scaledToFit(_ values: ContiguousArray<Double>) -> ContiguousArray<Double> {
    let (squares, fourths, fitted) = productSums(values)
    // Two vertices at least have strength, so that there are products.
    let factor = (fitted / (squares * squares - fourths)).squareRoot()
    return factor > 0 && factor.isFinite ? ContiguousArray(values.map { factor * $0 }) : values
  }

  /// Sets each value to what is best given the others; returns the largest change and the length of the
  /// vector.
  private func improveCoreness(_ values: consuming MutableSpan<Double>) -> (change: Double, length: Double) {
    let offsets = offsets.span
    let targets = targets.span
    // Added up anew in each round, so that rounding errors do not pile up.
    var squares = 0.0
    for vertex in 0..<values.count { squares += values[vertex] * values[vertex] }
    var change = 0.0
    for vertex in 0..<values.count {
      var sum = 0.0
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        sum += weight(atSlot: slot) * values[Int(targets[slot])]
      }
      let old = values[vertex]
      let others = squares - old * old
      // Nobody else has a value: then this one is free, and stays as it is.
      let new = sum > 0 && others > 0 ? sum / others : (sum > 0 ? old : 0)
      squares = others + new * new
      values[vertex] = new
      change = max(change, abs(new - old))
    }
    return (change, squares.squareRoot())
  }

  /// The correlation between weights and products of values over pairs of different vertices.
  private func corenessFit(_ values: ContiguousArray<Double>) -> Double? {
    var sum = 0.0
    var squares = 0.0
    var fourths = 0.0
    for value in values {
      sum += value
      squares += value * value
      fourths += value * value * value * value
    }
    var weights = 0.0
    var weightSquares = 0.0
    var both = 0.0
    for vertex in 0..<vertexCount {
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        let weight = weight(atSlot: slot)
        weights += weight
        weightSquares += weight * weight
        both += weight * values[vertex] * values[Int(targets[slot])]
      }
    }
    let pairs = Double(vertexCount) * Double(vertexCount - 1)
    let products = sum * sum - squares
    let productSquares = squares * squares - fourths
    let spread =
      (pairs * weightSquares - weights * weights) * (pairs * productSquares - products * products)
    // What is below is rounding: one of them does not vary.
    guard spread > 1e-12 * pairs * pairs * weightSquares * productSquares else { return nil }
    return (pairs * both - weights * products) / spread.squareRoot()
  }
}
