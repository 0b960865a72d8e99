public import GraphCore

extension Graph {
  /// Returns the maximal cliques: sets of vertices that are all tied to each other and that no other vertex
  /// is tied to in full.
  ///
  /// An isolated vertex is a clique of one. Directions and weights are ignored: arcs both ways between two
  /// vertices, or one, are a tie.
  ///
  /// There can be 3^(n/3) of them. So the search has a budget: a step is a vertex looked at to decide where
  /// to branch.
  ///
  /// - Parameters:
  ///   - minimumSize: Smaller cliques are left out; at least 1.
  ///   - budget: Most cliques and steps.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Lists of vertices, ascending; the lists in lexicographic order. None in an empty graph.
  /// - Throws: `GraphError` with code `badParameter` where `minimumSize` is below 1; `budgetExhausted` where
  ///   there is more to do than the budget allows; `cancelled` where the execution asked to stop.
  /// - Complexity: O(*d*·*m*·3^(*d*/3)) time at worst for a degeneracy *d*, the largest core number; memory
  ///   for the cliques, and on each thread *d*/64 words for each neighbor of a vertex.
  ///
  /// Exact; the same for any number of threads. Agrees with NetworkX `find_cliques` and igraph
  /// `maximal_cliques`.
  ///
  /// References: D. Eppstein, M. Löffler, D. Strash, "Listing all maximal cliques in large sparse real-world
  /// graphs", ACM Journal of Experimental Algorithmics 18 (2013) 3.1, doi:10.1145/2543629; E. Tomita, A.
  /// Tanaka, H. Takahashi, "The worst-case time complexity for generating all maximal cliques and
  /// computational experiments", Theoretical Computer Science 363 (2006) 28–42,
  /// doi:10.1016/j.tcs.2006.06.015.
  public func maximalCliques(
    minimumSize: Int = 1, budget: SearchBudget = SearchBudget(), execution: Execution = .serial
  ) throws(GraphError) -> [[Int]] {
    var cliques: [[Int]] = []
    try forEachMaximalClique(minimumSize: minimumSize, budget: budget, execution: execution) {
      cliques.append($0)
    }
    cliques.sort { $0.lexicographicallyPrecedes($1) }
    return cliques
  }

  /// Calls `body` with each maximal clique, without keeping them all.
  ///
  /// As ``maximalCliques(minimumSize:budget:execution:)``. Cliques come in an order that depends on the graph
  /// alone, each with its members ascending. Where the search stops early, `body` may have been called for
  /// some of them.
  public func forEachMaximalClique(
    minimumSize: Int = 1, budget: SearchBudget = SearchBudget(), execution: Execution = .serial,
    _ body: ([Int]) -> Void
  ) throws(GraphError) {
    guard minimumSize > 0 else {
      throw GraphError(.badParameter, "minimumSize must be at least 1, got \(minimumSize)")
    }
    let ordered = LaterNeighbors(symmetrized())
    try execution.searchGroups(
      Partitions(balancing: ordered.graph, parts: 256), budget: budget, named: "maximal cliques",
      make: { CliqueSearch(ordered, minimumSize: minimumSize) },
      run: { search, first, batch, gauge in search.run(from: first, &batch, &gauge) }, body)
  }
}
