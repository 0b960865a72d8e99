public import GraphCore

extension Graph {
  /// Returns the pairs without a tie for which a score says most that a tie is plausible.
  ///
  /// Pairs with a score of 0 are left out: those without a shared neighbor, and for preferential attachment those with
  /// an isolate. Equal scores are ordered by the vertices, the pair with the smaller first vertex first; scores that
  /// agree to twelve digits are equal, such as 1/2 and 1/3 + 1/6. The scores are those of ``linkCandidate(_:_:)``.
  /// Directions and weights are ignored.
  ///
  /// - Parameters:
  ///   - score: What pairs are ordered by.
  ///   - limit: The most pairs to return, at least 0.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Pairs in descending order of the score, with all five scores and the shared neighbors.
  /// - Throws: `GraphError` with code `badParameter` where the limit is negative; `cancelled` where the execution asked
  ///   to stop.
  /// - Complexity: O(Σ_v d(v)² + *p*·log *k*) time for *p* pairs at distance two and a limit of *k*; 16 bytes a
  ///   vertex of memory a thread, and *k* pairs for each of 64 parts of the work. Preferential attachment:
  ///   O(*m*·log *m* + *k*), whatever the number of pairs.
  ///
  /// The result is the same for any number of threads and on any platform.
  ///
  /// References: as in ``linkCandidate(_:_:)``.
  public func linkCandidates(
    by score: LinkScore, limit: Int, execution: Execution = .serial
  ) throws(GraphError) -> [LinkCandidate] {
    guard limit >= 0 else { throw GraphError(.badParameter, "a limit must be at least 0, got \(limit)") }
    let graph = symmetrized()
    if score == .preferentialAttachment {
      return graph.pairsOfLargestProduct(limit: limit).map { graph.candidate($0.first, $0.second) }
    }
    let rows = graph.neighborsByDegree()
    let shares = (0..<vertexCount).map { graph.share(of: $0, in: score) }
    var work = ContiguousArray(repeating: 0, count: vertexCount + 1)
    for vertex in 0..<vertexCount {
      work[vertex + 1] =
        work[vertex] + graph.neighbors(of: vertex).reduce(0) { $0 + graph.degree(of: Int($1)) }
    }
    var best = BestPairs(limit: limit)
    try execution.reduce(Partitions(balancing: work, parts: 64)) { vertices in
      var scores = PairScores(graph, rows: rows, shares: ContiguousArray(shares), score: score)
      var part = BestPairs(limit: limit)
      for vertex in vertices { scores.offer(vertex, to: &part) }
      return part
    } merge: { part in
      for pair in part.pairs { best.offer(pair) }
    }
    return best.sorted.map { graph.candidate(Int($0.first), Int($0.second)) }
  }

  /// What a shared neighbor adds to a score.
  private func share(of vertex: Int, in score: LinkScore) -> Double {
    let degree = Double(degree(of: vertex))
    // With fewer than two neighbors it is nobody's shared neighbor.
    guard degree >= 2 else { return 0 }
    return switch score {
    case .commonNeighbors, .jaccard, .preferentialAttachment: 1
    case .adamicAdar: 1 / Portable.log(degree)
    case .resourceAllocation: 1 / degree
    }
  }

  /// The neighbors of each vertex, those with few neighbors first; same slots as `targets`.
  ///
  /// Sums over shared neighbors then run by degree, so that equal scores have equal bits.
  private func neighborsByDegree() -> ContiguousArray<UInt32> {
    var byDegree = Array(0..<vertexCount)
    byDegree.sort { (degree(of: $0), $0) < (degree(of: $1), $1) }
    var rows = targets
    var next = offsets
    for vertex in byDegree {
      for target in neighbors(of: vertex) {
        rows[next[Int(target)]] = UInt32(truncatingIfNeeded: vertex)
        next[Int(target)] += 1
      }
    }
    return rows
  }
}

/// A score to forty binary digits: what sums that should be equal differ in by rounding is gone.
private func ranking(of score: Double) -> Double {
  let unit = score.ulp * 4_096
  return (score / unit).rounded() * unit
}

/// A pair of vertices and what it is ranked by.
struct ScoredPair: Sendable {
  var first, second: UInt32
  var score: Double

