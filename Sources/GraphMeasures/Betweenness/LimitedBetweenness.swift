public import GraphCore

extension Graph {
  /// Returns the betweenness of every vertex over paths of limited length: how often it lies between others near
  /// each other.
  ///
  /// As ``betweenness(_:execution:)``, but pairs farther apart than the limit do not count:
  ///
  ///     b(v) = Σ { σ(s,t|v) / σ(s,t) : s ≠ v ≠ t, s ≠ t, d(s,t) ≤ limit }
  ///
  /// Undirected: unordered pairs. Directed: ordered pairs. Values never fall as the limit grows; below two steps
  /// they are all 0, at two steps they count pairs of neighbors that are not tied themselves, each shared among
  /// those in the middle.
  ///
  /// - Parameters:
  ///   - limit: The longest path that counts, at least 0: in steps, or in the unit of the weights. Infinity gives
  ///     the betweenness without a limit.
  ///   - options: What the length of a path is; ``PathOptions/Lengths/steps`` by default.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, in pairs of vertices; from 0 to the betweenness without a
  ///   limit.
  /// - Throws: `GraphError` with code `badParameter` where the limit is negative or not a number; `badWeight`
  ///   where lengths come from weights and one is not greater than 0; `cancelled` where the execution asked to
  ///   stop.
  /// - Complexity: O(*n*·*a*) time by steps, where *a* is the most arcs within the limit of a vertex; a factor of
  ///   log *n* more by weights. O(*n*) memory for each part of the work.
  ///
  /// The result has the same bits for any number of threads. Agrees with igraph `betweenness(cutoff=limit)`;
  /// NetworkX has no such measure.
  ///
  /// Reference: S. P. Borgatti, M. G. Everett, "A graph-theoretic perspective on centrality", Social Networks 28
  /// (2006) 466–484, doi:10.1016/j.socnet.2005.11.005 (k-betweenness); algorithm as for
  /// ``betweenness(_:execution:)``.
  public func betweenness(
    within limit: Double, _ options: PathOptions = PathOptions(), execution: Execution = .serial
  ) throws(GraphError) -> [Double] {
    try requireLimit(limit)
    // No shortest path has more steps than that.
    if options.lengths == .steps || !isWeighted, limit >= Double(vertexCount) {
      return try betweenness(options, execution: execution)
    }
    return try pathBetweenness(
      lengths: options.arcLengths(of: self), limit: limit, execution: execution,
      largestPlainCount: largestPlainPathCount)
  }
}

/// Rejects what cannot be the greatest length of a path.
func requireLimit(_ limit: Double) throws(GraphError) {
  guard limit >= 0 else {
    throw GraphError(.badParameter, "the limit of paths must be at least 0, got \(limit)")
  }
}
