public import GraphCore

/// How much and how exclusively vertices broker, made by
/// ``GraphCore/Graph/brokeragePositions(groups:execution:)``.
public struct BrokeragePositions: Hashable, Sendable {
  /// What a vertex is by how much and how exclusively it brokers, beside the means over all vertices.
  public enum Position: String, Hashable, Sendable, CaseIterable {
    /// Much, and much of it exclusively.
    case powerhouse
    /// Much, little of it exclusively.
    case connector
    /// Little, but much exclusively.
    case linchpin
    /// Little of either.
    case sideliner
  }

  /// For each vertex the open two-paths that it is in the middle of.
  public let activity: [Int]
  /// For each vertex those of them whose ends no other vertex joins.
  public let exclusivity: [Int]

  /// The position of every vertex: above the mean is much, the mean and below is little.
  ///
  /// A vertex exactly at the mean does not stand out, so where all are alike all are sideliners. The
  /// comparison is one of whole numbers.
  public var positions: [Position] {
    let isActive = areAboveMean(activity)
    let isExclusive = areAboveMean(exclusivity)
    return zip(isActive, isExclusive).map { isActive, isExclusive in
      switch (isActive, isExclusive) {
      case (true, true): .powerhouse
      case (true, false): .connector
      case (false, true): .linchpin
      case (false, false): .sideliner
      }
    }
  }
}

private func areAboveMean(_ values: [Int]) -> [Bool] {
  let sum = UInt(values.reduce(0, +))
  return values.map { value in
    let product = value.multipliedFullWidth(by: values.count)
    return product.high > 0 || product.low > sum
  }
}

extension Graph {
  /// Returns Hamilton, Hileman and Bodin's brokerage activity and exclusivity of every vertex, and the
  /// positions that follow from them.
  ///
  /// An open two-path joins by way of *v* two others *i* ≠ *k* that are not joined directly:
  ///
  ///     activity(v)    = |{ (i,k) : i → v → k, no arc i → k }|
  ///     exclusivity(v) = |{ (i,k) : i → v → k, no arc i → k, no i → u → k with u ≠ v }|
  ///
  /// Who is above the means of both is a powerhouse, of activity alone a connector, of exclusivity alone a
  /// linchpin, and others are sideliners: ``BrokeragePositions/positions``. Undirected graphs count unordered
  /// pairs, directed ones ordered pairs. Weights are ignored. With groups, only pairs count whose ends are in
  /// different ones; the broker's own group does not matter.
  ///
  /// - Parameters:
  ///   - groups: The group of each vertex, any number, one per vertex; pairs with an end of unknown group are
  ///     left out. nil for all pairs.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Counts in vertex order, in pairs; 0 for isolates, which count for the means.
  /// - Precondition: As many groups as vertices, where there are any.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*n* + *p*) time, where *p* = Σ k_in·k_out is the number of two-paths; 9 bytes a vertex
  ///   of memory a thread, and 16 for each part of the work kept until it is merged.
  ///
  /// Exact; the same for any number of threads. The R package netrics counts ordered pairs in undirected
  /// graphs, twice as many, and gives no position to vertices that are exactly at a mean.
  ///
  /// Reference: M. Hamilton, J. Hileman, Ö. Bodin, "Evaluating heterogeneous brokerage: new conceptual and
  /// methodological approaches and their application to multi-level environmental governance networks",
  /// Social Networks 61 (2020) 1–10, doi:10.1016/j.socnet.2019.08.002.
  public func brokeragePositions(
    groups: [Int?]? = nil, execution: Execution = .serial
  ) throws(GraphError) -> BrokeragePositions {
    precondition(groups.map { $0.count == vertexCount } ?? true, "as many groups as vertices are needed")
    let labels = groups.map { GroupTally($0).groups }
    var activity = ContiguousArray(repeating: 0, count: vertexCount)
    var exclusivity = activity
    try execution.reduce(Partitions(balancing: twoPathOffsets(), parts: 64)) { sources in
      var count = TwoPathCount(self, labels)
      for source in sources { count.add(source: source) }
      return (count.activity, count.exclusivity)
    } merge: { part in
      for vertex in 0..<activity.count {
        activity[vertex] += part.0[vertex]
        exclusivity[vertex] += part.1[vertex]
      }
    }
    let orders = direction == .undirected ? 2 : 1
    return BrokeragePositions(
      activity: activity.map { $0 / orders }, exclusivity: exclusivity.map { $0 / orders })
  }

