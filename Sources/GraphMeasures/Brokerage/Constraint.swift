public import GraphCore

extension Graph {
  /// Returns Burt's constraint of every vertex: how far its ties lead back to one another.
  ///
  /// With p(i,j) = (a(i,j) + a(j,i)) / Σ { a(i,k) + a(k,i) : k }, the share of its ties that *i* spends on *j*,
  /// over the neighbors *j* of *i*, in or out:
  ///
  ///     C(i) = Σ_j ( p(i,j) + Σ_q p(i,q) p(q,j) )²
  ///
  /// where *q* runs over the other neighbors of *i*. A low value means open holes between contacts; brokers are
  /// little constrained. In a directed graph the arcs between two vertices are added, so mutual arcs count
  /// twice as much as one-way arcs and the two vertices are neighbors once. Weights are strengths.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, dimensionless and greater than 0; 1 with a single
  ///   neighbor, more than 1 for some in small closed groups (9/8 in a triangle). nil where a vertex has no ties
  ///   or none of positive weight.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*m*^1.5) time, O(*n* + *m*) in a graph without odd cycles; 20 bytes an edge of memory, 16
  ///   bytes a vertex a thread, and as much as the graph for a directed one.
  ///
  /// The result has the same bits for any number of threads. Agrees with NetworkX `constraint` and igraph
  /// `constraint`, which give NaN where this gives nil.
  ///
  /// References: R. S. Burt, "Structural Holes", Harvard University Press 1992, chapter 2; R. S. Burt,
  /// "Structural holes and good ideas", American Journal of Sociology 110 (2004) 349–399, doi:10.1086/421787.
  public func constraint(execution: Execution = .serial) throws(GraphError) -> [Double?] {
    let graph = symmetrized()
    let strengths = graph.strengths()
    let sums = try SharedTies.constraint.values(of: graph, strengths: strengths, execution: execution)
    return (0..<vertexCount).map { strengths[$0] > 0 ? sums[$0] : nil }
  }
}
