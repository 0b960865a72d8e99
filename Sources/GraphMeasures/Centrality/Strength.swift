public import GraphCore

extension Graph {
  /// Returns the sum of the weights of the arcs that leave each vertex.
  ///
  ///     s(v) = Σ { w(v, u) : v → u }
  ///
  /// Undirected: each edge counts at both ends. Directed: the out-strength; `transposed().strengths()` gives
  /// the in-strength. In an unweighted graph the strength is the degree.
  ///
  /// - Returns: One value per vertex, in vertex order and in the unit of the weights; 0 for an isolated
  ///   vertex.
  /// - Complexity: O(*n* + *m*) time, O(*n*) memory.
  ///
  /// Weights are added in the order of the neighbors. Agrees with igraph `strength`.
  ///
  /// Reference: A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, "The architecture of complex
  /// weighted networks", PNAS 101 (2004) 3747–3752, doi:10.1073/pnas.0400087101.
  public func strengths() -> [Double] {
    guard let weights else { return (0..<vertexCount).map { Double(degree(of: $0)) } }
    return (0..<vertexCount).map { vertex in
      var sum = 0.0
      for slot in offsets[vertex]..<offsets[vertex + 1] { sum += weights[slot] }
      return sum
    }
  }
}
