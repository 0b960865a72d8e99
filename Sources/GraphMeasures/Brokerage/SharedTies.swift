import GraphCore

/// What ties shared between a vertex and its neighbors add up to, in one of two ways.
///
/// With symmetric weights z and strengths S, both measures of structural holes need, for each edge i–j,
///
///     T(i,j) = Σ { z(i,q) · c(q) · z(q,j) : q a neighbor of both }
///
/// which is the same from both ends: with c(q) = 1/S(q) for constraint and c(q) = 1 for redundancy.
///
/// Every such q closes a triangle, so that T is 0 everywhere in a two-mode graph.
enum SharedTies {
  /// Σ over neighbors j of (p(i,j) + T(i,j)/S(i))², where p(i,j) = z(i,j)/S(i): Burt's constraint.
  case constraint
  /// Σ over neighbors j of T(i,j) / (S(i) · M(j)), where M(j) is the largest weight at j: Burt's redundancy.
  case redundancy

  /// What becomes of the terms of a vertex's ties.
  enum Summary {
    /// Their sum.
    case sum
    /// How unequal they are, in 0 ... 1: one less their entropy as a share of the largest that it could be.
    case concentration
  }

  /// The summary for each vertex of an undirected graph; meaningless where the strength is 0.
  func values(
    _ summary: Summary = .sum, of graph: Graph, strengths: [Double], execution: Execution
  ) throws(GraphError) -> [Double] {
    if try graph.bipartition(execution: execution) != nil {
      return valuesWithoutTriangles(summary, of: graph, strengths: strengths)
    }
    let ordered = try DegreeOrderedGraph(graph, execution: execution.share(from: 0, to: 0.1))
    let arcs = BackwardArcs(ordered.rows)
    let divisors = ordered.vertices.map { self == .constraint ? strengths[Int($0)] : 1 }
    let shared = try tieSums(
      ordered.rows, arcs, divisors: ContiguousArray(divisors),
      execution: execution.share(from: 0.1, to: 0.95))

    var values = [Double](repeating: 0, count: graph.vertexCount)
    let ends = ContiguousArray(ordered.vertices.map { end(at: Int($0), of: graph, strengths) })
    try unsafe values.withUnsafeMutableBufferPointer { buffer throws(GraphError) in
      nonisolated(unsafe) let values = unsafe buffer
      try execution.share(from: 0.95, to: 1).forEachPart(
        of: Partitions(balancing: arcs.graph, parts: 256), scratch: {}
      ) { numbers, _ in
        for number in numbers {
          // Each vertex has one number, so that no two threads write one place.
          unsafe values[Int(ordered.vertices[number])] = value(
            summary, at: number, rows: ordered.rows, arcs, shared: shared.span, ends: ends.span)
        }
      }
    }
    return values
  }

  private func end(at vertex: Int, of graph: Graph, _ strengths: [Double]) -> TieEnd {
    TieEnd(strength: strengths[vertex], largestWeight: graph.largestWeight(at: vertex))
  }

  /// What a tie with some shared ties adds at one end.
  private func term(weight: Double, shared: Double, at end: TieEnd, other: TieEnd) -> Double {
    switch self {
    case .constraint:
      let share = (weight + shared) / end.strength
      return share * share
    case .redundancy:
      return shared == 0 ? 0 : shared / (end.strength * other.largestWeight)
    }
  }

  private func value(
    _ summary: Summary, at number: Int, rows: Graph, _ arcs: BackwardArcs, shared: Span<Double>,
    ends: Span<TieEnd>
  ) -> Double {
    var sum = 0.0
    var count = 0
    forEachTerm(at: number, rows: rows, arcs, shared: shared, ends: ends) { term in
      sum += term
      count += 1
    }
    if summary == .sum { return sum }
    var concentration = Concentration(of: sum, terms: count)
    forEachTerm(at: number, rows: rows, arcs, shared: shared, ends: ends) { concentration.add($0) }
    return concentration.value
  }

  @inline(__always) private func forEachTerm(
    at number: Int, rows: Graph, _ arcs: BackwardArcs, shared: Span<Double>, ends: Span<TieEnd>,
    _ body: (Double) -> Void
  ) {
    let own = ends[number]
    for slot in rows.offsets[number]..<rows.offsets[number + 1] {
      body(
        term(
          weight: rows.weight(atSlot: slot), shared: shared[slot], at: own,
          other: ends[Int(rows.targets[slot])]))
    }
    for place in arcs.graph.offsets[number]..<arcs.graph.offsets[number + 1] {
      let slot = Int(arcs.slots[place])
      body(
        term(
          weight: rows.weight(atSlot: slot), shared: shared[slot], at: own,
          other: ends[Int(arcs.graph.targets[place])]))
    }
  }

  private func valuesWithoutTriangles(
    _ summary: Summary, of graph: Graph, strengths: [Double]
  ) -> [Double] {
    (0..<graph.vertexCount).map { vertex in
      guard self == .constraint else { return 0 }
      let end = TieEnd(strength: strengths[vertex], largestWeight: 0)
      let slots = graph.offsets[vertex]..<graph.offsets[vertex + 1]
      var sum = 0.0
      for slot in slots { sum += term(weight: graph.weight(atSlot: slot), shared: 0, at: end, other: end) }
      if summary == .sum { return sum }
      var concentration = Concentration(of: sum, terms: slots.count)
      for slot in slots {
        concentration.add(term(weight: graph.weight(atSlot: slot), shared: 0, at: end, other: end))
      }
      return concentration.value
    }
  }
}

/// How unequal some terms are, given one after the other once their sum is known.
///
/// With each term divided by the mean of all *N*, Σ r·ln r / (N·ln N).
struct Concentration {
  private let mean: Double
  private let count: Double
  private var sum = 0.0

  init(of total: Double, terms count: Int) {
    self.count = Double(count)
    mean = total / Double(count)
  }

  mutating func add(_ term: Double) {
    let ratio = term / mean
    if ratio >= .leastNormalMagnitude { sum += ratio * Portable.log(ratio) }
  }

  /// A single term is as unequal as terms can be.
  ///
  /// Bounds cut off rounding.
  var value: Double {
    count == 1 ? 1 : min(1, max(0, sum / (count * Portable.log(count))))
  }
}

/// What a vertex brings to the terms of its ties.
private struct TieEnd {
  let strength: Double
  let largestWeight: Double
}

extension Graph {
  fileprivate func largestWeight(at vertex: Int) -> Double {
    guard let weights else { return 1 }
    return weights[offsets[vertex]..<offsets[vertex + 1]].max() ?? 0
  }
}
