import GraphCore

/// Brandes' accumulation of dependencies along paths of least length, and its scratch.
///
/// Symbols as in ``StepDependencies``. An arc v → w lies on shortest paths when d(v) + length = d(w) exactly
/// and w was settled after v; the second clause matters only where a length vanishes beside d(v).
struct LengthDependencies: ~Copyable {
  private(set) var totals: ContiguousArray<Double>
  private let graph: Graph
  private let lengths: ContiguousArray<Double>
  private var search: ShortestPathSearch
  private var factors: ContiguousArray<Double>
  private let limit: Double
  private let largestPlainCount: Double

  /// - Parameters:
  ///   - graph: The graph.
  ///   - lengths: One for each arc, greater than 0.
  ///   - limit: Longer paths do not count.
  ///   - largestPlainCount: Beyond this many paths scaled counts take over.
  init(
    _ graph: Graph, lengths: ContiguousArray<Double>, limit: Double = .infinity, largestPlainCount: Double
  ) {
    totals = ContiguousArray(repeating: 0, count: graph.vertexCount)
    factors = totals
    self.graph = graph
    self.lengths = lengths
    self.limit = limit
    self.largestPlainCount = largestPlainCount
    search = ShortestPathSearch(graph, lengths: lengths)
  }

  /// Adds the dependencies of one source.
  mutating func add(source: Int) {
    if graph.degree(of: source) == 0 { return }
    search.run(from: source, limit: limit)
    if search.largestPathCount <= largestPlainCount {
      let (graph, lengths) = (graph, lengths)
      accumulate(
        graph.offsets.span, graph.targets.span, lengths.span, search, &factors, &totals)
    } else {
      accumulateScaled()
    }
  }

  /// The same with counts that cannot overflow.
  private mutating func accumulateScaled() {
    let dependencies = search.shortestPaths().dag.dependencies()
    for place in 1..<search.reachedCount { totals[Int(search.order[place])] += dependencies[place] }
  }
}

/// Walks back from the last vertex settled to the first; leaves all factors 0.
private func accumulate(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, _ lengths: Span<Double>,
  _ search: borrowing ShortestPathSearch, _ factors: inout ContiguousArray<Double>,
  _ totals: inout ContiguousArray<Double>
) {
  let order = search.order.span
  let distances = search.distances.span
  let sigmas = search.pathCounts.span
  var factors = factors.mutableSpan
  var totals = totals.mutableSpan
  precondition(distances.count == offsets.count - 1 && factors.count == distances.count)
  precondition(targets.count == lengths.count)
  // Factors of vertices not yet walked back to are 0, so those settled before v add nothing.
  for place in (1..<search.reachedCount).reversed() {
    let v = Int(order[place])
    let distance = distances[v]
    var sum = 0.0
    for slot in offsets[v]..<offsets[v + 1] {
      let w = Int(targets[slot])
      // Targets are below the vertex count, the length of both arrays.
      if unsafe distance + lengths[slot] == distances[unchecked: w] { unsafe sum += factors[unchecked: w] }
    }
    let dependency = sigmas[v] * sum
    totals[v] += dependency
    factors[v] = (1 + dependency) / sigmas[v]
  }
  for place in 0..<search.reachedCount { factors[Int(order[place])] = 0 }
}
