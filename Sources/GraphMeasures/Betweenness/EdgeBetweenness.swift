public import GraphCore

/// A value for every edge of a graph.
public struct EdgeScores: Sendable {
  /// One value per arc, row by row: first the arcs of vertex 0 in the order of its neighbors, then those of vertex
  /// 1, and so on.
  ///
  /// An undirected edge has two arcs with the same value.
  public let values: [Double]
  package let graph: Graph

  init(graph: Graph, values: [Double]) {
    self.graph = graph
    self.values = values
  }

  /// The value of the edge from `source` to `target`; nil where there is none.
  public subscript(source: Int, target: Int) -> Double? {
    let row = graph.neighbors(of: source)
    let place = row.partitioningIndex { $0 >= UInt32(truncatingIfNeeded: target) }
    guard place < row.endIndex, Int(row[place]) == target else { return nil }
    return values[place]
  }

  /// Every edge once with its value: by source and then target; an undirected one from its smaller end.
  public func edges() -> [(source: UInt32, target: UInt32, value: Double)] {
    var edges: [(source: UInt32, target: UInt32, value: Double)] = []
    edges.reserveCapacity(graph.edgeCount)
    for source in 0..<graph.vertexCount {
      let row = graph.neighbors(of: source)
      for slot in row.indices where graph.direction == .directed || source < Int(row[slot]) {
        edges.append((UInt32(truncatingIfNeeded: source), row[slot], values[slot]))
      }
    }
    return edges
  }
}

extension Graph {
  /// Returns the betweenness of every edge: how often it lies on shortest paths.
  ///
  /// Sum over pairs of vertices *s*, *t* of the share of the shortest paths from *s* to *t* that use the edge
  /// *e*, where σ(s,t) counts the shortest paths and σ(s,t|e) those along *e*:
  ///
  ///     b(e) = Σ { σ(s,t|e) / σ(s,t) : s ≠ t, d(s,t) ≤ limit }
  ///
  /// Undirected: unordered pairs, both directions of the edge together. Directed: ordered pairs. The ends of an
  /// edge are a pair like others, so that an edge which is a shortest path itself has at least 1. Over the edges
  /// at *v* the values add up to twice its betweenness and the number of vertices it reaches, in an undirected
  /// graph.
  ///
  /// - Parameters:
  ///   - options: What the length of a path is; ``PathOptions/Lengths/steps`` by default. Equal lengths are told as
  ///     in ``betweenness(_:execution:)``.
  ///   - limit: The longest path that counts, at least 0: in steps, or in the unit of the weights.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per arc in the order of ``EdgeScores/values``, in pairs of vertices;
  ///   ``EdgeScores/edges()`` lists every edge once.
  /// - Throws: `GraphError` with code `badParameter` where the limit is negative or not a number; `badWeight`
  ///   where lengths come from weights and one is not greater than 0; `cancelled` where the execution asked to
  ///   stop.
  /// - Complexity: O(*n*·*m*) time by steps, O(*n*·*m*·log *n*) by weights; O(*n* + *m*) memory a thread, and for
  ///   each part of the work kept until it is merged.
  ///
  /// The result has the same bits for any number of threads, and for both arcs of an undirected edge. Agrees with
  /// NetworkX `edge_betweenness_centrality(normalized=False)` and igraph `edge_betweenness(cutoff=limit)`. The
  /// normalised form divides by n(n−1)/2, or by n(n−1) in a directed graph.
  ///
  /// References: M. Girvan, M. E. J. Newman, "Community structure in social and biological networks", PNAS 99
  /// (2002) 7821–7826, doi:10.1073/pnas.122653799; algorithm: U. Brandes, "On variants of shortest-path
  /// betweenness centrality and their generic computation", Social Networks 30 (2008) 136–145,
  /// doi:10.1016/j.socnet.2007.11.001.
  public func edgeBetweenness(
    _ options: PathOptions = PathOptions(), within limit: Double = .infinity, execution: Execution = .serial
  ) throws(GraphError) -> EdgeScores {
    try edgeBetweenness(
      options, within: limit, execution: execution, largestPlainCount: largestPlainPathCount)
  }

  /// The same, with the number of paths from which scaled counts take over; tests lower it.
  package func edgeBetweenness(
    _ options: PathOptions, within limit: Double, execution: Execution, largestPlainCount: Double
  ) throws(GraphError) -> EdgeScores {
    try requireLimit(limit)
    let lengths = try options.arcLengths(of: self)
    let paths = PathGraph(self, inward: transposed())
    var totals = [Double](repeating: 0, count: arcCount)
    try execution.reduce(Partitions(of: vertexCount, parts: 64)) { sources in
      if let lengths {
        var kernel = LengthArcDependencies(
          self, lengths: lengths, limit: limit, largestPlainCount: largestPlainCount)
        for source in sources { kernel.add(source: source) }
        return kernel.totals
      }
      var kernel = StepArcDependencies(
        paths, limit: Int32(min(limit, Double(Int32.max))), largestPlainCount: largestPlainCount)
      for source in sources { kernel.add(source: source) }
      return kernel.totals
    } merge: { part in
      for slot in 0..<totals.count { totals[slot] += part[slot] }
    }
    if direction == .undirected { meanOfBothArcs(&totals) }
    return EdgeScores(graph: self, values: totals)
  }

  /// Gives both arcs of each edge of an undirected graph the mean of their values.
  private func meanOfBothArcs(_ values: inout [Double]) {
    // Rows ascend, so that the arcs back to a vertex come up in the order of the vertices.
    var next = offsets
    for vertex in 0..<vertexCount {
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        let back = next[Int(targets[slot])]
        next[Int(targets[slot])] += 1
        if back < slot { continue }
        let mean = (values[slot] + values[back]) / 2
        values[slot] = mean
        values[back] = mean
      }
    }
  }
}
