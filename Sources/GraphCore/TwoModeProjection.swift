/// The members of a two-mode graph, tied through the groups they share: a graph that is never stored unless
/// asked for.
///
/// Vertices of the two-mode graph below ``memberCount`` are members, such as people or organizations; those
/// from there on are groups, such as events, papers or projects, which are projected away. Two members are tied
/// where they share a group. With B the matrix of memberships and d(g) the number of members of a group *g*,
///
///     w(u,v) = Σ { f(g) · B(u,g) · B(v,g) : d(g) ≥ 2 },   u ≠ v
///
/// where f is the ``Weighting``, or a measure of how alike the groups of two members are. Ties between two groups
/// mean nothing here and are ignored, and so are the weights of memberships. Ties between two members that exist
/// beside the groups can be added.
///
/// A group of *d* members ties d(d − 1)/2 pairs, so that a projection easily is a thousand times as large as
/// what it was made from. Rows are made one at a time instead; what can be had without them is.
///
/// Sources: M. E. J. Newman, "Scientific collaboration networks. II. Shortest paths, weighted networks, and
/// centrality", Physical Review E 64 (2001) 016132, doi:10.1103/PhysRevE.64.016132; S. P. Borgatti, D. S. Halgin,
/// "Analyzing affiliation networks", in J. Scott, P. J. Carrington (eds.), The SAGE Handbook of Social Network
/// Analysis (2011) 417–433, doi:10.4135/9781446294413.n28, for the shares; M. Coscia, L. Rossi, "The impact of
/// projection and backboning on network topologies" (2019), arXiv:1906.09081, compares projections.
public struct TwoModeProjection: Sendable {
  /// What shared groups add to the weight of a tie between two of their members.
  public enum Weighting: String, Hashable, Sendable, CaseIterable {
    /// 1 / (d − 1), so that each membership adds 1 in total, however large the group.
    case newman
    /// 1 for every shared group.
    case count
    /// 1 / d. M. Coscia speaks of hyperbolic weights ("The Atlas for the Aspiring Network Scientist", 2021,
    /// arXiv:2101.00863); notes on it write 1/d and 1/(d − 1) alike, the latter of which is ``newman`` here.
    case hyperbolic
    /// The share of shared groups among the groups of either, in 0 ... 1.
    ///
    /// Groups with a single member are groups here; those with too many members are not.
    case jaccard
    /// The share of shared groups among those of the member that has fewer, in 0 ... 1; groups as for ``jaccard``.
    case overlap

    /// Whether the weight of a tie follows from the number of shared groups and the members' numbers of groups.
    var isShare: Bool { self == .jaccard || self == .overlap }
  }

  /// Number of members: the vertices of the projection, numbered as in the two-mode graph.
  public let memberCount: Int
  /// Number of pairs of members that the groups tie, a pair that shares two groups counted twice: an upper
  /// bound for the edges made of groups, and the work that it takes to make them.
  public let pairCount: Int
  /// What a shared group adds.
  public let weighting: Weighting

  let graph: Graph
  let direct: Graph?
  /// Members of each group that counts; 0 for a group with fewer than two or with too many.
  let sizes: ContiguousArray<UInt32>
  /// Groups of each member, those with a single member among them; empty where no weight depends on it.
  let memberships: ContiguousArray<UInt32>
  /// The first slot of each member's row that leads to a group.
  private let groupStarts: ContiguousArray<Int>

  /// Looks at a two-mode graph from the side of its first vertices.
  ///
  /// - Parameters:
  ///   - graph: Members and groups; directions and weights are ignored.
  ///   - memberCount: How many of the first vertices are members, in 0 ... vertexCount.
  ///   - weighting: What a shared group adds.
  ///   - maximumMembers: Groups with more members tie nobody; nil for no limit.
  ///   - direct: An undirected graph on the members whose weights are added; nil for none.
  /// - Complexity: O(*n* + *m*) time; 12 bytes a vertex of memory beside the graph.
  public init(
    _ graph: Graph, memberCount: Int, weighting: Weighting = .newman, maximumMembers: Int? = nil,
    direct: Graph? = nil
  ) {
    precondition(memberCount >= 0 && memberCount <= graph.vertexCount, "more members than vertices")
    precondition(
      direct.map { $0.vertexCount == memberCount && $0.direction == .undirected } ?? true,
      "direct ties must be undirected, between the members")
    let graph = graph.symmetrized()
    self.graph = graph
    self.direct = direct
    self.memberCount = memberCount
    self.weighting = weighting
    let splits = (0..<graph.vertexCount).lazy.map { graph.firstSlot(of: $0, fromTarget: memberCount) }
    var pairs = 0
    sizes = ContiguousArray(
      splits[memberCount...].enumerated().map { index, split in
        let size = split - graph.offsets[memberCount + index]
        guard size >= 2, size <= maximumMembers ?? size else { return 0 }
        pairs += size * (size - 1) / 2
        return UInt32(truncatingIfNeeded: size)
      })
    groupStarts = ContiguousArray(splits[..<memberCount])
    pairCount = pairs
    memberships =
      weighting.isShare
      ? ContiguousArray(
        (0..<memberCount).lazy.map { member in
          let groups = graph.targets[splits[member]..<graph.offsets[member + 1]]
          let count = groups.count { group in
            splits[Int(group)] - graph.offsets[Int(group)] <= maximumMembers ?? .max
          }
          return UInt32(truncatingIfNeeded: count)
        }) : []
  }

