public import GraphCore

extension Graph {
  /// Returns the local clustering coefficient of every vertex: the share of its neighbors' pairs that are tied.
  ///
  /// With k(v) neighbors and t(v) triangles:
  ///
  ///     C(v) = 2 t(v) / (k(v) (k(v) − 1))
  ///
  /// Directions and weights are ignored: arcs both ways between two vertices are one tie.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, dimensionless and in 0 ... 1; nil where a vertex has
  ///   fewer than two neighbors, since there is no pair to be tied.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*m*^1.5) time; O(*n* + *m*) memory.
  ///
  /// Exact up to one rounding. Agrees with NetworkX `clustering` on undirected graphs, which gives 0 where
  /// this gives nil; on directed graphs NetworkX counts directed triangles.
  ///
  /// Reference: D. J. Watts, S. H. Strogatz, "Collective dynamics of 'small-world' networks", Nature 393
  /// (1998) 440–442, doi:10.1038/30918.
  public func clusteringCoefficients(execution: Execution = .serial) throws(GraphError) -> [Double?] {
    let graph = symmetrized()
    let triangles = try graph.triangleCounts(execution: execution)
    return (0..<vertexCount).map {
      localClustering(triangles: triangles[$0], degree: graph.degree(of: $0))
    }
  }
}

/// The share of the pairs of neighbors that are tied, nil where there is no pair.
func localClustering(triangles: Int, degree: Int) -> Double? {
  let degree = Double(degree)
  return degree < 2 ? nil : 2 * Double(triangles) / (degree * (degree - 1))
}
