public import GraphCore

extension Graph {
  /// Returns for each vertex the number of dense groups that it is a member of: it lies in a structural fold
  /// where that is two or more.
  ///
  /// A fold is where cohesive groups overlap. Unlike a broker between groups, who is tied into them, a member
  /// of several is an insider of each. The groups are those of ``cliquePercolation(k:budget:execution:)``, as
  /// in the study that the idea is from. For groups found in another way see ``groupCounts(of:)``.
  ///
  /// Directions and weights are ignored: arcs both ways between two vertices, or one, are a tie.
  ///
  /// - Parameters:
  ///   - k: Vertices in the cliques that groups are made of; at least 2. With 2 groups never overlap, with 3
  ///     they are chains of triangles that share ties.
  ///   - budget: Most maximal cliques and steps.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One number per vertex, in vertex order, in groups; 0 where a vertex is in none.
  /// - Throws: As ``cliquePercolation(k:budget:execution:)``.
  /// - Complexity: That of ``cliquePercolation(k:budget:execution:)``.
  ///
  /// Exact. netrics `node_is_fold` marks vertices between two or more triangles that only this vertex
  /// connects. Such a vertex has at least 2 here with k = 3. The converse does not hold: chains of triangles
  /// also overlap in vertices that are tied to each other, and there netrics marks nobody.
  ///
  /// Reference: B. Vedres, D. Stark, "Structural folds: generative disruption in overlapping groups",
  /// American Journal of Sociology 115 (2010) 1150–1190, doi:10.1086/649497.
  public func structuralFolds(
    k: Int = 4, budget: SearchBudget = SearchBudget(), execution: Execution = .serial
  ) throws(GraphError) -> [Int] {
    groupCounts(of: try cliquePercolation(k: k, budget: budget, execution: execution))
  }

  /// Returns for each vertex the number of groups that it is a member of.
  ///
  /// - Parameter groups: Lists of vertices, each at most once in a list; lists may overlap.
  /// - Returns: One number per vertex, in vertex order.
  /// - Precondition: All vertices are in `0 ..< vertexCount`.
  /// - Complexity: O(*n*) and the length of all lists.
  public func groupCounts(of groups: [[Int]]) -> [Int] {
    var counts = [Int](repeating: 0, count: vertexCount)
    for group in groups {
      for vertex in group { counts[vertex] += 1 }
    }
    return counts
  }
}