  /// Number of members of a group; 0 where it counts for nothing, having fewer than two or too many.
  ///
  /// - Parameter group: A vertex of the two-mode graph, from ``memberCount`` on.
  public func countedMembers(ofGroup group: Int) -> Int { Int(sizes[group - memberCount]) }

  /// Returns the sum of the weights of each member's ties, without making them.
  ///
  /// Under ``Weighting/newman`` each membership in a group that counts adds 1, under ``Weighting/count`` the
  /// number of the group's other members, under ``Weighting/hyperbolic`` that number's share of the group. Under
  /// ``Weighting/jaccard`` and ``Weighting/overlap`` rows are made one at a time after all.
  ///
  /// - Returns: One value per member; 0 for a member without ties. Exact under ``Weighting/newman`` and
  ///   ``Weighting/count`` but for the sums of direct ties.
  /// - Complexity: O(*n* + *m*); O(*n* + ``pairCount``) under ``Weighting/jaccard`` and ``Weighting/overlap``.
  public func strengths() -> [Double] {
    if weighting.isShare {
      var row = ProjectedRow(memberCount: memberCount)
      return (0..<memberCount).map { member in
        let count = makeRow(of: member, &row)
        return row.weights[..<count].reduce(0, +)
      }
    }
    return (0..<memberCount).map { member in
      var sum = 0.0
      forEachGroup(of: member) { _, size in
        switch weighting {
        case .newman: sum += 1
        case .hyperbolic: sum += Double(size - 1) / Double(size)
        case .count, .jaccard, .overlap: sum += Double(size - 1)
        }
      }
      if let direct {
        for slot in direct.offsets[member]..<direct.offsets[member + 1] { sum += direct.weight(atSlot: slot) }
      }
      return sum
    }
  }

  /// Returns the number of others that each member is tied to, without keeping them.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*n* + ``pairCount``) time; 4 bytes a member of memory, and 8 more a thread.
  public func degrees(execution: Execution = .serial) throws(GraphError) -> [Int] {
    try rowLengths(rowParts(), execution).map { Int($0) }
  }
}

extension TwoModeProjection {
  /// Calls `body` with each group of a member that counts, ascending, and the number of its members.
  @inline(__always) func forEachGroup(of member: Int, _ body: (_ group: Int, _ size: Int) -> Void) {
    for slot in groupStarts[member]..<graph.offsets[member + 1] {
      prefetchGroups(after: slot)
      let group = Int(graph.targets[slot])
      let size = Int(sizes[group - memberCount])
      if size > 0 { body(group, size) }
    }
  }

  /// Asks for the memory of the groups that come after some slots of a member's row, and for their members.
  ///
  /// Where groups are is not in the order of members, and which come next the processor does not foresee; but rows of
  /// members follow one another.
  @inline(__always) private func prefetchGroups(after slot: Int) {
    let (targets, offsets) = (graph.targets.span, graph.offsets.span)
    guard slot + 16 < targets.count else { return }
    let later = Int(targets[slot + 16])
    offsets.prefetch(later)
    sizes.span.prefetch(later - memberCount)
    let sooner = Int(targets[slot + 8])
    targets.prefetch(offsets[sooner + 1] - 1)
  }

  /// Members with about as much work each.
  func rowParts() -> Partitions {
    var work = ContiguousArray(repeating: 0, count: memberCount + 1)
    var sum = 0
    let (offsets, targets, sizes) = (graph.offsets.span, graph.targets.span, sizes.span)
    for member in 0..<memberCount {
      if let direct { sum += direct.degree(of: member) }
      for slot in groupStarts[member]..<offsets[member + 1] {
        sum += Int(sizes[Int(targets[slot]) - memberCount])
      }
      work[member + 1] = sum
    }
    // Small parts cost more to begin than to do.
    return Partitions(balancing: work, parts: max(16, min(512, work[memberCount] / 8_192)))
  }
}

extension Graph {
  /// The first slot of a vertex's row whose target is `least` or above.
  fileprivate func firstSlot(of vertex: Int, fromTarget least: Int) -> Int {
    var low = offsets[vertex]
    var high = offsets[vertex + 1]
    // In a two-mode graph all targets are on one side.
    if low == high || Int(targets[low]) >= least { return low }
    if Int(targets[high - 1]) < least { return high }
    while low < high {
      let middle = low + (high - low) / 2
      if Int(targets[middle]) >= least { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
