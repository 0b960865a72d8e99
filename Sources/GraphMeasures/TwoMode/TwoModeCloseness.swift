public import GraphCore

extension Graph {
  /// Returns the two-mode closeness centrality of every vertex: how near it is, beside the nearest that two modes
  /// allow.
  ///
  /// In a two-mode graph of *n* vertices of the vertex's own mode and *m* of the other, the others are at least one
  /// step away and the rest of the own mode at least two:
  ///
  ///     c(v) = ( m + 2(n − 1) ) / Σ_u d(v,u) · r / (n + m − 1)
  ///
  /// over the *r* vertices that *v* reaches; the second factor is 1 in a connected graph and makes vertices of small
  /// components less central. Distances are in steps; directions and weights are ignored.
  ///
  /// - Parameters:
  ///   - modes: The mode of each vertex, as `bipartition(execution:)` gives it.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, dimensionless; 0 for an isolate; at most 1 in a connected
  ///   graph. In one of several components the first factor can be so large that the value passes 1: the minimum is
  ///   that of the whole graph, the sum that of the component.
  /// - Throws: `GraphError` with code `badParameter` where there are not as many modes as vertices, or a tie joins two
  ///   vertices of one mode; `cancelled` where the execution asked to stop.
  /// - Complexity: O(*n*·*m*) time, many sources at once.
  ///
  /// The result has the same bits for any number of threads. Agrees with NetworkX `bipartite.closeness_centrality`,
  /// whose rule for graphs that are not connected this is.
  ///
  /// Reference: S. P. Borgatti, M. G. Everett, "Network analysis of 2-mode data", Social Networks 19 (1997) 243–269,
  /// doi:10.1016/S0378-8733(96)00301-2.
  public func twoModeCloseness(
    modes: ContiguousArray<Bool>, execution: Execution = .serial
  ) throws(GraphError) -> [Double] {
    let graph = symmetrized().unweighted()
    let sizes = try graph.modeSizes(modes)
    let summaries = try graph.stepSummaries(execution: execution)
    return (0..<vertexCount).map { vertex in
      let reached = summaries.reachedCounts[vertex]
      guard reached > 0 else { return 0 }
      let least = sizes.other(than: modes[vertex]) + 2 * (sizes.own(modes[vertex]) - 1)
      return Double(least) / summaries.sums[vertex] * (Double(reached) / Double(vertexCount - 1))
    }
  }
}
