package import GraphCore

/// How random graphs with the same degrees are made, to compare a graph with.
public struct RewiringOptions: Hashable, Sendable {
  /// Number of random graphs, at least 1.
  public var replicates: Int
  /// Swaps tried in each graph, per edge; at least 0.
  public var swapsPerEdge: Int
  /// Fixes the random numbers.
  public var seed: UInt64

  /// Creates settings.
  public init(replicates: Int = 20, swapsPerEdge: Int = 10, seed: UInt64 = 1) {
    self.replicates = replicates
    self.swapsPerEdge = swapsPerEdge
    self.seed = seed
  }

  func validate() throws(GraphError) {
    guard replicates > 0 else {
      throw GraphError(.badParameter, "replicates must be at least 1, got \(replicates)")
    }
    guard swapsPerEdge >= 0 else {
      throw GraphError(.badParameter, "swapsPerEdge must be at least 0, got \(swapsPerEdge)")
    }
  }
}

/// The edges of an undirected graph, to be swapped at random.
///
/// A swap takes two edges a–b and c–d and makes a–d and c–b of them, unless that gives a self-loop or a
/// parallel edge; then the graph stays as it is, which counts as a try. So the chain of graphs has every
/// simple graph of these degrees as often as any other, in the long run.
///
/// Reference: B. K. Fosdick, D. B. Larremore, J. Nishimura, J. Ugander, "Configuring random graph models with
/// fixed degree sequences", SIAM Review 60 (2018) 315–355, doi:10.1137/16M1087175.
struct EdgeSwaps {
  private let vertexCount: Int
  private var heads: ContiguousArray<UInt32> = []
  private var tails: ContiguousArray<UInt32> = []
  private var present: EdgeSet

  init(_ graph: Graph) {
    precondition(graph.direction == .undirected)
    vertexCount = graph.vertexCount
    present = EdgeSet(capacity: graph.edgeCount)
    heads.reserveCapacity(graph.edgeCount)
    tails.reserveCapacity(graph.edgeCount)
    for vertex in 0..<graph.vertexCount {
      for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1] where graph.targets[slot] > vertex {
        heads.append(UInt32(truncatingIfNeeded: vertex))
        tails.append(graph.targets[slot])
        present.insert(edgeKey(UInt32(truncatingIfNeeded: vertex), graph.targets[slot]))
      }
    }
  }

  /// Tries swaps.
  mutating func swap(tries: Int, random: inout RandomStream) {
    let count = UInt64(heads.count)
    guard count > 1 else { return }
    for _ in 0..<tries {
      let drawn = random.next()
      let one = Int(draw(below: count, random.next()))
      var other = Int(draw(below: count - 1, random.next()))
      if other >= one { other += 1 }
      let a = heads[one]
      let b = tails[one]
      // Either end of the other edge may come first.
      let isTurned = drawn & 1 == 1
      let c = isTurned ? tails[other] : heads[other]
      let d = isTurned ? heads[other] : tails[other]
      if a == d || b == c { continue }
      let first = edgeKey(a, d)
      let second = edgeKey(c, b)
      if present.contains(first) || present.contains(second) { continue }
      present.remove(edgeKey(a, b))
      present.remove(edgeKey(c, d))
      present.insert(first)
      present.insert(second)
      tails[one] = d
      heads[other] = c
      tails[other] = b
    }
  }

  /// The graph as it is now, unweighted.
  func graph() -> Graph {
    var offsets = ContiguousArray(repeating: 0, count: vertexCount + 1)
    for head in heads { offsets[Int(head) + 1] += 1 }
    for tail in tails { offsets[Int(tail) + 1] += 1 }
    for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
    var next = offsets
    var targets = ContiguousArray<UInt32>(repeating: 0, count: offsets[vertexCount])
    for edge in heads.indices {
      let head = Int(heads[edge])
      let tail = Int(tails[edge])
      targets[next[head]] = tails[edge]
      targets[next[tail]] = heads[edge]
      next[head] += 1
      next[tail] += 1
    }
    // Written out from source to source in ascending order, rows come out sorted.
    let rows = Graph(direction: .directed, offsets: offsets, targets: targets, weights: nil).transposed()
    return Graph(direction: .undirected, offsets: rows.offsets, targets: rows.targets, weights: nil)
  }
}

extension Graph {
  /// Makes random graphs with the degrees of this one.
  ///
  /// - Precondition: The graph is undirected.
  package func rewiredGraphs(
    _ options: RewiringOptions, execution: Execution = .serial
  ) throws(GraphError) -> [Graph] {
    try options.validate()
    return try rewired(options, execution: execution) { (graph, _) throws(GraphError) in graph }
  }

  /// Makes random graphs with the degrees of this one and returns what `body` finds in each, in a fixed
  /// order.
  ///
  /// - Precondition: The graph is undirected.
  func rewired<Result: Sendable>(
    _ options: RewiringOptions, execution: Execution,
    _ body: @Sendable (Graph, Execution) throws(GraphError) -> Result
  ) throws(GraphError) -> [Result] {
    let swaps = EdgeSwaps(self)
    let (tries, isTooMany) = edgeCount.multipliedReportingOverflow(by: options.swapsPerEdge)
    if isTooMany { throw GraphError(.badParameter, "too many swaps: \(options.swapsPerEdge) per edge") }
    let alone = Execution(threads: 1, isCancelled: execution.isCancelled)
    return try execution.replicates(options.replicates, seed: options.seed, makeScratch: {}) {
      (_, random, _) throws(GraphError) in
      var mine = swaps
      var left = tries
      while left > 0 {
        let batch = min(left, 1 << 16)
        try alone.checkCancellation()
        mine.swap(tries: batch, random: &random)
        left -= batch
      }
      return try body(mine.graph(), alone)
    }
  }
}

/// A number below a limit, from a random one.
@inline(__always) private func draw(below limit: UInt64, _ random: UInt64) -> UInt64 {
  // The upper half of the product of a random number and a limit is below the limit.
  random.multipliedFullWidth(by: limit).high
}

/// One number for an edge, whichever end comes first.
@inline(__always) private func edgeKey(_ one: UInt32, _ other: UInt32) -> UInt64 {
  UInt64(min(one, other)) << 32 | UInt64(max(one, other))
}

/// A set of edges: open addressing with linear probing, at most half full.
private struct EdgeSet {
  /// No edge: its ends would be equal.
  private static let free = UInt64.max
  private var slots: ContiguousArray<UInt64>
  private let mask: Int

  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity + 2 { size *= 2 }
    slots = ContiguousArray(repeating: Self.free, count: size)
    mask = size - 1
  }

  @inline(__always) private func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
  }

  func contains(_ key: UInt64) -> Bool {
    var slot = home(key)
    while slots[slot] != Self.free {
      if slots[slot] == key { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  mutating func insert(_ key: UInt64) {
    var slot = home(key)
    while slots[slot] != Self.free { slot = (slot + 1) & mask }
    slots[slot] = key
  }

  /// Takes out a key that is there, and moves back those that it kept from their places.
  mutating func remove(_ key: UInt64) {
    var hole = home(key)
    while slots[hole] != key { hole = (hole + 1) & mask }
    var slot = hole
    while true {
      slot = (slot + 1) & mask
      let other = slots[slot]
      if other == Self.free { break }
      // A key may move back to the hole unless its home lies behind the hole.
      if (slot - home(other)) & mask >= (slot - hole) & mask {
        slots[hole] = other
        hole = slot
      }
    }
    slots[hole] = Self.free
  }
}
