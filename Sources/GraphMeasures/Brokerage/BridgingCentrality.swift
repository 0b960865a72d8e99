public import GraphCore

extension Graph {
  /// Returns the bridging centrality of every vertex: its betweenness, the higher the less its neighbors are
  /// tied.
  ///
  /// Betweenness b(v) times the bridging coefficient, which compares the vertex's degree with those of its
  /// neighbors:
  ///
  ///     C(v) = b(v) · ( 1/k(v) ) / Σ { 1/k(u) : u a neighbor of v }
  ///
  /// High for a vertex with few ties that joins hubs. Betweenness is that of the graph as it is, raw as
  /// ``betweenness(_:execution:)`` gives it: unordered pairs where undirected, ordered ones where directed.
  /// The coefficient ignores weights and directions: neighbors are those that arcs run to or from, each once.
  ///
  /// - Parameters:
  ///   - options: What the length of a path is for betweenness; ``PathOptions/Lengths/steps`` by default.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, in pairs of vertices; 0 where betweenness is 0. nil
  ///   for isolates, which have no coefficient.
  /// - Throws: `GraphError` with code `badWeight` where lengths come from weights and one is not greater
  ///   than 0; `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``betweenness(_:execution:)``.
  ///
  /// The result has the same bits for any number of threads.
  ///
  /// Reference: W. Hwang, T. Kim, M. Ramanathan, A. Zhang, "Bridging centrality: graph mining from element
  /// level to group level", KDD '08 (2008) 336–344, doi:10.1145/1401890.1401934.
  public func bridgingCentrality(
    _ options: PathOptions = PathOptions(), execution: Execution = .serial
  ) throws(GraphError) -> [Double?] {
    let values = try betweenness(options, execution: execution)
    let graph = symmetrized()
    return values.enumerated().map { vertex, value in
      let degree = graph.degree(of: vertex)
      if degree == 0 { return nil }
      var reciprocals = 0.0
      for neighbor in graph.neighbors(of: vertex) {
        reciprocals += 1 / Double(graph.degree(of: Int(neighbor)))
      }
      return value / (Double(degree) * reciprocals)
    }
  }
}
