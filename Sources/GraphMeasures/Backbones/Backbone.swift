public import GraphCore

/// The ties of a network that are more, or less, than chance makes, and how they were found.
public struct Backbone: Sendable {
  /// A tie that is kept.
  public struct Tie: Hashable, Sendable {
    /// Its ends: the smaller first where ties have no direction.
    public let first, second: Int
    /// Whether the tie is weaker than by chance instead of stronger.
    public let isNegative: Bool
    /// The probability of something as extreme, corrected for the number of tests.
    public let adjustedProbability: Double
  }

  /// The ties, by their first end and then the second.
  public let ties: [Tie]
  /// How they were found.
  public let facts: BackboneFacts

  /// The vertices and the ties that are stronger than by chance, without weights.
  public var graph: Graph {
    var offsets = ContiguousArray(repeating: 0, count: facts.vertexCount + 1)
    let kept = ties.filter { !$0.isNegative }
    let arcs =
      facts.direction == .directed
      ? kept.map { (from: $0.first, to: $0.second) }
      : kept.flatMap { [(from: $0.first, to: $0.second), (from: $0.second, to: $0.first)] }
    for arc in arcs { offsets[arc.from + 1] += 1 }
    for vertex in 0..<facts.vertexCount { offsets[vertex + 1] += offsets[vertex] }
    var next = offsets
    var targets = ContiguousArray<UInt32>(repeating: 0, count: arcs.count)
    for arc in arcs.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
      targets[next[arc.from]] = UInt32(truncatingIfNeeded: arc.to)
      next[arc.from] += 1
    }
    return Graph(direction: facts.direction, offsets: offsets, targets: targets, weights: nil)
  }
}

/// How a backbone was found: what a methods section states.
public struct BackboneFacts: Hashable, Sendable {
  /// What ties were compared with.
  public enum Method: Hashable, Sendable {
    /// Weights with those of ties that share a vertex: the disparity filter.
    case disparity
    /// Shared groups with a null model of memberships.
    case coMembership(BackboneModel)
  }

  /// Which ties were looked for.
  public enum Tail: String, Hashable, Sendable, CaseIterable {
    /// Those that are stronger than by chance.
    case upper
    /// Those that are weaker.
    case lower
    /// Both, at half the level each.
    case both
  }

  /// What ties were compared with.
  public let method: Method
  /// The level of significance.
  public let level: Double
  /// The correction for many tests.
  public let correction: MultipleTesting
  /// Which ties were looked for.
  public let tail: Tail
  /// Number of tests that the correction takes into account.
  public let testCount: Int
  /// How Poisson-binomial probabilities were computed; nil where there were none.
  public let tails: BackboneOptions.Tails?
  /// Number of random draws; nil where there were none.
  public let trials: Int?
  /// What fixed the random draws; nil where there were none.
  public let seed: UInt64?
  /// Number of vertices, of members where there are groups.
  public let vertexCount: Int
  /// Number of groups; nil where there are none.
  public let groupCount: Int?
  /// Whether ties have a direction.
  public let direction: Direction
  /// Number of ties before.
  public let tieCount: Int
  /// Number of ties kept.
  public let keptCount: Int

  /// What was done and found, as a sentence or two of plain English.
  public var methodsSentence: String {
    var text = "The backbone keeps \(keptCount) of \(tieCount) ties among \(vertexCount) "
    switch method {
    case .disparity:
      text += "vertices: those whose weight is larger than expected at either end by the disparity filter, "
      text += "which spreads a vertex's strength at random over its ties"
    case .coMembership(let model):
      text += "members that share at least one of \(groupCount ?? 0) groups"
      text += tail == .upper ? "" : ", or of pairs that share none"
      let words: [Tail: String] = [.upper: "more", .lower: "fewer", .both: "more or fewer"]
      text += ": those that share \(words[tail] ?? "more") groups than expected under the \(model.name), "
      text += "with \(model.keeps)"
    }
    text += " (level \(level)"
    if tail == .both { text += ", two-sided" }
    switch correction {
    case .none: text += ", not corrected for \(testCount) tests)"
    case .holm: text += ", Holm correction for \(testCount) tests)"
    case .benjaminiHochberg: text += ", Benjamini-Hochberg correction for \(testCount) tests)"
    }
    text += "."
    if tails == .refinedNormal { text += " Probabilities come from the refined normal approximation." }
    if let trials, let seed {
      text +=
        " Probabilities come from \(trials) random two-mode networks drawn by Fastball trades, seed \(seed)."
    }
    return text
  }
}

extension CoMembershipTests {
  /// Returns the pairs that share significantly more, or fewer, groups than by chance.
  ///
  /// A pair is kept where its probability, corrected for the tests of all n(n − 1)/2 pairs of members, is at most
  /// the level. Pairs that share no group have an upper probability of 1 and are never kept for sharing many, so that
  /// they need not have been tested.
  ///
  /// - Parameters:
  ///   - level: The level of significance, in 0 ... 1.
  ///   - correction: The correction for many tests.
  ///   - tail: Whether to keep pairs that share more groups, fewer, or both: then twice the smaller probability counts.
  /// - Returns: The pairs kept, and how they were found.
  /// - Throws: `GraphError` with code `badParameter` where the level is outside 0 ... 1, or lower tails are asked for
  ///   and only pairs that share groups have been tested.
  /// - Complexity: O(*p*·log *p*) for *p* pairs.
  ///
  /// R's `backbone` with `alpha` and `mtc` keeps the same pairs; `signed = TRUE` is `tail` of `both`.
  public func backbone(
    level: Double, correction: MultipleTesting = .none, tail: BackboneFacts.Tail = .upper
  ) throws(GraphError) -> Backbone {
    try checkLevel(level)
    guard tail == .upper || options.pairs == .all else {
      throw GraphError(
        .badParameter, "pairs that share few groups are known only where all pairs were tested")
    }
    let probabilities = tests.map { test in
      switch tail {
      case .upper: test.upper
      case .lower: test.lower
      case .both: min(1, 2 * min(test.upper, test.lower))
      }
    }
    let testCount = pairCount(of: memberCount)
    let adjusted = correction.adjusted(probabilities, testCount: testCount)
    let ties = tests.indices.filter { adjusted[$0] <= level }.map { index in
      let test = tests[index]
      let isNegative = tail == .lower || (tail == .both && test.lower < test.upper)
      return Backbone.Tie(
        first: test.first, second: test.second, isNegative: isNegative, adjustedProbability: adjusted[index])
    }
    let isApproximate = model == .fixedColumn || model == .stochasticDegreeSequence
    let isRandom = model == .fixedDegreeSequence
    let facts = BackboneFacts(
      method: .coMembership(model), level: level, correction: correction, tail: tail, testCount: testCount,
      tails: isApproximate ? options.tails : nil, trials: isRandom ? options.trials : nil,
      seed: isRandom ? options.seed : nil, vertexCount: memberCount, groupCount: groupCount,
      direction: .undirected, tieCount: tests.count { $0.observed > 0 }, keptCount: ties.count)
    return Backbone(ties: ties, facts: facts)
  }
}

func checkLevel(_ level: Double) throws(GraphError) {
  guard level >= 0, level <= 1 else {
    throw GraphError(.badParameter, "a level of significance must be in 0 ... 1, got \(level)")
  }
}
