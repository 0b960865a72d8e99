public import GraphCore

/// Settings for ``GraphCore/Graph/katzCentrality(_:execution:)``.
public struct KatzOptions: Hashable, Sendable {
  /// The attenuation α as a share of the largest it could be, 1/λ; in `0 ..< 1`.
  public var share: Double

  /// The result counts as converged where ‖1 + αAᵀx − x‖ ≤ tolerance · ‖x‖; greater than 0.
  public var tolerance: Double

  /// Give up after this many rounds, those for λ not counted; at least 1.
  public var maximumRounds: Int

  /// Creates settings.
  public init(share: Double = 0.85, tolerance: Double = 1e-13, maximumRounds: Int = 10_000) {
    self.share = share
    self.tolerance = tolerance
    self.maximumRounds = maximumRounds
  }
}

/// The outcome of ``GraphCore/Graph/katzCentrality(_:execution:)``.
public struct KatzScores: Sendable {
  /// One score per vertex, in vertex order.
  public let values: [Double]
  /// The attenuation α that was used.
  public let attenuation: Double
  /// The largest eigenvalue λ of the adjacency matrix; 0 where there is no positive one.
  public let eigenvalue: Double
  /// Products of the matrix with a vector carried out, those for λ not counted.
  public let rounds: Int
  /// ‖1 + αAᵀx − x‖/‖x‖, measured on a vector one round before the scores returned.
  public let residual: Double
  /// Whether `residual` is at or below the tolerance, and λ was found to its own.
  public let hasConverged: Bool
}

extension Graph {
  /// Returns the Katz centrality of every vertex: how many walks end there, long ones counting less.
  ///
  /// With weights *w*, the scores are in proportion to the solution of
  ///
  ///     x(v) = 1 + α Σ { w(u,v) · x(u) : u → v }, scaled to Σ x(v)² = 1
  ///
  /// so that a walk of *k* steps counts αᵏ times the product of its weights. α is given as a share of 1/λ, λ being
  /// the largest eigenvalue of the adjacency matrix; at 1 or above the sum over walks has no limit. Where λ is 0
  /// (directed without cycles) any α will do, and the largest Σ { w(u,v) : u → v }, which bounds λ from above,
  /// takes the place of λ. Without arcs α is the share.
  ///
  /// Weights are strengths. Directed: scores come along incoming arcs; `transposed()` gives the other reading.
  ///
  /// - Parameters:
  ///   - options: Share and stopping rule.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Dimensionless, positive scores in vertex order, all equal in a graph without edges.
  /// - Throws: `GraphError` with code `badParameter` where an option is out of range; `cancelled` where the
  ///   execution asked to stop.
  /// - Complexity: As ``eigenvectorCentrality(_:execution:)`` for λ; then O(*r*·(*n* + *m*)) time for *r* rounds,
  ///   O(*n*) memory, and as much as the graph for a directed one. Undirected, *r* is a few tens.
  ///
  /// The result has the same bits for any number of threads. The error is at most residual/(1 − share), as a share
  /// of the scores' length, where undirected. Agrees with NetworkX `katz_centrality_numpy(alpha=α)`.
  ///
  /// Reference: L. Katz, "A new status index derived from sociometric analysis", Psychometrika 18 (1953) 39–43,
  /// doi:10.1007/BF02289026.
  public func katzCentrality(
    _ options: KatzOptions = KatzOptions(), execution: Execution = .serial
  ) throws(GraphError) -> KatzScores {
    try options.validate()
    guard vertexCount > 0 else {
      return KatzScores(
        values: [], attenuation: options.share, eigenvalue: 0, rounds: 0, residual: 0, hasConverged: true)
    }
    let silent = execution.withoutProgress
    let leading = try eigenvectorCentrality(execution: silent)
    let inward = transposed()
    let bound = leading.eigenvalue > 0 ? leading.eigenvalue : inward.strengths().max() ?? 0
    let attenuation = bound > 0 ? options.share / bound : options.share
    // Nothing else depends on the order, so that only the scores have to be put back.
    let order = direction == .undirected ? ProductOrder.paying(for: self) : .asNumbered
    let adjacency = try AdjacencyProduct(inward: inward, order, execution: silent)
    let sum = WalkSum(adjacency, attenuation: attenuation, silent)
    var state = WalkSum.State(vertexCount: vertexCount)
    if direction == .undirected {
      try sum.solveByConjugateGradients(&state, options, execution.onProgress)
    } else {
      try sum.solveByRounds(&state, options, execution.onProgress)
    }
    execution.onProgress?(1)
    try sum.space.normalize(&state.scores)
    return KatzScores(
      values: Array(order.restored(state.scores)), attenuation: attenuation, eigenvalue: leading.eigenvalue,
      rounds: state.rounds, residual: state.residual,
      hasConverged: leading.hasConverged && state.residual <= options.tolerance)
  }
}

