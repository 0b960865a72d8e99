public import GraphCore

/// Settings for ``GraphCore/Graph/pageRank(_:execution:)``.
public struct PageRankOptions: Hashable, Sendable {
  /// Where a walk goes on after a jump.
  public enum Restarts: Hashable, Sendable {
    /// At any vertex, each as likely as the other.
    case everywhere
    /// At one of some vertices, each as likely as the other; one named twice counts once.
    case at([UInt32])
    /// At each vertex in proportion to its share, at least 0 and not all 0. One per vertex, in vertex order.
    case inProportion([Double])
  }

  /// Probability of following an arc rather than jumping; in `0 ..< 1`.
  public var damping: Double

  /// Stop once the scores change by no more than this in a round, summed over all vertices; greater than 0.
  public var tolerance: Double

  /// Give up after this many rounds; at least 1.
  public var maximumRounds: Int

  /// Where a walk goes on after a jump.
  public var restarts: Restarts

  /// Creates settings.
  public init(
    damping: Double = 0.85, tolerance: Double = 1e-12, maximumRounds: Int = 10_000,
    restarts: Restarts = .everywhere
  ) {
    self.damping = damping
    self.tolerance = tolerance
    self.maximumRounds = maximumRounds
    self.restarts = restarts
  }
}

/// The outcome of ``GraphCore/Graph/pageRank(_:execution:)``.
public struct PageRankScores: Sendable {
  /// One score per vertex, in vertex order.
  public let values: [Double]
  /// Products of the matrix with a vector carried out.
  public let rounds: Int
  /// Sum over vertices of the absolute change in the last round.
  public let residual: Double
  /// Whether `residual` fell to the tolerance or below.
  public let hasConverged: Bool
}

extension Graph {
  /// Returns the PageRank of every vertex: how often a walk that now and then jumps visits it.
  ///
  /// For a graph of *n* vertices, damping *d*, weights *w*, strengths s(u) = Σ w(u,·) and the score
  /// z = Σ { x(u) : s(u) = 0 } of vertices that no walk leaves, the scores solve
  ///
  ///     x(v) = (1 − d)/n + d·z/n + d · Σ { x(u) · w(u,v)/s(u) : u → v }
  ///
  /// Weights are strengths: an arc of weight 2 is followed twice as often as one of weight 1. An undirected
  /// edge is followed both ways. The score of vertices without arcs, z, is spread evenly over all.
  ///
  /// Personalised, where ``PageRankOptions/restarts`` names vertices or shares: in place of 1/n stands the share
  /// p(v) of the restarts, in both terms, Σ p = 1. So the score of vertices without arcs goes back to where walks
  /// restart, too. The scores tell how near a vertex is to them; vertices that no path leads to from there score 0.
  ///
  /// - Parameters:
  ///   - options: Damping and stopping rule.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Dimensionless scores in vertex order that sum to 1, positive but where the restarts are others'. An
  ///   empty graph has none, and has converged. Where the limit on rounds is hit first, or rounding allows no better
  ///   residual, the latest scores come back with ``PageRankScores/hasConverged`` set to `false`. The sum of the
  ///   errors of all scores is at most d/(1 − d) times ``PageRankScores/residual``.
  /// - Throws: `GraphError` with code `badParameter` where an option is out of range, shares of restarts are negative,
  ///   not finite, all 0 or not one per vertex, or no vertex is named; `vertexOutOfRange` where one is named that is
  ///   not there; `cancelled` where the execution asked to stop.
  /// - Complexity: O(*r*·(*n* + *m*)) time for *r* rounds. Undirected: about √((1 + d)/(1 − d)) · log(2/tolerance)/2
  ///   of them at worst, 50 by default; O(*n*) memory, and as much as the graph's arcs where there are many of
  ///   them. Directed: log(tolerance)/log(damping) at worst, 170 by default; O(*n*) memory, and as much as the
  ///   graph.
  ///
  /// The result has the same bits for any number of threads. Agrees with NetworkX
  /// `pagerank(alpha=d, tol=tolerance/n)` and igraph `pagerank`; GAP and graph-tool drop the score z. Personalised,
  /// with NetworkX `pagerank(personalization=p)`, whose `dangling` is p unless given; igraph
  /// `personalized_pagerank` spreads the score z over p as well.
  ///
  /// Algorithm: conjugate gradients where undirected, the power method with extrapolation where directed.
  ///
  /// References: S. Brin, L. Page, "The anatomy of a large-scale hypertextual Web search engine", Computer
  /// Networks and ISDN Systems 30 (1998) 107–117, doi:10.1016/S0169-7552(98)00110-X; personalised: T. H.
  /// Haveliwala, "Topic-sensitive PageRank: a context-sensitive ranking algorithm for Web search", IEEE Transactions
  /// on Knowledge and Data Engineering 15 (2003) 784–796, doi:10.1109/TKDE.2003.1208999.
  public func pageRank(
    _ options: PageRankOptions = PageRankOptions(), execution: Execution = .serial
  ) throws(GraphError) -> PageRankScores {
    try options.validate()
    guard vertexCount > 0 else {
      return PageRankScores(values: [], rounds: 0, residual: 0, hasConverged: true)
    }
    let restarts = try options.shares(vertexCount: vertexCount)
    guard direction == .undirected else {
      return try pageRankByRounds(options, restarts, execution: execution)
    }
    return try pageRankByConjugateGradients(options, restarts, execution: execution)
  }
}

