import GraphCore

extension Memberships {
  /// Tests by random two-mode graphs in which all members and groups have the degrees they have.
  func testsByTrials(
    _ pairs: MemberPairs, _ options: BackboneOptions, _ execution: Execution
  ) throws(GraphError) -> [CoMembershipTest] {
    var counts = PairCounts(pairs: pairs.count)
    var wasCancelled = false
    let chains = Partitions(of: options.trials, parts: chainCount)
    let numbered = Partitions(of: chains.parts, parts: chains.parts)
    try execution.reduce(numbered) { range -> PairCounts? in
      var part = PairCounts(pairs: pairs.count)
      for chain in range {
        var random = RandomStream(seed: options.seed, stream: chain)
        var draw = RandomMemberships(self)
        draw.trade(50 * memberCount, &random)
        for _ in chains[chain] {
          if execution.isCancelled?() == true { return nil }
          draw.trade(5 * memberCount, &random)
          draw.count(pairs, &part)
        }
      }
      return part
    } merge: { part in
      if let part { counts.add(part) } else { wasCancelled = true }
    }
    if wasCancelled { throw GraphError(.cancelled, "the computation was cancelled") }

    let trials = Double(options.trials)
    var tests: [CoMembershipTest] = []
    tests.reserveCapacity(pairs.count)
    for first in 0..<memberCount {
      for place in pairs.offsets[first]..<pairs.offsets[first + 1] {
        // What was observed is a draw as well: no probability is 0.
        tests.append(
          CoMembershipTest(
            first: first, second: Int(pairs.seconds[place]), observed: Int(pairs.observed[place]),
            expected: Double(counts.sums[place]) / trials,
            upper: Double(counts.atLeast[place] + 1) / (trials + 1),
            lower: Double(counts.atMost[place] + 1) / (trials + 1)))
      }
    }
    return tests
  }
}

/// Chains of random two-mode graphs: few enough to let each forget where it started, enough for the threads there are.
private let chainCount = 16

/// For each pair how many draws had at least and at most as many shared groups as observed, and how many in all.
struct PairCounts: Sendable {
  private(set) var atLeast, atMost, sums: ContiguousArray<Int>

  init(pairs: Int) {
    atLeast = ContiguousArray(repeating: 0, count: pairs)
    (atMost, sums) = (atLeast, atLeast)
  }

  mutating func add(_ shared: UInt32, observed: UInt32, at place: Int) {
    if shared >= observed { atLeast[place] += 1 }
    if shared <= observed { atMost[place] += 1 }
    sums[place] += Int(shared)
  }

  mutating func add(_ other: PairCounts) {
    for place in sums.indices {
      atLeast[place] += other.atLeast[place]
      atMost[place] += other.atMost[place]
      sums[place] += other.sums[place]
    }
  }
}

/// A two-mode graph that trades make random, keeping all degrees.
///
/// In a trade two members put together the groups that only one of them is in, and deal them out again at random,
/// each getting as many as before.
///
/// References: G. Strona, D. Nappo, F. Boccacci, S. Fattorini, J. San-Miguel-Ayanz, "A fast and unbiased procedure to
/// randomize ecological binary matrices with fixed row and column totals", Nature Communications 5 (2014) 4114,
/// doi:10.1038/ncomms5114; K. Godard, Z. P. Neal, "fastball", Journal of Complex Networks 10 (2022) cnac049,
/// doi:10.1093/comnet/cnac049.
struct RandomMemberships {
  private let memberCount: Int
  private let offsets: ContiguousArray<Int>
  /// Groups of each member, ascending, as in ``Memberships``.
  private(set) var groups: ContiguousArray<UInt32>
  /// Members of group `g`, ascending, are `members[groupOffsets[g] ..< groupOffsets[g + 1]]` when they are counted.
  private let groupOffsets: ContiguousArray<Int>
  private var members: ContiguousArray<UInt32>
  private var next: ContiguousArray<Int>
  private var shared: ContiguousArray<UInt32>
  /// New rows of two members while groups are dealt out.
  private var firstRow: ContiguousArray<UInt32> = []
  private var secondRow: ContiguousArray<UInt32> = []

