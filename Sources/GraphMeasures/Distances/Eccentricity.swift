public import GraphCore

extension Graph {
  /// Returns the eccentricity of every vertex: the largest of the distances to it.
  ///
  ///     e(v) = max { d(u,v) : u ≠ v has a path to v }
  ///
  /// Vertices without a path are left out, so in a disconnected undirected graph it is the eccentricity within
  /// the component. The distances are those *to* the vertex; `transposed().eccentricities()` takes those from it.
  ///
  /// - Parameters:
  ///   - options: What the length of a path is; ``PathOptions/Lengths/steps`` by default.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order: a number of steps, or in the unit of the weights; nil
  ///   where no other vertex has a path to it.
  /// - Throws: `GraphError` with code `badWeight` where lengths come from weights and one is not greater
  ///   than 0; `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``distanceSummaries(_:radii:execution:)``.
  ///
  /// Exact; the same bits for any number of threads. Agrees with NetworkX `eccentricity` on each component, and,
  /// where directed, on the reversed graph of a strongly connected one. igraph gives 0 to isolated vertices.
  ///
  /// Reference: P. Hage, F. Harary, "Eccentricity and centrality in networks", Social Networks 17 (1995) 57–63,
  /// doi:10.1016/0378-8733(94)00248-9.
  public func eccentricities(
    _ options: PathOptions = PathOptions(), execution: Execution = .serial
  ) throws(GraphError) -> [Double?] {
    try distanceSummaries(options, execution: execution).eccentricities
  }
}
