public import GraphCore

/// How many groups two members share, beside how many they would by chance.
public struct CoMembershipTest: Hashable, Sendable {
  /// The two members, the smaller first.
  public let first, second: Int
  /// Number of groups they share.
  public let observed: Int
  /// The number expected under the model; under the fixed degree sequence model the mean of the random draws.
  public let expected: Double
  /// The probability, under the model, of at least as many shared groups.
  public let upper: Double
  /// The probability, under the model, of at most as many.
  public let lower: Double
}

/// Tests of pairs of members of a two-mode graph; ``backbone(level:correction:tail:)`` keeps the significant ones.
public struct CoMembershipTests: Sendable {
  /// One test per pair, by the first member and then the second.
  public let tests: [CoMembershipTest]
  /// The null model.
  public let model: BackboneModel
  /// How the tests were made.
  public let options: BackboneOptions
  /// Number of members.
  public let memberCount: Int
  /// Number of groups.
  public let groupCount: Int
}

extension Graph {
  /// Tests, for pairs of members of a two-mode graph, whether they share more or fewer groups than by chance.
  ///
  /// A projection ties any two members of one group, so that it is dense wherever groups are large, and its weights
  /// are large wherever members are active. For each pair with *o* shared groups, and their number X under the model:
  ///
  ///     upper = P(X ≥ o),   lower = P(X ≤ o)
  ///
  /// With *n* members, *m* groups, *f* memberships, and r, c the degrees of members and groups:
  ///
  ///     fixed fill      f of the n·m memberships, each set of f as likely
  ///     fixed row       P(X = k) = C(r,k) C(m − r, r′ − k) / C(m, r′): hypergeometric
  ///     fixed column    each group shared with probability c(c − 1) / (n(n − 1)): Poisson-binomial
  ///     SDSM            each group shared with probability p p′ of the bipartite configuration model: Poisson-binomial
  ///     FDSM            share of random two-mode graphs with the same degrees: (1 + hits) / (1 + trials)
  ///
  /// Groups without members are groups: memberships in them could have been. Ties among members or among groups,
  /// directions and weights are ignored.
  ///
  /// - Parameters:
  ///   - memberCount: How many of the first vertices are members, in 0 ... vertexCount; the others are groups.
  ///   - model: What is kept in comparison.
  ///   - options: Which pairs, exact or approximate, and the random draws.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One test per pair.
  /// - Throws: `GraphError` with code `badParameter` where there are fewer vertices than members, or no trials;
  ///   `cancelled` where the execution asked to stop.
  /// - Complexity: With *p* pairs, *d* different degrees of members and at most *o* shared groups: fixed row
  ///   O(*d*²·*m* + *p*); fixed column O(*m*·*o* + *p*); fixed fill O(*m*·√*m* + *p*), about; SDSM O(*d*²·*m*·*o* +
  ///   *p*), less where groups have equal degrees, and O(*d*³) for the model; FDSM O(Σ c²) a trial. O(*p*) memory,
  ///   FDSM also for each thread.
  ///
  /// Random two-mode graphs come from 16 chains of Fastball trades, whatever the number of threads, with 5·n trades
  /// between draws and 50·n before the first. The result has the same bits for any number of threads and on any
  /// platform. R's backbone 2 agrees on `fixedfill` and `fixedrow`, and on `fixedcol` and `sdsm` with
  /// `options.tails` of `refinedNormal`, which it always uses: it gives .975 as the probability of at least 0. Its
  /// `fdsm` gives hits / trials, which can be 0.
  ///
  /// References: Z. P. Neal, "The backbone of bipartite projections: inferring relationships from co-authorship,
  /// co-sponsorship, co-attendance and other co-behaviors", Social Networks 39 (2014) 84–97,
  /// doi:10.1016/j.socnet.2014.06.001; Z. P. Neal, R. Domagalski, B. Sagan, "Comparing alternatives to the fixed
  /// degree sequence model for extracting the backbone of bipartite projections", Scientific Reports 11 (2021) 23929,
  /// doi:10.1038/s41598-021-03238-3; Z. P. Neal, "backbone: an R package to extract network backbones", PLoS ONE 17
  /// (2022) e0269137, doi:10.1371/journal.pone.0269137; K. Godard, Z. P. Neal, "fastball: a fast algorithm to
  /// randomly sample bipartite graphs with fixed degree sequences", Journal of Complex Networks 10 (2022) cnac049,
  /// doi:10.1093/comnet/cnac049; B. V. North, D. Curtis, P. C. Sham, "A note on the calculation of empirical p values
  /// from Monte Carlo procedures", American Journal of Human Genetics 71 (2002) 439–441, doi:10.1086/341527.
  public func coMembershipTests(
    memberCount: Int, model: BackboneModel, _ options: BackboneOptions = BackboneOptions(),
    execution: Execution = .serial
  ) throws(GraphError) -> CoMembershipTests {
    guard memberCount >= 0, memberCount <= vertexCount else {
      throw GraphError(
        .badParameter, "members must be 0 ... \(vertexCount), the number of vertices, got \(memberCount)")
    }
    guard model != .fixedDegreeSequence || options.trials >= 1 else {
      throw GraphError(.badParameter, "trials must be at least 1, got \(options.trials)")
    }
    let memberships = Memberships(self, memberCount: memberCount)
    let isCounting = model == .fixedDegreeSequence
    let pairs = try MemberPairs(
      self, memberCount: memberCount, options.pairs, execution.share(from: 0, to: isCounting ? 0.05 : 0.3))
    let rest = execution.share(from: isCounting ? 0.05 : 0.3, to: 1)
    let tests =
      isCounting
      ? try memberships.testsByTrials(pairs, options, rest)
      : try memberships.testsByTails(pairs, model, options.tails, rest)
    return CoMembershipTests(
      tests: tests, model: model, options: options, memberCount: memberCount,
      groupCount: memberships.groupCount)
  }
}

