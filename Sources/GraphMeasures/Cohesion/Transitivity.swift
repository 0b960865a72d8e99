public import GraphCore

extension Graph {
  /// Returns the transitivity of the graph: the share of paths of two ties whose ends are tied as well.
  ///
  /// With t(v) triangles and k(v) neighbors of each vertex *v*:
  ///
  ///     T = Σ_v t(v) / Σ_v k(v)(k(v) − 1)/2
  ///
  /// Both sums count each path of two ties at its middle, so a vertex with many neighbors weighs more than in
  /// the mean of ``clusteringCoefficients(execution:)``. Directions and weights are ignored: arcs both ways
  /// between two vertices are one tie.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: A dimensionless value in 0 ... 1; nil where no vertex has two neighbors.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``triangleCounts(execution:)``.
  ///
  /// Exact up to one rounding. Agrees with NetworkX `transitivity` (which gives 0 where this gives nil) and
  /// igraph `transitivity_undirected` on undirected graphs.
  ///
  /// Reference: M. E. J. Newman, D. J. Watts, S. H. Strogatz, "Random graph models of social networks", PNAS
  /// 99 (2002) 2566–2572, doi:10.1073/pnas.012582999.
  public func transitivity(execution: Execution = .serial) throws(GraphError) -> Double? {
    let graph = symmetrized()
    var pairs = 0.0
    for vertex in 0..<vertexCount {
      let degree = Double(graph.degree(of: vertex))
      pairs += degree * (degree - 1) / 2
    }
    guard pairs > 0 else { return nil }
    return Double(try graph.triangleCounts(execution: execution).reduce(0, +)) / pairs
  }
}
