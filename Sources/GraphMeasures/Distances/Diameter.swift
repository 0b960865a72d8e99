public import GraphCore

extension Graph {
  /// Returns the diameter: the largest distance between two vertices with a path.
  ///
  ///     D = max { d(u,v) : u ≠ v with a path from u to v }
  ///
  /// Pairs without a path are left out, so in a disconnected undirected graph it is the largest diameter of a
  /// component.
  ///
  /// - Parameters:
  ///   - options: What the length of a path is; ``PathOptions/Lengths/steps`` by default.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: A number of steps, or in the unit of the weights; nil where no two vertices have a path.
  /// - Throws: `GraphError` with code `badWeight` where lengths come from weights and one is not greater
  ///   than 0; `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``distanceSummaries(_:radii:execution:)``.
  ///
  /// Exact; the same for any number of threads. Agrees with NetworkX `diameter` on connected graphs and with
  /// igraph `diameter` on all that have an edge.
  public func diameter(
    _ options: PathOptions = PathOptions(), execution: Execution = .serial
  ) throws(GraphError) -> Double? {
    try distanceSummaries(options, execution: execution).diameter
  }
}