  /// Whether the pair comes before another: by a higher score, or by smaller vertices.
  func precedes(_ other: ScoredPair) -> Bool {
    if score != other.score { return score > other.score }
    return (first, second) < (other.first, other.second)
  }
}

/// The first of many pairs, in a heap with the last of them at its root.
struct BestPairs: Sendable {
  let limit: Int
  private(set) var pairs: ContiguousArray<ScoredPair> = []

  init(limit: Int) { self.limit = limit }

  /// The pairs in their order.
  var sorted: [ScoredPair] { pairs.sorted { $0.precedes($1) } }

  /// Keeps a pair if it is among the first.
  mutating func offer(_ pair: ScoredPair) {
    if pairs.count < limit {
      pairs.append(pair)
      var place = pairs.count - 1
      while place > 0, pairs[(place - 1) / 2].precedes(pairs[place]) {
        pairs.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    } else if limit > 0, pair.precedes(pairs[0]) {
      pairs[0] = pair
      var place = 0
      while 2 * place + 1 < pairs.count {
        var below = 2 * place + 1
        if below + 1 < pairs.count, pairs[below].precedes(pairs[below + 1]) { below += 1 }
        guard pairs[place].precedes(pairs[below]) else { break }
        pairs.swapAt(place, below)
        place = below
      }
    }
  }
}

/// Scores of all pairs of one vertex after the other.
private struct PairScores {
  private let graph: Graph
  private let rows: ContiguousArray<UInt32>
  private let shares: ContiguousArray<Double>
  private let score: LinkScore
  /// For the vertex at hand the score of each other, and at which vertex it was met last.
  private var sums: ContiguousArray<Double>
  private var metAt: ContiguousArray<UInt32>
  private var found: ContiguousArray<UInt32>

  init(_ graph: Graph, rows: ContiguousArray<UInt32>, shares: ContiguousArray<Double>, score: LinkScore) {
    self.graph = graph
    self.rows = rows
    self.shares = shares
    self.score = score
    let n = graph.vertexCount
    sums = ContiguousArray(repeating: 0, count: n)
    metAt = ContiguousArray(repeating: .max, count: n)
    found = ContiguousArray(repeating: 0, count: n)
  }

  /// Offers the pairs of a vertex with larger ones.
  mutating func offer(_ vertex: Int, to best: inout BestPairs) {
    let count = collectTwoPaths(
      from: vertex, in: graph, rows, shares, &sums, &metAt, &found)
    let own = UInt32(truncatingIfNeeded: vertex)
    // Tied pairs have been met, and are none.
    for neighbor in graph.neighbors(of: vertex) { sums[Int(neighbor)] = 0 }
    for place in 0..<count {
      let other = found[place]
      var value = sums[Int(other)]
      if value == 0 { continue }
      if score == .jaccard {
        value /= Double(graph.degree(of: vertex) + graph.degree(of: Int(other))) - value
      }
      best.offer(ScoredPair(first: own, second: other, score: ranking(of: value)))
    }
  }
}

/// Adds up the shares of two-paths to larger vertices and returns how many there are.
private func collectTwoPaths(
  from vertex: Int, in graph: Graph, _ rowArray: ContiguousArray<UInt32>,
  _ shareArray: ContiguousArray<Double>, _ sumArray: inout ContiguousArray<Double>,
  _ metArray: inout ContiguousArray<UInt32>,
  _ foundArray: inout ContiguousArray<UInt32>
) -> Int {
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  let rows = rowArray.span
  let shares = shareArray.span
  let own = UInt32(truncatingIfNeeded: vertex)
  var sums = sumArray.mutableSpan
  var metAt = metArray.mutableSpan
  var found = foundArray.mutableSpan
  var count = 0
  for place in offsets[vertex]..<offsets[vertex + 1] {
    let middle = Int(rows[place])
    let share = shares[middle]
    var slot = offsets[middle + 1]
    // Targets ascend: the larger ones are the last.
    while slot > offsets[middle] {
      slot -= 1
      let target = targets[slot]
      if target <= own { break }
      let other = Int(target)
      // Targets are below the vertex count, the length of the arrays; each is found once.
      if unsafe metAt[unchecked: other] == own {
        unsafe sums[unchecked: other] += share
      } else {
        unsafe metAt[unchecked: other] = own
        unsafe sums[unchecked: other] = share
        found[count] = target
        count += 1
      }
    }
  }
  return count
}
