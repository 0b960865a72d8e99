public import GraphCore

extension Graph {
  /// Returns the closeness of every vertex: the inverse of its mean distance, scaled by how much it reaches.
  ///
  /// For a graph of *n* vertices, *r* of which have a path to *v* (*v* included), at distances d(u,v):
  ///
  ///     c(v) = (r − 1)/(n − 1) · (r − 1)/Σ d(u,v)
  ///
  /// This is the form of Wasserman and Faust, which compares vertices of different components: a vertex close
  /// to few scores below one equally close to many. In a connected graph it is Bavelas' (n − 1)/Σ d. The
  /// distances are those *to* the vertex; `transposed().closeness()` takes those from it.
  ///
  /// - Parameters:
  ///   - options: What the length of a path is; ``PathOptions/Lengths/steps`` by default.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order: dimensionless and in 0 ... 1 by steps, the reciprocal
  ///   of the unit of the weights otherwise; 0 where no other vertex has a path to it.
  /// - Throws: `GraphError` with code `badWeight` where lengths come from weights and one is not greater
  ///   than 0; `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``distanceSummaries(_:radii:execution:)``.
  ///
  /// Exact up to rounding; the same bits for any number of threads. Agrees with NetworkX
  /// `closeness_centrality(wf_improved=True)`. igraph's `closeness` leaves out the factor (r − 1)/(n − 1) and
  /// is undefined at isolated vertices.
  ///
  /// References: A. Bavelas, "Communication patterns in task-oriented groups", Journal of the Acoustical
  /// Society of America 22 (1950) 725–730, doi:10.1121/1.1906679; S. Wasserman, K. Faust, "Social Network
  /// Analysis", Cambridge University Press 1994, p. 201, doi:10.1017/CBO9780511815478.
  public func closeness(
    _ options: PathOptions = PathOptions(), execution: Execution = .serial
  ) throws(GraphError) -> [Double] {
    try distanceSummaries(options, execution: execution).closeness
  }
}
