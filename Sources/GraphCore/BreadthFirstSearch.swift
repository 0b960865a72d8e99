/// The scratch of breadth-first searches, reused from one source to the next.
package struct BreadthFirstSearch: ~Copyable {
  /// Distance in steps from the last source; -1 where it was not reached.
  package private(set) var distances: ContiguousArray<Int32>
  /// The vertices reached, the source first, in order of distance.
  package private(set) var order: ContiguousArray<UInt32>

  package init(vertexCount: Int) {
    distances = ContiguousArray(repeating: -1, count: vertexCount)
    order = []
    order.reserveCapacity(vertexCount)
  }

  /// Searches from `source` along arcs, at most `limit` steps far.
  ///
  /// - Complexity: O(reached vertices and their arcs), clearing the last search included.
  package mutating func run(_ graph: borrowing Graph, from source: Int, limit: Int32 = .max) {
    for vertex in order { distances[Int(vertex)] = -1 }
    order.removeAll(keepingCapacity: true)
    distances[source] = 0
    order.append(UInt32(truncatingIfNeeded: source))
    var head = 0
    while head < order.count {
      let vertex = Int(order[head])
      head += 1
      let distance = distances[vertex]
      if distance == limit { return }
      for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1] {
        let target = graph.targets[slot]
        if distances[Int(target)] < 0 {
          distances[Int(target)] = distance + 1
          order.append(target)
        }
      }
    }
  }
}
