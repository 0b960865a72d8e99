import GraphCore

/// Weighs all vertices to add to a set at once.
protocol SetScorer: SendableMetatype {
  /// Puts the score of the set with each of the candidates added at the candidate's place.
  ///
  /// Scores of members of the set mean nothing. More is better.
  mutating func score(
    _ set: ContiguousArray<UInt32>, with candidates: Range<Int>, _ scores: inout ContiguousArray<Double>
  ) throws(GraphError)
}

/// The best set that was found.
struct FoundSet: Sendable {
  /// Ascending.
  var members: ContiguousArray<UInt32>
  var score: Double
  /// How many sets are as good, where all were looked at.
  var equallyGood: Int?
}

/// The search for the best set of a size.
struct SetSearch<Scorer: SetScorer>: Sendable {
  let vertexCount: Int
  let size: Int
  /// Scores that differ by no more than this are equal.
  let tolerance: Double
  let options: KeyPlayerOptions
  let makeScorer: @Sendable () -> Scorer

  func run(_ execution: Execution) throws(GraphError) -> FoundSet {
    let sets = binomial(vertexCount, size)
    return sets <= options.largestEnumeration ? try enumerated(execution) : try searched(execution)
  }
}

// MARK: All sets

extension SetSearch {
  /// Looks at all sets: at those of one member less in lexicographic order, each with all later vertices.
  private func enumerated(_ execution: Execution) throws(GraphError) -> FoundSet {
    var best: FoundSet?
    var failure: GraphError?
    let prefixes = Partitions(of: binomial(vertexCount, size - 1), parts: 256)
    try execution.reduce(prefixes) { ranks in
      do throws(GraphError) {
        return Result<FoundSet?, GraphError>.success(try self.best(ofPrefixes: ranks, execution))
      } catch {
        return .failure(error)
      }
    } merge: { result in
      switch result {
      case .success(let part): if let part { merge(part, into: &best) }
      case .failure(let error): failure = failure ?? error
      }
    }
    if let failure { throw failure }
    guard let best else { preconditionFailure("there is a set of the size asked for") }
    return best
  }

  private func best(ofPrefixes ranks: Range<Int>, _ execution: Execution) throws(GraphError) -> FoundSet? {
    var scorer = makeScorer()
    var scores = ContiguousArray(repeating: 0.0, count: vertexCount)
    var prefix = combination(ofRank: ranks.lowerBound, size: size - 1, from: vertexCount)
    var best: FoundSet?
    for rank in ranks {
      if execution.isCancelled?() == true { throw GraphError(.cancelled, "the computation was cancelled") }
      if rank > ranks.lowerBound { advance(&prefix, below: vertexCount) }
      let candidates = (prefix.last.map { Int($0) + 1 } ?? 0)..<vertexCount
      if candidates.isEmpty { continue }
      try scorer.score(prefix, with: candidates, &scores)
      for candidate in candidates {
        if let known = best, scores[candidate] < known.score - tolerance { continue }
        let set = prefix + [UInt32(truncatingIfNeeded: candidate)]
        merge(FoundSet(members: set, score: scores[candidate], equallyGood: 1), into: &best)
      }
    }
    return best
  }

  /// Takes over a set that is better, or counts it where it is as good; sets come in lexicographic order.
  private func merge(_ found: FoundSet, into best: inout FoundSet?) {
    guard let known = best, found.score <= known.score + tolerance else {
      best = found
      return
    }
    if found.score >= known.score - tolerance {
      best?.equallyGood = (known.equallyGood ?? 0) + (found.equallyGood ?? 0)
    }
  }
}

// MARK: Local search

extension SetSearch {
  private func searched(_ execution: Execution) throws(GraphError) -> FoundSet {
    let makeScratch: @Sendable () -> Scratch = {
      Scratch(scorer: makeScorer(), scores: ContiguousArray(repeating: 0, count: vertexCount))
    }
    let found = try execution.replicates(options.restarts, seed: options.seed, makeScratch: makeScratch) {
      restart, random, scratch throws(GraphError) in
      let start = restart == 0 ? try greedySet(&scratch, execution) : randomSet(&random)
      return try improved(start, &scratch, execution)
    }
    var best = found[0]
    for set in found.dropFirst() {
      let isEqual = abs(set.score - best.score) <= tolerance
      if isEqual ? set.members.lexicographicallyPrecedes(best.members) : set.score > best.score { best = set }
    }
    return best
  }

