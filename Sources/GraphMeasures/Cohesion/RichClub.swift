public import GraphCore

/// How closely the vertices of high degree are tied to each other.
///
/// Each list has a value for every degree from 0 to the largest but one: that of the vertices above this
/// degree.
public struct RichClub: Sendable, Equatable {
  /// Number of vertices of a degree above.
  public let sizes: [Int]
  /// Number of ties between them.
  public let edgeCounts: [Int]
  /// The rich-club coefficient: the density among them; nil where there are fewer than two.
  public let coefficients: [Double?]
  /// The mean coefficient of random graphs with the same degrees; nil as above.
  public let randomCoefficients: [Double?]
  /// The coefficient over that of random graphs; nil as above, and where these have no such tie.
  public let normalized: [Double?]
}

extension Graph {
  /// Returns the rich-club coefficients: the density among the vertices of a degree above each bound, and how
  /// it compares with random graphs.
  ///
  /// With N(>k) vertices of a degree above *k* and E(>k) ties between them:
  ///
  ///     φ(k) = 2 E(>k) / ( N(>k) (N(>k) − 1) )        ρ(k) = φ(k) / φ_rand(k)
  ///
  /// φ grows with *k* even at random, since vertices of high degree have more ties to anybody; so ρ compares
  /// it with its mean over random graphs in which every vertex keeps its degree. ρ above 1 speaks of a rich
  /// club. Directions and weights are ignored: arcs both ways between two vertices are one tie.
  ///
  /// - Parameters:
  ///   - options: Number of random graphs, swaps and seed.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Lists by degree; empty ones where there are no ties.
  /// - Throws: `GraphError` with code `badParameter` where an option is out of range; `cancelled` where the
  ///   execution asked to stop.
  /// - Complexity: O(*s*·*m*) time for each random graph and *s* swaps per edge; about 50 bytes an edge of
  ///   memory a thread.
  ///
  /// φ is exact up to one rounding; all have the same bits for any number of threads. φ agrees with NetworkX
  /// `rich_club_coefficient(normalized=False)`, which leaves out degrees with fewer than two vertices above;
  /// its normalized form divides by a single random graph.
  ///
  /// References: S. Zhou, R. J. Mondragón, "The rich-club phenomenon in the Internet topology", IEEE
  /// Communications Letters 8 (2004) 180–182, doi:10.1109/LCOMM.2004.823426; normalized: V. Colizza, A.
  /// Flammini, M. A. Serrano, A. Vespignani, "Detecting rich-club ordering in complex networks", Nature
  /// Physics 2 (2006) 110–115, doi:10.1038/nphys209.
  public func richClub(
    _ options: RewiringOptions = RewiringOptions(), execution: Execution = .serial
  ) throws(GraphError) -> RichClub {
    try options.validate()
    let graph = symmetrized().unweighted()
    let edges = graph.edgesAboveDegrees()
    let degrees = graph.degrees()
    var sizes = [Int](repeating: 0, count: edges.count)
    for degree in degrees where degree > 0 { sizes[degree - 1] += 1 }
    for degree in stride(from: sizes.count - 2, through: 0, by: -1) { sizes[degree] += sizes[degree + 1] }
    let random = try graph.rewired(options, execution: execution) { (graph, _) throws(GraphError) in
      graph.edgesAboveDegrees()
    }
    var coefficients: [Double?] = []
    var randomCoefficients: [Double?] = []
    var normalized: [Double?] = []
    for degree in sizes.indices {
      let size = Double(sizes[degree])
      let pairs = size * (size - 1) / 2
      guard sizes[degree] > 1 else {
        coefficients.append(nil)
        randomCoefficients.append(nil)
        normalized.append(nil)
        continue
      }
      let randomEdges = random.reduce(0) { $0 + $1[degree] }
      let meanEdges = Double(randomEdges) / Double(random.count)
      coefficients.append(Double(edges[degree]) / pairs)
      randomCoefficients.append(meanEdges / pairs)
      normalized.append(randomEdges > 0 ? Double(edges[degree]) / meanEdges : nil)
    }
    return RichClub(
      sizes: sizes, edgeCounts: edges, coefficients: coefficients, randomCoefficients: randomCoefficients,
      normalized: normalized)
  }

  /// For each degree below the largest the number of edges between vertices of a degree above it.
  private func edgesAboveDegrees() -> [Int] {
    let degrees = degrees()
    var counts = [Int](repeating: 0, count: degrees.max() ?? 0)
    for vertex in 0..<vertexCount {
      for slot in offsets[vertex]..<offsets[vertex + 1] where targets[slot] > vertex {
        counts[min(degrees[vertex], degrees[Int(targets[slot])]) - 1] += 1
      }
    }
    for degree in stride(from: counts.count - 2, through: 0, by: -1) { counts[degree] += counts[degree + 1] }
    return counts
  }
}
