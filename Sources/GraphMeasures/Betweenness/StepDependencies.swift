import GraphCore

/// Brandes' accumulation of dependencies where every arc is one step, and its scratch.
///
/// After Brandes: σ are numbers of shortest paths from the source, δ the dependencies of the source, both summed over
/// the vertices that one stands for. Both the way out and the way back go level by level and cross from one level to
/// the next either by walking the arcs of the level left or those of the vertices entered, whichever are fewer. So
/// the level that holds most of the arcs is hardly walked at all. The choice depends on the graph alone.
struct StepDependencies: ~Copyable {
  /// Dependencies times the weights of their sources.
  private(set) var totals: ContiguousArray<Double>
  private let paths: PathGraph
  private let limit: Int32
  private let largestPlainCount: Double
  private var levels: StepLevels
  private var sigmas: ContiguousArray<Double>
  /// Values of one level while it is crossed from; 0 for all vertices in between.
  private var factors: ContiguousArray<Double>
  /// Sums at the vertices of one level while it is crossed to; anything elsewhere.
  private var sums: ContiguousArray<Double>

  /// - Parameters:
  ///   - paths: The graph.
  ///   - limit: Paths of more steps do not count.
  ///   - largestPlainCount: Beyond this many paths scaled counts take over.
  init(_ paths: PathGraph, limit: Int32 = .max, largestPlainCount: Double) {
    let n = paths.vertexCount
    self.paths = paths
    self.limit = limit
    self.largestPlainCount = largestPlainCount
    totals = ContiguousArray(repeating: 0, count: n)
    levels = StepLevels(vertexCount: n)
    sigmas = totals
    factors = totals
    sums = totals
  }

  /// Adds the dependencies of one source.
  mutating func add(source: Int) {
    if paths.outward.degree(of: source) == 0 { return }
    levels.countPaths(from: source, paths, &sigmas, &factors, limit: limit)
    var largest = 0.0
    for place in 0..<levels.reachedCount { largest = max(largest, sigmas[Int(levels.order[place])]) }
    if largest <= largestPlainCount {
      accumulate(weight: paths.weights[source])
    } else {
      accumulateScaled(weight: paths.weights[source])
    }
    levels.clear()
  }

  /// Walks back from the farthest level to the source's neighbors.
  ///
  /// With g(w) = k(w) · (ω(w) + δ(w)) / σ(w) for the level just left, where w stands for k(w) vertices and for
  /// ω(w) ends of paths, δ(v) = σ(v) · Σ g(w) over the arcs v → w into it.
  private mutating func accumulate(weight: Double) {
    var level = levels.count - 1
    var beyond = 0..<0
    while level > 0 {
      let places = levels[level]
      if !beyond.isEmpty {
        if levels.inwardArcs[level + 1] + beyond.count < levels.outwardArcs[level] {
          for place in places { sums[Int(levels.order[place])] = 0 }
          scatter(paths.inward, levels.order, beyond, factors, &sums)
        } else {
          gather(paths.outward, levels.order, places, factors, &sums)
        }
      }
      finish(paths, levels.order, places, isLast: beyond.isEmpty, weight, sums, &sigmas, &totals)
      for place in beyond { factors[Int(levels.order[place])] = 0 }
      for place in places { factors[Int(levels.order[place])] = sigmas[Int(levels.order[place])] }
      beyond = places
      level -= 1
    }
    for place in beyond { factors[Int(levels.order[place])] = 0 }
  }

  /// The same with counts that cannot overflow.
  private mutating func accumulateScaled(weight: Double) {
    let dependencies = levels.shortestPaths(paths).dag.dependencies()
    for place in 1..<levels.reachedCount {
      totals[Int(levels.order[place])] += weight * dependencies[place]
    }
  }
}

/// Turns the sums of a level into dependencies, and leaves k·(ω + δ)/σ in the place of σ, needed no more.
private func finish(
  _ graph: PathGraph, _ order: ContiguousArray<UInt32>, _ places: Range<Int>, isLast: Bool,
  _ sourceWeight: Double, _ sums: ContiguousArray<Double>, _ sigmas: inout ContiguousArray<Double>,
  _ totals: inout ContiguousArray<Double>
) {
  let multiplicities = graph.multiplicities.span
  let weights = graph.weights.span
  let order = order.span
  let sums = sums.span
  var sigmas = sigmas.mutableSpan
  var totals = totals.mutableSpan
  for place in places {
    let v = Int(order[place])
    let paths = sigmas[v]
    let dependency = isLast ? 0 : paths * sums[v]
    totals[v] += sourceWeight * dependency
    sigmas[v] = (weights[v] + dependency) * multiplicities[v] / paths
  }
}

/// Adds the factor of each vertex at some places to the sums of all vertices it has arcs to.
private func scatter(
  _ graph: Graph, _ order: ContiguousArray<UInt32>, _ places: Range<Int>,
  _ factors: ContiguousArray<Double>, _ sums: inout ContiguousArray<Double>
) {
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  precondition(factors.count == offsets.count - 1 && sums.count == factors.count)
  let order = order.span
  let factors = factors.span
  var sums = sums.mutableSpan
  for place in places {
    let w = Int(order[place])
    let factor = factors[w]
    // Targets are below the vertex count, the number of sums.
    for slot in offsets[w]..<offsets[w + 1] { unsafe sums[unchecked: Int(targets[slot])] += factor }
  }
}

/// Sets the sum of each vertex at some places to that of the factors of all vertices it has arcs to.
private func gather(
  _ graph: Graph, _ order: ContiguousArray<UInt32>, _ places: Range<Int>,
  _ factors: ContiguousArray<Double>, _ sums: inout ContiguousArray<Double>
) {
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  let order = order.span
  let factors = factors.span
  var sums = sums.mutableSpan
  for place in places {
    let v = Int(order[place])
    sums[v] = sumOfValues(factors, at: targets, offsets[v]..<offsets[v + 1])
  }
}
