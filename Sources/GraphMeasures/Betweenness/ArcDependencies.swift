import GraphCore

/// Brandes' accumulation of dependencies on arcs where every arc is one step, and its scratch.
///
/// The dependency on an arc v → w of shortest paths is σ(v) · (1 + δ(w)) / σ(w): symbols as in
/// ``StepDependencies``.
struct StepArcDependencies: ~Copyable {
  /// One sum per arc.
  private(set) var totals: ContiguousArray<Double>
  private let paths: PathGraph
  private let limit: Int32
  private let largestPlainCount: Double
  private var levels: StepLevels
  private var sigmas: ContiguousArray<Double>
  /// (1 + δ)/σ of the level just left; 0 for all vertices between sources.
  private var factors: ContiguousArray<Double>

  /// - Parameters:
  ///   - paths: The graph, whose vertices stand for themselves.
  ///   - limit: Paths of more steps do not count.
  ///   - largestPlainCount: Beyond this many paths scaled counts take over.
  init(_ paths: PathGraph, limit: Int32, largestPlainCount: Double) {
    self.paths = paths
    self.limit = limit
    self.largestPlainCount = largestPlainCount
    totals = ContiguousArray(repeating: 0, count: paths.outward.arcCount)
    levels = StepLevels(vertexCount: paths.vertexCount)
    sigmas = ContiguousArray(repeating: 0, count: paths.vertexCount)
    factors = sigmas
  }

  /// Adds the dependencies of one source.
  mutating func add(source: Int) {
    if paths.outward.degree(of: source) == 0 { return }
    levels.countPaths(from: source, paths, &sigmas, &factors, limit: limit)
    var largest = 0.0
    for place in 0..<levels.reachedCount { largest = max(largest, sigmas[Int(levels.order[place])]) }
    if largest <= largestPlainCount {
      accumulate()
    } else {
      let (dag, slots) = levels.shortestPaths(paths)
      _ = dag.dependencies { totals[slots[$0]] += $1 }
    }
    levels.clear()
  }

  /// Walks back from the farthest level to the source.
  private mutating func accumulate() {
    var beyond = 0..<0
    for level in (0..<levels.count).reversed() {
      let places = levels[level]
      if beyond.isEmpty {
        // Nothing leads on from the farthest level.
        for place in places { sigmas[Int(levels.order[place])] = 1 / sigmas[Int(levels.order[place])] }
      } else {
        gather(paths.outward, levels.order, places, factors, &sigmas, &totals)
      }
      for place in beyond { factors[Int(levels.order[place])] = 0 }
      for place in places { factors[Int(levels.order[place])] = sigmas[Int(levels.order[place])] }
      beyond = places
    }
    for place in beyond { factors[Int(levels.order[place])] = 0 }
  }
}

/// Adds what each arc out of a level carries, and leaves (1 + δ)/σ in the place of σ, needed no more.
private func gather(
  _ graph: Graph, _ order: ContiguousArray<UInt32>, _ places: Range<Int>,
  _ factors: ContiguousArray<Double>, _ sigmas: inout ContiguousArray<Double>,
  _ totals: inout ContiguousArray<Double>
) {
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  let order = order.span
  let factors = factors.span
  var sigmas = sigmas.mutableSpan
  var totals = totals.mutableSpan
  precondition(factors.count == offsets.count - 1 && totals.count == targets.count)
  for place in places {
    let v = Int(order[place])
    let paths = sigmas[v]
    var sum = 0.0
    for slot in offsets[v]..<offsets[v + 1] {
      // Targets are below the vertex count, the number of factors; a graph's slots are as many as its arcs.
      let factor = unsafe factors[unchecked: Int(targets[unchecked: slot])]
      unsafe totals[unchecked: slot] += paths * factor
      sum += factor
    }
    sigmas[v] = (1 + paths * sum) / paths
  }
}

/// The same along paths of least length.
///
/// Symbols as in ``LengthDependencies``.
struct LengthArcDependencies: ~Copyable {
  /// One sum per arc.
  private(set) var totals: ContiguousArray<Double>
  private let graph: Graph
  private let lengths: ContiguousArray<Double>
  private let limit: Double
  private let largestPlainCount: Double
  private var search: ShortestPathSearch
  private var factors: ContiguousArray<Double>

  /// - Parameters:
  ///   - graph: The graph.
  ///   - lengths: One for each arc, greater than 0.
  ///   - limit: Longer paths do not count.
  ///   - largestPlainCount: Beyond this many paths scaled counts take over.
  init(_ graph: Graph, lengths: ContiguousArray<Double>, limit: Double, largestPlainCount: Double) {
    self.graph = graph
    self.lengths = lengths
    self.limit = limit
    self.largestPlainCount = largestPlainCount
    totals = ContiguousArray(repeating: 0, count: graph.arcCount)
    factors = ContiguousArray(repeating: 0, count: graph.vertexCount)
    search = ShortestPathSearch(graph, lengths: lengths)
  }

  /// Adds the dependencies of one source.
  mutating func add(source: Int) {
    if graph.degree(of: source) == 0 { return }
    search.run(from: source, limit: limit)
    if search.largestPathCount <= largestPlainCount {
      let (graph, lengths) = (graph, lengths)
      accumulate(graph.offsets.span, graph.targets.span, lengths.span, search, &factors, &totals)
    } else {
      let (dag, slots) = search.shortestPaths()
      _ = dag.dependencies { totals[slots[$0]] += $1 }
    }
  }
}

/// Walks back from the last vertex settled to the source; leaves all factors 0.
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
  precondition(targets.count == lengths.count && totals.count == lengths.count)
  // Factors of vertices not yet walked back to are 0, so those settled before v add nothing.
  for place in (0..<search.reachedCount).reversed() {
    let v = Int(order[place])
    let distance = distances[v]
    let paths = sigmas[v]
    var sum = 0.0
    for slot in offsets[v]..<offsets[v + 1] {
      let w = Int(targets[slot])
      // Targets are below the vertex count, the length of both arrays.
      if unsafe distance + lengths[slot] == distances[unchecked: w] {
        let factor = unsafe factors[unchecked: w]
        totals[slot] += paths * factor
        sum += factor
      }
    }
    factors[v] = (1 + paths * sum) / paths
  }
  for place in 0..<search.reachedCount { factors[Int(order[place])] = 0 }
}
