public import GraphCore

/// Settings for ``GraphCore/Graph/leiden(_:execution:)``.
public struct LeidenOptions: Hashable, Sendable {
  /// What is maximized.
  public var quality: CommunityQuality
  /// Fixes the order in which vertices are taken, and with it which of many good divisions is found.
  public var seed: UInt64
  /// How much pains are taken.
  public var effort: Effort
  /// Most iterations of a search, at least 1; nil for as many as the effort asks for.
  public var maximumIterations: Int?
  /// Searches of which the best is taken, at least 1; nil for 10 on graphs of up to 10,000 edges, 1 on larger
  /// ones.
  public var trials: Int?

  /// How much pains a search takes.
  public enum Effort: Hashable, Sendable {
    /// Thorough on graphs of up to a million edges, brief on larger ones.
    case automatic
    /// Iterations until one improves nothing.
    case thorough
    /// Three iterations that leave the last small gains alone, the first a rough one.
    case brief
  }

  /// Creates settings.
  public init(
    quality: CommunityQuality = .modularity(resolution: 1), seed: UInt64 = 1, effort: Effort = .automatic,
    maximumIterations: Int? = nil, trials: Int? = nil
  ) {
    self.quality = quality
    self.seed = seed
    self.effort = effort
    self.maximumIterations = maximumIterations
    self.trials = trials
  }
}

extension Graph {
  /// Returns communities: a division of the vertices that makes a quality as large as the Leiden algorithm finds
  /// it.
  ///
  /// Vertices move between communities; communities are taken apart into well connected groups; groups become
  /// the vertices of a smaller graph on which the same is done; and all of that starts again from the outcome.
  /// No efficient method is sure of the largest quality, and divisions of nearly the same quality can differ
  /// much: compare several seeds before reading much into one division.
  ///
  /// Edges pull together by their weight; an edge of weight 0 is no edge. In a directed graph edges are those of
  /// `symmetrized()`: the weights of arcs both ways add up, and directions are ignored. A
  /// vertex without edges is a community of its own. By modularity, groups of fewer than about √(2m) edges can
  /// be merged though a single edge joins them (the resolution limit); the constant Potts model knows no such
  /// limit.
  ///
  /// Weights are rounded to multiples of 2⁻⁵² of their sum, as far as they are not such already: sums of them are
  /// then exact in any order. Whole weights are not rounded.
  ///
  /// - Parameters:
  ///   - options: Quality, resolution, seed and effort.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Connected communities: any two vertices of one are joined by a path within it. They are numbered
  ///   from 0 by descending size. An empty graph has none.
  /// - Throws: `GraphError` with code `badParameter` where an option is out of range; `cancelled` where the
  ///   execution asked to stop.
  /// - Complexity: O(*i*·(*n* + *m*)) time in practice, for *i* iterations; up to 16 bytes an arc of memory for an
  ///   unweighted graph and 36 for a weighted one, and 12 bytes a vertex for each thread.
  ///
  /// The result depends on the graph and the options alone: it has the same bits for any number of threads.
  /// Where it differs from the paper: large graphs are worked on in batches, and each vertex joins the group
  /// that gains most, where the paper draws one at random with probabilities that grow with the gain; on graphs
  /// of up to a million edges a small random bonus takes the part of that. ADR 15 has the reasons and numbers.
  ///
  /// Reference: V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected
  /// communities", Scientific Reports 9 (2019) 5233, doi:10.1038/s41598-019-41695-z. The resolution limit: S.
  /// Fortunato, M. Barthélemy, PNAS 104 (2007) 36–41, doi:10.1073/pnas.0605965104.
  public func leiden(
    _ options: LeidenOptions = LeidenOptions(), execution: Execution = .serial
  ) throws(GraphError) -> Communities {
    try options.validate()
    let ground = CommunityGround(self, quality: options.quality)
    let outcome = try ground.bestOutcome(options, execution: execution)
    // Vertices without edges, which the search leaves out, are communities of their own.
    let first = ground.level.vertexCount
    var labels = ContiguousArray(first..<(first + vertexCount))
    for (place, vertex) in ground.vertices.enumerated() { labels[Int(vertex)] = Int(outcome.labels[place]) }
    let (numbers, sizes) = numberedBySize(labels)
    let quality =
      switch options.quality {
      case .modularity(let resolution): modularity(of: numbers, resolution: resolution)
      case .constantPotts(let resolution): constantPotts(of: numbers, resolution: resolution)
      }
    execution.onProgress?(1)
    return Communities(
      labels: numbers, sizes: sizes, quality: quality, iterations: outcome.iterations,
      hasSettled: outcome.hasSettled)
  }
}

/// What a search came to.
private struct LeidenOutcome: Sendable {
  /// The community of each vertex of the ground level.
  let labels: SharedColumn<UInt32>
  let value: Double
  let iterations: Int
  let hasSettled: Bool
}

extension CommunityGround {
  private var edgeCount: Int { level.arcCount / 2 }

  /// The best outcome of several searches, of equals the first.
  fileprivate func bestOutcome(
    _ options: LeidenOptions, execution: Execution
  ) throws(GraphError) -> LeidenOutcome {
    let trials = options.trials ?? (edgeCount > 10_000 ? 1 : 10)
    if trials == 1 { return try outcome(options, trial: 0, execution: execution) }
    let alone = Execution(threads: 1, isCancelled: execution.isCancelled)
    let outcomes = try execution.map(Partitions(of: trials, parts: trials)) { trials in
      Result { () throws(GraphError) in
        try outcome(options, trial: trials.lowerBound, execution: alone)
      }
    }
    var best = try outcomes[0].get()
    for other in outcomes.dropFirst() {
      let other = try other.get()
      if other.value > best.value { best = other }
    }
    return best
  }

  private func outcome(
    _ options: LeidenOptions, trial: Int, execution: Execution
  ) throws(GraphError) -> LeidenOutcome {
    let schedule = LeidenSchedule(options, edgeCount: edgeCount)
    let lanes = min(execution.threads, level.vertexCount / 1024 + 1)
    var seeds = RandomStream(seed: options.seed, stream: trial)
    var search = LeidenSearch(
      self, seed: seeds.next(),
      execution: Execution(threads: lanes, isCancelled: execution.isCancelled))
    var iterations = 0
    var hasSettled = false
    while iterations < schedule.limit, !hasSettled {
      let isBetter = try search.improve(schedule, iteration: iterations)
      hasSettled = !isBetter && !schedule.isRough(iterations)
      iterations += 1
      execution.onProgress?(schedule.progress(after: iterations))
    }
    return LeidenOutcome(
      labels: search.labels, value: search.value, iterations: iterations, hasSettled: hasSettled)
  }
}

extension LeidenOptions {
  fileprivate func validate() throws(GraphError) {
    guard quality.resolution >= 0, quality.resolution.isFinite else {
      throw GraphError(
        .badParameter, "the resolution must be finite and at least 0, got \(quality.resolution)")
    }
    guard maximumIterations ?? 1 > 0 else {
      throw GraphError(.badParameter, "maximumIterations must be at least 1, got \(maximumIterations ?? 0)")
    }
    guard trials ?? 1 > 0 else {
      throw GraphError(.badParameter, "trials must be at least 1, got \(trials ?? 0)")
    }
  }
}
