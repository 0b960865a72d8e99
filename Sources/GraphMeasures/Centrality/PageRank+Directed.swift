import GraphCore

extension Graph {
  /// PageRank of a graph with at least one vertex: the power method, leaping ahead after every few rounds.
  ///
  /// The changes of the last rounds tell where the scores are heading (reduced rank extrapolation, which
  /// amounts to restarted GMRES). A leap is taken back where the residual has not fallen by it.
  ///
  /// Reference: A. Sidi, "Extrapolation vs. projection methods for linear systems of equations", Journal of
  /// Computational and Applied Mathematics 22 (1988) 71–88.
  ///
  /// - Parameter restarts: The probability of each vertex to be jumped to; nil where all have the same.
  func pageRankByRounds(
    _ options: PageRankOptions, _ restarts: ContiguousArray<Double>?, execution: Execution
  ) throws(GraphError) -> PageRankScores {
    let n = vertexCount
    let silent = execution.withoutProgress
    let walk = try RandomWalk(self, damping: options.damping, restarts: restarts, silent)
    // From the restarts, scores stay 0 where no path leads.
    var scores = restarts ?? ContiguousArray(repeating: 1 / Double(n), count: n)
    var history = ChangeHistory(depth: n > 1 ? 8 : 1)
    var rounds = 0
    var residual = Double.infinity
    var shares = scores
    while true {
      let changes: ContiguousArray<Double>
      (changes, residual) = try walk.advance(&scores, shares: &shares, execution: silent)
      rounds += 1
      execution.onProgress?(options.progress(at: residual))
      if residual <= options.tolerance || rounds >= options.maximumRounds { break }
      try history.record(changes, residual: residual, scores: &scores, walk.adjacency.partitions, silent)
    }
    return PageRankScores(
      values: Array(scores), rounds: rounds, residual: residual,
      hasConverged: residual <= options.tolerance)
  }
}

/// Rounds of the power method.
private struct RandomWalk {
  let adjacency: AdjacencyProduct
  private let strengths: ContiguousArray<Double>
  private let damping: Double
  private let restarts: ContiguousArray<Double>?

  init(
    _ graph: Graph, damping: Double, restarts: ContiguousArray<Double>?, _ execution: Execution
  ) throws(GraphError) {
    adjacency = try AdjacencyProduct(inward: graph.transposed(), .asNumbered, execution: execution)
    strengths = ContiguousArray(graph.strengths())
    self.damping = damping
    self.restarts = restarts
  }

  /// Carries out a round and returns the changes and the sum of their magnitudes.
  func advance(
    _ scores: inout ContiguousArray<Double>, shares: inout ContiguousArray<Double>, execution: Execution
  ) throws(GraphError) -> (changes: ContiguousArray<Double>, residual: Double) {
    let dangling = try execution.update(&shares, adjacency.partitions) { [scores] vertices, shares in
      divide(scores, by: strengths, vertices, into: &shares)
    }.reduce(0, +)
    let jumps = 1 - damping + damping * dangling
    let base = jumps / Double(scores.count)
    var changes = try adjacency.times(shares, execution: execution)
    let residual = try execution.update(&changes, &scores, adjacency.partitions) {
      vertices, incoming, scores in
      guard let restarts else { return settle(&incoming, &scores, damping: damping) { _ in base } }
      let shares = restarts.span
      return settle(&incoming, &scores, damping: damping) { jumps * shares[vertices.lowerBound + $0] }
    }.reduce(0, +)
    return (changes, residual)
  }
}

/// Writes scores per unit of strength; returns the score of vertices that have no strength.
private func divide(
  _ scores: ContiguousArray<Double>, by strengths: ContiguousArray<Double>, _ vertices: Range<Int>,
  into shares: inout MutableSpan<Double>
) -> Double {
  let scores = scores.span
  let strengths = strengths.span
  var dangling = 0.0
  for vertex in vertices {
    if strengths[vertex] > 0 {
      shares[vertex - vertices.lowerBound] = scores[vertex] / strengths[vertex]
    } else {
      dangling += scores[vertex]
      shares[vertex - vertices.lowerBound] = 0
    }
  }
  return dangling
}

/// Turns what vertices gather into the change of their scores; returns the sum of its magnitudes.
///
/// - Parameter base: The score that jumps bring to the vertex at a place.
@inline(__always)
private func settle(
  _ incoming: inout MutableSpan<Double>, _ scores: inout MutableSpan<Double>, damping: Double,
  base: (Int) -> Double
) -> Double {
  var sum = 0.0
  for place in 0..<scores.count {
    let score = base(place) + damping * incoming[place]
    let change = score - scores[place]
    scores[place] = score
    incoming[place] = change
    sum += abs(change)
  }
  return sum
}
