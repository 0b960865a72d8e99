import CVectorKernels
import GraphCore

/// The arcs of a directed graph gathered by target, each with its slot in the graph's own rows.
struct BackwardArcs: Sendable {
  /// The sources of the arcs to each vertex, ascending.
  let graph: Graph
  /// The slot of each of these arcs.
  let slots: ContiguousArray<UInt32>

  /// - Complexity: O(*n* + *m*).
  init(_ rows: Graph) {
    let n = rows.vertexCount
    let targets = rows.targets.span
    var offsets = ContiguousArray(repeating: 0, count: n + 1)
    for target in rows.targets { offsets[Int(target) + 1] += 1 }
    for vertex in 0..<n { offsets[vertex + 1] += offsets[vertex] }
    var sources = ContiguousArray<UInt32>(repeating: 0, count: rows.arcCount)
    var slots = ContiguousArray<UInt32>(repeating: 0, count: rows.arcCount)
    var next = offsets
    for source in 0..<n {
      for slot in rows.offsets[source]..<rows.offsets[source + 1] {
        let target = Int(targets[slot])
        let place = next[target]
        next[target] = place + 1
        sources[place] = UInt32(truncatingIfNeeded: source)
        slots[place] = UInt32(truncatingIfNeeded: slot)
      }
    }
    graph = Graph(direction: .directed, offsets: offsets, targets: sources, weights: nil)
    self.slots = slots
  }
}

/// T(v,x) = Σ { z(x,q) · z(q,v) / d(q) : q a neighbor of both } of each edge from `v` to `x`, at its slot.
///
/// Each edge gets two sums: from its lower end that of the q below `v`, from its higher end that of the q above.
/// Two numbers added to 0 give the same bits in either order, so threads make no difference.
///
/// - Parameters:
///   - rows: Each edge once, in the row of its higher end; targets ascend.
///   - divisors: d(q), positive where a weight at q is.
/// - Complexity: O(Σ d²) time for rows of length d, at most O(*m*^1.5); 16 bytes a vertex of memory a thread.
func tieSums(
  _ rows: Graph, _ arcs: BackwardArcs, divisors: ContiguousArray<Double>, execution: Execution
) throws(GraphError) -> ContiguousArray<Double> {
  let n = rows.vertexCount
  var result = ContiguousArray(repeating: 0.0, count: rows.arcCount)
  try unsafe result.withUnsafeMutableBufferPointer { buffer throws(GraphError) in
    guard let base = buffer.baseAddress else { return }
    nonisolated(unsafe) let sums = unsafe base
    try execution.forEachPart(
      of: Partitions(balancing: arcs.graph, parts: 512),
      scratch: { ContiguousArray(repeating: Terms(), count: n) }
    ) { range, scratch in
      for x in range {
        unsafe addSums(from: x, rows, arcs, divisors: divisors.span, &scratch, sums)
      }
    }
  }
  return result
}

/// What a vertex `q` is to the vertex `x` at hand.
private struct Terms {
  /// z(x,q) / d(q), 0 where `q` is no neighbor.
  var through = 0.0
  /// Σ z(x,v) · z(v,q) / d(v) over vertices `v` above both.
  var above = 0.0
}

