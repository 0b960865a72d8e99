public import GraphCore

/// Settings for ``GraphCore/Graph/consensusCommunities(_:execution:)``.
public struct ConsensusOptions: Hashable, Sendable {
  /// What each run maximizes, and its seed; runs make one trial.
  public var leiden: LeidenOptions
  /// Runs with different seeds in each round, at least 2.
  public var runs: Int
  /// Ties whose ends are together in a smaller share of runs are dropped; from 0 to 1.
  public var threshold: Double
  /// Most rounds, at least 1.
  public var maximumRounds: Int

  /// Creates settings.
  public init(
    leiden: LeidenOptions = LeidenOptions(), runs: Int = 50, threshold: Double = 0.5, maximumRounds: Int = 20
  ) {
    self.leiden = leiden
    self.runs = runs
    self.threshold = threshold
    self.maximumRounds = maximumRounds
  }
}

/// Communities that many runs agree on, and how far they do.
public struct ConsensusCommunities: Sendable, Equatable {
  /// The communities; their quality is that on the graph itself, and iterations are rounds.
  public let communities: Communities
  /// For each vertex one less the mean share of runs in which it is together with another member of its
  /// community; nil where it has no other member.
  public let ambiguity: [Double?]
  /// The quality of each run on the graph itself; nil where it is undefined.
  public let runQualities: [Double?]
}

extension Graph {
  /// Returns communities that many runs of the Leiden algorithm agree on, and how ambiguous the place of each
  /// vertex is.
  ///
  /// Each round runs the algorithm with many seeds, and the vertices in as many orders. Each tie then gets as
  /// weight the share of runs in which its ends are together, and is dropped where that is below the
  /// threshold; but each vertex keeps its best tie. The next round runs on these weights, until all runs
  /// agree about all ties. The communities are then the parts that hang together by ties whose ends are
  /// together in more than half of the runs of the last round.
  ///
  /// The *ambiguity* of a vertex is from the first round, on the graph itself. With the consensus community
  /// C(v), and the share p(u,v) of the *r* runs that put *u* and *v* together:
  ///
  ///     a(v) = 1 − mean { p(u,v) : u in C(v), u ≠ v }
  ///
  /// 0 where all runs put it with all of its community, near 1 where hardly any does. Weights and directions
  /// as in ``leiden(_:execution:)``; a vertex without edges is a community of its own.
  ///
  /// - Parameters:
  ///   - options: What runs maximize, their number and seed, the threshold.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Communities, numbered from 0 by descending size, settled where all runs agreed in the end.
  /// - Throws: `GraphError` with code `badParameter` where an option is out of range; `cancelled` where the
  ///   execution asked to stop.
  /// - Complexity: *r* runs of ``leiden(_:execution:)`` in each round, as a rule two to four rounds;
  ///   O(*r*·*n* + *m*) memory.
  ///
  /// The same for any number of threads. Only tied pairs count, where the paper takes all pairs; that is what
  /// keeps it near linear (Tandon et al.). igraph and NetworkX have no equivalent.
  ///
  /// References: A. Lancichinetti, S. Fortunato, "Consensus clustering in complex networks", Scientific
  /// Reports 2 (2012) 336, doi:10.1038/srep00336; A. Tandon, A. Albeshri, V. Thayananthan, W. Alhalabi, S.
  /// Fortunato, "Fast consensus clustering in complex networks", Physical Review E 99 (2019) 042301,
  /// doi:10.1103/PhysRevE.99.042301.
  public func consensusCommunities(
    _ options: ConsensusOptions = ConsensusOptions(), execution: Execution = .serial
  ) throws(GraphError) -> ConsensusCommunities {
    try options.validate()
    let ties = tiesBothWays().graph.withoutZeroWeights()
    var graph = self
    var first: [ConsensusRun] = []
    var rounds = 0
    var hasSettled = false
    var together = ContiguousArray<Int>(repeating: 0, count: ties.arcCount)
    while rounds < options.maximumRounds, !hasSettled {
      // The first round takes about as long as all others.
      let part = execution.share(from: rounds == 0 ? 0 : 0.5, to: rounds == 0 ? 0.5 : 1)
      let runs = try graph.runs(options, round: rounds, execution: rounds < 2 ? part : part.withoutProgress)
      if rounds == 0 { first = runs }
      together = ties.runsTogether(runs.map(\.labels))
      hasSettled = together.allSatisfy { $0 == 0 || $0 == options.runs }
      graph = try ties.weighted(together, runs: options.runs, threshold: options.threshold)
      rounds += 1
    }
    let (numbers, sizes) = numberedBySize(ties.parts(joinedInMoreThan: options.runs / 2, of: together))
    let quality =
      switch options.leiden.quality {
      case .modularity(let resolution): modularity(of: numbers, resolution: resolution)
      case .constantPotts(let resolution): constantPotts(of: numbers, resolution: resolution)
      }
    execution.onProgress?(1)
    return ConsensusCommunities(
      communities: Communities(
        labels: numbers, sizes: sizes, quality: quality, iterations: rounds, hasSettled: hasSettled),
      ambiguity: ambiguity(of: numbers, sizes: sizes, runs: first.map(\.labels)),
      runQualities: first.map(\.quality))
  }

