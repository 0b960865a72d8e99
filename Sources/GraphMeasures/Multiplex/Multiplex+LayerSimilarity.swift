public import GraphCore

extension Multiplex {
  /// Returns for each pair of layers the Jaccard similarity of their ties: the share of all that both have.
  ///
  ///     J(α,β) = |E(α) ∩ E(β)| / |E(α) ∪ E(β)|
  ///
  /// Weights are ignored. Where a layer is directed, arcs are compared, a tie without direction counting as both.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: A row per layer with a value per layer, dimensionless, in 0 ... 1 and symmetric, 1 on the diagonal;
  ///   nil where neither layer has ties.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*M*·(*m* + *n*·*M*)) time for *M* layers with *m* arcs, O(*M*²) memory.
  ///
  /// Exact up to one rounding; the same for any number of threads. Agrees with multinet
  /// `layer_comparison_ml(method = "jaccard.edges")`.
  ///
  /// Reference: P. Bródka, A. Chmiel, M. Magnani, G. Ragozini, "Quantifying layer similarity in multiplex networks: a
  /// systematic study", Royal Society Open Science 5 (2018) 171747, doi:10.1098/rsos.171747.
  public func layerJaccard(execution: Execution = .serial) throws(GraphError) -> [[Double?]] {
    try layerPairs(execution: execution) { one, other in
      let shared = layers[one].arcsShared(with: layers[other])
      let all = layers[one].arcCount + layers[other].arcCount - shared
      return all > 0 ? Double(shared) / Double(all) : nil
    }
  }

  /// Which vertices two layers are compared on.
  public enum ComparedVertices: Hashable, Sendable, CaseIterable {
    /// All, those without ties on a layer with the degree 0.
    case all
    /// Those with ties on both layers.
    case activeOnBoth
  }

  /// How ranks of degrees are correlated.
  public enum RankCorrelation: Hashable, Sendable, CaseIterable {
    /// Spearman's ρ: Pearson's correlation of ranks, equal degrees sharing the mean of theirs.
    case spearman
    /// Kendall's τ-b: pairs in the same order less pairs in opposite order, beside all that are not tied.
    case kendall
  }

  /// Returns for each pair of layers how well the ranking of vertices by degree agrees between them.
  ///
  /// Spearman, with ranks r and s on the two layers, equal degrees sharing the mean of their ranks:
  ///
  ///     ρ = cov(r, s) / (sd(r) · sd(s))
  ///
  /// Kendall, with *C* pairs of vertices in the same order on both layers and *D* in opposite order, *T* and *U* pairs
  /// whose degrees differ on the one and on the other:
  ///
  ///     τ-b = (C − D) / √(T · U)
  ///
  /// Weights are ignored. In directed layers the degree is the out-degree.
  ///
  /// - Parameters:
  ///   - correlation: Which of the two.
  ///   - vertices: Which vertices count. With all of them, vertices that neither layer ties pull towards agreement.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: A row per layer with a value per layer, dimensionless, in −1 ... 1 and symmetric; nil where fewer than
  ///   two vertices count or all of them have one degree on a layer.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*M*²·*n*·log *n*) time for *M* layers; O(*n*) memory a thread.
  ///
  /// Exact up to rounding; the same bits for any number of threads. Agrees with SciPy `spearmanr` and `kendalltau` on
  /// the degrees, and with multinet `layer_comparison_ml(method = "rho.degree")` for all vertices.
  ///
  /// References: V. Nicosia, V. Latora, "Measuring and modeling correlations in multiplex networks", Physical Review E
  /// 92 (2015) 032805, doi:10.1103/PhysRevE.92.032805; M. G. Kendall, "The treatment of ties in ranking problems",
  /// Biometrika 33 (1945) 239–251, doi:10.1093/biomet/33.3.239; algorithm: W. R. Knight, "A computer method for
  /// calculating Kendall's tau with ungrouped data", Journal of the American Statistical Association 61 (1966)
  /// 436–439, doi:10.1080/01621459.1966.10480879.
  public func degreeCorrelations(
    _ correlation: RankCorrelation, vertices: ComparedVertices = .all, execution: Execution = .serial
  ) throws(GraphError) -> [[Double?]] {
    let degrees = layers.map { $0.degrees() }
    return try layerPairs(execution: execution) { one, other in
      var left = degrees[one]
      var right = degrees[other]
      if vertices == .activeOnBoth {
        let active = left.indices.filter { left[$0] > 0 && right[$0] > 0 }
        left = active.map { left[$0] }
        right = active.map { right[$0] }
      }
      let ranks = PairedRanks(left, right)
      return switch correlation {
      case .spearman: ranks.spearman
      case .kendall: ranks.kendall
      }
    }
  }

  /// A symmetric matrix of values of pairs of layers, each with itself included.
  private func layerPairs(
    execution: Execution, _ value: @Sendable (Int, Int) -> Double?
  ) throws(GraphError) -> [[Double?]] {
    let count = layers.count
    var matrix = [[Double?]](repeating: Array(repeating: nil, count: count), count: count)
    let pairs = (0..<count).flatMap { one in (one..<count).map { (one, $0) } }
    let values = try execution.map(Partitions(of: pairs.count, parts: 256)) { part in
      part.map { value(pairs[$0].0, pairs[$0].1) }
    }
    for ((one, other), value) in zip(pairs, values.joined()) {
      matrix[one][other] = value
      matrix[other][one] = value
    }
    return matrix
  }
}

extension Graph {
  /// Number of arcs that another graph on the same vertices has as well.
  fileprivate func arcsShared(with other: Graph) -> Int {
    var count = 0
    for vertex in 0..<vertexCount {
      var mine = offsets[vertex]
      var theirs = other.offsets[vertex]
      while mine < offsets[vertex + 1], theirs < other.offsets[vertex + 1] {
        let (left, right) = (targets[mine], other.targets[theirs])
        if left == right { count += 1 }
        if left <= right { mine += 1 }
        if right <= left { theirs += 1 }
      }
    }
    return count
  }
}
