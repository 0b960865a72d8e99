import GraphCore

/// Dijkstra's search and its scratch, reused from one source to the next.
///
/// The lengths alone choose the queue: buckets where the longest is not too many times the shortest, a radix heap
/// otherwise.
struct ShortestPathSearch: ~Copyable {
  /// Distance from the last source; infinite where it was not reached.
  private(set) var distances: ContiguousArray<Double>
  /// The number of shortest paths from the source, where it was reached.
  private(set) var pathCounts: ContiguousArray<Double>
  /// The largest of these.
  private(set) var largestPathCount = 0.0
  /// The first `reachedCount` are the vertices reached, the source first, every one after all that shortest paths
  /// to it pass through.
  private(set) var order: ContiguousArray<UInt32>
  /// Place of each reached vertex in `order`.
  private(set) var places: ContiguousArray<UInt32>
  /// Number of vertices reached, the source included.
  private(set) var reachedCount = 0
  private let graph: Graph
  private let lengths: ContiguousArray<Double>
  private var buckets: BucketQueue?
  private var heap = RadixHeap()

  /// - Parameters:
  ///   - graph: The graph.
  ///   - lengths: One for each arc, greater than 0.
  init(_ graph: Graph, lengths: ContiguousArray<Double>) {
    let n = graph.vertexCount
    self.graph = graph
    self.lengths = lengths
    distances = ContiguousArray(repeating: .infinity, count: n)
    pathCounts = ContiguousArray(repeating: 0, count: n)
    order = ContiguousArray(repeating: 0, count: n)
    places = order
    buckets = BucketQueue(
      vertexCount: n, arcCount: graph.arcCount, shortest: lengths.min() ?? 1, longest: lengths.max() ?? 1)
  }

  /// Searches from `source` along arcs, no farther than a limit.
  mutating func run(from source: Int, limit: Double = .infinity) {
    run(fromAll: CollectionOfOne(UInt32(truncatingIfNeeded: source)), limit: limit)
  }

  /// Searches from some vertices together, each at distance 0.
  mutating func run(fromAll sources: some Collection<UInt32>, limit: Double = .infinity) {
    for place in 0..<reachedCount { distances[Int(order[place])] = .infinity }
    for source in sources {
      distances[Int(source)] = 0
      pathCounts[Int(source)] = 1
    }
    let (graph, lengths) = (graph, lengths)
    if var queue = buckets.take() {
      for source in sources { queue.insert(source, distance: 0) }
      (reachedCount, largestPathCount) = settle(
        graph.offsets.span, graph.targets.span, lengths.span, limit: limit, &distances, &pathCounts, &order,
        &places, &queue)
      buckets = consume queue
    } else {
      for source in sources { heap.insert(source, distance: 0) }
      (reachedCount, largestPathCount) = settle(
        graph.offsets.span, graph.targets.span, lengths.span, limit: limit, &distances, &pathCounts, &order,
        &places, &heap)
    }
  }
}

extension ShortestPathSearch {
  /// The shortest paths of the last search, places as in `order`, and the slot of each of their arcs.
  func shortestPaths() -> (dag: ShortestPathDAG, slots: ContiguousArray<Int>) {
    var dag = ShortestPathDAG()
    var slots: ContiguousArray<Int> = []
    for place in 0..<reachedCount {
      let v = Int(order[place])
      for slot in graph.offsets[v]..<graph.offsets[v + 1] {
        let w = Int(graph.targets[slot])
        // An arc to a vertex settled before counts in one direction only: where its length vanishes.
        if distances[v] + lengths[slot] == distances[w], Int(places[w]) > place {
          dag.successors.append(places[w])
          slots.append(slot)
        }
      }
      dag.endPlace()
    }
    return (dag, slots)
  }
}

/// Settles the vertices in the queue and those reached from them, and counts the shortest paths to them; returns how
/// many were reached, and the largest count.
private func settle<Queue: VertexQueue & ~Copyable>(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, _ lengths: Span<Double>, limit: Double,
  _ distances: inout ContiguousArray<Double>, _ pathCounts: inout ContiguousArray<Double>,
  _ order: inout ContiguousArray<UInt32>, _ places: inout ContiguousArray<UInt32>, _ queue: inout Queue
) -> (reached: Int, largest: Double) {
  precondition(distances.count == offsets.count - 1 && pathCounts.count == distances.count)
  precondition(targets.count == lengths.count)
  var distances = distances.mutableSpan
  var pathCounts = pathCounts.mutableSpan
  var order = order.mutableSpan
  var places = places.mutableSpan
  var largest = 0.0
  var settled = 0
  while let vertex = queue.next(distances.span) {
    let v = Int(vertex)
    let distance = distances[v]
    let paths = pathCounts[v]
    largest = max(largest, paths)
    order[settled] = vertex
    places[v] = UInt32(truncatingIfNeeded: settled)
    settled += 1
    for slot in offsets[v]..<offsets[v + 1] {
      let target = targets[slot]
      let w = Int(target)
      let candidate = distance + lengths[slot]
      // Targets are below the vertex count, the length of both arrays.
      let known = unsafe distances[unchecked: w]
      if candidate > known { continue }
      if candidate < known {
        if candidate > limit { continue }
        // A settled vertex is never farther than `distance`, so this one is not settled.
        unsafe distances[unchecked: w] = candidate
        unsafe pathCounts[unchecked: w] = paths
        if known == .infinity {
          queue.insert(target, distance: candidate)
        } else {
          queue.decrease(target, from: known, to: candidate)
        }
      } else if candidate > distance || !isSettled(target, places.span, order.span, settled) {
        unsafe pathCounts[unchecked: w] += paths
      }
    }
  }
  return (settled, largest)
}

/// Asked only where a length vanishes beside the distance of its end.
private func isSettled(
  _ vertex: UInt32, _ places: Span<UInt32>, _ order: Span<UInt32>, _ settled: Int
) -> Bool {
  let place = Int(places[Int(vertex)])
  return place < settled && order[place] == vertex
}
