import GraphCore

extension Multiplex {
  /// Returns the overlapping degree of each vertex: its degrees in all layers added.
  ///
  ///     o(v) = Σ_α k(v,α)
  ///
  /// A neighbor counts once in every layer in which it is tied. Weights are ignored. In directed layers the
  /// degree is the out-degree.
  ///
  /// - Returns: One number per vertex, in vertex order, in ties; 0 for a vertex without ties in any layer.
  /// - Complexity: O(*n*·*M*) time for *M* layers; O(*n*) memory.
  ///
  /// Exact.
  ///
  /// Reference: F. Battiston, V. Nicosia, V. Latora, "Structural measures for multiplex networks", Physical
  /// Review E 89 (2014) 032804, doi:10.1103/PhysRevE.89.032804.
  public func overlap() -> [Int] {
    (0..<vertexCount).map { vertex in
      layers.reduce(0) { $0 + $1.degree(of: vertex) }
    }
  }
}
