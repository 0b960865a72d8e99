public import GraphCore

extension Multiplex {
  /// Returns the PageRank versatility of each vertex: how often a walk that may change layers visits it.
  ///
  /// Every vertex has a replica on every layer, tied or not. A walk follows the ties of the layer, by their weights,
  /// or changes to another replica of its vertex, by the coupling; now and then it jumps to any replica. With x the
  /// ``GraphCore/Graph/pageRank(_:execution:)`` of the supra-adjacency matrix, in which replicas of a vertex are all
  /// tied to each other with the coupling as weight:
  ///
  ///     V(v) = Σ_α x(v,α)
  ///
  /// Without coupling layers are walked apart. As it grows, layers count as one: a walk changes between any two ties.
  /// In directed layers walks follow arcs; changes of layer go both ways.
  ///
  /// - Parameters:
  ///   - coupling: The weight of the ties between the replicas of a vertex, finite and at least 0, in the unit of the
  ///     weights of the layers.
  ///   - options: Damping and stopping rule. Restarts, where shares are given, are those of vertices, each spread
  ///     evenly over its replicas.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One score per vertex, in vertex order, that sum to 1; of all replicas
  ///   ``PageRankScores/rounds``, ``PageRankScores/residual`` and ``PageRankScores/hasConverged``.
  /// - Throws: `GraphError` with code `badParameter` where the coupling or an option is out of range; `tooLarge` where
  ///   there are more replicas than 32-bit numbers can name; what PageRank throws otherwise.
  /// - Complexity: That of PageRank on *n*·*M* vertices and *m* + *n*·*M*² arcs for *M* layers with *m* arcs; as much
  ///   memory as these.
  ///
  /// The result has the same bits for any number of threads. muxViz `GetMultiPageRankCentrality` has the
  /// same definition, scaled to a largest score of 1.
  ///
  /// Reference: M. De Domenico, A. Solé-Ribalta, E. Omodei, S. Gómez, A. Arenas, "Ranking in interconnected multilayer
  /// networks reveals versatile nodes", Nature Communications 6 (2015) 6868, doi:10.1038/ncomms7868.
  public func versatilityPageRank(
    coupling: Double = 1, _ options: PageRankOptions = PageRankOptions(), execution: Execution = .serial
  ) throws(GraphError) -> PageRankScores {
    let supra = try SupraGraph(self, coupling: coupling)
    var options = options
    switch options.restarts {
    case .everywhere: break
    case .at(let vertices):
      for vertex in vertices where vertex >= vertexCount {
        throw GraphError(
          .vertexOutOfRange, "restarts name vertex \(vertex), but there are \(vertexCount) vertices")
      }
      options.restarts = .at(
        layers.indices.flatMap { layer in
          vertices.map { UInt32(truncatingIfNeeded: layer * vertexCount) + $0 }
        })
    case .inProportion(let shares):
      guard shares.count == vertexCount else {
        throw GraphError(
          .badParameter,
          "as many shares of restarts as vertices are needed, \(vertexCount), got \(shares.count)")
      }
      options.restarts = .inProportion(layers.flatMap { _ in shares })
    }
    let scores = try supra.graph.pageRank(options, execution: execution)
    return PageRankScores(
      values: supra.sums(scores.values), rounds: scores.rounds, residual: scores.residual,
      hasConverged: scores.hasConverged)
  }

  /// Returns the eigenvector versatility of each vertex: high where its neighbors and its own replicas score high.
  ///
  /// Every vertex has a replica on every layer, tied or not. With x the leading eigenvector, of length 1, of the
  /// supra-adjacency matrix, in which replicas of a vertex are all tied to each other with the coupling as weight:
  ///
  ///     V(v) = Σ_α x(v,α)
  ///
  /// Without coupling the layer with the largest eigenvalue decides alone. As it grows, replicas of a vertex come to
  /// score alike, and the ranking to that of the layers added up.
  ///
  /// - Parameters:
  ///   - coupling: The weight of the ties between the replicas of a vertex, finite and at least 0, in the unit of the
  ///     weights of the layers.
  ///   - options: Stopping rule.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One score per vertex, in vertex order, in 0 ... √*M* for *M* layers; of all replicas
  ///   ``EigenvectorScores/eigenvalue``, ``EigenvectorScores/rounds``, ``EigenvectorScores/residual`` and
  ///   ``EigenvectorScores/hasConverged``. What is said of components, and of graphs without a positive eigenvalue, at
  ///   ``GraphCore/Graph/eigenvectorCentrality(_:execution:)`` holds of the replicas.
  /// - Throws: `GraphError` with code `badParameter` where the coupling or an option is out of range; `tooLarge` where
  ///   there are more replicas than 32-bit numbers can name; `cancelled` where the execution asked to stop.
  /// - Complexity: That of the eigenvector centrality of *n*·*M* vertices with *m* + *n*·*M*² arcs for *M* layers with
  ///   *m* arcs; as much memory as these.
  ///
  /// The result has the same bits for any number of threads. muxViz `GetMultiEigenvectorCentrality` has
  /// the same definition, scaled to a largest score of 1.
  ///
  /// Reference: M. De Domenico, A. Solé-Ribalta, E. Omodei, S. Gómez, A. Arenas, "Ranking in interconnected multilayer
  /// networks reveals versatile nodes", Nature Communications 6 (2015) 6868, doi:10.1038/ncomms7868.
  public func versatilityEigenvector(
    coupling: Double = 1, _ options: EigenvectorOptions = EigenvectorOptions(), execution: Execution = .serial
  ) throws(GraphError) -> EigenvectorScores {
    let supra = try SupraGraph(self, coupling: coupling)
    let scores = try supra.graph.eigenvectorCentrality(options, execution: execution)
    return EigenvectorScores(
      values: supra.sums(scores.values), eigenvalue: scores.eigenvalue, rounds: scores.rounds,
      residual: scores.residual, hasConverged: scores.hasConverged)
  }
}
