public import GraphCore

/// Settings for ``GraphCore/Graph/leiden(_:execution:)``.
public struct LeidenOptions: Hashable, Sendable {
  /// What is maximized.
  public var quality: CommunityQuality
  /// Fixes the order in which vertices are taken, and with it which of many good divisions is found.
  public var seed: UInt64
  /// Most iterations, at least 1; nil for as many as pay: until nothing improves on graphs of up to a million
  /// edges, 3 on larger ones.
  public var maximumIterations: Int?
  /// Searches of which the best is taken, at least 1; nil for 10 on graphs of up to 10,000 edges, 1 on larger
  /// ones.
  public var trials: Int?

  /// Creates settings.
  public init(
    quality: CommunityQuality = .modularity(resolution: 1), seed: UInt64 = 1,
    maximumIterations: Int? = nil, trials: Int? = nil
  ) {
    self.quality = quality
    self.seed = seed
    self.maximumIterations = maximumIterations
    self.trials = trials
  }
}

extension Graph {
  public func leiden(
    _ options: LeidenOptions = LeidenOptions(), execution: Execution = .serial
  ) throws(GraphError) -> Communities {
    try options.validate()
    let ground = CommunityGround(self, quality: options.quality)
    let outcome = try ground.bestOutcome(options, execution: execution)
    // Vertices without ties, which the search leaves out, are communities of their own.
    var labels = ContiguousArray(ground.level.vertexCount..<(ground.level.vertexCount + vertexCount))
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
  let labels: SharedColumn<UInt32>
  let value: Double
  let iterations: Int
  let hasSettled: Bool
}

extension CommunityGround {
  private var edgeCount: Int { level.arcCount / 2 }
  private var isLarge: Bool { edgeCount > 1_000_000 }

  /// The best outcome of several searches, of equals the first.
  fileprivate func bestOutcome(
    _ options: LeidenOptions, execution: Execution
  ) throws(GraphError) -> LeidenOutcome {
    let trials = options.trials ?? (edgeCount > 10_000 ? 1 : 10)
    var best = try outcome(options, trial: 0, execution: execution)
    guard trials > 1 else { return best }
    let alone = Execution(threads: 1, isCancelled: execution.isCancelled)
    let others = try execution.map(Partitions(of: trials - 1, parts: trials - 1)) { trials in
      trials.map { trial in
        Result { () throws(GraphError) in try outcome(options, trial: trial + 1, execution: alone) }
      }
    }
    for other in others.joined() {
      let other = try other.get()
      if other.value > best.value { best = other }
    }
    return best
  }

  private func outcome(
    _ options: LeidenOptions, trial: Int, execution: Execution
  ) throws(GraphError) -> LeidenOutcome {
    let lanes = min(execution.threads, level.vertexCount / 1024 + 1)
    let tallies = (0..<lanes).map { _ in CommunityTally(labelsBelow: level.vertexCount) }
    var draws = RandomStream(seed: options.seed, stream: trial)
    var search = LeidenSearch(
      self, seed: draws.next(), tallies: tallies,
      execution: Execution(threads: lanes, isCancelled: execution.isCancelled))
    let limit = options.maximumIterations ?? (isLarge ? 3 : 100)
    var iterations = 0
    var hasSettled = false
    while iterations < limit, !hasSettled {
      // The first outcome is thrown into confusion by the second anyway: it may be rough.
      let isStart = iterations == 0 && limit > 1
      let share = isLarge ? (isStart ? 0.05 : 0.01) : 0
      let isBetter = try search.improve(
        isStart ? .communities : .refinedGroups, iteration: iterations, untilShare: share)
      iterations += 1
      hasSettled = !isBetter && !isStart
      execution.onProgress?(isLarge ? Double(iterations) / Double(limit) : 1 - 1 / Double(iterations + 1))
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
