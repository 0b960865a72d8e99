public import GraphCore

/// What measures need to know of the distances to each vertex of a graph.
///
/// Made by ``GraphCore/Graph/distanceSummaries(_:radii:execution:)``. One search from each vertex serves all the
/// measures that are properties here, where each of ``GraphCore/Graph/closeness(_:execution:)``,
/// ``GraphCore/Graph/harmonicCentrality(_:execution:)`` and their like makes searches of its own.
public struct DistanceSummaries: Sendable {
  /// For each vertex the number of others that have a path to it.
  public internal(set) var reachedCounts: [Int]
  /// For each vertex the sum of their distances.
  public internal(set) var sums: [Double]
  /// For each vertex the sum of 1/distance over them.
  public internal(set) var reciprocalSums: [Double]
  /// For each vertex the largest of their distances, 0 where there are none.
  public internal(set) var largest: [Double]
  /// The distances within which vertices were counted.
  public let radii: [Double]
  /// For each radius and vertex the number of others at no more than this distance.
  public internal(set) var countsWithin: [[Int]]

  /// Summaries of graphs without paths, to be filled.
  init(vertexCount: Int, radii: [Double]) {
    reachedCounts = Array(repeating: 0, count: vertexCount)
    sums = Array(repeating: 0, count: vertexCount)
    reciprocalSums = sums
    largest = sums
    self.radii = radii
    countsWithin = Array(repeating: reachedCounts, count: radii.count)
  }

  /// Number of vertices.
  public var vertexCount: Int { reachedCounts.count }

  /// The harmonic centrality of every vertex.
  public var harmonicCentrality: [Double] { reciprocalSums }

  /// The closeness of every vertex.
  public var closeness: [Double] {
    let others = Double(vertexCount - 1)
    return reachedCounts.indices.map { vertex in
      guard reachedCounts[vertex] > 0 else { return 0 }
      let reached = Double(reachedCounts[vertex])
      return reached / others * (reached / sums[vertex])
    }
  }

  /// The eccentricity of every vertex.
  public var eccentricities: [Double?] {
    zip(reachedCounts, largest).map { count, distance in count == 0 ? nil : distance }
  }

  /// The mean distance over pairs of vertices with a path, nil where there is none.
  public var averagePathLength: Double? {
    let pairs = reachedCounts.reduce(0, +)
    return pairs == 0 ? nil : sums.reduce(0, +) / Double(pairs)
  }

  /// The largest distance between two vertices with a path, nil where there is none.
  public var diameter: Double? {
    zip(reachedCounts, largest).lazy.filter { $0.0 > 0 }.map(\.1).max()
  }
}

extension Graph {
  /// Returns summaries of the distances from all others to every vertex, from which several measures follow.
  ///
  /// Where lengths are steps, up to 512 vertices are searched from at once, a bit of a vector for each: the
  /// multi-source breadth-first search of Then et al., entered by pushing or by pulling, whichever looks at fewer
  /// arcs (Beamer et al.). Leaves, vertices with a single neighbor, are left out and follow from their
  /// neighbors. In graphs so wide that this does not pay, such as long paths, each vertex has its own search.
  /// Where lengths are weights, each has its own Dijkstra search.
  ///
  /// - Parameters:
  ///   - options: What the length of a path is; ``PathOptions/Lengths/steps`` by default.
  ///   - radii: Distances of at least 0 within which to count vertices.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Summaries in vertex order. Distances are those *to* a vertex; `transposed()` takes those from it.
  /// - Throws: `GraphError` with code `badWeight` where lengths come from weights and one is not greater
  ///   than 0; `badParameter` where a radius is negative or not a number; `cancelled` where the execution asked
  ///   to stop.
  /// - Complexity: O(*n*·*m*) time by steps, in practice some hundred times less where distances are short;
  ///   O(*n*·(*m* + *n* log *n*)) by weights. By steps at most 208 bytes a vertex and thread, and as much as
  ///   the graph; by weights O(*n*) a thread.
  ///
  /// By steps, what is counted are whole numbers, added up level by level: the same bits for any number of
  /// threads and on any processor. By weights exact up to rounding, the same bits for any number of threads.
  ///
  /// References: M. Then, M. Kaufmann, F. Chirigati, T.-A. Hoang-Vu, K. Pham, A. Kemper, T. Neumann, H. T. Vo,
  /// "The more the merrier: efficient multi-source graph traversal", Proceedings of the VLDB Endowment 8 (2014)
  /// 449–460, doi:10.14778/2735496.2735507; S. Beamer, K. Asanović, D. Patterson, "Direction-optimizing
  /// breadth-first search", SC 2012, doi:10.1109/SC.2012.50.
  public func distanceSummaries(
    _ options: PathOptions = PathOptions(), radii: [Double] = [], execution: Execution = .serial
  ) throws(GraphError) -> DistanceSummaries {
    for radius in radii where !(radius >= 0) {
      throw GraphError(.badParameter, "a radius must be at least 0, got \(radius)")
    }
    let inward = transposed()
    if let lengths = try options.arcLengths(of: inward) {
      return try lengthSummaries(inward, lengths, radii: radii, execution: execution)
    }
    return try stepSummaries(radii: radii, execution: execution)
  }
}