  /// The number of two-paths that begin before each vertex.
  private func twoPathOffsets() -> ContiguousArray<Int> {
    var sums = ContiguousArray(repeating: 0, count: vertexCount + 1)
    for vertex in 0..<vertexCount {
      sums[vertex + 1] = neighbors(of: vertex).reduce(sums[vertex]) { $0 + degree(of: Int($1)) }
    }
    return sums
  }
}

/// Counts the open two-paths from one vertex after the other.
private struct TwoPathCount: ~Copyable {
  private(set) var activity: ContiguousArray<Int>
  private(set) var exclusivity: ContiguousArray<Int>
  private let graph: Graph
  private let groups: ContiguousArray<Int>?
  /// How ends are met from the source: ``unseen``, by one broker, or ``excluded`` for others.
  private var states: ContiguousArray<UInt32>
  /// Ends met.
  private var ends: ContiguousArray<UInt32> = []

  static let unseen = UInt32.max
  /// Met by way of several.
  static let several = UInt32.max - 1
  /// The source itself, what it has an arc to, and what is of no interest.
  static let excluded = UInt32.max - 2

  init(_ graph: Graph, _ groups: ContiguousArray<Int>?) {
    self.graph = graph
    self.groups = groups
    activity = ContiguousArray(repeating: 0, count: graph.vertexCount)
    exclusivity = activity
    states = ContiguousArray(repeating: Self.unseen, count: graph.vertexCount)
  }

  mutating func add(source: Int) {
    if let groups, groups[source] < 0 { return }
    countTwoPaths(graph, groups, from: source, &states, &ends, &activity)
    for end in ends {
      let state = states[Int(end)]
      if state < Self.excluded { exclusivity[Int(state)] += 1 }
      states[Int(end)] = Self.unseen
    }
    ends.removeAll(keepingCapacity: true)
    states[source] = Self.unseen
    for neighbor in graph.neighbors(of: source) { states[Int(neighbor)] = Self.unseen }
  }
}

/// Counts the open two-paths from a vertex at their brokers, and leaves the ends met with their states.
private func countTwoPaths(
  _ graph: Graph, _ groups: ContiguousArray<Int>?, from source: Int,
  _ stateArray: inout ContiguousArray<UInt32>, _ ends: inout ContiguousArray<UInt32>,
  _ activity: inout ContiguousArray<Int>
) {
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  precondition(stateArray.count == offsets.count - 1)
  let own = groups.map { $0[source] }
  var states = stateArray.mutableSpan
  states[source] = TwoPathCount.excluded
  let row = offsets[source]..<offsets[source + 1]
  for slot in row { states[Int(targets[slot])] = TwoPathCount.excluded }
  for slot in row {
    let broker = targets[slot]
    var open = 0
    for next in offsets[Int(broker)]..<offsets[Int(broker) + 1] {
      let end = targets[next]
      // Targets are below the vertex count, the number of states.
      let state = unsafe states[unchecked: Int(end)]
      if state == TwoPathCount.excluded { continue }
      if state == TwoPathCount.unseen {
        ends.append(end)
        if let own, let groups, groups[Int(end)] < 0 || groups[Int(end)] == own {
          states[Int(end)] = TwoPathCount.excluded
          continue
        }
        states[Int(end)] = broker
      } else {
        states[Int(end)] = TwoPathCount.several
      }
      open += 1
    }
    activity[Int(broker)] += open
  }
}
