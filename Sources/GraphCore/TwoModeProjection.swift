import Synchronization

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
    fileprivate var isShare: Bool { self == .jaccard || self == .overlap }
  }

  /// Number of members: the vertices of the projection, numbered as in the two-mode graph.
  public let memberCount: Int
  /// Number of pairs of members that the groups tie, a pair that shares two groups counted twice: an upper
  /// bound for the edges made of groups, and the work that it takes to make them.
  public let pairCount: Int
  /// What a shared group adds.
  public let weighting: Weighting

  private let graph: Graph
  private let direct: Graph?
  /// Members of each group that counts; 0 for a group with fewer than two or with too many.
  private let sizes: ContiguousArray<UInt32>
  /// Groups of each member, those with a single member among them; empty where no weight depends on it.
  private let memberships: ContiguousArray<UInt32>
  /// The first slot of each member's row that leads to a group.
  private let groupStarts: ContiguousArray<Int>
  /// Members with about as much work each.
  private let parts: Partitions

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
    var work = ContiguousArray(repeating: 0, count: memberCount + 1)
    for member in 0..<memberCount {
      work[member + 1] = work[member] + (direct?.degree(of: member) ?? 0)
      for slot in groupStarts[member]..<graph.offsets[member + 1] {
        work[member + 1] += Int(sizes[Int(graph.targets[slot]) - memberCount])
      }
    }
    // Small parts cost more to begin than to do.
    parts = Partitions(balancing: work, parts: max(16, min(512, work[memberCount] / 8_192)))
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
      var row = SortedRow(memberCount: memberCount)
      return (0..<memberCount).map { member in
        makeRow(of: member, &row)
        return row.weights[..<row.count].reduce(0, +)
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
  /// - Complexity: O(*n* + ``pairCount``) time; 4 bytes a member of memory a thread.
  public func degrees(execution: Execution = .serial) throws(GraphError) -> [Int] {
    Array(try rowLengths(execution))
  }

  /// Calls `body` with each member's row: the members it is tied to, ascending, and the weights of the ties.
  ///
  /// Rows are made when they are asked for and gone when `body` returns. They come from several threads at a
  /// time and in no particular order, but each has the same bits whatever the number of threads.
  ///
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*n* + ``pairCount``) time; 16 bytes a member and 24 bytes an arc of the longest row of memory a
  ///   thread.
  public func forEachRow(
    execution: Execution = .serial,
    _ body: @Sendable (_ member: Int, _ targets: Span<UInt32>, _ weights: Span<Double>) -> Void
  ) throws(GraphError) {
    let makeRow: @Sendable () -> SortedRow = { SortedRow(memberCount: memberCount) }
    try execution.forEachPart(of: parts, scratch: makeRow) { members, row in
      for member in members {
        self.makeRow(of: member, &row)
        body(
          member, row.targets.span.extracting(first: row.count), row.weights.span.extracting(first: row.count)
        )
      }
    }
  }

  /// Returns the projection as a graph.
  ///
  /// Each pair is added up once, at its smaller member; from there it is set down in both rows.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: A weighted undirected graph with ``memberCount`` vertices.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*n* + ``pairCount``) time; 18 bytes an arc of the result and 28 bytes a member a thread.
  ///
  /// Agrees with NetworkX `bipartite.collaboration_weighted_projected_graph` under ``Weighting/newman``, with its
  /// `weighted_projected_graph` and the multiplicities of igraph `bipartite_projection` under ``Weighting/count``, and
  /// with NetworkX `overlap_weighted_projected_graph` under ``Weighting/jaccard``, with `jaccard=False` under
  /// ``Weighting/overlap``.
  public func graph(execution: Execution = .serial) throws(GraphError) -> Graph {
    let made = Mutex<[UpperRows]>([])
    let makeSums: @Sendable () -> RowSums = { RowSums(memberCount: memberCount) }
    try execution.forEachPart(of: parts, scratch: makeSums) { members, sums in
      sums.removeRows()
      var lengths = ContiguousArray<UInt32>()
      lengths.reserveCapacity(members.count)
      for member in members {
        addUp(member, .above, &sums)
        lengths.append(UInt32(truncatingIfNeeded: sums.row.count))
      }
      let (targets, weights) = sums.allRows
      let rows = UpperRows(
        firstMember: members.lowerBound, lengths: lengths, targets: targets, weights: weights)
      made.withLock { $0.append(rows) }
    }
    return mirrored(made.withLock { $0.sorted { $0.firstMember < $1.firstMember } }, memberCount, execution)
  }
}

