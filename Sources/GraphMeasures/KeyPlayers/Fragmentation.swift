public import GraphCore

extension Graph {
  /// Returns Borgatti's fragmentation F of what is left of the graph without a set of vertices.
  ///
  /// The share of pairs that no path joins any more, over the components of s₁, s₂ … vertices that the *r*
  /// vertices outside the set fall into:
  ///
  ///     F = 1 − Σ_k s_k (s_k − 1) / ( r (r − 1) )
  ///
  /// 0 where the rest hangs together, 1 where no two of them do. Taking the set away is also KPP-Neg: the value
  /// minus that of the whole graph, `fragmentation()`, is what losing the set costs. Directions and weights are
  /// ignored.
  ///
  /// - Parameter vertices: The set taken away, in any order; a vertex named twice counts once.
  /// - Returns: A value in 0 ... 1, dimensionless; nil where fewer than two vertices are left.
  /// - Throws: `GraphError` with code `vertexOutOfRange` where a member of the set is no vertex.
  /// - Complexity: O(*n* + *m*·log *n*) at worst, as a rule O(*n* + *m*).
  ///
  /// Exact up to one rounding. Isolates outside the set count among the *r*. NetworkX has no such function.
  ///
  /// Reference: S. P. Borgatti, "Identifying sets of key players in a social network", Computational and
  /// Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x.
  public func fragmentation(without vertices: [Int] = []) throws(GraphError) -> Double? {
    let rest = try remainder(without: vertexSet(vertices))
    let pairs = pairCount(of: rest.vertexCount)
    guard pairs > 0 else { return nil }
    let joined = rest.connectedComponents().sizes.reduce(0) { $0 + pairCount(of: $1) }
    return Double(pairs - joined) / Double(pairs)
  }

  /// Returns the distance-weighted fragmentation ᴰF of what is left of the graph without a set of vertices.
  ///
  /// Like ``fragmentation(without:)``, but a pair that is still joined counts the less the farther apart it is.
  /// Over the *r* vertices outside the set, with distances d in steps that avoid the set, 1/∞ = 0:
  ///
  ///     ᴰF = 1 − Σ_{i≠j} 1/d(i,j) / ( r (r − 1) )
  ///
  /// 0 where all who are left are tied to one another, 1 where no two are joined; never below
  /// ``fragmentation(without:)``. Distances follow directions, over ordered pairs; weights are ignored.
  ///
  /// - Parameters:
  ///   - vertices: The set taken away, in any order; a vertex named twice counts once.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: A value in 0 ... 1, dimensionless; nil where fewer than two vertices are left.
  /// - Throws: `GraphError` with code `vertexOutOfRange` where a member of the set is no vertex; `cancelled` where
  ///   the execution asked to stop.
  /// - Complexity: That of ``harmonicCentrality(_:execution:)``: O(*n*·*m*) time, many sources at once.
  ///
  /// The result has the same bits for any number of threads. `keyplayer::fragment` of R is the same idea; it
  /// reads edge values as lengths unless told `binary = TRUE`.
  ///
  /// Reference: S. P. Borgatti, "Identifying sets of key players in a social network", Computational and
  /// Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x.
  public func distanceWeightedFragmentation(
    without vertices: [Int] = [], execution: Execution = .serial
  ) throws(GraphError) -> Double? {
    let rest = try remainder(without: vertexSet(vertices))
    let pairs = pairCount(of: rest.vertexCount)
    guard pairs > 0 else { return nil }
    return try 1 - rest.closenessSum(execution) / (2 * Double(pairs))
  }

  /// The sum of 1/distance over ordered pairs of vertices, in steps.
  func closenessSum(_ execution: Execution) throws(GraphError) -> Double {
    try unweighted().stepSummaries(execution: execution).reciprocalSums.reduce(0, +)
  }

  /// What is left without some vertices, ascending and different.
  func remainder(without vertices: ContiguousArray<UInt32>) -> Graph {
    if vertices.isEmpty { return self }
    var kept: ContiguousArray<UInt32> = []
    kept.reserveCapacity(vertexCount - vertices.count)
    var next = 0
    for vertex in 0..<vertexCount {
      if next < vertices.count, Int(vertices[next]) == vertex {
        next += 1
      } else {
        kept.append(UInt32(truncatingIfNeeded: vertex))
      }
    }
    var places = ContiguousArray<UInt32>(repeating: .max, count: vertexCount)
    return induced(on: kept, places: &places)
  }

  /// The vertices of a set, ascending, each once.
  func vertexSet(_ vertices: [Int]) throws(GraphError) -> ContiguousArray<UInt32> {
    for vertex in vertices where vertex < 0 || vertex >= vertexCount {
      throw GraphError(
        .vertexOutOfRange, "a set names vertex \(vertex), but there are \(vertexCount), numbered from 0")
    }
    var sorted = ContiguousArray<UInt32>()
    for vertex in vertices.sorted() where sorted.last.map({ Int($0) }) != vertex {
      sorted.append(UInt32(truncatingIfNeeded: vertex))
    }
    return sorted
  }
}

/// Unordered pairs of different ones among some.
func pairCount(of count: Int) -> Int { count < 2 ? 0 : count * (count - 1) / 2 }
