public import GraphCore

extension Graph {
  /// Tells for every vertex whether taking it away would split its component.
  ///
  /// Directions and weights are ignored.
  ///
  /// - Returns: One answer per vertex, in vertex order; false for isolated vertices and ends of ties that lead
  ///   nowhere else.
  /// - Complexity: O(*n* + *m*) time; O(*n*) memory, and as much as the graph for a directed one. The search
  ///   keeps its own stack, so long paths do no harm.
  ///
  /// Exact. Agrees with NetworkX `articulation_points` and igraph `articulation_points`.
  ///
  /// Reference: J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation",
  /// Communications of the ACM 16 (1973) 372–378, doi:10.1145/362248.362272.
  public func articulationPoints() -> [Bool] {
    let tree = BlockCutTree(symmetrized())
    // Blocks that each vertex lies in; a vertex cuts where there are two.
    var blocks = tree.homes.map { $0 == BlockCutTree.none ? 0 : 1 }
    for head in tree.heads { blocks[Int(head)] += 1 }
    return blocks.map { $0 > 1 }
  }
}
