extension Graph {
  /// Returns which of two sides each vertex is on so that every edge joins the two sides; nil where no such
  /// division exists.
  ///
  /// Directions and weights are ignored. The first vertex of each component is on the side `false`, and so are
  /// isolates. A graph has a bipartition exactly where it has no cycle of odd length; then it has no triangle.
  ///
  /// - Parameter execution: Cancellation; one thread does the work.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*n* + *m*) time; 5 bytes a vertex of memory, and as much as the graph for a directed one.
  ///   Ends at the first odd cycle found.
  ///
  /// Agrees with NetworkX `bipartite.color` up to the names of the sides.
  public func bipartition(execution: Execution = .serial) throws(GraphError) -> ContiguousArray<Bool>? {
    let graph = symmetrized()
    let offsets = graph.offsets.span
    let targets = graph.targets.span
    var sides = ContiguousArray<UInt8>(repeating: unseen, count: vertexCount)
    var queue = ContiguousArray<UInt32>(repeating: 0, count: vertexCount)
    var side = sides.mutableSpan
    var order = queue.mutableSpan
    var head = 0
    var tail = 0
    for start in 0..<vertexCount where side[start] == unseen {
      side[start] = 0
      order[tail] = UInt32(truncatingIfNeeded: start)
      tail += 1
      while head < tail {
        if head & 0xFFFF == 0, execution.isCancelled?() == true {
          throw GraphError(.cancelled, "the computation was cancelled")
        }
        let vertex = Int(order[head])
        head += 1
        let own = side[vertex]
        for slot in offsets[vertex]..<offsets[vertex + 1] {
          // A graph's targets are below its vertex count, the length of the sides.
          let neighbor = targets[slot]
          let seen = unsafe side[unchecked: Int(neighbor)]
          if seen == own { return nil }
          if seen == unseen {
            unsafe side[unchecked: Int(neighbor)] = own ^ 1
            order[tail] = neighbor
            tail += 1
          }
        }
      }
    }
    return ContiguousArray(sides.lazy.map { $0 == 1 })
  }
}

private let unseen: UInt8 = 2
