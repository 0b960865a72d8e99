public import GraphCore

/// Settings for ``GraphCore/Graph/approximateBetweenness(_:execution:)``.
public struct Approximation: Hashable, Sendable {
  /// The largest error of any vertex, as a share of all ordered pairs of vertices; in `0.0001 ..< 1`.
  public var epsilon: Double
  /// The probability that no vertex is farther off; greater than 0, less than 1.
  public var confidence: Double
  /// Chooses the samples; the same seed gives the same values.
  public var seed: UInt64

  /// Creates settings.
  public init(epsilon: Double = 0.01, confidence: Double = 0.9, seed: UInt64 = 1) {
    self.epsilon = epsilon
    self.confidence = confidence
    self.seed = seed
  }
}

/// The outcome of ``GraphCore/Graph/approximateBetweenness(_:execution:)``.
public struct ApproximateScores: Sendable {
  /// Why no more samples were taken.
  public enum Basis: Hashable, Sendable {
    /// None was needed: exact values took no longer.
    case exact
    /// Their number is enough for the variances that the samples show.
    case variances
    /// Their number is enough whatever the variances are.
    case worstCase
  }

  /// One value per vertex, in vertex order, in pairs of vertices as exact betweenness.
  public let values: [Double]
  /// With the confidence asked for, no value is farther from the truth than this; in pairs of vertices, 0 where
  /// values are exact.
  public let error: Double
  /// Number of pairs that were sampled.
  public let samples: Int
  /// Why no more samples were taken.
  public let basis: Basis
}

extension Graph {
  /// Returns betweenness within a guaranteed error of the truth, from the paths between sampled pairs.
  ///
  /// A sample is an ordered pair of vertices, drawn uniformly, and for every vertex *v* the share
  /// X(v) = σ(s,t|v)/σ(s,t) of the shortest paths between the two that pass through *v*. The mean of X(v) is the
  /// betweenness of *v* as a share of all ordered pairs, b(v) = B(v)/(n(n−1)), where B counts ordered pairs. With
  /// probability `confidence` all estimates are good at once:
  ///
  ///     |b̂(v) − b(v)| ≤ epsilon for all v
  ///
  /// The number of samples follows from the variances that the samples show; `SampleSize` states the
  /// inequality and the proof. Pairs of different components add nothing and are not drawn. Where sampling would
  /// walk as many arcs as exact computation, exact values come back. Only paths by steps are sampled; weights are
  /// ignored.
  ///
  /// - Parameters:
  ///   - approximation: Error, confidence and seed.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Values in the unit of ``betweenness(_:execution:)``, unordered pairs in undirected graphs and
  ///   ordered ones in directed graphs, with the largest error in the same unit: epsilon·n(n−1)/2 or
  ///   epsilon·n(n−1). Exact values, with error 0, in graphs of fewer than three vertices.
  /// - Throws: `GraphError` with code `badParameter` where a setting is out of range; `cancelled` where the
  ///   execution asked to stop.
  /// - Complexity: About 2·V·ln(1/δ)/epsilon² samples, V the largest variance of X(v), at most
  ///   ln(d/δ)/epsilon² up to a small factor for a diameter *d*. A sample walks the arcs around both ends until the
  ///   two sides meet: O(√*m*) in many networks, O(*m*) at worst. O(*n*) memory a thread, about 30 bytes a
  ///   vertex.
  ///
  /// A function of graph and settings: sample *i* draws from a random stream that depends on the seed and *i*
  /// alone, shares are added up as whole numbers of 2⁻³², and the number of samples is decided between rounds. So
  /// the result has the same bits for any number of threads.
  ///
  /// References: M. Riondato, E. Upfal, "ABRA: Approximating betweenness centrality in static and dynamic graphs
  /// with Rademacher averages", ACM Transactions on Knowledge Discovery from Data 12 (2018) 61,
  /// doi:10.1145/3208351 (the shares of all vertices as one sample); M. Borassi, E. Natale, "KADABRA is an adaptive
  /// algorithm for betweenness via random approximation", ACM Journal of Experimental Algorithmics 24 (2019) 1.2,
  /// doi:10.1145/3284359 (balanced search from both ends).
  public func approximateBetweenness(
    _ approximation: Approximation = Approximation(), execution: Execution = .serial
  ) throws(GraphError) -> ApproximateScores {
    try approximation.validate()
    let pairs = PairDrawing(self)
    let exactEffort = Double(pairs.memberCount) * Double(arcCount) / exactArcsPerSampledArc
    return try approximateBetweenness(approximation, pairs, exactEffort: exactEffort, execution)
  }

  /// The same, with the number of arcs beyond which exact values are taken.
  package func approximateBetweenness(
    _ approximation: Approximation, exactEffort: Double, execution: Execution = .serial
  ) throws(GraphError) -> ApproximateScores {
    try approximation.validate()
    return try approximateBetweenness(approximation, PairDrawing(self), exactEffort: exactEffort, execution)
  }

