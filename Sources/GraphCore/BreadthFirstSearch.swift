/// The scratch of breadth-first searches, reused from one source to the next.
package struct BreadthFirstSearch: ~Copyable {
  /// Distance in steps from the last source; -1 where it was not reached.
  package private(set) var distances: ContiguousArray<Int32>
  /// The first `reachedCount` are the vertices reached.
  private var queue: ContiguousArray<UInt32>
  /// Number of vertices reached, the source included.
  package private(set) var reachedCount = 0
  /// Level `l` is `queue[levelStarts[l] ..< levelStarts[l + 1]]`.
  private var levelStarts: ContiguousArray<Int> = [0]

  package init(vertexCount: Int) {
    distances = ContiguousArray(repeating: -1, count: vertexCount)
    queue = ContiguousArray(repeating: 0, count: vertexCount)
  }

  /// The vertices reached, the source first, in order of distance.
  package var order: ArraySlice<UInt32> { queue[0..<reachedCount] }
  /// One more than the largest distance reached.
  package var levelCount: Int { levelStarts.count - 1 }

  /// Number of vertices at a distance below `levelCount`.
  package func levelSize(_ level: Int) -> Int { levelStarts[level + 1] - levelStarts[level] }

  /// Adds up a value of the vertices at a distance below `levelCount`.
  package func sum(of values: Span<UInt32>, atLevel level: Int) -> UInt32 {
    let queue = queue.span
    var sum: UInt32 = 0
    for place in levelStarts[level]..<levelStarts[level + 1] { sum += values[Int(queue[place])] }
    return sum
  }

  /// Searches from `source` along arcs, at most `limit` steps far.
  ///
  /// - Complexity: O(reached vertices and their arcs), clearing the last search included.
  package mutating func run(_ graph: borrowing Graph, from source: Int, limit: Int32 = .max) {
    for place in 0..<reachedCount { distances[Int(queue[place])] = -1 }
    levelStarts.removeAll(keepingCapacity: true)
    reachedCount = search(
      graph.offsets.span, graph.targets.span, from: source, limit: limit, &distances, &queue, &levelStarts)
  }
}

/// Fills the levels and returns the number of vertices reached.
private func search(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, from source: Int, limit: Int32,
  _ distances: inout ContiguousArray<Int32>, _ queue: inout ContiguousArray<UInt32>,
  _ levelStarts: inout ContiguousArray<Int>
) -> Int {
  precondition(distances.count == offsets.count - 1 && queue.count == distances.count)
  var distances = distances.mutableSpan
  var queue = queue.mutableSpan
  distances[source] = 0
  queue[0] = UInt32(truncatingIfNeeded: source)
  var head = 0
  var tail = 1
  var level: Int32 = 0
  while head < tail {
    levelStarts.append(head)
    let end = tail
    if level == limit { break }
    level += 1
    while head < end {
      let vertex = Int(queue[head])
      head += 1
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        let target = targets[slot]
        // Targets are below the vertex count, the length of both arrays; a vertex enters the queue once.
        if unsafe distances[unchecked: Int(target)] < 0 {
          unsafe distances[unchecked: Int(target)] = level
          unsafe queue[unchecked: tail] = target
          tail += 1
        }
      }
    }
  }
  levelStarts.append(tail)
  return tail
}
