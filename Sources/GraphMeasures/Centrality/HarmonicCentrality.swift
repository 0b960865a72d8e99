public import GraphCore

extension Graph {
  /// Returns the harmonic centrality of every vertex: the sum of the inverse distances to it.
  ///
  ///     h(v) = Σ { 1/d(u,v) : u ≠ v }, where 1/∞ = 0
  ///
  /// A vertex without a path contributes 0, so disconnected graphs need no special rule. The distances are
  /// those *to* the vertex; `transposed().harmonicCentrality()` takes those from it. Values are raw; dividing
  /// by n − 1 gives the mean inverse distance.
  ///
  /// - Parameters:
  ///   - options: What the length of a path is; ``PathOptions/Lengths/steps`` by default.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order: in 0 ... n − 1 by steps, in the reciprocal of the unit
  ///   of the weights otherwise; 0 for an isolated vertex.
  /// - Throws: `GraphError` with code `badWeight` where lengths come from weights and one is not greater
  ///   than 0; `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``distanceSummaries(_:radii:execution:)``.
  ///
  /// Exact up to rounding; the same bits for any number of threads. Agrees with NetworkX
  /// `harmonic_centrality`; igraph's `harmonic_centrality` has an option for the mean.
  ///
  /// References: M. Marchiori, V. Latora, "Harmony in the small-world", Physica A 285 (2000) 539–546,
  /// doi:10.1016/S0378-4371(00)00311-3; P. Boldi, S. Vigna, "Axioms for centrality", Internet Mathematics 10
  /// (2014) 222–262, doi:10.1080/15427951.2013.865686.
  public func harmonicCentrality(
    _ options: PathOptions = PathOptions(), execution: Execution = .serial
  ) throws(GraphError) -> [Double] {
    try distanceSummaries(options, execution: execution).harmonicCentrality
  }
}
