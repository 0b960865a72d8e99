/// Distances to one vertex, added up level by level.
struct LevelTally: Sendable {
  /// Number of other vertices reached.
  private(set) var reachedCount = 0
  /// Sum of their distances.
  private(set) var sum = 0
  /// Sum of 1/distance over them.
  private(set) var reciprocalSum = 0.0
  /// The largest distance.
  private(set) var largest = 0

  /// Adds the vertices of a level.
  ///
  /// Levels come in ascending order, which fixes the order of the sums.
  mutating func add(_ count: UInt32, level: Int) {
    guard count > 0 else { return }
    reachedCount += Int(count)
    sum += Int(count) * level
    reciprocalSum += Double(count) / Double(level)
    largest = level
  }
}

/// Distances to a vertex of a folded graph and to the leaves that hang on it, added up level by level.
struct HostTally: Sendable {
  private(set) var host = LevelTally()
  /// The same for each of its leaves.
  private(set) var leaf = LevelTally()
  private let hasLeaves: Bool
  /// Leaves that belong to the next level, since their hosts were in the last one.
  private var waiting: UInt32
  /// Vertices of the last level, leaves included.
  private var previous: UInt32 = 1

  /// Begins at level 0, the host itself.
  init(leafCount: UInt32) {
    hasLeaves = leafCount > 0
    waiting = leafCount
  }

  /// Enters a level.
  ///
  /// - Parameters:
  ///   - level: One more than last time.
  ///   - count: Vertices in it, leaves not counted.
  ///   - leafCount: Leaves that hang on these.
  @inline(__always)
  mutating func enter(_ level: Int, count: UInt32, leafCount: UInt32) {
    let size = count + waiting
    waiting = leafCount
    host.add(size, level: level)
    // A leaf sees what its host saw one step before, but for itself.
    if hasLeaves { leaf.add(level == 2 ? previous - 1 : previous, level: level) }
    previous = size
  }
}

/// The tallies of the sources of one batch.
struct BatchTally: Sendable {
  private(set) var tallies: ContiguousArray<HostTally>
  /// Counts of vertices reached within each radius.
  private(set) var hostsWithin: [ContiguousArray<Int>]
  private(set) var leavesWithin: [ContiguousArray<Int>]
  private let radii: [Int]
  private let widest: Int

  init(leafCounts: some Collection<UInt32>, radii: [Int]) {
    tallies = ContiguousArray(leafCounts.map { HostTally(leafCount: $0) })
    hostsWithin = radii.map { _ in ContiguousArray(repeating: 0, count: leafCounts.count) }
    leavesWithin = hostsWithin
    self.radii = radii
    widest = radii.max() ?? 0
  }

  /// Enters a level in all tallies.
  mutating func enter(_ level: Int, counts: Span<UInt32>, leafCounts: Span<UInt32>) {
    for lane in tallies.indices {
      tallies[lane].enter(level, count: counts[lane], leafCount: leafCounts[lane])
      note(level, lane, tallies[lane])
    }
  }

  /// Writes down how many have been reached, if a radius ends here.
  @inline(__always)
  mutating func note(_ level: Int, _ lane: Int, _ tally: HostTally) {
    guard level <= widest else { return }
    for (rank, radius) in radii.enumerated() where radius >= level {
      hostsWithin[rank][lane] = tally.host.reachedCount
      leavesWithin[rank][lane] = tally.leaf.reachedCount
    }
  }

  /// Replaces a tally by one that was made elsewhere.
  mutating func set(_ lane: Int, to tally: HostTally) { tallies[lane] = tally }
}
