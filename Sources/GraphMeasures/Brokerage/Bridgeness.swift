public import GraphCore

extension Graph {
  /// Returns the bridgeness of every vertex: how often it lies on shortest paths between vertices that it is
  /// not tied to.
  ///
  /// Betweenness without the pairs of which one is a neighbor of *v*, where σ(s,t) counts the shortest paths
  /// and σ(s,t|v) those through *v*:
  ///
  ///     B(v) = Σ { σ(s,t|v) / σ(s,t) : s, t ∉ N(v), s ≠ v ≠ t, s ≠ t, t reachable from s }
  ///
  /// What is left out is what a local center has by being one; what stays is high for vertices that join
  /// regions of the graph. Both ends must lie outside of the neighborhood.
  ///
  /// Undirected: unordered pairs. Directed: ordered pairs, without those whose first has an arc to *v* and
  /// those whose second has an arc from *v*. Weights are ignored. Values are raw, never more than those of
  /// ``betweenness(_:execution:)``.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, in pairs of vertices; 0 for isolates, and in graphs of
  ///   fewer than five vertices.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*n*·*m*) time; 64 bytes a vertex of memory a thread, and 8 for each part of the work
  ///   kept until it is merged.
  ///
  /// Numbers of paths are `Double`, scaled where they grow past 10²⁹⁰. The result has the same bits for any
  /// number of threads.
  ///
  /// Reference: P. Jensen, M. Morini, M. Karsai, T. Venturini, A. Vespignani, M. Jacomy, J.-P. Cointet, P.
  /// Mercklé, E. Fleury, "Detecting global bridges in networks", Journal of Complex Networks 4 (2016)
  /// 319–329, doi:10.48550/arXiv.1509.08295 (author version).
  public func bridgeness(execution: Execution = .serial) throws(GraphError) -> [Double] {
    try bridgeness(execution: execution, largestPlainCount: largestPlainPathCount)
  }

  /// The same, with the number of paths from which scaled counts take over; tests lower it.
  package func bridgeness(execution: Execution, largestPlainCount: Double) throws(GraphError) -> [Double] {
    let paths = PathGraph(self, inward: transposed())
    var totals = [Double](repeating: 0, count: vertexCount)
    var isStopped = false
    try execution.reduce(Partitions(of: vertexCount, parts: 256)) { sources -> ContiguousArray<Double>? in
      var kernel = RemoteDependencies(paths, largestPlainCount: largestPlainCount)
      for source in sources {
        if execution.isCancelled?() == true { return nil }
        kernel.add(source: source)
      }
      return kernel.totals
    } merge: { part in
      if let part {
        for vertex in 0..<totals.count { totals[vertex] += part[vertex] }
      } else {
        isStopped = true
      }
    }
    if isStopped { throw GraphError(.cancelled, "the computation was cancelled") }
    if direction == .undirected {
      for vertex in 0..<totals.count { totals[vertex] /= 2 }
    }
    return totals
  }
}

/// Brandes' accumulation of dependencies without those on neighbors of sources and for neighbors as targets.
///
/// A target among the vertices that *v* has arcs to, if *v* lies on a shortest path to it, is one step beyond
/// *v*. So what *v* owes to such targets are the ends of paths in the sum over its successors *w*,
///
///     δ(v) = Σ σ(v)/σ(w) · ( 1 + δ(w) )
///
/// and the rest is Σ σ(v)/σ(w) · δ(w).
private struct RemoteDependencies: ~Copyable {
  /// The rest, summed over sources, at vertices two steps or more from them.
  private(set) var totals: ContiguousArray<Double>
  private let paths: PathGraph
  private let largestPlainCount: Double
  private var levels: StepLevels
  private var sigmas: ContiguousArray<Double>
  private var factors: ContiguousArray<Double>
  /// 1/σ and δ/σ of the vertices of the level just left, 0 for all others.
  private var shares: ContiguousArray<SIMD2<Double>>

  init(_ paths: PathGraph, largestPlainCount: Double) {
    let n = paths.vertexCount
    self.paths = paths
    self.largestPlainCount = largestPlainCount
    totals = ContiguousArray(repeating: 0, count: n)
    levels = StepLevels(vertexCount: n)
    sigmas = totals
    factors = totals
    shares = ContiguousArray(repeating: .zero, count: n)
  }

  mutating func add(source: Int) {
    if paths.outward.degree(of: source) == 0 { return }
    levels.countPaths(from: source, paths, &sigmas, &factors)
    var largest = 0.0
    for place in 0..<levels.reachedCount { largest = max(largest, sigmas[Int(levels.order[place])]) }
    // Two levels at least lie beyond a vertex that counts.
    if levels.count > 4 {
      if largest <= largestPlainCount { accumulate() } else { accumulateScaled() }
    }
    levels.clear()
  }

  /// Walks back from the last level to the second.
  private mutating func accumulate() {
    var beyond = 0..<0
    for level in (2..<levels.count).reversed() {
      let places = levels[level]
      sumShares(
        paths.outward, levels.order, places, isLast: beyond.isEmpty, shares, &factors, &totals, sigmas)
      for place in beyond { shares[Int(levels.order[place])] = .zero }
      for place in places {
        let v = Int(levels.order[place])
        shares[v] = SIMD2(1 / sigmas[v], factors[v] / sigmas[v])
        factors[v] = 0
      }
      beyond = places
    }
    for place in beyond { shares[Int(levels.order[place])] = .zero }
  }

  /// The same with counts that cannot overflow.
  private mutating func accumulateScaled() {
    let dependencies = levels.shortestPaths(paths).dag.dependenciesBeyondSuccessors()
    for level in 2..<levels.count {
      for place in levels[level] { totals[Int(levels.order[place])] += dependencies[place] }
    }
  }
}

/// Leaves δ of each vertex of a level in `factors` and adds what is not due to its successors to the totals.
private func sumShares(
  _ graph: Graph, _ order: ContiguousArray<UInt32>, _ places: Range<Int>, isLast: Bool,
  _ shares: ContiguousArray<SIMD2<Double>>, _ factors: inout ContiguousArray<Double>,
  _ totals: inout ContiguousArray<Double>, _ sigmas: ContiguousArray<Double>
) {
  if isLast { return }
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  precondition(shares.count == offsets.count - 1)
  let shares = shares.span
  var factors = factors.mutableSpan
  var totals = totals.mutableSpan
  for place in places {
    let v = Int(order[place])
    var sum = SIMD2<Double>.zero
    // Targets are below the vertex count, the number of shares.
    for slot in offsets[v]..<offsets[v + 1] { unsafe sum += shares[unchecked: Int(targets[slot])] }
    totals[v] += sigmas[v] * sum.y
    factors[v] = sigmas[v] * (sum.x + sum.y)
  }
}