extension PageRankOptions {
  fileprivate func validate() throws(GraphError) {
    guard damping >= 0, damping < 1 else {
      throw GraphError(.badParameter, "damping must be in 0 ..< 1, got \(damping)")
    }
    guard tolerance > 0, tolerance.isFinite else {
      throw GraphError(.badParameter, "tolerance must be finite and greater than 0, got \(tolerance)")
    }
    guard maximumRounds > 0 else {
      throw GraphError(.badParameter, "maximumRounds must be greater than 0, got \(maximumRounds)")
    }
  }

  /// The probability of each vertex to be jumped to; nil where all have the same.
  ///
  /// - Throws: `GraphError` where the restarts do not fit the graph.
  fileprivate func shares(vertexCount: Int) throws(GraphError) -> ContiguousArray<Double>? {
    var shares = ContiguousArray(repeating: 0.0, count: vertexCount)
    switch restarts {
    case .everywhere: return nil
    case .at(let vertices):
      for vertex in vertices {
        guard vertex < vertexCount else {
          throw GraphError(
            .vertexOutOfRange, "restarts name vertex \(vertex), but there are \(vertexCount) vertices")
        }
        shares[Int(vertex)] = 1
      }
    case .inProportion(let values):
      guard values.count == vertexCount else {
        throw GraphError(
          .badParameter,
          "as many shares of restarts as vertices are needed, \(vertexCount), got \(values.count)")
      }
      for (vertex, value) in values.enumerated() {
        guard value >= 0, value.isFinite else {
          throw GraphError(
            .badParameter,
            "shares of restarts must be finite and at least 0, got \(value) of vertex \(vertex)")
        }
        shares[vertex] = value
      }
    }
    guard let largest = shares.max(), largest > 0 else {
      throw GraphError(.badParameter, "restarts must name a vertex, or have a share greater than 0")
    }
    // Scaled first: neither the sum nor the quotient can overflow.
    for vertex in 0..<vertexCount { shares[vertex] /= largest }
    let sum = shares.reduce(0, +)
    for vertex in 0..<vertexCount { shares[vertex] /= sum }
    return shares
  }

  /// The share of the way to the tolerance in powers of two: the residual falls by a like factor each round.
  func progress(at residual: Double) -> Double {
    guard residual > tolerance else { return 1 }
    let left = Double((residual / tolerance).exponent)
    return max(0, 1 - left / max(1, Double((1 / tolerance).exponent)))
  }
}
