public import GraphCore

/// The groups that each vertex of a graph belongs to, counted.
public struct GroupMembership: Sendable, Equatable {
  /// For each vertex the number of groups that it is in.
  public private(set) var counts: [Int]
  /// For each vertex the size of the largest group that it is in, 0 where there is none.
  public private(set) var largestSizes: [Int]
  /// Number of groups.
  public private(set) var groupCount = 0

  init(vertexCount: Int) {
    counts = Array(repeating: 0, count: vertexCount)
    largestSizes = counts
  }

  /// Size of the largest group, 0 where there is none: of cliques, the clique number of the graph.
  public var largestSize: Int { largestSizes.max() ?? 0 }

  mutating func add(_ group: [Int]) {
    groupCount += 1
    for vertex in group {
      counts[vertex] += 1
      largestSizes[vertex] = max(largestSizes[vertex], group.count)
    }
  }
}

extension Graph {
  /// Returns for each vertex how many maximal cliques it belongs to, and the size of the largest.
  ///
  /// Directions and weights are ignored. An isolated vertex is a clique of one.
  ///
  /// - Parameters:
  ///   - minimumSize: Smaller cliques are not counted; at least 1.
  ///   - budget: Most cliques and steps, as in ``maximalCliques(minimumSize:budget:execution:)``.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Numbers in vertex order; at least 1 where cliques of all sizes count.
  /// - Throws: As ``maximalCliques(minimumSize:budget:execution:)``.
  /// - Complexity: That of ``maximalCliques(minimumSize:budget:execution:)``, without keeping all cliques.
  ///
  /// Exact. Agrees with NetworkX `number_of_cliques` and `node_clique_number`, and with igraph `clique_num`.
  ///
  /// Reference: as for ``maximalCliques(minimumSize:budget:execution:)``.
  public func cliqueMembership(
    minimumSize: Int = 1, budget: SearchBudget = SearchBudget(), execution: Execution = .serial
  ) throws(GraphError) -> GroupMembership {
    var membership = GroupMembership(vertexCount: vertexCount)
    try forEachMaximalClique(minimumSize: minimumSize, budget: budget, execution: execution) {
      membership.add($0)
    }
    return membership
  }
}
