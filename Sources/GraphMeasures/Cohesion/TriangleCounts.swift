public import GraphCore

extension Graph {
  /// Returns the number of triangles that each vertex belongs to.
  ///
  ///     t(v) = |{ {u, w} : u, v and w are tied pairwise }|
  ///
  /// Directions and weights are ignored: arcs both ways between two vertices are one tie.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: One number per vertex, in vertex order; each triangle counts at its three vertices.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*m*^1.5) time; O(*n* + *m*) memory.
  ///
  /// Exact. Agrees with NetworkX `triangles`.
  ///
  /// Reference: M. Latapy, "Main-memory triangle computations for very large (sparse (power-law)) graphs",
  /// Theoretical Computer Science 407 (2008) 458–473, doi:10.1016/j.tcs.2008.07.017.
  public func triangleCounts(execution: Execution = .serial) throws(GraphError) -> [Int] {
    let ranked = DegreeRankedGraph(symmetrized())
    var totals = ContiguousArray(repeating: 0, count: vertexCount)
    try execution.reduce(Partitions(balancing: ranked.graph, parts: 64)) { ranks in
      trianglesByRank(ranked.graph, from: ranks)
    } merge: { part in
      for rank in 0..<totals.count { totals[rank] += part[rank] }
    }
    var counts = [Int](repeating: 0, count: vertexCount)
    for (rank, vertex) in ranked.vertices.enumerated() { counts[Int(vertex)] = totals[rank] }
    return counts
  }
}

/// A graph renumbered by ascending degree, each edge kept once, from the lower to the higher rank.
///
/// Then no vertex has more than √(2m) arcs, and each triangle is found once: from its vertex of lowest rank.
private struct DegreeRankedGraph {
  let graph: Graph
  /// The vertex at each rank.
  let vertices: ContiguousArray<UInt32>

  init(_ undirected: Graph) {
    let n = undirected.vertexCount
    let offsets = undirected.offsets
    var starts: ContiguousArray<Int> = [0]
    for vertex in 0..<n {
      let degree = undirected.degree(of: vertex)
      while starts.count < degree + 2 { starts.append(0) }
      starts[degree + 1] += 1
    }
    for degree in 1..<max(1, starts.count) { starts[degree] += starts[degree - 1] }
    var vertices = ContiguousArray<UInt32>(repeating: 0, count: n)
    var ranks = ContiguousArray<UInt32>(repeating: 0, count: n)
    for vertex in 0..<n {
      let degree = undirected.degree(of: vertex)
      let rank = starts[degree]
      starts[degree] = rank + 1
      vertices[rank] = UInt32(truncatingIfNeeded: vertex)
      ranks[vertex] = UInt32(truncatingIfNeeded: rank)
    }

    // Going through the higher ends in order of rank leaves the targets of each lower end ascending.
    var newOffsets = ContiguousArray(repeating: 0, count: n + 1)
    for vertex in 0..<n {
      let rank = ranks[vertex]
      var higher = 0
      for slot in offsets[vertex]..<offsets[vertex + 1] where ranks[Int(undirected.targets[slot])] > rank {
        higher += 1
      }
      newOffsets[Int(rank) + 1] = higher
    }
    for rank in 0..<n { newOffsets[rank + 1] += newOffsets[rank] }
    var newTargets = ContiguousArray<UInt32>(repeating: 0, count: newOffsets[n])
    var next = newOffsets
    for rank in 0..<n {
      let vertex = Int(vertices[rank])
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        let lower = Int(ranks[Int(undirected.targets[slot])])
        if lower < rank {
          newTargets[next[lower]] = UInt32(truncatingIfNeeded: rank)
          next[lower] += 1
        }
      }
    }
    self.vertices = vertices
    graph = Graph(direction: .directed, offsets: newOffsets, targets: newTargets, weights: nil)
  }
}

/// Counts, for each rank, the triangles whose lowest rank is in a range.
private func trianglesByRank(_ graph: Graph, from ranks: Range<Int>) -> ContiguousArray<Int> {
  let n = graph.vertexCount
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  var totals = ContiguousArray(repeating: 0, count: n)
  var marks = ContiguousArray(repeating: UInt32.max, count: n)
  var counts = totals.mutableSpan
  var marked = marks.mutableSpan
  for lowest in ranks {
    let mark = UInt32(truncatingIfNeeded: lowest)
    let row = offsets[lowest]..<offsets[lowest + 1]
    if row.count < 2 { continue }
    for slot in row { marked[Int(targets[slot])] = mark }
    for slot in row {
      let middle = Int(targets[slot])
      var found = 0
      for far in offsets[middle]..<offsets[middle + 1] {
        let highest = Int(targets[far])
        // A graph's targets are below its vertex count, the length of both arrays.
        if unsafe marked[unchecked: highest] == mark {
          found += 1
          unsafe counts[unchecked: highest] += 1
        }
      }
      counts[middle] += found
      counts[lowest] += found
    }
  }
  return totals
}
