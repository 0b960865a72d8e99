import GraphCore

extension Graph {
  /// Flow betweenness along arcs: for each ordered pair the largest flow, and the largest without each vertex that it
  /// passes.
  ///
  /// A vertex that some largest flow avoids is no loss to the pair, so that only those on the flow found are tried.
  ///
  /// - Precondition: The graph is directed and has no arcs of weight 0.
  func directedFlowBetweenness(execution: Execution) throws(GraphError) -> FlowBetweenness {
    let network = ArcNetwork(self)
    let n = vertexCount
    let parts = try execution.map(Partitions(of: n, parts: min(max(n, 1), 256))) { sources -> FlowSums? in
      var flow = ArcFlow(network)
      var sums = FlowSums(vertexCount: n)
      for source in sources {
        for target in 0..<n where target != source {
          if execution.isCancelled?() == true { return nil }
          sums.add(from: source, to: target, &flow)
        }
      }
      return sums
    }
    var all = FlowSums(vertexCount: n)
    for part in parts {
      guard let part else { throw GraphError(.cancelled, "the computation was cancelled") }
      all.merge(part)
    }
    return FlowBetweenness(values: all.lost, totals: all.atEnds.map { max(0, all.total - $0) })
  }
}

/// Flows of some pairs, added up.
private struct FlowSums: Sendable {
  /// What pairs lose without each vertex.
  private(set) var lost: [Double]
  /// The flows of pairs that each vertex is an end of.
  private(set) var atEnds: [Double]
  /// The flows of all pairs.
  private(set) var total = 0.0

  init(vertexCount: Int) {
    lost = [Double](repeating: 0, count: vertexCount)
    atEnds = lost
  }

  mutating func add(from source: Int, to target: Int, _ flow: inout ArcFlow) {
    let whole = flow.run(from: source, to: target, without: nil)
    if whole == 0 { return }
    total += whole
    atEnds[source] += whole
    atEnds[target] += whole
    for vertex in flow.passed(from: source, to: target) {
      lost[vertex] += max(0, whole - flow.run(from: source, to: target, without: vertex))
    }
  }

  mutating func merge(_ other: FlowSums) {
    total += other.total
    for vertex in lost.indices {
      lost[vertex] += other.lost[vertex]
      atEnds[vertex] += other.atEnds[vertex]
    }
  }
}

/// A directed graph with the arc back of every arc, of capacity 0 where it is none itself.
private struct ArcNetwork: Sendable {
  let offsets: ContiguousArray<Int>
  let targets: ContiguousArray<UInt32>
  let capacities: ContiguousArray<Double>
  /// The slot of the arc back.
  let reverse: ContiguousArray<UInt32>

  init(_ graph: Graph) {
    let both = graph.symmetrized()
    var capacities = ContiguousArray(repeating: 0.0, count: both.arcCount)
    var reverse = ContiguousArray<UInt32>(repeating: 0, count: both.arcCount)
    for vertex in 0..<graph.vertexCount {
      var slot = both.offsets[vertex]
      for arc in graph.offsets[vertex]..<graph.offsets[vertex + 1] {
        while both.targets[slot] != graph.targets[arc] { slot += 1 }
        capacities[slot] = graph.weight(atSlot: arc)
      }
    }
    // Rows ascend, so that the arcs that arrive at a vertex come in the order of its own row.
    var next = both.offsets
    for vertex in 0..<graph.vertexCount {
      for slot in both.offsets[vertex]..<both.offsets[vertex + 1] {
        let other = Int(both.targets[slot])
        reverse[next[other]] = UInt32(truncatingIfNeeded: slot)
        next[other] += 1
      }
    }
    offsets = both.offsets
    targets = both.targets
    self.capacities = capacities
    self.reverse = reverse
  }
}

/// A largest flow, by augmenting along shortest paths (Edmonds and Karp), and its scratch.
private struct ArcFlow {
  private let network: ArcNetwork
  /// What each arc could still carry.
  private var rest: ContiguousArray<Double>
  /// The slot by which each vertex was reached, -1 where it was not, -2 at the source.
  private var arrivals: ContiguousArray<Int>
  private var queue: ContiguousArray<Int> = []

  init(_ network: ArcNetwork) {
    self.network = network
    rest = network.capacities
    arrivals = ContiguousArray(repeating: -1, count: network.offsets.count - 1)
  }

  /// The value of a largest flow.
  mutating func run(from source: Int, to target: Int, without missing: Int?) -> Double {
    rest = network.capacities
    var value = 0.0
    while reach(from: source, to: target, without: missing) {
      var width = Double.infinity
      var vertex = target
      while vertex != source {
        let slot = arrivals[vertex]
        width = min(width, rest[slot])
        vertex = Int(network.targets[Int(network.reverse[slot])])
      }
      vertex = target
      while vertex != source {
        let slot = arrivals[vertex]
        rest[slot] -= width
        rest[Int(network.reverse[slot])] += width
        vertex = Int(network.targets[Int(network.reverse[slot])])
      }
      value += width
    }
    return value
  }

  /// The vertices between the ends that the last flow passes, ascending.
  func passed(from source: Int, to target: Int) -> [Int] {
    (0..<arrivals.count).filter { vertex in
      vertex != source && vertex != target
        && (network.offsets[vertex]..<network.offsets[vertex + 1]).contains {
          rest[$0] < network.capacities[$0]
        }
    }
  }

  private mutating func reach(from source: Int, to target: Int, without missing: Int?) -> Bool {
    for vertex in arrivals.indices { arrivals[vertex] = -1 }
    arrivals[source] = -2
    queue.removeAll(keepingCapacity: true)
    queue.append(source)
    var head = 0
    while head < queue.count {
      let vertex = queue[head]
      head += 1
      for slot in network.offsets[vertex]..<network.offsets[vertex + 1] {
        let other = Int(network.targets[slot])
        if rest[slot] <= 0 || arrivals[other] != -1 || other == missing { continue }
        arrivals[other] = slot
        if other == target { return true }
        queue.append(other)
      }
    }
    return false
  }
}