  private func approximateBetweenness(
    _ approximation: Approximation, _ pairs: PairDrawing, exactEffort: Double, _ execution: Execution
  ) throws(GraphError) -> ApproximateScores {
    let allPairs = Double(vertexCount) * Double(vertexCount - 1)
    guard pairs.pairCount > 0 else {
      let zeros = [Double](repeating: 0, count: vertexCount)
      return ApproximateScores(values: zeros, error: 0, samples: 0, basis: .exact)
    }
    // Among the pairs that are drawn, errors may be larger; what rounding to whole numbers of 2⁻³² costs is
    // taken off.
    let epsilon = min(0.5, approximation.epsilon * allPairs / Double(pairs.pairCount)) - 1 / SampleTally.unit
    let size = SampleSize(
      epsilon: epsilon, delta: 1 - approximation.confidence, vertexCount: pairs.memberCount,
      longestInside: longestPathBound(pairs) - 1)
    // Samples that each walk the whole graph, at worst.
    guard Double(size.first) * Double(arcCount) / exactArcsPerSampledArc < exactEffort else {
      return try exactScores(samples: 0, execution)
    }

    let pool = SamplePool(self, pairs: pairs, seed: approximation.seed)
    var tally = SampleTally(vertexCount: vertexCount)
    var samples = 0
    var effort = 0
    var enough = size.worstCase
    var target = size.first
    var progress = SampleProgress(execution)
    while samples < enough {
      progress.begin(samples..<target, of: min(enough, 8 * target))
      effort += try pool.draw(samples..<target, into: &tally, execution: progress.execution)
      samples = target
      if samples < enough { enough = min(enough, size.enough(tally, samples: samples)) }
      let left = Double(max(0, enough - samples)) * Double(effort) / Double(samples)
      if left > exactEffort { return try exactScores(samples: samples, execution) }
      target = min(enough, 2 * samples)
    }
    // Sums are over ordered pairs; undirected graphs count unordered ones.
    let unit = direction == .undirected ? 2.0 : 1.0
    let scale = Double(pairs.pairCount) / (Double(samples) * unit)
    return ApproximateScores(
      values: (0..<vertexCount).map { tally.sum(at: $0) * scale },
      error: approximation.epsilon * allPairs / unit, samples: samples,
      basis: enough == size.worstCase ? .worstCase : .variances)
  }

  private func exactScores(samples: Int, _ execution: Execution) throws(GraphError) -> ApproximateScores {
    ApproximateScores(
      values: try betweenness(execution: execution), error: 0, samples: samples, basis: .exact)
  }

  /// A number of arcs that no shortest path exceeds.
  ///
  /// Undirected: twice the distance from one vertex of a component to the farthest.
  private func longestPathBound(_ pairs: PairDrawing) -> Int {
    var longest = 2
    var search = BreadthFirstSearch(vertexCount: direction == .undirected ? vertexCount : 0)
    for component in 0..<pairs.componentCount {
      let members = pairs.members(of: component)
      var bound = members.count - 1
      if direction == .undirected, bound > longest {
        var hub = members[members.startIndex]
        for vertex in members where degree(of: Int(vertex)) > degree(of: Int(hub)) { hub = vertex }
        search.run(self, from: Int(hub))
        bound = min(bound, 2 * (search.levelCount - 1))
      }
      longest = max(longest, bound)
    }
    return longest
  }
}

/// Exact computation, from several sources at once, walks about this many arcs in the time that a sample takes for
/// one, as was measured.
private let exactArcsPerSampledArc = 16.0

/// Turns the progress of rounds into that of the whole, whose length becomes known on the way.
private struct SampleProgress {
  /// What a round is given.
  private(set) var execution: Execution
  private let whole: Execution
  /// The share at which the round ends.
  private var end = 0.0

  init(_ execution: Execution) {
    whole = execution
    self.execution = execution
  }

  /// Begins a round that takes some of the samples that will probably be needed.
  mutating func begin(_ samples: Range<Int>, of count: Int) {
    let start = end
    let length = (1 - start) * Double(samples.count) / Double(count - samples.lowerBound)
    end = start + length
    guard let onProgress = whole.onProgress else { return }
    execution.onProgress = { onProgress(start + length * $0) }
  }
}

extension Approximation {
  /// Checks the settings.
  ///
  /// - Throws: `GraphError` with code `badParameter` where one is out of range.
  public func validate() throws(GraphError) {
    guard epsilon >= 0.0001, epsilon < 1 else {
      throw GraphError(.badParameter, "epsilon must be at least 0.0001 and less than 1, got \(epsilon)")
    }
    guard confidence > 0, confidence <= 0.999_999 else {
      throw GraphError(
        .badParameter, "confidence must be greater than 0 and at most 0.999999, got \(confidence)")
    }
  }
}