  /// Runs with different seeds.
  private func runs(
    _ options: ConsensusOptions, round: Int, execution: Execution
  ) throws(GraphError) -> [ConsensusRun] {
    var seeds = RandomStream(seed: options.leiden.seed, stream: round)
    let alone = Execution(threads: 1, isCancelled: execution.isCancelled)
    return try execution.replicates(options.runs, seed: seeds.next(), makeScratch: {}) {
      (_, random, _) throws(GraphError) in
      var settings = options.leiden
      settings.seed = random.next()
      settings.trials = 1
      // Under other names, so that what is equal is not always decided for the smaller number.
      var places = ContiguousArray((0..<vertexCount).map { UInt32(truncatingIfNeeded: $0) })
      places.shuffle(using: &random)
      let found = try renumbered(places).leiden(settings, execution: alone)
      return ConsensusRun(labels: places.map { found.labels[Int($0)] }, quality: found.quality)
    }
  }

  /// For each arc the number of runs in which its ends are in one community.
  private func runsTogether(_ runs: [[Int]]) -> ContiguousArray<Int> {
    var together = ContiguousArray(repeating: 0, count: arcCount)
    for labels in runs {
      for vertex in 0..<vertexCount {
        let own = labels[vertex]
        for slot in offsets[vertex]..<offsets[vertex + 1] where labels[Int(targets[slot])] == own {
          together[slot] += 1
        }
      }
    }
    return together
  }

  /// The graph with the shares of runs as weights, without those below a threshold unless they are a vertex's
  /// best.
  private func weighted(
    _ together: ContiguousArray<Int>, runs: Int, threshold: Double
  ) throws(GraphError) -> Graph {
    var list = EdgeList()
    let best = ContiguousArray(
      (0..<vertexCount).map { vertex in
        (offsets[vertex]..<offsets[vertex + 1]).max { together[$0] < together[$1] }.map { targets[$0] }
      })
    for vertex in 0..<vertexCount {
      for slot in offsets[vertex]..<offsets[vertex + 1] where targets[slot] > vertex && together[slot] > 0 {
        let target = Int(targets[slot])
        let share = Double(together[slot]) / Double(runs)
        let isBest = best[vertex] == targets[slot] || best[target].map { Int($0) } == vertex
        if share >= threshold || isBest {
          list.append(from: UInt32(truncatingIfNeeded: vertex), to: targets[slot], weight: share)
        }
      }
    }
    return try Graph(vertexCount: vertexCount, edges: list, direction: .undirected, rule: .once)
  }

  /// A label for each vertex, the same where arcs of more than a number of runs join them.
  private func parts(joinedInMoreThan runs: Int, of together: ContiguousArray<Int>) -> ContiguousArray<Int> {
    var labels = ContiguousArray(repeating: -1, count: vertexCount)
    var stack: [Int] = []
    var label = 0
    for start in 0..<vertexCount where labels[start] < 0 {
      labels[start] = label
      stack.append(start)
      while let vertex = stack.popLast() {
        for slot in offsets[vertex]..<offsets[vertex + 1] where together[slot] > runs {
          let target = Int(targets[slot])
          if labels[target] >= 0 { continue }
          labels[target] = label
          stack.append(target)
        }
      }
      label += 1
    }
    return labels
  }
}

/// What one run found.
private struct ConsensusRun: Sendable {
  /// The community of each vertex.
  let labels: [Int]
  let quality: Double?
}

/// One less the mean share of runs that put a vertex with each other member of its community.
package func ambiguity(of labels: [Int], sizes: [Int], runs: [[Int]]) -> [Double?] {
  let n = labels.count
  var members = [[Int]](repeating: [], count: sizes.count)
  for (vertex, label) in labels.enumerated() { members[label].append(vertex) }
  var together = [Int](repeating: 0, count: n)
  var counts = [Int](repeating: 0, count: n)
  for run in runs {
    for community in members {
      for vertex in community { counts[run[vertex]] += 1 }
      for vertex in community { together[vertex] += counts[run[vertex]] - 1 }
      for vertex in community { counts[run[vertex]] = 0 }
    }
  }
  return (0..<n).map { vertex in
    let others = sizes[labels[vertex]] - 1
    guard others > 0 else { return nil }
    let most = others * runs.count
    return Double(most - together[vertex]) / Double(most)
  }
}

extension ConsensusOptions {
  fileprivate func validate() throws(GraphError) {
    guard runs > 1 else { throw GraphError(.badParameter, "runs must be at least 2, got \(runs)") }
    guard threshold >= 0, threshold <= 1 else {
      throw GraphError(.badParameter, "the threshold must be in 0 ... 1, got \(threshold)")
    }
    guard maximumRounds > 0 else {
      throw GraphError(.badParameter, "maximumRounds must be at least 1, got \(maximumRounds)")
    }
  }
}