  private struct Scratch {
    var scorer: Scorer
    var scores: ContiguousArray<Double>
  }

  private func greedySet(
    _ scratch: inout Scratch, _ execution: Execution
  ) throws(GraphError) -> ContiguousArray<UInt32> {
    var set: ContiguousArray<UInt32> = []
    while set.count < size { set.append(try bestVertex(toAddTo: set, &scratch, execution)) }
    return set
  }

  /// Different vertices, every set equally likely.
  ///
  /// Reference: J. Bentley, R. Floyd, "Programming pearls: a sample of brilliance", Communications of the ACM 30
  /// (1987) 754–757, doi:10.1145/30401.315746.
  private func randomSet(_ random: inout RandomStream) -> ContiguousArray<UInt32> {
    var set: Set<UInt32> = []
    for last in (vertexCount - size)..<vertexCount {
      let drawn = UInt32(truncatingIfNeeded: random.next(upperBound: UInt(last + 1)))
      if !set.insert(drawn).inserted { set.insert(UInt32(truncatingIfNeeded: last)) }
    }
    return ContiguousArray(set.sorted())
  }

  /// Replaces one member after the other until no replacement is better than its member.
  private func improved(
    _ start: ContiguousArray<UInt32>, _ scratch: inout Scratch, _ execution: Execution
  ) throws(GraphError) -> FoundSet {
    var set = start
    var place = 0
    var unchanged = 0
    var score = 0.0
    while unchanged < size {
      var rest = set
      let member = rest.remove(at: place)
      let best = try bestVertex(toAddTo: rest, &scratch, execution)
      score = scratch.scores[Int(member)]
      unchanged += 1
      if scratch.scores[Int(best)] > score + tolerance {
        score = scratch.scores[Int(best)]
        set[place] = best
        unchanged = 1
      }
      place = (place + 1) % size
    }
    return FoundSet(members: ContiguousArray(set.sorted()), score: score, equallyGood: nil)
  }

  /// The smallest of the best vertices to add.
  private func bestVertex(
    toAddTo set: ContiguousArray<UInt32>, _ scratch: inout Scratch, _ execution: Execution
  ) throws(GraphError) -> UInt32 {
    if execution.isCancelled?() == true { throw GraphError(.cancelled, "the computation was cancelled") }
    try scratch.scorer.score(set, with: 0..<vertexCount, &scratch.scores)
    for member in set { scratch.scores[Int(member)] = -.infinity }
    let highest = scratch.scores.max() ?? 0
    let best = scratch.scores.firstIndex { $0 >= highest - tolerance } ?? 0
    return UInt32(truncatingIfNeeded: best)
  }
}

// MARK: Combinations

/// The number of sets of `size` out of `count`, `Int.max` where it is larger.
func binomial(_ count: Int, _ size: Int) -> Int {
  guard size >= 0, size <= count else { return 0 }
  var result = 1
  for step in 0..<min(size, count - size) {
    let (high, low) = result.multipliedFullWidth(by: count - step)
    // The quotient is whole; it fits where the upper half is below the divisor.
    guard high < step + 1 else { return .max }
    let quotient = (step + 1).dividingFullWidth((high, low)).quotient
    if quotient < 0 { return .max }
    result = quotient
  }
  return result
}

/// The set of some rank in lexicographic order, ascending.
func combination(ofRank rank: Int, size: Int, from count: Int) -> ContiguousArray<UInt32> {
  var set: ContiguousArray<UInt32> = []
  var rest = rank
  var next = 0
  while set.count < size {
    let following = binomial(count - next - 1, size - set.count - 1)
    if rest < following {
      set.append(UInt32(truncatingIfNeeded: next))
    } else {
      rest -= following
    }
    next += 1
  }
  return set
}

/// Goes on to the next set in lexicographic order; there must be one.
func advance(_ set: inout ContiguousArray<UInt32>, below count: Int) {
  var place = set.count - 1
  while place >= 0, Int(set[place]) == count - set.count + place { place -= 1 }
  guard place >= 0 else { return }
  set[place] += 1
  for later in (place + 1)..<max(place + 1, set.count) { set[later] = set[later - 1] + 1 }
}
