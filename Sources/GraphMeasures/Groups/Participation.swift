public import GraphCore

extension Graph {
  /// Returns the participation coefficient of every vertex: how evenly its ties spread over groups.
  ///
  /// With k(v) neighbors of known group, k(v,s) of them in group *s*:
  ///
  ///     P(v) = 1 − Σ_s ( k(v,s) / k(v) )²
  ///
  /// 0 where all neighbors are in one group, near 1 where they spread over many; at most 1 − 1/g for *g* groups.
  /// The vertex's own group does not matter. Weights are ignored. In a directed graph neighbors are those that
  /// arcs run to; `transposed()` gives the others.
  ///
  /// - Parameter groups: The group of each vertex, any number; nil where it is unknown. One per vertex.
  /// - Returns: One value per vertex, in vertex order, dimensionless and in 0 ..< 1; nil where a vertex has no
  ///   neighbor of known group.
  /// - Precondition: As many groups as vertices.
  /// - Complexity: O(*n* log *n* + *m*) time, O(*n*) memory.
  ///
  /// Exact up to rounding. Agrees with bctpy `participation_coef`, which gives 0 where this gives nil.
  ///
  /// Reference: R. Guimerà, L. A. N. Amaral, "Functional cartography of complex metabolic networks", Nature 433
  /// (2005) 895–900, doi:10.1038/nature03288.
  public func participation(groups: [Int?]) -> [Double?] {
    precondition(groups.count == vertexCount, "as many groups as vertices are needed")
    var tally = GroupTally(groups)
    return (0..<vertexCount).map { vertex in
      let (known, squares) = tally.tally(neighbors(of: vertex))
      guard known > 0 else { return nil }
      return 1 - squares / (Double(known) * Double(known))
    }
  }
}