  init(_ memberships: Memberships) {
    memberCount = memberships.memberCount
    offsets = memberships.offsets
    groups = memberships.groups
    var groupOffsets: ContiguousArray<Int> = [0]
    for size in memberships.groupSizes { groupOffsets.append(groupOffsets[groupOffsets.count - 1] + size) }
    self.groupOffsets = groupOffsets
    members = groups
    next = groupOffsets
    shared = ContiguousArray(repeating: 0, count: memberCount)
  }

  /// Makes some trades between members drawn at random.
  mutating func trade(_ count: Int, _ random: inout RandomStream) {
    guard memberCount > 1 else { return }
    for _ in 0..<count {
      let first = Int(random.next(upperBound: UInt(memberCount)))
      var second = Int(random.next(upperBound: UInt(memberCount - 1)))
      if second >= first { second += 1 }
      trade(offsets[first]..<offsets[first + 1], offsets[second]..<offsets[second + 1], &random)
    }
  }

  private mutating func trade(_ first: Range<Int>, _ second: Range<Int>, _ random: inout RandomStream) {
    dealGroups(first, second, &groups, &firstRow, &secondRow, &random)
  }

  /// Counts the groups that pairs share.
  mutating func count(_ pairs: MemberPairs, _ counts: inout PairCounts) {
    for group in next.indices { next[group] = groupOffsets[group] }
    for member in 0..<memberCount {
      for slot in offsets[member]..<offsets[member + 1] {
        let group = Int(groups[slot])
        members[next[group]] = UInt32(truncatingIfNeeded: member)
        next[group] += 1
      }
    }
    for group in next.indices { next[group] = groupOffsets[group] }
    for member in 0..<memberCount {
      countShared(of: member) { $0 += 1 }
      for place in pairs.offsets[member]..<pairs.offsets[member + 1] {
        counts.add(shared[Int(pairs.seconds[place])], observed: pairs.observed[place], at: place)
      }
      countShared(of: member) { $0 = 0 }
      // Members of a group come in their order: the next is this group's first that is larger.
      for slot in offsets[member]..<offsets[member + 1] { next[Int(groups[slot])] += 1 }
    }
  }

  /// Changes the number of groups shared with each larger member, once for each such group.
  @inline(__always)
  private mutating func countShared(of member: Int, _ change: (inout UInt32) -> Void) {
    for slot in offsets[member]..<offsets[member + 1] {
      let group = Int(groups[slot])
      for place in (next[group] + 1)..<max(next[group] + 1, groupOffsets[group + 1]) {
        change(&shared[Int(members[place])])
      }
    }
  }
}

/// Deals the groups that only one of two members is in out again; rows stay ascending.
private func dealGroups(
  _ first: Range<Int>, _ second: Range<Int>, _ groupArray: inout ContiguousArray<UInt32>,
  _ firstRow: inout ContiguousArray<UInt32>, _ secondRow: inout ContiguousArray<UInt32>,
  _ random: inout RandomStream
) {
  var groups = groupArray.mutableSpan
  var common = 0
  var left = first.lowerBound
  var right = second.lowerBound
  while left < first.upperBound, right < second.upperBound {
    let (one, other) = (groups[left], groups[right])
    if one == other { common += 1 }
    if one <= other { left += 1 }
    if other <= one { right += 1 }
  }
  var forFirst = first.count - common
  var forSecond = second.count - common
  if forFirst == 0 || forSecond == 0 { return }

  firstRow.removeAll(keepingCapacity: true)
  secondRow.removeAll(keepingCapacity: true)
  left = first.lowerBound
  right = second.lowerBound
  while left < first.upperBound || right < second.upperBound {
    let one = left < first.upperBound ? groups[left] : .max
    let other = right < second.upperBound ? groups[right] : .max
    if one <= other { left += 1 }
    if other <= one { right += 1 }
    if one == other {
      firstRow.append(one)
      secondRow.append(one)
    } else if Int(random.next(upperBound: UInt(forFirst + forSecond))) < forFirst {
      firstRow.append(min(one, other))
      forFirst -= 1
    } else {
      secondRow.append(min(one, other))
      forSecond -= 1
    }
  }
  for place in 0..<first.count { groups[first.lowerBound + place] = firstRow[place] }
  for place in 0..<second.count { groups[second.lowerBound + place] = secondRow[place] }
}
