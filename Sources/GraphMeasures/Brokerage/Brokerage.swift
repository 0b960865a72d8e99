public import GraphCore

extension Graph {
  /// Returns Everett and Valente's brokerage of every vertex: how much passes along each of its ties, on
  /// average.
  ///
  /// The mean edge betweenness of the vertex's own ties, set to 0 for a vertex that lies between no others.
  /// Each shortest path that passes through *v* uses two of its ties, and each that ends at *v* uses one, so
  /// that betweenness b(v) is all it takes. Undirected, for *c* vertices in the component of *v*, itself
  /// included:
  ///
  ///     B(v) = ( 2·b(v) + c − 1 ) / k(v)      where b(v) > 0, 0 elsewhere
  ///
  /// In a connected graph c is the number of vertices. Unlike betweenness, it does not grow with the number
  /// of ties that a vertex has to keep up.
  ///
  /// Undirected graphs count unordered pairs. In a directed graph pairs are ordered, and the mean is over the
  /// arcs that leave or enter *v*: with r(v) vertices that have a path to *v* and r'(v) that *v* has a path
  /// to,
  ///
  ///     B(v) = ( 2·b(v) + r(v) + r'(v) ) / ( k_in(v) + k_out(v) )
  ///
  /// which is the same as for the undirected graph where all arcs run both ways.
  ///
  /// - Parameters:
  ///   - options: What the length of a path is; ``PathOptions/Lengths/steps`` by default.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, in pairs of vertices per tie; 0 for pendants, for
  ///   other vertices whose neighbors are all tied to each other, and for isolates.
  /// - Throws: `GraphError` with code `badWeight` where lengths come from weights and one is not greater
  ///   than 0; `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``betweenness(_:execution:)``; in a directed graph also twice that of
  ///   ``reach(within:_:execution:)``.
  ///
  /// The result has the same bits for any number of threads. Agrees, where betweenness is positive, with the
  /// mean of NetworkX `edge_betweenness_centrality(normalized=False)` over the ties of a vertex.
  ///
  /// Reference: M. G. Everett, T. W. Valente, "Bridging, brokerage and betweenness", Social Networks 44
  /// (2016) 202–208, doi:10.1016/j.socnet.2015.09.001.
  public func brokerage(
    _ options: PathOptions = PathOptions(), execution: Execution = .serial
  ) throws(GraphError) -> [Double] {
    switch direction {
    case .undirected:
      let values = try betweenness(options, execution: execution)
      let components = connectedComponents()
      return values.enumerated().map { vertex, value in
        let size = components.sizes[Int(components.labels[vertex])]
        return value > 0 ? (2 * value + Double(size - 1)) / Double(degree(of: vertex)) : 0
      }
    case .directed:
      let values = try betweenness(options, execution: execution.share(from: 0, to: 0.6))
      // Whether there is a path does not depend on lengths.
      let reverse = transposed()
      let comers = try stepSummaries(execution: execution.share(from: 0.6, to: 0.8)).reachedCounts
      let goals = try reverse.stepSummaries(execution: execution.share(from: 0.8, to: 1)).reachedCounts
      return values.enumerated().map { vertex, value in
        let ends = comers[vertex] + goals[vertex]
        let arcs = degree(of: vertex) + reverse.degree(of: vertex)
        return value > 0 ? (2 * value + Double(ends)) / Double(arcs) : 0
      }
    }
  }
}
