/// The strongly connected components of a directed graph: within one, every vertex reaches every other.
package struct StronglyConnectedComponents: Sendable {
  /// The component of each vertex; arcs between components run from higher numbers to lower ones.
  package let labels: ContiguousArray<UInt32>
  /// The vertices of each component, ascending.
  package let members: [ContiguousArray<UInt32>]
}

extension Graph {
  /// Returns the strongly connected components, by Tarjan's search with a stack of its own.
  ///
  /// - Complexity: O(*n* + *m*) time, O(*n*) memory.
  package func stronglyConnectedComponents() -> StronglyConnectedComponents {
    let n = vertexCount
    let unseen = UInt32.max
    var labels = ContiguousArray(repeating: unseen, count: n)
    var numbers = ContiguousArray(repeating: unseen, count: n)
    var lows = ContiguousArray(repeating: unseen, count: n)
    var next = ContiguousArray(repeating: 0, count: n)
    var path: ContiguousArray<UInt32> = []
    var open: ContiguousArray<UInt32> = []
    var count: UInt32 = 0
    var number: UInt32 = 0
    for root in 0..<n where numbers[root] == unseen {
      path.append(UInt32(truncatingIfNeeded: root))
      while let top = path.last {
        let vertex = Int(top)
        if numbers[vertex] == unseen {
          numbers[vertex] = number
          lows[vertex] = number
          number += 1
          next[vertex] = offsets[vertex]
          open.append(top)
        }
        var child: UInt32?
        while next[vertex] < offsets[vertex + 1], child == nil {
          let target = targets[next[vertex]]
          next[vertex] += 1
          if numbers[Int(target)] == unseen {
            child = target
          } else if labels[Int(target)] == unseen {
            lows[vertex] = Swift.min(lows[vertex], numbers[Int(target)])
          }
        }
        if let child {
          path.append(child)
          continue
        }
        path.removeLast()
        if let parent = path.last { lows[Int(parent)] = Swift.min(lows[Int(parent)], lows[vertex]) }
        if lows[vertex] == numbers[vertex] {
          while let member = open.popLast() {
            labels[Int(member)] = count
            if member == top { break }
          }
          count += 1
        }
      }
    }
    var members = [ContiguousArray<UInt32>](repeating: [], count: Int(count))
    for vertex in 0..<n { members[Int(labels[vertex])].append(UInt32(truncatingIfNeeded: vertex)) }
    return StronglyConnectedComponents(labels: labels, members: members)
  }
}
