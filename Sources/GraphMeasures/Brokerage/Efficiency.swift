public import GraphCore

extension Graph {
  /// Returns Burt's efficiency of every vertex's network: the share of its neighbors that is not redundant.
  ///
  /// For *n* neighbors, in or out, and effective size *E*:
  ///
  ///     efficiency(i) = E(i) / n(i)
  ///
  /// Two vertices joined both ways are neighbors once. Weights are strengths, as in
  /// ``effectiveSize(execution:)``.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, dimensionless; in 1/n ... 1 in an unweighted undirected
  ///   graph. nil where a vertex has no ties or none of positive weight.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``effectiveSize(execution:)``.
  ///
  /// The result has the same bits for any number of threads.
  ///
  /// Reference: R. S. Burt, "Structural Holes", Harvard University Press 1992, chapter 2.
  public func efficiency(execution: Execution = .serial) throws(GraphError) -> [Double?] {
    let graph = symmetrized()
    let sizes = try graph.effectiveSize(execution: execution)
    return (0..<vertexCount).map { vertex in
      sizes[vertex].map { $0 / Double(graph.degree(of: vertex)) }
    }
  }
}
