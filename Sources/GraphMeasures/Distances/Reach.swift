public import GraphCore

extension Graph {
  /// Returns for every vertex how many others are within a distance of it.
  ///
  ///     r(v) = |{ u ≠ v : d(u,v) ≤ radius }|
  ///
  /// The vertex itself is not counted. The distances are those *to* the vertex; `transposed().reach(within:)`
  /// counts whom it reaches.
  ///
  /// - Parameters:
  ///   - radius: The largest distance that counts, at least 0.
  ///   - options: What the length of a path is; ``PathOptions/Lengths/steps`` by default.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One number per vertex, in vertex order, in 0 ... *n* − 1.
  /// - Throws: `GraphError` with code `badParameter` where the radius is negative or not a number; `badWeight`
  ///   where lengths come from weights and one is not greater than 0; `cancelled` where the execution asked to
  ///   stop.
  /// - Complexity: That of ``distanceSummaries(_:radii:execution:)``; by steps, searches end at the radius.
  ///
  /// Exact; the same for any number of threads. Within one step it is the degree, the in-degree of a directed
  /// graph. igraph's `neighborhood_size` counts the vertex itself as well.
  ///
  /// Reference: S. P. Borgatti, "Identifying sets of key players in a social network", Computational and
  /// Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x, whose m-reach it is for a
  /// single actor.
  public func reach(
    within radius: Double, _ options: PathOptions = PathOptions(), execution: Execution = .serial
  ) throws(GraphError) -> [Int] {
    guard radius >= 0 else {
      throw GraphError(.badParameter, "a radius must be at least 0, got \(radius)")
    }
    if options.lengths == .steps || !isWeighted {
      let limit = Int(min(radius, Double(vertexCount)))
      return try stepSummaries(limit: limit, execution: execution).reachedCounts
    }
    return try distanceSummaries(options, radii: [radius], execution: execution).countsWithin[0]
  }
}
