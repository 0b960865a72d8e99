import GraphCore

/// Brandes' accumulation of dependencies where every arc is one step, and its scratch.
///
/// After Brandes: σ are numbers of shortest paths from the source, δ the dependencies of the source. The way
/// back goes level by level and keeps (1 + δ(w)) / σ(w) in `factors` for the level just left and 0 elsewhere,
/// so that δ(v) = σ(v) · Σ factors(w) over all arcs v → w, without a test per arc.
struct StepDependencies: ~Copyable {
  private(set) var totals: ContiguousArray<Double>
  private var levels: ContiguousArray<Int32>
  private var sigmas: ContiguousArray<Double>
  private var factors: ContiguousArray<Double>
  private var order: ContiguousArray<UInt32>
  /// Level `l` is `order[levelStarts[l] ..< levelStarts[l + 1]]`.
  private var levelStarts: ContiguousArray<Int>
  private let largestPlainCount: Double

  init(vertexCount n: Int, largestPlainCount: Double) {
    totals = ContiguousArray(repeating: 0, count: n)
    levels = ContiguousArray(repeating: -1, count: n)
    sigmas = ContiguousArray(repeating: 0, count: n)
    factors = ContiguousArray(repeating: 0, count: n)
    order = ContiguousArray(repeating: 0, count: n)
    levelStarts = []
    self.largestPlainCount = largestPlainCount
  }

  /// Adds the dependencies of one source.
  mutating func add(source: Int, of graph: Graph) {
    if graph.degree(of: source) == 0 { return }
    levelStarts.removeAll(keepingCapacity: true)
    let reached = countPaths(
      graph.offsets.span, graph.targets.span, from: source, &levels, &sigmas, &order, &levelStarts)
    var largest = 0.0
    for place in 0..<reached { largest = max(largest, sigmas[Int(order[place])]) }
    if largest <= largestPlainCount {
      accumulate(
        graph.offsets.span, graph.targets.span, &order, levelStarts, &sigmas, &factors, &totals)
    } else {
      accumulateScaled(graph, reached: reached)
    }
    for place in 0..<reached { levels[Int(order[place])] = -1 }
  }

  /// The same with counts that cannot overflow.
  private mutating func accumulateScaled(_ graph: Graph, reached: Int) {
    var places = ContiguousArray<UInt32>(repeating: 0, count: graph.vertexCount)
    for place in 0..<reached { places[Int(order[place])] = UInt32(truncatingIfNeeded: place) }
    var dag = ShortestPathDAG()
    for place in 0..<reached {
      let v = Int(order[place])
      for slot in graph.offsets[v]..<graph.offsets[v + 1] {
        let w = Int(graph.targets[slot])
        if levels[w] == levels[v] + 1 { dag.successors.append(places[w]) }
      }
      dag.endPlace()
    }
    let dependencies = dag.dependencies()
    for place in 1..<reached { totals[Int(order[place])] += dependencies[place] }
  }
}

/// Counts shortest paths breadth first; fills the levels and returns the number of vertices reached.
private func countPaths(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, from source: Int,
  _ levels: inout ContiguousArray<Int32>, _ sigmas: inout ContiguousArray<Double>,
  _ order: inout ContiguousArray<UInt32>, _ levelStarts: inout ContiguousArray<Int>
) -> Int {
  let n = offsets.count - 1
  precondition(levels.count == n && sigmas.count == n && order.count == n)
  var levels = levels.mutableSpan
  var sigmas = sigmas.mutableSpan
  var order = order.mutableSpan
  levels[source] = 0
  sigmas[source] = 1
  order[0] = UInt32(truncatingIfNeeded: source)
  var head = 0
  var tail = 1
  var next: Int32 = 0
  while head < tail {
    levelStarts.append(head)
    let end = tail
    next += 1
    while head < end {
      let v = Int(order[head])
      head += 1
      let paths = sigmas[v]
      for slot in offsets[v]..<offsets[v + 1] {
        let target = targets[slot]
        let w = Int(target)
        // Targets are below the vertex count, the length of each array; a vertex enters the order once.
        let level = unsafe levels[unchecked: w]
        if level == next {
          unsafe sigmas[unchecked: w] += paths
        } else if level < 0 {
          unsafe levels[unchecked: w] = next
          unsafe sigmas[unchecked: w] = paths
          unsafe order[unchecked: tail] = target
          tail += 1
        }
      }
    }
  }
  levelStarts.append(tail)
  return tail
}

/// Walks back from the farthest level to the source's neighbors; leaves all factors 0.
private func accumulate(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, _ order: inout ContiguousArray<UInt32>, _ levelStarts: ContiguousArray<Int>,
  _ sigmas: inout ContiguousArray<Double>, _ factors: inout ContiguousArray<Double>,
  _ totals: inout ContiguousArray<Double>
) {
  precondition(factors.count == offsets.count - 1)
  let order = order.span
  var sigmas = sigmas.mutableSpan
  var factors = factors.mutableSpan
  var totals = totals.mutableSpan
  var level = levelStarts.count - 2
  var beyond = 0..<0
  while level > 0 {
    let places = levelStarts[level]..<levelStarts[level + 1]
    for place in places {
      let v = Int(order[place])
      let paths = sigmas[v]
      let sum = beyond.isEmpty ? 0 : gather(factors.span, targets, offsets[v]..<offsets[v + 1])
      let dependency = paths * sum
      totals[v] += dependency
      // σ(v) is not needed any more: its place holds the factor until the level is done.
      sigmas[v] = (1 + dependency) / paths
    }
    for place in beyond { factors[Int(order[place])] = 0 }
    for place in places { factors[Int(order[place])] = sigmas[Int(order[place])] }
    beyond = places
    level -= 1
  }
  for place in beyond { factors[Int(order[place])] = 0 }
}

/// The sum of the values at the targets in a range of slots; four running sums hide the latency of addition.
@inline(__always)
private func gather(_ values: Span<Double>, _ targets: Span<UInt32>, _ slots: Range<Int>) -> Double {
  precondition(slots.lowerBound >= 0 && slots.upperBound <= targets.count)
  var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
  var slot = slots.lowerBound
  // Slots are in bounds by the precondition, targets because the graph has as many vertices as values.
  while slot + 4 <= slots.upperBound {
    unsafe a += values[unchecked: Int(targets[unchecked: slot])]
    unsafe b += values[unchecked: Int(targets[unchecked: slot + 1])]
    unsafe c += values[unchecked: Int(targets[unchecked: slot + 2])]
    unsafe d += values[unchecked: Int(targets[unchecked: slot + 3])]
    slot += 4
  }
  while slot < slots.upperBound {
    unsafe a += values[unchecked: Int(targets[unchecked: slot])]
    slot += 1
  }
  return (a + b) + (c + d)
}
