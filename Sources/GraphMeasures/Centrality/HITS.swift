public import GraphCore

/// The outcome of ``GraphCore/Graph/hubsAndAuthorities(_:execution:)``.
public struct HITSScores: Sendable {
  /// One score per vertex, in vertex order: high where it points to good authorities.
  public let hubs: [Double]
  /// One score per vertex, in vertex order: high where good hubs point to it.
  public let authorities: [Double]
  /// The largest singular value of the adjacency matrix; 0 without arcs, and then all scores are 0.
  public let singularValue: Double
  /// Products of the matrix, or its transpose, with a vector carried out.
  public let rounds: Int
  /// How far the two are from being singular vectors, √(‖Aa − σh‖² + ‖Aᵀh − σa‖²)/σ, of vectors of length
  /// 1/√2.
  public let residual: Double
  /// Whether `residual` is at or below the tolerance.
  public let hasConverged: Bool
}

extension Graph {
  /// Returns how good a hub and how good an authority each vertex is (HITS).
  ///
  /// With weights *w*, the largest singular value σ of the adjacency matrix, and scores that are not negative:
  ///
  ///     σ h(u) = Σ { w(u,v) · a(v) : u → v }, σ a(v) = Σ { w(u,v) · h(u) : u → v }, Σ h = Σ a = 1
  ///
  /// Weights are strengths; an arc of weight 0 is none. Where each arc has its like the other way round, as in an
  /// undirected graph, hubs and authorities are the same: the eigenvector centrality. Otherwise each vertex stands
  /// twice in a graph of hubs on one side and authorities on the other, with an edge for each arc. The scores belong
  /// to the component of that graph with the largest σ and are 0 elsewhere; of components whose σ agree to 12 digits,
  /// the one with the smallest vertex among its hubs is taken.
  ///
  /// - Parameters:
  ///   - options: Stopping rule.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Dimensionless scores, 0 ... 1.
  /// - Throws: `GraphError` with code `badParameter` where an option is out of range; `tooLarge` where the graph
  ///   has 2³¹ vertices or more; `cancelled` where the execution asked to stop.
  /// - Complexity: As ``eigenvectorCentrality(_:execution:)`` on a graph of twice the vertices.
  ///
  /// The result has the same bits for any number of threads. Agrees with NetworkX `hits` where one component has
  /// the largest σ.
  ///
  /// Reference: J. M. Kleinberg, "Authoritative sources in a hyperlinked environment", Journal of the ACM 46 (1999)
  /// 604–632, doi:10.1145/324133.324140.
  public func hubsAndAuthorities(
    _ options: EigenvectorOptions = EigenvectorOptions(), execution: Execution = .serial
  ) throws(GraphError) -> HITSScores {
    let graph = withoutZeroWeights()
    if graph.isSymmetric {
      let scores = try graph.undirectedTwin().eigenvectorCentrality(options, execution: execution)
      let shares = shares(scores.values[...])
      return HITSScores(
        hubs: shares, authorities: shares, singularValue: scores.eigenvalue, rounds: scores.rounds,
        residual: scores.residual, hasConverged: scores.hasConverged)
    }
    guard vertexCount < 1 << 31 else {
      throw GraphError(.tooLarge, "hubs and authorities need fewer than 2^31 vertices, got \(vertexCount)")
    }
    let scores = try graph.sidesOfArcs().eigenvectorCentrality(options, execution: execution)
    return HITSScores(
      hubs: shares(scores.values[..<vertexCount]), authorities: shares(scores.values[vertexCount...]),
      singularValue: scores.eigenvalue, rounds: scores.rounds, residual: scores.residual,
      hasConverged: scores.hasConverged)
  }

  /// Whether each arc has one of the same weight the other way round.
  private var isSymmetric: Bool {
    guard direction == .directed else { return true }
    let turned = transposed()
    return turned.offsets == offsets && turned.targets == targets && turned.weights == weights
  }

  /// The same arcs, read as edges; the graph is symmetric.
  private func undirectedTwin() -> Graph {
    Graph(direction: .undirected, offsets: offsets, targets: targets, weights: weights)
  }

  /// The undirected graph with an edge from vertex `u` to vertex `n + v` for each arc from `u` to `v`.
  private func sidesOfArcs() -> Graph {
    let n = vertexCount
    let turned = transposed()
    var offsets = offsets
    var targets = ContiguousArray(targets.map { $0 + UInt32(truncatingIfNeeded: n) })
    offsets.append(contentsOf: turned.offsets.dropFirst().map { $0 + arcCount })
    targets.append(contentsOf: turned.targets)
    let weights = weights.map { $0 + (turned.weights ?? []) }
    return Graph(direction: .undirected, offsets: offsets, targets: targets, weights: weights)
  }
}

/// Values in proportion, with the sum 1; all 0 where they are.
private func shares(_ values: ArraySlice<Double>) -> [Double] {
  let sum = values.reduce(0, +)
  return values.map { sum > 0 ? $0 / sum : 0 }
}
