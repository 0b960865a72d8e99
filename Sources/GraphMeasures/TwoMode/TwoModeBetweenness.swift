public import GraphCore

extension Graph {
  /// Returns the two-mode betweenness centrality of every vertex: its betweenness beside the largest that two modes
  /// allow.
  ///
  ///     c(v) = b(v) / max b
  ///
  /// with b the raw ``betweenness(_:execution:)`` over unordered pairs, and the largest that a vertex of a mode of *n*
  /// can have beside a mode of *m*. With s and t the quotient and the remainder of (n − 1) ÷ m:
  ///
  ///     max b = ( m²(s + 1)² + m(s + 1)(2t − s − 1) − t(2s − t + 3) ) / 2
  ///
  /// Directions and weights are ignored.
  ///
  /// - Parameters:
  ///   - modes: The mode of each vertex, as `bipartition(execution:)` gives it.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, in 0 ... 1, dimensionless; nil where no vertex of its mode can
  ///   be between others: where the other mode has fewer than two vertices.
  /// - Throws: `GraphError` with code `badParameter` where there are not as many modes as vertices, or a tie joins two
  ///   vertices of one mode; `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``betweenness(_:execution:)``.
  ///
  /// The result has the same bits for any number of threads. Agrees with NetworkX `bipartite.betweenness_centrality`,
  /// which fails where the largest value is 0.
  ///
  /// Reference: S. P. Borgatti, M. G. Everett, "Network analysis of 2-mode data", Social Networks 19 (1997) 243–269,
  /// doi:10.1016/S0378-8733(96)00301-2.
  public func twoModeBetweenness(
    modes: ContiguousArray<Bool>, execution: Execution = .serial
  ) throws(GraphError) -> [Double?] {
    let graph = symmetrized().unweighted()
    let sizes = try graph.modeSizes(modes)
    let values = try graph.betweenness(execution: execution)
    let largest = (
      first: largestBetweenness(of: sizes.first, beside: sizes.second),
      second: largestBetweenness(of: sizes.second, beside: sizes.first)
    )
    return (0..<vertexCount).map { vertex in
      let bound = modes[vertex] ? largest.second : largest.first
      return bound > 0 ? values[vertex] / bound : nil
    }
  }
}

/// The largest betweenness of a vertex of a mode of some size.
private func largestBetweenness(of own: Int, beside other: Int) -> Double {
  guard own > 0, other > 0 else { return 0 }
  let m = Double(other)
  let s = Double((own - 1) / other)
  let t = Double((own - 1) % other)
  let squares = m * m * (s + 1) * (s + 1)
  return (squares + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
}
