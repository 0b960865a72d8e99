public import GraphCore

/// The measures whose centralization is known: how far one vertex outdoes all others.
public enum CentralityIndex: String, Hashable, Sendable, CaseIterable {
  /// The number of neighbors, that of arcs out in a directed graph.
  case degree
  /// The share of shortest paths between others.
  case betweenness
  /// The inverse of the mean distance from others.
  case closeness
}

extension Graph {
  /// Returns Freeman's centralization: how far the most central vertex outdoes the others, as a share of the
  /// most that is possible with as many vertices.
  ///
  /// With the values C(v) of a measure and their largest C*:
  ///
  ///     Z = Σ_v ( C* − C(v) ) / max over graphs of n vertices of that sum
  ///
  /// The sum is largest in a star, in a directed graph one whose arcs run out of (degree) or into (closeness)
  /// its center, or both ways (betweenness). The values and the largest sums are:
  ///
  ///     degree       k(v), the out-degree          (n − 1)(n − 2)            directed (n − 1)²
  ///     betweenness  raw, as `betweenness()`       (n − 1)²(n − 2)/2         directed (n − 1)²(n − 2)
  ///     closeness    in 0 ... 1, as `closeness()`  (n − 1)(n − 2)/(2n − 3)   directed n − 1
  ///
  /// Weights are ignored: paths are measured in steps. `transposed()` gives the centralization of in-degrees
  /// and of distances from vertices. Closeness is that of Wasserman and Faust, so the graph may have several
  /// components.
  ///
  /// - Parameters:
  ///   - index: The measure.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: A dimensionless value in 0 ... 1: 1 in a star, 0 where all vertices are equal; nil where
  ///   there are fewer than three vertices.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: That of the measure; linear for degree.
  ///
  /// Exact up to rounding; the same bits for any number of threads. Agrees on undirected graphs with igraph
  /// `centr_degree(loops = FALSE)` and `centr_betw`, and with `centr_clo` where they are connected.
  ///
  /// Reference: L. C. Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1
  /// (1978/79) 215–239, doi:10.1016/0378-8733(78)90021-7.
  public func centralization(
    of index: CentralityIndex, execution: Execution = .serial
  ) throws(GraphError) -> Double? {
    guard vertexCount > 2 else { return nil }
    let n = Double(vertexCount)
    let isDirected = direction == .directed
    switch index {
    case .degree:
      let values = degrees().map { Double($0) }
      return excess(values) / ((n - 1) * (isDirected ? n - 1 : n - 2))
    case .betweenness:
      let values = try betweenness(execution: execution)
      return excess(values) / ((n - 1) * (n - 1) * (n - 2) / (isDirected ? 1 : 2))
    case .closeness:
      let values = try closeness(execution: execution)
      return excess(values) / (isDirected ? n - 1 : (n - 1) * (n - 2) / (2 * n - 3))
    }
  }
}

/// What values fall short of the largest among them, added up.
private func excess(_ values: [Double]) -> Double {
  let largest = values.max() ?? 0
  return values.reduce(0) { $0 + (largest - $1) }
}
