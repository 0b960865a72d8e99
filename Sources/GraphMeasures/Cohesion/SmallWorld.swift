public import GraphCore

/// How far a graph is a small world: as clustered as a lattice, with paths as short as at random.
public struct SmallWorldIndices: Sendable, Equatable {
  /// The transitivity C of the graph; nil where no vertex has two neighbors.
  public let clustering: Double?
  /// The average path length L of the graph, over pairs with a path; nil where there are none.
  public let pathLength: Double?
  /// The mean transitivity of random graphs with the same degrees; nil as above.
  public let randomClustering: Double?
  /// The mean average path length of random graphs with the same degrees; nil as above.
  public let randomPathLength: Double?
  /// The coefficient σ = (C / C_rand) / (L / L_rand); nil where a part of it is, or random graphs have no
  /// triangle.
  public let sigma: Double?
  /// The density 2m/(n(n − 1)) that C is expected to have in graphs of independent edges; nil below two
  /// vertices.
  public let poissonClustering: Double?
  /// The path length ln n / ln k̄ that graphs of independent edges tend to, with the mean degree k̄; nil
  /// where k̄ is not above 1.
  public let poissonPathLength: Double?
  /// Number of random graphs.
  public let replicates: Int
}

extension Graph {
  /// Returns small-world indices: clustering and path length beside those of random graphs with the same
  /// degrees.
  ///
  /// With the transitivity C and the average path length L of the graph, and their means C_rand and L_rand
  /// over random graphs in which every vertex keeps its degree:
  ///
  ///     σ = (C / C_rand) / (L / L_rand)
  ///
  /// σ well above 1 is taken as a sign of a small world; it grows with the size of the graph, so graphs of
  /// different sizes cannot be compared by it. Directions and weights are ignored: arcs both ways between two
  /// vertices are one tie. Path lengths are means over pairs with a path, also in random graphs, which may
  /// fall into more parts.
  ///
  /// The values of the older comparison, with graphs of independent edges, are given as well: C near 2m/(n(n
  /// − 1)), L near ln n / ln k̄.
  ///
  /// - Parameters:
  ///   - options: Number of random graphs, swaps and seed.
  ///   - execution: Threads, progress and cancellation.
  /// - Throws: `GraphError` with code `badParameter` where an option is out of range; `cancelled` where the
  ///   execution asked to stop.
  /// - Complexity: For each random graph O(*s*·*m*) time for *s* swaps per edge, and that of
  ///   ``transitivity(execution:)`` and ``averagePathLength(_:execution:)``; about 50 bytes an edge of memory
  ///   a thread.
  ///
  /// The same bits for any number of threads. NetworkX `sigma` is the same with one or more graphs of its own
  /// `random_reference`, which keeps them connected; igraph has no equivalent.
  ///
  /// References: M. D. Humphries, K. Gurney, "Network ‘small-world-ness’: a quantitative method for
  /// determining canonical network equivalence", PLoS ONE 3 (2008) e0002051,
  /// doi:10.1371/journal.pone.0002051; random graphs: S. Maslov, K. Sneppen, "Specificity and stability in
  /// topology of protein networks", Science 296 (2002) 910–913, doi:10.1126/science.1065103.
  public func smallWorld(
    _ options: RewiringOptions = RewiringOptions(), execution: Execution = .serial
  ) throws(GraphError) -> SmallWorldIndices {
    try options.validate()
    let graph = symmetrized().unweighted()
    let silent = execution.withoutProgress
    let clustering = try graph.transitivity(execution: silent)
    let length = try graph.averagePathLength(execution: silent)
    let random = try graph.rewired(options, execution: execution) { (graph, execution) throws(GraphError) in
      (try graph.transitivity(execution: execution), try graph.averagePathLength(execution: execution))
    }
    let randomClustering = mean(random.map(\.0))
    let randomLength = mean(random.map(\.1))
    var sigma: Double?
    if let clustering, let length, let randomClustering, let randomLength, randomClustering > 0 {
      sigma = clustering / randomClustering / (length / randomLength)
    }
    let n = Double(vertexCount)
    let meanDegree = vertexCount > 0 ? Double(graph.arcCount) / n : 0
    return SmallWorldIndices(
      clustering: clustering, pathLength: length, randomClustering: randomClustering,
      randomPathLength: randomLength, sigma: sigma,
      poissonClustering: vertexCount > 1 ? meanDegree / (n - 1) : nil,
      poissonPathLength: meanDegree > 1 ? Portable.log(n) / Portable.log(meanDegree) : nil,
      replicates: options.replicates)
  }
}

/// The mean of values, nil where one is.
///
/// Whether a value is defined depends on the degrees alone, so all are or none is.
private func mean(_ values: [Double?]) -> Double? {
  let known = values.compactMap(\.self)
  return known.isEmpty || known.count < values.count ? nil : known.reduce(0, +) / Double(known.count)
}
