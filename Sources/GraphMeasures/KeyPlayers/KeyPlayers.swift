public import GraphCore

/// What makes a set of vertices key: what falls apart without it, or what it reaches.
public enum KeyPlayerCriterion: Hashable, Sendable {
  /// KPP-Neg: ``GraphCore/Graph/fragmentation(without:)``.
  case fragmentation
  /// KPP-Neg: ``GraphCore/Graph/distanceWeightedFragmentation(without:execution:)``.
  case distanceWeightedFragmentation
  /// KPP-Pos: the number of vertices within some steps, ``GraphCore/Graph/reach(from:within:)``.
  case reach(within: Int)
  /// KPP-Pos: ``GraphCore/Graph/distanceWeightedReach(from:)``.
  case distanceWeightedReach
}

/// How long to search for key players.
public struct KeyPlayerOptions: Hashable, Sendable {
  /// All sets are looked at where they are no more than this many.
  public var largestEnumeration: Int
  /// Number of searches otherwise, the first from the greedy set and the others from random ones; at least 1.
  public var restarts: Int
  /// Fixes the random sets.
  public var seed: UInt64

  /// Creates settings.
  public init(largestEnumeration: Int = 100_000, restarts: Int = 10, seed: UInt64 = 0) {
    self.largestEnumeration = largestEnumeration
    self.restarts = restarts
    self.seed = seed
  }
}

/// A set of key players, and how it was found.
public struct KeyPlayers: Sendable, Equatable {
  /// The members, ascending.
  public let members: [Int]
  /// The criterion's value for the set.
  public let value: Double
  /// Its value for the empty set: what the graph has without the members' doing, 0 for reach.
  public let baseValue: Double
  /// The number of sets that are as good, this one counted, where all have been looked at; nil where the set was
  /// found by searching, so that a better one may exist.
  public let equallyGoodSets: Int?

  /// Whether no set of this size is better.
  public var isExact: Bool { equallyGoodSets != nil }
}

extension Graph {
  /// Returns the set of some size that the graph would miss most, or that reaches most of it: Borgatti's key players.
  ///
  /// The best set need not contain the best single vertex: members that do the same work are worth little
  /// together. Where there are few enough sets, all are looked at, and the answer is exact. Otherwise each of
  /// several searches starts from a set and replaces one member after the other by the best vertex for its place
  /// until no replacement helps; the first starts from the greedy set, the others from random ones.
  ///
  /// Of equally good sets the result is the first in lexicographic order of their ascending members. Values by
  /// distance count as equal where they differ by at most 10⁻¹², which is beyond rounding.
  ///
  /// - Parameters:
  ///   - size: Number of members, at least 1; at most *n* for reach, *n* − 2 for fragmentation.
  ///   - criterion: What makes a set key.
  ///   - options: How long to search.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The best set found. For reach, a greedy set alone is worth at least 1 − 1/e, 63%, of the best.
  /// - Throws: `GraphError` with code `badParameter` where the size or an option is outside its range; `cancelled`
  ///   where the execution asked to stop.
  /// - Complexity: All single vertices to add to a set are weighed at once: for fragmentation in O(*n* + *m*), one
  ///   depth-first search; for reach in one search a vertex that ends where the set is nearer; for distance-weighted
  ///   fragmentation in *n* times the work of ``distanceWeightedFragmentation(without:execution:)``. That is done
  ///   once for every set of size − 1 where all sets are looked at, otherwise size times in each of a few rounds
  ///   of each restart. O(*n*) memory a thread beside the graph.
  ///
  /// The result is the same for any number of threads. Directions and weights as in the functions that
  /// ``KeyPlayerCriterion`` names. `keyplayer::kpset` of R searches by greedy replacement as well, for fragmentation
  /// by distance and several kinds of centrality.
  ///
  /// Reference: S. P. Borgatti, "Identifying sets of key players in a social network", Computational and
  /// Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x.
  public func keyPlayers(
    _ size: Int, by criterion: KeyPlayerCriterion, _ options: KeyPlayerOptions = KeyPlayerOptions(),
    execution: Execution = .serial
  ) throws(GraphError) -> KeyPlayers {
    try check(size, criterion, options)
    let found: FoundSet
    switch criterion {
    case .fragmentation:
      let graph = symmetrized().unweighted()
      found = try SetSearch(vertexCount: vertexCount, size: size, tolerance: 0, options: options) {
        SplitScorer(graph)
      }.run(execution)
    case .distanceWeightedFragmentation:
      let graph = unweighted()
      let pairs = 2 * Double(pairCount(of: vertexCount - size))
      let isCancelled = execution.isCancelled
      found = try SetSearch(
        vertexCount: vertexCount, size: size, tolerance: smallestDifference * pairs, options: options
      ) {
        ResidualScorer(graph, Execution(threads: 1, isCancelled: isCancelled))
      }.run(execution)
    case .reach(let steps):
      found = try SetSearch(vertexCount: vertexCount, size: size, tolerance: 0, options: options) {
        ReachScorer(self, limit: searchLimit(steps), isByDistance: false)
      }.run(execution)
    case .distanceWeightedReach:
      found = try SetSearch(
        vertexCount: vertexCount, size: size, tolerance: smallestDifference * Double(vertexCount),
        options: options
      ) {
        ReachScorer(self, limit: .max, isByDistance: true)
      }.run(execution)
    }
    let members = found.members.map { Int($0) }
    return KeyPlayers(
      members: members, value: try value(of: members, criterion, execution),
      baseValue: try value(of: [], criterion, execution), equallyGoodSets: found.equallyGood)
  }

  private func check(
    _ size: Int, _ criterion: KeyPlayerCriterion, _ options: KeyPlayerOptions
  ) throws(GraphError) {
    var most = vertexCount
    switch criterion {
    case .fragmentation, .distanceWeightedFragmentation: most -= 2
    case .reach(let steps):
      guard steps >= 0 else { throw GraphError(.badParameter, "steps must be at least 0, got \(steps)") }
    case .distanceWeightedReach: break
    }
    guard size >= 1, size <= most else {
      throw GraphError(
        .badParameter, "a set of key players must have 1 ... \(max(0, most)) members here, got \(size)")
    }
    guard options.restarts >= 1 else {
      throw GraphError(.badParameter, "restarts must be at least 1, got \(options.restarts)")
    }
  }

  /// The criterion's value; it is defined for every size that ``check(_:_:_:)`` allows.
  private func value(
    of members: [Int], _ criterion: KeyPlayerCriterion, _ execution: Execution
  ) throws(GraphError) -> Double {
    switch criterion {
    case .fragmentation: try fragmentation(without: members) ?? 0
    case .distanceWeightedFragmentation:
      try distanceWeightedFragmentation(without: members, execution: execution.withoutProgress) ?? 0
    case .reach(let steps): try Double(reach(from: members, within: steps))
    case .distanceWeightedReach: try distanceWeightedReach(from: members) ?? 0
    }
  }
}

/// A difference of values between 0 and 1 that rounding cannot make.
private let smallestDifference = 1e-12
