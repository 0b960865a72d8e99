import GraphCore

/// Brandes' accumulation of dependencies along paths of least length, and its scratch.
///
/// Symbols as in ``StepDependencies``. An arc v → w lies on shortest paths when d(v) + length = d(w) exactly
/// and w was settled after v; the second clause matters only where a length vanishes beside d(v).
struct LengthDependencies: ~Copyable {
  private(set) var totals: ContiguousArray<Double>
  private var search: ShortestPathSearch
  private var sigmas: ContiguousArray<Double>
  private var factors: ContiguousArray<Double>
  private let largestPlainCount: Double

  init(vertexCount n: Int, largestPlainCount: Double) {
    totals = ContiguousArray(repeating: 0, count: n)
    search = ShortestPathSearch(vertexCount: n)
    sigmas = ContiguousArray(repeating: 0, count: n)
    factors = ContiguousArray(repeating: 0, count: n)
    self.largestPlainCount = largestPlainCount
  }

  /// Adds the dependencies of one source.
  mutating func add(source: Int, of graph: Graph, lengths: ContiguousArray<Double>) {
    if graph.degree(of: source) == 0 { return }
    search.run(graph, lengths: lengths, from: source)
    let largest = countPaths(graph.offsets.span, graph.targets.span, lengths.span, search, &sigmas)
    if largest <= largestPlainCount {
      accumulate(
        graph.offsets.span, graph.targets.span, lengths.span, search, &sigmas, &factors, &totals)
    } else {
      accumulateScaled(graph, lengths)
    }
  }

  /// The same with counts that cannot overflow.
  private mutating func accumulateScaled(_ graph: Graph, _ lengths: ContiguousArray<Double>) {
    var dag = ShortestPathDAG()
    for place in 0..<search.reachedCount {
      let v = Int(search.order[place])
      for slot in graph.offsets[v]..<graph.offsets[v + 1] {
        let w = Int(graph.targets[slot])
        if search.distances[v] + lengths[slot] == search.distances[w], Int(search.places[w]) > place {
          dag.successors.append(search.places[w])
        }
      }
      dag.endPlace()
    }
    let dependencies = dag.dependencies()
    for place in 1..<search.reachedCount { totals[Int(search.order[place])] += dependencies[place] }
  }
}

/// Counts the shortest paths to each vertex reached and returns the largest count.
private func countPaths(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, _ lengths: Span<Double>,
  _ search: borrowing ShortestPathSearch, _ sigmas: inout ContiguousArray<Double>
) -> Double {
  let reached = search.reachedCount
  let order = search.order.span
  let distances = search.distances.span
  let places = search.places.span
  var sigmas = sigmas.mutableSpan
  for place in 0..<reached { sigmas[Int(order[place])] = 0 }
  sigmas[Int(order[0])] = 1
  var largest = 1.0
  for place in 0..<reached {
    let v = Int(order[place])
    let distance = distances[v]
    let paths = sigmas[v]
    largest = max(largest, paths)
    for slot in offsets[v]..<offsets[v + 1] {
      let w = Int(targets[slot])
      if distance + lengths[slot] == distances[w], Int(places[w]) > place { sigmas[w] += paths }
    }
  }
  return largest
}

/// Walks back from the farthest vertex to the nearest; leaves all factors 0.
private func accumulate(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, _ lengths: Span<Double>,
  _ search: borrowing ShortestPathSearch, _ sigmas: inout ContiguousArray<Double>,
  _ factors: inout ContiguousArray<Double>, _ totals: inout ContiguousArray<Double>
) {
  let reached = search.reachedCount
  let order = search.order.span
  let distances = search.distances.span
  let sigmas = sigmas.span
  var factors = factors.mutableSpan
  var totals = totals.mutableSpan
  // Factors of vertices not yet walked back to are 0, so those settled before v add nothing.
  for place in (1..<reached).reversed() {
    let v = Int(order[place])
    let distance = distances[v]
    var sum = 0.0
    for slot in offsets[v]..<offsets[v + 1] {
      let w = Int(targets[slot])
      if distance + lengths[slot] == distances[w] { sum += factors[w] }
    }
    let dependency = sigmas[v] * sum
    totals[v] += dependency
    factors[v] = (1 + dependency) / sigmas[v]
  }
  for place in 0..<reached { factors[Int(order[place])] = 0 }
}
