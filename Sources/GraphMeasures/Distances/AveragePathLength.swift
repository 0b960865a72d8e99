public import GraphCore

extension Graph {
  /// Returns the average path length: the mean distance between two vertices.
  ///
  ///     L = Σ { d(u,v) : u ≠ v with a path from u to v } / number of such ordered pairs
  ///
  /// Pairs without a path are left out.
  ///
  /// - Parameters:
  ///   - options: What the length of a path is; ``PathOptions/Lengths/steps`` by default.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: A number of steps, or in the unit of the weights; nil where no two vertices have a path.
  /// - Throws: `GraphError` with code `badWeight` where lengths come from weights and one is not greater
  ///   than 0; `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``distanceSummaries(_:radii:execution:)``.
  ///
  /// By steps correctly rounded where the distances add up to less than 2^53; the same bits for any number of
  /// threads. Agrees with NetworkX `average_shortest_path_length` on connected graphs and with igraph
  /// `average_path_length` on all.
  ///
  /// Reference: D. J. Watts, S. H. Strogatz, "Collective dynamics of 'small-world' networks", Nature 393 (1998)
  /// 440–442, doi:10.1038/30918.
  public func averagePathLength(
    _ options: PathOptions = PathOptions(), execution: Execution = .serial
  ) throws(GraphError) -> Double? {
    try distanceSummaries(options, execution: execution).averagePathLength
  }
}
