import GraphCore

extension Graph {
  /// PageRank of an undirected graph with at least one vertex.
  ///
  /// A vertex without arcs has the score β of those that nothing but jumps lead to. With *k* of them, z = k·β
  /// and β = (1 − d)/(n − d·k). For the others, x = S y turns the definition into (S − d·A) y = β, S being the
  /// diagonal matrix of strengths. That matrix is symmetric and positive definite, so conjugate gradients solve
  /// it in a fraction of the rounds of the power method. A round of the power method ends it: what it changes
  /// is the residual in the norm of the definition, rounding and all.
  ///
  /// Personalised, with a share *q* of the restarts at vertices without arcs, the score that jumps bring to *v* is
  /// β·p(v), β = (1 − d)/(1 − d·q).
  ///
  /// - Parameter restarts: The probability of each vertex to be jumped to; nil where all have the same.
  func pageRankByConjugateGradients(
    _ options: PageRankOptions, _ restarts: ContiguousArray<Double>?, execution: Execution
  ) throws(GraphError) -> PageRankScores {
    let silent = execution.withoutProgress
    let order = ProductOrder.paying(for: self)
    let system = ConjugateGradients(
      adjacency: try AdjacencyProduct(inward: self, order, execution: silent),
      diagonal: order.ordered(ContiguousArray(strengths())), factor: options.damping)
    let space = VectorSpace(partitions: system.adjacency.partitions, execution: silent)
    let strengths = system.diagonal
    let jumps = JumpScores(restarts.map { order.ordered($0) }, strengths: strengths, damping: options.damping)
    // In all, the tied vertices have this score, whatever the solution.
    let tiedScore = jumps.tiedSum / (1 - options.damping)

    // Scores in proportion to strengths are right where nobody jumps.
    let starts = startingScores(jumps, order, strengths: strengths, damping: options.damping)
    var perStrength = starts
    var changes = ContiguousArray(
      (0..<vertexCount).map {
        strengths[$0] > 0 ? jumps[$0] - (1 - options.damping) * starts[$0] * strengths[$0] : 0
      })
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
        finish(&scores, &changes, perStrength, strengths, vertices, damping: options.damping, jumps)
      }.reduce(0, +)
      idleRestarts = residual > before / 2 ? idleRestarts + 1 : 0
    }
    execution.onProgress?(1)
    return PageRankScores(
      values: Array(order.restored(scores)), rounds: rounds, residual: residual,
      hasConverged: residual <= options.tolerance)
  }

  /// Scores by place per unit of strength, equal within a component where restarts differ, and equal everywhere otherwise.
  private func startingScores(
    _ jumps: JumpScores, _ order: ProductOrder, strengths: ContiguousArray<Double>, damping: Double
  ) -> ContiguousArray<Double> {
    if jumps.isEven {
      let total = strengths.reduce(0, +)
      let start = total > 0 ? jumps.tiedSum / (1 - damping) / total : 0
      return ContiguousArray(strengths.map { $0 > 0 ? start : 0 })
    }
    // Components without restarts start at 0, and stay there.
    let components = withoutZeroWeights().connectedComponents()
    let labels = order.ordered(components.labels)
    var scores = ContiguousArray(repeating: 0.0, count: components.count)
    var totals = scores
    for (place, label) in labels.enumerated() where strengths[place] > 0 {
      scores[Int(label)] += jumps[place] / (1 - damping)
      totals[Int(label)] += strengths[place]
    }
    return ContiguousArray(
      zip(labels, strengths).map { label, strength in
        strength > 0 ? scores[Int(label)] / totals[Int(label)] : 0
      })
  }
}

/// The score that jumps bring to each vertex.
private struct JumpScores: Sendable {
  /// Where all have the same.
  private let even: Double
  private let scores: ContiguousArray<Double>?
  /// Over the vertices with arcs.
  let tiedSum: Double

  init(_ restarts: ContiguousArray<Double>?, strengths: ContiguousArray<Double>, damping: Double) {
    guard let restarts else {
      let tied = strengths.count { $0 > 0 }
      even = (1 - damping) / (Double(strengths.count) - damping * Double(strengths.count - tied))
      scores = nil
      tiedSum = even * Double(tied)
      return
    }
    var loose = 0.0
    for (share, strength) in zip(restarts, strengths) where strength == 0 { loose += share }
    let factor = (1 - damping) / (1 - damping * min(1, loose))
    var sum = 0.0
    for (share, strength) in zip(restarts, strengths) where strength > 0 { sum += factor * share }
    even = 0
    scores = ContiguousArray(restarts.map { factor * $0 })
    tiedSum = sum
  }

  var isEven: Bool { scores == nil }

  @inline(__always) subscript(vertex: Int) -> Double {
    if let scores { scores[vertex] } else { even }
  }
}

/// Turns what vertices gather into scores, and tells by how much they differ from those gathered from.
private func finish(
  _ scores: inout MutableSpan<Double>, _ changes: inout MutableSpan<Double>,
  _ perStrength: ContiguousArray<Double>, _ strengths: ContiguousArray<Double>, _ vertices: Range<Int>,
  damping: Double, _ jumps: JumpScores
) -> Double {
  let perStrength = perStrength.span
  let strengths = strengths.span
  var sum = 0.0
  for vertex in vertices {
    let place = vertex - vertices.lowerBound
    let score = jumps[vertex] + damping * scores[place]
    let change = strengths[vertex] > 0 ? score - perStrength[vertex] * strengths[vertex] : 0
    scores[place] = score
    changes[place] = change
    sum += abs(change)
  }
  return sum
}
