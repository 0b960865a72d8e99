public import GraphCore

extension Graph {
  /// Returns Burt's hierarchy of every vertex: how far its constraint comes from one contact rather than from
  /// all.
  ///
  /// With c(i,j) the terms of the constraint *C(i)* of ``constraint(execution:)``, one for each of the *N*
  /// neighbors *j* of *i*, in or out, and r(i,j) = c(i,j) / (C(i)/N), a term beside the mean term:
  ///
  ///     H(i) = Σ_j r(i,j) · ln r(i,j) / ( N · ln N )
  ///
  /// 0 where every contact constrains alike, near 1 where one does all of it: the Coleman–Theil index of
  /// disorder of the terms. It is one less the entropy of the shares c(i,j)/C(i), divided by ln N. With a
  /// single neighbor the formula is 0/0; the value is then 1, as Burt has it. In a directed graph the arcs
  /// between two vertices are added. Weights are strengths.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, dimensionless and in 0 ... 1. nil where a vertex has
  ///   no ties or none of positive weight.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``constraint(execution:)``.
  ///
  /// The result has the same bits for any number of threads and on any platform. The R package netrics puts
  /// the neighbors' own constraint in the place of c(i,j), which gives other values.
  ///
  /// Reference: R. S. Burt, "Structural Holes", Harvard University Press 1992, chapter 2.
  public func hierarchy(execution: Execution = .serial) throws(GraphError) -> [Double?] {
    let graph = symmetrized()
    let strengths = graph.strengths()
    let values = try SharedTies.constraint.values(
      .concentration, of: graph, strengths: strengths, execution: execution)
    return (0..<vertexCount).map { strengths[$0] > 0 ? values[$0] : nil }
  }
}
