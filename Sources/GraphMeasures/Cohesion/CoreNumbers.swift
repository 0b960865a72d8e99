public import GraphCore

extension Graph {
  /// Returns the core number of every vertex: how deep it lies in the densely tied part of the graph.
  ///
  /// The *k*-core is the largest subgraph in which every vertex has at least *k* neighbors in the subgraph.
  /// The core number of a vertex is the largest *k* whose core holds it.
  ///
  /// Directions and weights are ignored: arcs both ways between two vertices are one tie.
  ///
  /// - Returns: One number per vertex, in vertex order; 0 for an isolated vertex, at most its degree.
  /// - Complexity: O(*n* + *m*) time; O(*n*) memory, and as much as the graph for a directed one.
  ///
  /// Exact. Agrees with NetworkX `core_number` and igraph `coreness(mode="all")` on undirected graphs; on
  /// directed ones those count arcs both ways as two.
  ///
  /// References: S. B. Seidman, "Network structure and minimum degree", Social Networks 5 (1983) 269–287,
  /// doi:10.1016/0378-8733(83)90028-X; algorithm: V. Batagelj, M. Zaveršnik, "Fast algorithms for determining
  /// (generalized) core groups in social networks", Advances in Data Analysis and Classification 5 (2011)
  /// 129–145, doi:10.1007/s11634-010-0079-y.
  public func coreNumbers() -> [Int] {
    let graph = symmetrized()
    return peel(offsets: graph.offsets.span, targets: graph.targets.span).map(Int.init)
  }
}

/// Takes away a vertex of least remaining degree again and again; that degree is its core number.
///
/// Vertices stand in `order` sorted by remaining degree, those of degree `d` from `starts[d]` on. When a
/// neighbor loses a tie, it changes places with the first of its degree, and that degree starts one later.
private func peel(offsets: Span<Int>, targets: Span<UInt32>) -> ContiguousArray<UInt32> {
  let n = offsets.count - 1
  var degrees = ContiguousArray<UInt32>(repeating: 0, count: n)
  var largest = 0
  for vertex in 0..<n {
    let degree = offsets[vertex + 1] - offsets[vertex]
    degrees[vertex] = UInt32(truncatingIfNeeded: degree)
    largest = max(largest, degree)
  }
  var starts = ContiguousArray(repeating: 0, count: largest + 2)
  for vertex in 0..<n { starts[Int(degrees[vertex]) + 1] += 1 }
  for degree in 0...largest { starts[degree + 1] += starts[degree] }
  var order = ContiguousArray<UInt32>(repeating: 0, count: n)
  var places = ContiguousArray<UInt32>(repeating: 0, count: n)
  var next = starts
  for vertex in 0..<n {
    let place = next[Int(degrees[vertex])]
    next[Int(degrees[vertex])] = place + 1
    order[place] = UInt32(truncatingIfNeeded: vertex)
    places[vertex] = UInt32(truncatingIfNeeded: place)
  }

  for taken in 0..<n {
    let vertex = Int(order[taken])
    let core = degrees[vertex]
    for slot in offsets[vertex]..<offsets[vertex + 1] {
      let neighbor = Int(targets[slot])
      let degree = degrees[neighbor]
      if degree <= core { continue }
      let first = starts[Int(degree)]
      let place = Int(places[neighbor])
      let other = order[first]
      order[first] = order[place]
      order[place] = other
      places[Int(other)] = UInt32(truncatingIfNeeded: place)
      places[neighbor] = UInt32(truncatingIfNeeded: first)
      starts[Int(degree)] = first + 1
      degrees[neighbor] = degree - 1
    }
  }
  return degrees
}