extension KatzOptions {
  fileprivate func validate() throws(GraphError) {
    guard share >= 0, share < 1 else {
      throw GraphError(.badParameter, "share must be in 0 ..< 1, got \(share)")
    }
    guard tolerance > 0, tolerance.isFinite else {
      throw GraphError(.badParameter, "tolerance must be finite and greater than 0, got \(tolerance)")
    }
    guard maximumRounds > 0 else {
      throw GraphError(.badParameter, "maximumRounds must be greater than 0, got \(maximumRounds)")
    }
  }

  /// The share of the way to the tolerance in powers of two.
  fileprivate func progress(at residual: Double) -> Double {
    guard residual > tolerance, residual.isFinite else { return residual.isFinite ? 1 : 0 }
    return max(0, 1 - Double((residual / tolerance).exponent) / max(1, Double((1 / tolerance).exponent)))
  }
}

/// The sum over all walks, from every vertex, of attenuated weights: x = 1 + αAᵀx.
private struct WalkSum {
  /// An approximation of the sum, and what it took.
  struct State {
    var scores: ContiguousArray<Double>
    /// What the last round changed.
    var changes: ContiguousArray<Double>
    var rounds = 0
    /// The length of the changes as a share of that of the scores before them.
    var residual = Double.infinity

    /// No walks at all: the first round would change all scores by 1.
    init(vertexCount: Int) {
      scores = ContiguousArray(repeating: 0, count: vertexCount)
      changes = ContiguousArray(repeating: 1, count: vertexCount)
    }
  }

  let space: VectorSpace
  private let adjacency: AdjacencyProduct
  private let attenuation: Double

  init(_ adjacency: AdjacencyProduct, attenuation: Double, _ execution: Execution) {
    self.adjacency = adjacency
    self.attenuation = attenuation
    space = VectorSpace(partitions: adjacency.partitions, execution: execution)
  }

  /// For an undirected graph, where 1 − αA is symmetric and positive definite.
  func solveByConjugateGradients(
    _ state: inout State, _ options: KatzOptions, _ onProgress: ((Double) -> Void)?
  ) throws(GraphError) {
    let n = adjacency.vertexCount
    let system = ConjugateGradients(
      adjacency: adjacency, diagonal: ContiguousArray(repeating: 1, count: n), factor: attenuation)
    var idleRestarts = 0
    while true {
      // No score is below 1, so none of less length than √n solves the equations.
      let length = max(try space.norm(state.scores), Double(n).squareRoot())
      state.rounds += try system.improve(
        &state.scores, residual: &state.changes, norm: .length, tolerance: 0.5 * options.tolerance * length,
        limit: options.maximumRounds - state.rounds - 1, execution: space.execution
      ) { onProgress?(options.progress(at: $0 / length)) }
      let before = state.residual
      try advance(&state)
      idleRestarts = state.residual > before / 2 ? idleRestarts + 1 : 0
      if state.residual <= options.tolerance || state.rounds >= options.maximumRounds || idleRestarts == 2 {
        return
      }
      // Of what a round has changed, the next would change this much more.
      state.changes = try adjacency.times(state.changes, execution: space.execution)
      try space.scale(&state.changes, by: attenuation)
    }
  }

  /// For any graph: walks one step longer each round, leaping ahead after every few.
  func solveByRounds(
    _ state: inout State, _ options: KatzOptions, _ onProgress: ((Double) -> Void)?
  ) throws(GraphError) {
    state.scores = state.changes
    var history = ChangeHistory(depth: 8)
    while true {
      try advance(&state)
      onProgress?(options.progress(at: state.residual))
      if state.residual <= options.tolerance || state.rounds >= options.maximumRounds { return }
      try history.record(
        state.changes, residual: state.residual, scores: &state.scores, space.partitions, space.execution)
    }
  }

  /// Replaces the scores by 1 + αAᵀ · scores.
  private func advance(_ state: inout State) throws(GraphError) {
    let length = try space.norm(state.scores)
    state.changes = try adjacency.times(state.scores, execution: space.execution)
    state.rounds += 1
    let squares = try space.execution.update(&state.changes, &state.scores, space.partitions) {
      settle(&$1, &$2, attenuation: attenuation)
    }.reduce(0, +)
    state.residual = squares.squareRoot() / length
  }
}

/// Turns what vertices gather into the change of their scores; returns the sum of its squares.
private func settle(
  _ incoming: inout MutableSpan<Double>, _ scores: inout MutableSpan<Double>, attenuation: Double
) -> Double {
  var squares = 0.0
  for place in 0..<scores.count {
    let score = 1 + attenuation * incoming[place]
    let change = score - scores[place]
    scores[place] = score
    incoming[place] = change
    squares += change * change
  }
  return squares
}
