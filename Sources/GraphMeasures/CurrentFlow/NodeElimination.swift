import GraphCore

/// Potentials in a connected network of conductors, by eliminating one vertex after the other.
///
/// Eliminating a vertex joins its neighbors by conductors that carry what went through it: c(a,b) grows by
/// c(j,a)·c(j,b)/s(j), s(j) being the sum of the conductances left at *j*. Nothing is ever subtracted, so that
/// every number keeps its relative precision, however far apart conductances are. The last vertex is the ground.
///
/// - Complexity: O(*k*³) time, O(*k*²) memory for *k* vertices; O(*k*²) time for eight currents.
///
/// Reference: W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative analysis and steady state distributions
/// for Markov chains", Operations Research 33 (1985) 1107–1116, doi:10.1287/opre.33.5.1107 (for chains).
struct NodeElimination: Sendable {
  private let count: Int
  /// Row `j` has c(j,a)/s(j) for the vertices *a* after *j*, at the time when *j* is eliminated.
  private var shares: ContiguousArray<Double>
  /// 1/s(j).
  private var resistances: ContiguousArray<Double>

  init(_ network: Graph) {
    let k = network.vertexCount
    count = k
    shares = ContiguousArray(repeating: 0, count: k * k)
    resistances = ContiguousArray(repeating: 0, count: k)
    for vertex in 0..<k {
      for slot in network.offsets[vertex]..<network.offsets[vertex + 1] {
        shares[vertex * k + Int(network.targets[slot])] = network.weight(atSlot: slot)
      }
    }
    for vertex in 0..<max(0, k - 1) {
      resistances[vertex] = eliminate(vertex, of: k, shares.mutableSpan)
    }
  }

  /// Turns currents into potentials: `lanes[v]` are eight currents that enter at *v* and leave at the ground.
  ///
  /// - Parameter first: Before this vertex no current enters.
  func solve(_ lanes: inout ContiguousArray<SIMD8<Double>>, from first: Int) {
    substitute(shares.span, resistances.span, lanes.mutableSpan, from: first)
  }
}

/// Eliminates a vertex from those after it; returns one over the sum of its conductances.
private func eliminate(_ vertex: Int, of k: Int, _ matrix: consuming MutableSpan<Double>) -> Double {
  precondition(vertex < k && matrix.count == k * k)
  var sum = 0.0
  for other in (vertex + 1)..<k { sum += matrix[vertex * k + other] }
  // A connected network has none such; what underflow cuts off stays at the potential of the ground.
  guard sum > 0 else { return 0 }
  for other in (vertex + 1)..<k {
    let share = matrix[vertex * k + other] / sum
    if share == 0 { continue }
    for third in (other + 1)..<max(k, other + 1) {
      // Both are in rows of k numbers, below k rows.
      unsafe matrix[unchecked: other * k + third] += share * matrix[unchecked: vertex * k + third]
    }
  }
  for other in (vertex + 1)..<k { matrix[vertex * k + other] /= sum }
  return 1 / sum
}

private func substitute(
  _ shares: Span<Double>, _ resistances: Span<Double>, _ lanes: consuming MutableSpan<SIMD8<Double>>,
  from first: Int
) {
  let k = resistances.count
  precondition(lanes.count == k && shares.count == k * k && first >= 0)
  guard k > 0 else { return }
  for vertex in min(first, k - 1)..<(k - 1) {
    let current = lanes[vertex]
    // All indices are below k, rows have k numbers.
    for other in (vertex + 1)..<k {
      unsafe lanes[unchecked: other] += shares[unchecked: vertex * k + other] * current
    }
  }
  lanes[k - 1] = .zero
  for vertex in (0..<(k - 1)).reversed() {
    var potential = lanes[vertex] * resistances[vertex]
    for other in (vertex + 1)..<k {
      unsafe potential += shares[unchecked: vertex * k + other] * lanes[unchecked: other]
    }
    lanes[vertex] = potential
  }
}