extension TwoModeProjection {
  /// Calls `body` with each group of a member that counts, ascending, and the number of its members.
  @inline(__always) private func forEachGroup(of member: Int, _ body: (_ group: Int, _ size: Int) -> Void) {
    for slot in groupStarts[member]..<graph.offsets[member + 1] {
      let group = Int(graph.targets[slot])
      let size = Int(sizes[group - memberCount])
      if size > 0 { body(group, size) }
    }
  }

  /// The number of neighbors of each member.
  private func rowLengths(_ execution: Execution) throws(GraphError) -> ContiguousArray<Int> {
    var lengths = ContiguousArray(repeating: 0, count: memberCount)
    try unsafe lengths.withUnsafeMutableBufferPointer { buffer throws(GraphError) in
      nonisolated(unsafe) let places = unsafe buffer
      // The member at whose row each member was met last.
      let makeScratch: @Sendable () -> ContiguousArray<UInt32> = {
        ContiguousArray(repeating: .max, count: memberCount)
      }
      try execution.forEachPart(of: parts, scratch: makeScratch) { members, metAt in
        for member in members { unsafe places[member] = rowLength(of: member, &metAt) }
      }
    }
    return lengths
  }

  private func rowLength(of member: Int, _ metArray: inout ContiguousArray<UInt32>) -> Int {
    let own = UInt32(truncatingIfNeeded: member)
    let targets = graph.targets.span
    var metAt = metArray.mutableSpan
    metAt[member] = own
    var length = 0
    if let direct {
      for neighbor in direct.neighbors(of: member) {
        metAt[Int(neighbor)] = own
        length += 1
      }
    }
    forEachGroup(of: member) { group, size in
      let start = graph.offsets[group]
      for slot in start..<(start + size) {
        // The first targets of a group are its members, whose number is the length of the array.
        let other = unsafe Int(targets[unchecked: slot])
        if unsafe metAt[unchecked: other] != own {
          unsafe metAt[unchecked: other] = own
          length += 1
        }
      }
    }
    return length
  }

  /// Makes a member's row, ascending.
  private func makeRow(of member: Int, _ row: inout SortedRow) {
    row.sums.removeRows()
    addUp(member, .whole, &row.sums)
    row.sort()
  }

  /// Begins a row and adds up the weights of a member's ties.
  ///
  /// A pair's weight is added up in the order of the groups from either end, so that it is the same from both.
  private func addUp(_ member: Int, _ part: RowPart, _ sums: inout RowSums) {
    let own = UInt32(truncatingIfNeeded: member)
    let directSlots = direct.map { $0.offsets[member]..<$0.offsets[member + 1] } ?? 0..<0
    sums.beginRow(of: own)
    if let direct {
      for slot in directSlots where part == .whole || direct.targets[slot] > own {
        // Shares are made of numbers of groups, to which nothing must be added before.
        sums.add(weighting.isShare ? 0 : direct.weight(atSlot: slot), to: direct.targets[slot])
      }
    }
    forEachGroup(of: member) { group, size in
      let share =
        switch weighting {
        case .newman: 1 / Double(size - 1)
        case .hyperbolic: 1 / Double(size)
        case .count, .jaccard, .overlap: 1.0
        }
      // The first targets of a group are its members.
      let start = graph.offsets[group]
      sums.add(share, toEach: part, of: graph.targets.span.extracting(start..<(start + size)))
    }
    if weighting.isShare {
      sums.mapRow { shared, other in groupShare(shared, member, Int(other)) }
      if let direct {
        for slot in directSlots where part == .whole || direct.targets[slot] > own {
          sums.add(direct.weight(atSlot: slot), to: direct.targets[slot])
        }
      }
    }
  }

  /// The share that some shared groups are of the groups of two members.
  private func groupShare(_ shared: Double, _ first: Int, _ second: Int) -> Double {
    if shared == 0 { return 0 }
    let (one, other) = (Double(memberships[first]), Double(memberships[second]))
    return weighting == .jaccard ? shared / (one + other - shared) : shared / min(one, other)
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
