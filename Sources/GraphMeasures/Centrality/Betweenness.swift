public import GraphCore

extension Graph {
  /// Returns the betweenness of every vertex: how often it lies on shortest paths between others.
  ///
  /// Sum over pairs of other vertices *s*, *t* of the share of the shortest paths from *s* to *t* that pass
  /// through *v*, where σ(s,t) counts the shortest paths and σ(s,t|v) those through *v*:
  ///
  ///     b(v) = Σ { σ(s,t|v) / σ(s,t) : s ≠ v ≠ t, s ≠ t, t reachable from s }
  ///
  /// Undirected: unordered pairs, so that the middle of a path of three scores 1. Directed: ordered pairs.
  /// End points do not count as passed. Pairs without a path contribute nothing. Values are raw; dividing by
  /// (n−1)(n−2)/2, or (n−1)(n−2) in a directed graph, gives Freeman's normalised form.
  ///
  /// With lengths from weights two paths are equally long when their lengths, added in `Double` from the
  /// source outwards, are equal bit by bit: whole numbers are exact, fractions such as 0.1 + 0.2 and 0.3
  /// differ. A length so small that it vanishes beside the distance of its end is followed in one direction.
  ///
  /// - Parameters:
  ///   - options: What the length of a path is; ``PathOptions/Lengths/steps`` by default.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, in pairs of vertices; 0 in graphs of fewer than three.
  /// - Throws: `GraphError` with code `badWeight` where lengths come from weights and one is not greater
  ///   than 0; `cancelled` where the execution asked to stop.
  /// - Complexity: O(*n*·*m*) time by steps, O(*n*·*m*·log *n*) by weights; O(*n*) memory a thread, by steps
  ///   about 250 bytes a vertex, and for each part of the work kept until it is merged; and as much as the graph.
  ///
  /// By steps, in an undirected graph, *n* and *m* are what is left where blocks are taken apart and vertices with
  /// the same neighbors put together: trees, and what hangs on by single ties, cost next to nothing. Sources are
  /// searched from together, eight in the lanes of a vector, where they reach most vertices at few different
  /// levels; one by one otherwise, as in long grids.
  ///
  /// Numbers of paths are `Double`: exact up to 2⁵³, rounded beyond, and scaled where they grow past 10²⁹⁰.
  /// The result has the same bits for any number of threads and on any processor; equal positions may differ in
  /// the last digits, since their sums run in different order. Agrees with NetworkX
  /// `betweenness_centrality(normalized=False)` and igraph `betweenness`; NetworKit counts ordered pairs in
  /// undirected graphs and gives twice as much.
  ///
  /// References: L. C. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40 (1977)
  /// 35–41, doi:10.2307/3033543; algorithm: U. Brandes, "A faster algorithm for betweenness centrality",
  /// Journal of Mathematical Sociology 25 (2001) 163–177, doi:10.1080/0022250X.2001.9990249; searching from both
  /// sides: S. Beamer, K. Asanović, D. Patterson, "Direction-optimizing breadth-first search", SC '12 (2012),
  /// doi:10.1109/SC.2012.50; the smaller graph: A. E. Sarıyüce, E. Saule, K. Kaya, Ü. V. Çatalyürek, "Shattering
  /// and compressing networks for betweenness centrality", SDM (2013) 686–694, arXiv:1209.6007; many sources at
  /// once: M. Then et al., "The more the merrier: efficient multi-source graph traversal", PVLDB 8 (2014)
  /// 449–460, doi:10.14778/2735496.2735507.
  public func betweenness(
    _ options: PathOptions = PathOptions(), execution: Execution = .serial
  ) throws(GraphError) -> [Double] {
    try betweenness(options, execution: execution, largestPlainCount: largestPlainPathCount)
  }

  /// The same, with the number of paths from which scaled counts take over; tests lower it.
  package func betweenness(
    _ options: PathOptions, execution: Execution, largestPlainCount: Double
  ) throws(GraphError) -> [Double] {
    guard let lengths = try options.arcLengths(of: self) else {
      return try stepBetweenness(execution: execution, largestPlainCount: largestPlainCount)
    }
    return try pathBetweenness(lengths: lengths, execution: execution, largestPlainCount: largestPlainCount)
  }

  /// Betweenness from sources searched from one by one, in the graph as it is.
  func pathBetweenness(
    lengths: ContiguousArray<Double>?, limit: Double = .infinity, execution: Execution,
    largestPlainCount: Double
  ) throws(GraphError) -> [Double] {
    var totals = [Double](repeating: 0, count: vertexCount)
    let inward = transposed()
    try execution.reduce(Partitions(of: vertexCount, parts: 64)) { sources in
      pathDependencies(
        from: sources, inward: inward, lengths: lengths, limit: limit, largestPlainCount: largestPlainCount)
    } merge: { part in
      for vertex in 0..<totals.count { totals[vertex] += part[vertex] }
    }
    if direction == .undirected {
      for vertex in 0..<totals.count { totals[vertex] /= 2 }
    }
    return totals
  }

  /// The sum over sources of their dependency on each vertex; sources do not depend on themselves.
  ///
  /// Sources are searched from one by one, in the graph as it is.
  package func pathDependencies(
    from sources: Range<Int>, inward: Graph, lengths: ContiguousArray<Double>? = nil,
    limit: Double = .infinity, largestPlainCount: Double = largestPlainPathCount
  ) -> ContiguousArray<Double> {
    if let lengths {
      var kernel = LengthDependencies(
        self, lengths: lengths, limit: limit, largestPlainCount: largestPlainCount)
      for source in sources { kernel.add(source: source) }
      return kernel.totals
    }
    var kernel = StepDependencies(
      PathGraph(self, inward: inward), limit: Int32(min(limit, Double(Int32.max))),
      largestPlainCount: largestPlainCount)
    for source in sources { kernel.add(source: source) }
    return kernel.totals
  }
}

/// Beyond this many paths to a vertex, the reciprocal of the count comes near the smallest `Double`.
package let largestPlainPathCount = 1e290
