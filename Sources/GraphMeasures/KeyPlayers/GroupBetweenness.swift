public import GraphCore

extension Graph {
  /// Returns the betweenness of a set of vertices: how often shortest paths between others touch it.
  ///
  /// With σ(s,t) shortest paths from *s* to *t*, of which σ(s,t|C) pass through a member of the set *C*:
  ///
  ///     B(C) = Σ { σ(s,t|C) / σ(s,t) : s, t ∉ C, s ≠ t, t reachable from s }
  ///
  /// A path that passes through several members counts once, so that the value is at most the sum of the members'
  /// ``betweenness(_:execution:)``, and equal to it for a single vertex. Undirected: unordered pairs. Directed:
  /// ordered pairs, along arcs. Pairs without a path add nothing. Lengths are steps; weights are ignored.
  ///
  /// - Parameters:
  ///   - vertices: The set, in any order; a vertex named twice counts once.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: A value in pairs of vertices, at most (*n* − |C|)(*n* − |C| − 1)/2, twice that where directed; 0 for
  ///   the empty set. Dividing by the bound gives the normalized value.
  /// - Throws: `GraphError` with code `vertexOutOfRange` where a member of the set is no vertex; `cancelled` where
  ///   the execution asked to stop.
  /// - Complexity: O(*n*·*m*) time, a search from every vertex outside the set; O(*n*) memory a thread.
  ///
  /// Numbers of paths are `Double`, scaled where they grow past 10²⁹⁰. The result has the same bits for any number of
  /// threads. Agrees with NetworkX `group_betweenness_centrality(G, C, normalized=False)` on undirected graphs.
  ///
  /// Reference: M. G. Everett, S. P. Borgatti, "The centrality of groups and classes", Journal of Mathematical
  /// Sociology 23 (1999) 181–201, doi:10.1080/0022250X.1999.9990219.
  public func groupBetweenness(
    of vertices: [Int], execution: Execution = .serial
  ) throws(GraphError) -> Double {
    try groupBetweenness(of: vertices, execution: execution, largestPlainCount: 1e290)
  }

  /// The same, with the number of paths from which scaled counts take over; tests lower it.
  package func groupBetweenness(
    of vertices: [Int], execution: Execution, largestPlainCount: Double
  ) throws(GraphError) -> Double {
    let set = try vertexSet(vertices)
    if set.isEmpty { return 0 }
    var isMember = ContiguousArray(repeating: false, count: vertexCount)
    for member in set { isMember[Int(member)] = true }
    var total = 0.0
    try execution.reduce(Partitions(of: vertexCount, parts: 64)) { [isMember] sources in
      var paths = AvoidingPaths(self, isMember: isMember, largestPlainCount: largestPlainCount)
      var sum = 0.0
      for source in sources where !isMember[source] { sum += paths.coveredPairs(from: source) }
      return sum
    } merge: { part in
      total += part
    }
    return direction == .undirected ? total / 2 : total
  }
}

/// Shortest paths from one source after the other, and which of them avoid a set.
private struct AvoidingPaths: ~Copyable {
  private let graph: Graph
  private let isMember: ContiguousArray<Bool>
  private let largestPlainCount: Double
  private var search: BreadthFirstSearch
  /// Number of shortest paths to each vertex, and of those without a member before their end.
  private var counts: ContiguousArray<Double>
  private var avoiding: ContiguousArray<Double>

  init(_ graph: Graph, isMember: ContiguousArray<Bool>, largestPlainCount: Double) {
    self.graph = graph
    self.isMember = isMember
    self.largestPlainCount = largestPlainCount
    search = BreadthFirstSearch(vertexCount: graph.vertexCount)
    counts = ContiguousArray(repeating: 0, count: graph.vertexCount)
    avoiding = counts
  }

  /// The sum over targets outside the set of the share of shortest paths that pass through it.
  mutating func coveredPairs(from source: Int) -> Double {
    search.run(graph, from: source)
    for vertex in search.order {
      counts[Int(vertex)] = 0
      avoiding[Int(vertex)] = 0
    }
    counts[source] = 1
    avoiding[source] = 1
    var sum = 0.0
    for vertex in search.order {
      let place = Int(vertex)
      if counts[place] > largestPlainCount { return scaledCoveredPairs(from: source) }
      if !isMember[place] {
        sum += (counts[place] - avoiding[place]) / counts[place]
      }
      // What goes on from a member does not avoid the set.
      let passing = isMember[place] ? 0 : avoiding[place]
      let distance = search.distances[place] + 1
      for target in graph.neighbors(of: place) where search.distances[Int(target)] == distance {
        counts[Int(target)] += counts[place]
        avoiding[Int(target)] += passing
      }
    }
    return sum
  }

  /// The same by shares, which are never too large: slower.
  private func scaledCoveredPairs(from source: Int) -> Double {
    var counts = ContiguousArray(repeating: ScaledCount.zero, count: graph.vertexCount)
    counts[source] = .one
    for vertex in search.order {
      let distance = search.distances[Int(vertex)] + 1
      for target in graph.neighbors(of: Int(vertex)) where search.distances[Int(target)] == distance {
        counts[Int(target)] += counts[Int(vertex)]
      }
    }
    // The share of the paths to each vertex that pass through a member on their way.
    var covered = ContiguousArray(repeating: 0.0, count: graph.vertexCount)
    var sum = 0.0
    for vertex in search.order {
      let place = Int(vertex)
      if !isMember[place] { sum += min(1, covered[place]) }
      let passing = isMember[place] ? 1 : covered[place]
      let distance = search.distances[place] + 1
      for target in graph.neighbors(of: place) where search.distances[Int(target)] == distance {
        covered[Int(target)] += passing * counts[place].share(of: counts[Int(target)])
      }
    }
    return sum
  }
}