/// Adds its first sum to each edge from some `v` down to `x`, and its second to each edge from `x` down.
///
/// Both go through the rows of the vertices above `x`. Each of these adds to all its targets below `x`, whether
/// tied to `x` or not: that costs less than to ask.
///
/// - Parameter scratch: One entry per vertex, all 0 before and after.
@unsafe private func addSums(
  from x: Int, _ rows: Graph, _ arcs: BackwardArcs, divisors: Span<Double>,
  _ scratch: inout ContiguousArray<Terms>, _ sums: UnsafeMutablePointer<Double>
) {
  let above = arcs.graph.offsets[x]..<arcs.graph.offsets[x + 1]
  if above.isEmpty { return }
  let below = rows.offsets[x]..<rows.offsets[x + 1]
  let offsets = rows.offsets.span
  let targets = rows.targets.span
  let sources = arcs.graph.targets.span
  let slots = arcs.slots.span
  var terms = scratch.mutableSpan
  for slot in below {
    let q = Int(targets[slot])
    terms[q].through = quotient(rows.weight(atSlot: slot), divisors[q])
  }
  for place in above {
    let q = Int(sources[place])
    terms[q].through = quotient(rows.weight(atSlot: Int(slots[place])), divisors[q])
  }
  var touched = 0
  for place in above {
    let v = Int(sources[place])
    let own = Int(slots[place])
    let row = offsets[v]..<offsets[v + 1]
    if row.count == 1 { continue }
    touched += own - row.lowerBound
    let sum =
      if let weights = rows.weights {
        addTerms(row, own, targets, weights.span, through: terms[v].through, &terms)
      } else {
        addTerms(row, own, targets, through: terms[v].through, &terms)
      }
    if sum != 0 { unsafe add_to_sum(sums + own, sum) }
  }
  for slot in below {
    let sum = terms[Int(targets[slot])].above
    if sum != 0 { unsafe add_to_sum(sums + slot, sum) }
  }

  for slot in below { terms[Int(targets[slot])].through = 0 }
  for place in above { terms[Int(sources[place])].through = 0 }
  if touched > x / 2 {
    for number in 0..<x { terms[number].above = 0 }
  } else {
    for place in above {
      for slot in offsets[Int(sources[place])]..<Int(slots[place]) { terms[Int(targets[slot])].above = 0 }
    }
  }
}

/// Goes through the row of a vertex above `x`, whose slot `own` holds `x`, and returns its first sum.
private func addTerms(
  _ row: Range<Int>, _ own: Int, _ targets: Span<UInt32>, through: Double, _ terms: inout MutableSpan<Terms>
) -> Double {
  // Two sums, in an order that the row alone decides. Targets are below the number of vertices, as many as
  // there are terms; slots of a row are in range.
  var (even, odd) = (0.0, 0.0)
  var slot = row.lowerBound
  while slot + 2 <= own {
    let first = unsafe Int(targets[unchecked: slot])
    let second = unsafe Int(targets[unchecked: slot + 1])
    unsafe even += terms[unchecked: first].through
    unsafe odd += terms[unchecked: second].through
    unsafe terms[unchecked: first].above += through
    unsafe terms[unchecked: second].above += through
    slot += 2
  }
  if slot < own {
    let last = unsafe Int(targets[unchecked: slot])
    unsafe even += terms[unchecked: last].through
    unsafe terms[unchecked: last].above += through
  }
  slot = own + 1
  while slot + 2 <= row.upperBound {
    unsafe even += terms[unchecked: Int(targets[unchecked: slot])].through
    unsafe odd += terms[unchecked: Int(targets[unchecked: slot + 1])].through
    slot += 2
  }
  if slot < row.upperBound { unsafe even += terms[unchecked: Int(targets[unchecked: slot])].through }
  return even + odd
}

/// The same with weights.
private func addTerms(
  _ row: Range<Int>, _ own: Int, _ targets: Span<UInt32>, _ weights: Span<Double>, through: Double,
  _ terms: inout MutableSpan<Terms>
) -> Double {
  // As above.
  var sum = 0.0
  for slot in row.lowerBound..<own {
    let q = unsafe Int(targets[unchecked: slot])
    let weight = unsafe weights[unchecked: slot]
    unsafe sum += terms[unchecked: q].through * weight
    unsafe terms[unchecked: q].above += through * weight
  }
  for slot in (own + 1)..<row.upperBound {
    unsafe sum += terms[unchecked: Int(targets[unchecked: slot])].through * weights[unchecked: slot]
  }
  return sum
}

/// Weight over divisor; 0 for a weight of 0, where the divisor may be 0 too.
private func quotient(_ weight: Double, _ divisor: Double) -> Double { weight == 0 ? 0 : weight / divisor }
