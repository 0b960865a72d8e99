import GraphCore

/// Scores sets by the pairs that stay joined without them, as a negative number.
///
/// One depth-first search says for every vertex which parts its component falls into without it: those below
/// children that are tied to nothing above the vertex, and the rest.
///
/// Reference: J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation",
/// Communications of the ACM 16 (1973) 372–378, doi:10.1145/362248.362272.
struct SplitScorer: SetScorer {
  private let graph: Graph
  /// Place of each vertex in the order of the search; 0 where it was not reached yet, `UInt32.max` where removed.
  private var places: ContiguousArray<UInt32>
  /// The smallest place that a vertex or those below it are tied to.
  private var lows: ContiguousArray<UInt32>
  /// Vertices below, the vertex itself among them.
  private var sizes: ContiguousArray<UInt32>
  private var next: ContiguousArray<Int>
  private var parents: ContiguousArray<UInt32>
  private var order: ContiguousArray<UInt32>
  /// Vertices that fall off without a vertex, and pairs among them that stay joined.
  private var splitCounts: ContiguousArray<Int>
  private var splitPairs: ContiguousArray<Int>

  /// - Parameter graph: An undirected graph.
  init(_ graph: Graph) {
    self.graph = graph
    let n = graph.vertexCount
    places = ContiguousArray(repeating: 0, count: n)
    (lows, sizes, parents, order) = (places, places, places, places)
    next = ContiguousArray(repeating: 0, count: n)
    (splitCounts, splitPairs) = (next, next)
  }

  mutating func score(
    _ set: ContiguousArray<UInt32>, with candidates: Range<Int>, _ scores: inout ContiguousArray<Double>
  ) {
    for vertex in places.indices { places[vertex] = 0 }
    for member in set { places[Int(member)] = .max }
    var total = 0
    for root in places.indices where places[root] == 0 {
      let size = search(from: UInt32(truncatingIfNeeded: root))
      let pairs = pairCount(of: size)
      total += pairs
      for place in 0..<size {
        let vertex = Int(order[place])
        let rest = size - 1 - splitCounts[vertex]
        // Joined in its component without it, less what was joined with it.
        splitPairs[vertex] += pairCount(of: rest) - pairs
      }
    }
    for candidate in candidates { scores[candidate] = -Double(total + splitPairs[candidate]) }
  }

  /// Searches a component, puts its vertices into `order` and returns their number.
  private mutating func search(from root: UInt32) -> Int {
    let graph = graph
    return splitComponent(
      of: root, graph.offsets.span, graph.targets.span, &places, &lows, &sizes, &next, &parents, &order,
      &splitCounts, &splitPairs)
  }
}

/// The search of ``SplitScorer``.
private func splitComponent(
  of root: UInt32, _ offsets: Span<Int>, _ targets: Span<UInt32>, _ placeArray: inout ContiguousArray<UInt32>,
  _ lowArray: inout ContiguousArray<UInt32>, _ sizeArray: inout ContiguousArray<UInt32>,
  _ nextArray: inout ContiguousArray<Int>, _ parentArray: inout ContiguousArray<UInt32>,
  _ orderArray: inout ContiguousArray<UInt32>, _ splitCountArray: inout ContiguousArray<Int>,
  _ splitPairArray: inout ContiguousArray<Int>
) -> Int {
  var places = placeArray.mutableSpan
  var lows = lowArray.mutableSpan
  var sizes = sizeArray.mutableSpan
  var next = nextArray.mutableSpan
  var parents = parentArray.mutableSpan
  var order = orderArray.mutableSpan
  var splitCounts = splitCountArray.mutableSpan
  var splitPairs = splitPairArray.mutableSpan
  var reached = 0
  var entering = root
  var vertex = Int(root)
  parents[vertex] = .max
  while true {
    if places[Int(entering)] == 0 {
      vertex = Int(entering)
      order[reached] = entering
      reached += 1
      places[vertex] = UInt32(truncatingIfNeeded: reached)
      lows[vertex] = places[vertex]
      sizes[vertex] = 1
      splitCounts[vertex] = 0
      splitPairs[vertex] = 0
      next[vertex] = offsets[vertex]
    }
    var goesDown = false
    var slot = next[vertex]
    let end = offsets[vertex + 1]
    while slot < end {
      let target = targets[slot]
      slot += 1
      let place = places[Int(target)]
      if place == 0 {
        parents[Int(target)] = UInt32(truncatingIfNeeded: vertex)
        entering = target
        goesDown = true
        break
      }
      // Removed vertices have the largest place; the parent's is the smallest that says nothing.
      if place < lows[vertex], target != parents[vertex] { lows[vertex] = place }
    }
    next[vertex] = slot
    if goesDown { continue }
    let parent = parents[vertex]
    if parent == .max { return reached }
    let above = Int(parent)
    if lows[vertex] >= places[above] {
      splitCounts[above] += Int(sizes[vertex])
      splitPairs[above] += pairCount(of: Int(sizes[vertex]))
    } else if lows[vertex] < lows[above] {
      lows[above] = lows[vertex]
    }
    sizes[above] += sizes[vertex]
    vertex = above
  }
}

/// Scores sets by what they reach.
struct ReachScorer: SetScorer {
  private let graph: Graph
  private let limit: UInt32
  private let isByDistance: Bool
  private var search: SetDistances

  init(_ graph: Graph, limit: UInt32, isByDistance: Bool) {
    self.graph = graph
    self.limit = limit
    self.isByDistance = isByDistance
    search = SetDistances(vertexCount: graph.vertexCount)
  }

  mutating func score(
    _ set: ContiguousArray<UInt32>, with candidates: Range<Int>, _ scores: inout ContiguousArray<Double>
  ) {
    search.run(graph, from: set, limit: limit)
    let known = isByDistance ? search.closenessSum : Double(search.reachedCount)
    for candidate in candidates {
      var gain = 0.0
      let source = UInt32(truncatingIfNeeded: candidate)
      if isByDistance {
        search.nearer(graph, with: source, limit: limit) { before, after in
          gain += closeness(atDistance: after) - closeness(atDistance: before)
        }
      } else {
        search.nearer(graph, with: source, limit: limit) { before, _ in
          if before == .max { gain += 1 }
        }
      }
      scores[candidate] = known + gain
    }
  }
}
