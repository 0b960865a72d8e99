public import GraphCore

extension Graph {
  /// Returns the maximal k-plexes of a least size: groups in which everybody is tied to all but a few of the
  /// others.
  ///
  /// In a k-plex *S* every member is tied to at least |S| − k members, so it misses at most k − 1 others; a
  /// 1-plex is a clique. A k-plex is maximal where no vertex can be added. Directions and weights are
  /// ignored: arcs both ways between two vertices, or one, are a tie.
  ///
  /// There are exponentially many. So the search has a least size, of at least 2k − 1: from there on a plex
  /// is connected and two members are tied or have a neighbor in common; smaller ones need not hang together
  /// and mean little. And it has a budget, where a step is a vertex looked at to decide where to branch.
  ///
  /// - Parameters:
  ///   - k: How many of a group, itself included, a member may miss; at least 1.
  ///   - minimumSize: Smaller plexes are left out; at least 2k − 1.
  ///   - budget: Most plexes and steps.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Lists of vertices, ascending; the lists in lexicographic order.
  /// - Throws: `GraphError` with code `badParameter` where a parameter is out of range; `budgetExhausted`
  ///   where there is more to do than the budget allows; `cancelled` where the execution asked to stop.
  /// - Complexity: Exponential at worst; the larger the least size, the less there is to search. Memory for
  ///   the plexes, and on each thread a row of bits for each vertex within two steps of one.
  ///
  /// Exact; the same for any number of threads. With k = 1 the maximal cliques. UCINET lists k-plexes as
  /// well; NetworkX and igraph do not.
  ///
  /// References: S. B. Seidman, B. L. Foster, "A graph-theoretic generalization of the clique concept",
  /// Journal of Mathematical Sociology 6 (1978) 139–154, doi:10.1080/0022250X.1978.9989883; the search
  /// follows D. Berlowitz, S. Cohen, B. Kimelfeld, "Efficient enumeration of maximal k-plexes", SIGMOD 2015,
  /// 431–444, and A. Conte et al., "D2K: scalable community detection in massive
  /// networks via small-diameter k-plexes", KDD 2018, 1272–1281, doi:10.1145/3219819.3220093.
  public func maximalPlexes(
    k: Int, minimumSize: Int, budget: SearchBudget = SearchBudget(), execution: Execution = .serial
  ) throws(GraphError) -> [[Int]] {
    var plexes: [[Int]] = []
    try forEachMaximalPlex(k: k, minimumSize: minimumSize, budget: budget, execution: execution) {
      plexes.append($0)
    }
    plexes.sort { $0.lexicographicallyPrecedes($1) }
    return plexes
  }

  /// Returns for each vertex how many maximal k-plexes of a least size it belongs to, and the size of the
  /// largest.
  ///
  /// Parameters, errors and effort as in ``maximalPlexes(k:minimumSize:budget:execution:)``, without keeping
  /// all plexes.
  ///
  /// - Returns: Numbers in vertex order, 0 where a vertex is in no such plex.
  public func plexMembership(
    k: Int, minimumSize: Int, budget: SearchBudget = SearchBudget(), execution: Execution = .serial
  ) throws(GraphError) -> GroupMembership {
    var membership = GroupMembership(vertexCount: vertexCount)
    try forEachMaximalPlex(k: k, minimumSize: minimumSize, budget: budget, execution: execution) {
      membership.add($0)
    }
    return membership
  }

  /// Calls `body` with each maximal k-plex of a least size, without keeping them all.
  ///
  /// As ``maximalPlexes(k:minimumSize:budget:execution:)``. Plexes come in an order that depends on the graph
  /// alone. Where the search stops early, `body` may have been called for some of them.
  public func forEachMaximalPlex(
    k: Int, minimumSize: Int, budget: SearchBudget = SearchBudget(), execution: Execution = .serial,
    _ body: ([Int]) -> Void
  ) throws(GraphError) {
    // No vertex misses more than 2³² others.
    guard k > 0, k <= 1 << 32 else {
      throw GraphError(.badParameter, "k must be from 1 to 2^32, got \(k)")
    }
    guard minimumSize >= 2 * k - 1 else {
      throw GraphError(
        .badParameter, "minimumSize must be at least 2k - 1, here \(2 * k - 1), got \(minimumSize)")
    }
    if minimumSize > vertexCount { return }
    let ordered = LaterNeighbors(symmetrized())
    try execution.searchGroups(
      Partitions(balancing: ordered.graph, parts: 256), budget: budget, named: "maximal k-plexes",
      make: { PlexSearch(ordered, k: k, minimumSize: minimumSize) },
      run: { search, first, batch, gauge in search.run(from: first, &batch, &gauge) }, body)
  }
}
