public import GraphCore

extension Graph {
  /// Returns the number of other vertices that each vertex has an arc to.
  ///
  ///     k(v) = |{ u : v → u }|
  ///
  /// Undirected: the number of neighbors. Directed: the out-degree; `transposed().degrees()` gives the
  /// in-degree. A simple graph has neither self-loops nor parallel edges, so each neighbor counts once,
  /// whatever the weight of the edge.
  ///
  /// - Returns: One number per vertex, in vertex order; 0 for an isolated vertex.
  /// - Complexity: O(*n*) time and memory.
  ///
  /// Agrees with igraph `degree` after `simplify`.
  ///
  /// Reference: L. C. Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1
  /// (1978/79) 215–239, doi:10.1016/0378-8733(78)90021-7.
  public func degrees() -> [Int] {
    (0..<vertexCount).map { degree(of: $0) }
  }
}
