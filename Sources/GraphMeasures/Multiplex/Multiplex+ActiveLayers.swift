import GraphCore

extension Multiplex {
  /// Returns the number of layers in which each vertex is active: has a tie.
  ///
  ///     B(v) = |{ α : k(v,α) > 0 }|
  ///
  /// In directed layers a vertex is active where an arc leaves it.
  ///
  /// - Returns: One number per vertex, in vertex order, in layers; from 0 to the number of layers.
  /// - Complexity: O(*n*·*M*) time for *M* layers; O(*n*) memory.
  ///
  /// Exact.
  ///
  /// Reference: V. Nicosia, V. Latora, "Measuring and modeling correlations in multiplex networks", Physical
  /// Review E 92 (2015) 032805, doi:10.1103/PhysRevE.92.032805.
  public func activeLayerCounts() -> [Int] {
    (0..<vertexCount).map { vertex in
      layers.count { $0.degree(of: vertex) > 0 }
    }
  }
}
