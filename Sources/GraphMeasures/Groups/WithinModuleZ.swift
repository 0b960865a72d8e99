public import GraphCore

extension Graph {
  /// Returns the within-module z-score of every vertex: how many more ties to its own group it has than
  /// others of the group do.
  ///
  /// With κ(v) neighbors of *v* in its own group, and mean and standard deviation of κ over the members of
  /// that group, *v* included:
  ///
  ///     z(v) = ( κ(v) − mean κ ) / sd κ
  ///
  /// The standard deviation is that of the population: it divides by the number of members, not by one less.
  /// Where all members have the same κ, as in a group of one, it is 0 and so is z by convention. Weights are
  /// ignored. In a directed graph neighbors are those that arcs run to; `transposed()` gives the others.
  ///
  /// - Parameter groups: The group of each vertex, any number; nil where it is unknown. One per vertex.
  /// - Returns: One value per vertex, in vertex order, in standard deviations; nil where a vertex's group is
  ///   unknown. Sums to 0 over each group.
  /// - Precondition: As many groups as vertices.
  /// - Complexity: O(*n* log *n* + *m*) time, O(*n*) memory.
  ///
  /// Exact up to rounding: sums are whole numbers. Agrees with bctpy `module_degree_zscore`, also in z = 0;
  /// the MATLAB toolbox divides by one less, which makes values smaller by √((s − 1)/s) in a group of *s*.
  ///
  /// Reference: R. Guimerà, L. A. N. Amaral, "Functional cartography of complex metabolic networks", Nature
  /// 433 (2005) 895–900, doi:10.1038/nature03288.
  public func withinModuleZ(groups: [Int?]) -> [Double?] {
    precondition(groups.count == vertexCount, "as many groups as vertices are needed")
    let labels = GroupTally(groups).groups
    let groupCount = (labels.max() ?? -1) + 1
    var sizes = ContiguousArray(repeating: 0.0, count: groupCount)
    var sums = sizes
    var squares = sizes
    var inside = ContiguousArray(repeating: 0.0, count: vertexCount)
    for vertex in 0..<vertexCount where labels[vertex] >= 0 {
      let group = labels[vertex]
      inside[vertex] = Double(neighbors(of: vertex).count { labels[Int($0)] == group })
      sizes[group] += 1
      sums[group] += inside[vertex]
      squares[group] += inside[vertex] * inside[vertex]
    }
    return (0..<vertexCount).map { vertex in
      let group = labels[vertex]
      if group < 0 { return nil }
      // The variance times the square of the size, a difference of whole numbers.
      let spread = sizes[group] * squares[group] - sums[group] * sums[group]
      return spread > 0 ? (sizes[group] * inside[vertex] - sums[group]) / spread.squareRoot() : 0
    }
  }
}
