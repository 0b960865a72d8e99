public import GraphCore

extension Graph {
  /// Returns Burt's effective size of every vertex's network: its neighbors less what is redundant among them.
  ///
  /// With p(i,q) as in ``constraint(execution:)`` and m(j,q) = (a(j,q) + a(q,j)) / max_k (a(j,k) + a(k,j)), the
  /// strength of a tie of *j* beside its strongest:
  ///
  ///     E(i) = Σ_j ( 1 − Σ_q p(i,q) m(j,q) )
  ///
  /// over the neighbors *j* of *i*, in or out, and the other neighbors *q*. In an unweighted undirected graph
  /// this is Borgatti's n − 2t/n, for *n* neighbors with *t* ties among them. In a directed graph the arcs
  /// between two vertices are added. Weights are strengths.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, in neighbors; in 1 ... n in an unweighted undirected
  ///   graph. nil where a vertex has no ties or none of positive weight.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``constraint(execution:)``.
  ///
  /// The result has the same bits for any number of threads. Agrees with NetworkX
  /// `effective_size(G, nodes=list(G))` on undirected graphs, which gives NaN where this gives nil. Without
  /// `nodes`, NetworkX 3.6.1 on SciPy 1.17 divides by the largest tie of *q* instead of *j* and gives 5.52
  /// where the published value is 5.47; on directed graphs it leaves out vertices without outgoing arcs.
  ///
  /// References: R. S. Burt, "Structural Holes", Harvard University Press 1992, chapter 2; S. P. Borgatti,
  /// "Structural holes: unpacking Burt's redundancy measures", Connections 20(1) (1997) 35–38.
  public func effectiveSize(execution: Execution = .serial) throws(GraphError) -> [Double?] {
    let graph = symmetrized()
    let strengths = graph.strengths()
    let sums = try SharedTies.redundancy.values(of: graph, strengths: strengths, execution: execution)
    return (0..<vertexCount).map { strengths[$0] > 0 ? Double(graph.degree(of: $0)) - sums[$0] : nil }
  }
}
