import GraphCore

extension Graph {
  /// PageRank of an undirected graph with at least one vertex.
  ///
  /// A vertex without arcs has the score β of those that nothing but jumps lead to. With *k* of them, z = k·β
  /// and β = (1 − d)/(n − d·k). For the others, x = S y turns the definition into (S − d·A) y = β, S being the
  /// diagonal matrix of strengths. That matrix is symmetric and positive definite, so conjugate gradients solve
  /// it in a fraction of the rounds of the power method. A round of the power method ends it: what it changes
  /// is the residual in the norm of the definition, rounding and all.
  func pageRankByConjugateGradients(
    _ options: PageRankOptions, execution: Execution
  ) throws(GraphError) -> PageRankScores {
    let silent = execution.withoutProgress
    let system = ConjugateGradients(
      adjacency: AdjacencyProduct(inward: self), diagonal: ContiguousArray(strengths()),
      factor: options.damping)
    let space = VectorSpace(partitions: system.adjacency.partitions, execution: silent)
    let strengths = system.diagonal
    let total = strengths.reduce(0, +)
    let tied = strengths.count { $0 > 0 }
    let base = (1 - options.damping) / (Double(vertexCount) - options.damping * Double(vertexCount - tied))
    // In all, the tied vertices have this score, whatever the solution.
    let tiedScore = base * Double(tied) / (1 - options.damping)

    // Scores in proportion to strengths are right where nobody jumps.
    let start = tied > 0 ? tiedScore / total : 0
    var perStrength = ContiguousArray(strengths.map { $0 > 0 ? start : 0 })
    var changes = ContiguousArray(
      strengths.map { $0 > 0 ? base - (1 - options.damping) * start * $0 : 0 })
    var scores = ContiguousArray<Double>()
    var rounds = 0
    var residual = Double.infinity
    var idleRestarts = 0
    while residual > options.tolerance, rounds < options.maximumRounds, idleRestarts < 2 {
      rounds += try system.improve(
        &perStrength, residual: &changes, norm: .sumOfMagnitudes, tolerance: 0.9 * options.tolerance,
        limit: options.maximumRounds - rounds - 1, execution: silent
      ) { execution.onProgress?(options.progress(at: $0)) }
      let sum = try space.dot(perStrength, strengths)
      if sum > 0 { try space.scale(&perStrength, by: tiedScore / sum) }
      scores = try system.adjacency.times(perStrength, execution: silent)
      rounds += 1
      let before = residual
      residual = try silent.update(&scores, &changes, space.partitions) {
        [perStrength] vertices, scores, changes in
        finish(&scores, &changes, perStrength, strengths, vertices, damping: options.damping, base: base)
      }.reduce(0, +)
      idleRestarts = residual > before / 2 ? idleRestarts + 1 : 0
    }
    execution.onProgress?(1)
    return PageRankScores(
      values: Array(scores), rounds: rounds, residual: residual,
      hasConverged: residual <= options.tolerance)
  }
}

/// Turns what vertices gather into scores, and tells by how much they differ from those gathered from.
private func finish(
  _ scores: inout MutableSpan<Double>, _ changes: inout MutableSpan<Double>,
  _ perStrength: ContiguousArray<Double>, _ strengths: ContiguousArray<Double>, _ vertices: Range<Int>,
  damping: Double, base: Double
) -> Double {
  let perStrength = perStrength.span
  let strengths = strengths.span
  var sum = 0.0
  for vertex in vertices {
    let place = vertex - vertices.lowerBound
    let score = base + damping * scores[place]
    let change = strengths[vertex] > 0 ? score - perStrength[vertex] * strengths[vertex] : 0
    scores[place] = score
    changes[place] = change
    sum += abs(change)
  }
  return sum
}
