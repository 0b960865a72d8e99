import GraphCore

extension Multiplex {
  /// Returns the multiplex participation coefficient of each vertex: how evenly its ties spread over layers.
  ///
  /// With *M* layers, degrees k(v,α) and overlapping degree o(v):
  ///
  ///     P(v) = M/(M − 1) · [ 1 − Σ_α ( k(v,α) / o(v) )² ]
  ///
  /// 0 where all ties are in one layer, 1 where every layer has the same number. *M* counts all layers, also
  /// those in which nobody is tied. Weights are ignored. In directed layers the degree is the out-degree.
  ///
  /// - Returns: One value per vertex, in vertex order, dimensionless and in 0 ... 1; nil where a vertex has no
  ///   tie in any layer. All are nil where there are fewer than two layers: evenness over one layer has no
  ///   meaning, and the formula is 0 · 1/0.
  /// - Complexity: O(*n*·*M*) time; O(*n*) memory.
  ///
  /// Exact up to rounding.
  ///
  /// Reference: F. Battiston, V. Nicosia, V. Latora, "Structural measures for multiplex networks", Physical
  /// Review E 89 (2014) 032804, doi:10.1103/PhysRevE.89.032804.
  public func participation() -> [Double?] {
    let count = Double(layers.count)
    return overlap().enumerated().map { vertex, overlap in
      guard overlap > 0, layers.count > 1 else { return nil }
      var squares = 0.0
      for layer in layers {
        let degree = Double(layer.degree(of: vertex))
        squares += degree * degree
      }
      let total = Double(overlap) * Double(overlap)
      // One division of whole numbers, so that perfect evenness is exactly 1.
      return count * (total - squares) / ((count - 1) * total)
    }
  }
}