/// Who is in which group.
struct Memberships: Sendable {
  let memberCount, groupCount: Int
  /// Groups of member `v`, ascending, are `groups[offsets[v] ..< offsets[v + 1]]`.
  let offsets: ContiguousArray<Int>
  let groups: ContiguousArray<UInt32>
  /// Number of members of each group.
  let groupSizes: [Int]

  init(_ graph: Graph, memberCount: Int) {
    let graph = graph.symmetrized()
    var offsets: ContiguousArray<Int> = [0]
    var groups: ContiguousArray<UInt32> = []
    var sizes = [Int](repeating: 0, count: graph.vertexCount - memberCount)
    for member in 0..<memberCount {
      for target in graph.neighbors(of: member) where Int(target) >= memberCount {
        groups.append(target - UInt32(truncatingIfNeeded: memberCount))
        sizes[Int(target) - memberCount] += 1
      }
      offsets.append(groups.count)
    }
    self.memberCount = memberCount
    groupCount = graph.vertexCount - memberCount
    self.offsets = offsets
    self.groups = groups
    groupSizes = sizes
  }

  /// Number of groups of a member.
  func degree(of member: Int) -> Int { offsets[member + 1] - offsets[member] }
}

/// Pairs of members and how many groups they share.
struct MemberPairs: Sendable {
  /// Pairs of member `v` with larger ones are at `offsets[v] ..< offsets[v + 1]`, ascending.
  private(set) var offsets: ContiguousArray<Int> = [0]
  private(set) var seconds: ContiguousArray<UInt32> = []
  private(set) var observed: ContiguousArray<UInt32> = []

  init(
    _ graph: Graph, memberCount: Int, _ choice: BackboneOptions.Pairs, _ execution: Execution
  ) throws(GraphError) {
    let shared = try TwoModeProjection(graph, memberCount: memberCount, weighting: .count)
      .graph(execution: execution)
    for first in 0..<memberCount {
      var slot = shared.offsets[first]
      let end = shared.offsets[first + 1]
      while slot < end, Int(shared.targets[slot]) <= first { slot += 1 }
      if choice == .sharingGroups {
        while slot < end {
          seconds.append(shared.targets[slot])
          observed.append(UInt32(shared.weight(atSlot: slot)))
          slot += 1
        }
      } else {
        for second in (first + 1)..<max(first + 1, memberCount) {
          let isSharing = slot < end && Int(shared.targets[slot]) == second
          seconds.append(UInt32(truncatingIfNeeded: second))
          observed.append(isSharing ? UInt32(shared.weight(atSlot: slot)) : 0)
          if isSharing { slot += 1 }
        }
      }
      offsets.append(seconds.count)
    }
  }

  var count: Int { seconds.count }
}
