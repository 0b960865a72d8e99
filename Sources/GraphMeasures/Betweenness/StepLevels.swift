import GraphCore

/// The vertices around a source by their distance in steps, and the numbers of shortest paths to them.
struct StepLevels: ~Copyable {
  /// Level of each vertex; -1 where it was not reached.
  private(set) var numbers: ContiguousArray<Int32>
  /// The first `reachedCount` are the vertices reached, by level.
  private(set) var order: ContiguousArray<UInt32>
  private(set) var reachedCount = 0
  /// Arcs that leave the vertices of each level.
  private(set) var outwardArcs: ContiguousArray<Int> = []
  /// Arcs that enter the vertices of each level.
  private(set) var inwardArcs: ContiguousArray<Int> = []
  private var starts: ContiguousArray<Int> = []

  init(vertexCount n: Int) {
    numbers = ContiguousArray(repeating: -1, count: n)
    order = ContiguousArray(repeating: 0, count: n)
  }

  /// Number of levels.
  var count: Int { starts.count - 1 }

  /// The places of a level in `order`.
  subscript(level: Int) -> Range<Int> { starts[level]..<starts[level + 1] }

  /// Forgets the last source.
  mutating func clear() {
    for place in 0..<reachedCount { numbers[Int(order[place])] = -1 }
    reachedCount = 0
    outwardArcs.removeAll(keepingCapacity: true)
    inwardArcs.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
  }

  /// Searches breadth first and counts paths into `sigmas`.
  ///
  /// A level is entered by pushing along the arcs that leave the last one, or, once these are many, by pulling
  /// along the arcs that enter vertices not yet reached: Beamer's direction-optimizing search.
  ///
  /// - Parameters:
  ///   - source: Where paths start.
  ///   - paths: The graph.
  ///   - sigmas: Receives the number of shortest paths to each vertex reached, times its multiplicity.
  ///   - factors: Scratch; 0 before and after.
  ///   - limit: The search goes no farther than this many steps.
  mutating func countPaths(
    from source: Int, _ paths: PathGraph, _ sigmas: inout ContiguousArray<Double>,
    _ factors: inout ContiguousArray<Double>, limit: Int32 = .max
  ) {
    let graph = paths.outward
    let inward = paths.inward
    let n = graph.vertexCount
    numbers[source] = 0
    sigmas[source] = 1
    order[0] = UInt32(truncatingIfNeeded: source)
    reachedCount = 1
    starts.append(0)
    var unreachedArcs = graph.arcCount
    var first = 0
    var next: Int32 = 0
    while first < reachedCount {
      let frontier = first..<reachedCount
      countArcs(of: frontier, graph, inward)
      unreachedArcs -= inwardArcs[Int(next)]
      starts.append(reachedCount)
      if next >= limit { break }
      next += 1
      // A pushed arc costs about three pulled ones, since its branches are hard to predict.
      if 3 * outwardArcs[Int(next) - 1] < unreachedArcs + n {
        reachedCount = push(
          graph.offsets.span, graph.targets.span, frontier, level: next, &numbers, &order, &sigmas)
      } else {
        for place in frontier { factors[Int(order[place])] = sigmas[Int(order[place])] }
        reachedCount = pull(
          inward.offsets.span, inward.targets.span, level: next, from: reachedCount, factors, &numbers,
          &order,
          &sigmas)
        for place in frontier { factors[Int(order[place])] = 0 }
      }
      first = frontier.upperBound
      for place in first..<reachedCount {
        sigmas[Int(order[place])] *= paths.multiplicities[Int(order[place])]
      }
    }
  }

  private mutating func countArcs(of places: Range<Int>, _ graph: Graph, _ inward: Graph) {
    var outgoing = 0
    for place in places { outgoing += graph.degree(of: Int(order[place])) }
    var incoming = outgoing
    if graph.direction == .directed {
      incoming = 0
      for place in places { incoming += inward.degree(of: Int(order[place])) }
    }
    outwardArcs.append(outgoing)
    inwardArcs.append(incoming)
  }
}

extension StepLevels {
  /// The shortest paths of the last search, places as in `order`, and the slot of each of their arcs.
  func shortestPaths(_ paths: PathGraph) -> (dag: ShortestPathDAG, slots: ContiguousArray<Int>) {
    let graph = paths.outward
    var places = ContiguousArray<UInt32>(repeating: 0, count: graph.vertexCount)
    for place in 0..<reachedCount { places[Int(order[place])] = UInt32(truncatingIfNeeded: place) }
    var dag = ShortestPathDAG()
    var slots: ContiguousArray<Int> = []
    for place in 0..<reachedCount {
      let v = Int(order[place])
      for slot in graph.offsets[v]..<graph.offsets[v + 1] {
        let w = Int(graph.targets[slot])
        if numbers[w] == numbers[v] + 1 {
          dag.successors.append(places[w])
          slots.append(slot)
        }
      }
      dag.endPlace(multiplicity: paths.multiplicities[v], weight: paths.weights[v])
    }
    return (dag, slots)
  }
}

/// Enters a level along the arcs that leave the frontier; returns the number of vertices reached by now.
private func push(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, _ frontier: Range<Int>, level: Int32,
  _ numbers: inout ContiguousArray<Int32>, _ order: inout ContiguousArray<UInt32>,
  _ sigmas: inout ContiguousArray<Double>
) -> Int {
  let n = offsets.count - 1
  precondition(numbers.count == n && sigmas.count == n && order.count == n)
  var numbers = numbers.mutableSpan
  var order = order.mutableSpan
  var sigmas = sigmas.mutableSpan
  var tail = frontier.upperBound
  for place in frontier {
    let v = Int(order[place])
    let paths = sigmas[v]
    for slot in offsets[v]..<offsets[v + 1] {
      let target = targets[slot]
      let w = Int(target)
      // Targets are below the vertex count, the length of each array; a vertex enters the order once.
      let number = unsafe numbers[unchecked: w]
      if number == level {
        unsafe sigmas[unchecked: w] += paths
      } else if number < 0 {
        unsafe numbers[unchecked: w] = level
        unsafe sigmas[unchecked: w] = paths
        unsafe order[unchecked: tail] = target
        tail += 1
      }
    }
  }
  return tail
}

/// Enters a level from vertices not yet reached; returns the number of vertices reached by now.
///
/// Factors are the numbers of paths to the frontier and 0 elsewhere, so a positive sum means an arc from it.
private func pull(
  _ offsets: Span<Int>, _ sources: Span<UInt32>, level: Int32, from reached: Int,
  _ factors: ContiguousArray<Double>, _ numbers: inout ContiguousArray<Int32>,
  _ order: inout ContiguousArray<UInt32>, _ sigmas: inout ContiguousArray<Double>
) -> Int {
  let factors = factors.span
  var numbers = numbers.mutableSpan
  var order = order.mutableSpan
  var sigmas = sigmas.mutableSpan
  var tail = reached
  for w in 0..<numbers.count where numbers[w] < 0 {
    let paths = sumOfValues(factors, at: sources, offsets[w]..<offsets[w + 1])
    if paths > 0 {
      numbers[w] = level
      sigmas[w] = paths
      order[tail] = UInt32(truncatingIfNeeded: w)
      tail += 1
    }
  }
  return tail
}
