public import GraphCore

extension Graph {
  /// Tells for every vertex whether taking it away would split its component.
  ///
  /// Directions and weights are ignored.
  ///
  /// - Returns: One answer per vertex, in vertex order; false for isolated vertices and ends of ties that lead
  ///   nowhere else.
  /// - Complexity: O(*n* + *m*) time; O(*n*) memory, and as much as the graph for a directed one. The search
  ///   keeps its own stack, so long paths do no harm.
  ///
  /// Exact. Agrees with NetworkX `articulation_points` and igraph `articulation_points`.
  ///
  /// Reference: J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation",
  /// Communications of the ACM 16 (1973) 372–378, doi:10.1145/362248.362272.
  public func articulationPoints() -> [Bool] {
    let graph = symmetrized()
    return cutVertices(offsets: graph.offsets.span, targets: graph.targets.span)
  }
}

/// Depth-first search from each component's smallest vertex.
///
/// `numbers` counts vertices in the order of discovery from 1; `lows` is the smallest number that a vertex or
/// those below it in the search tree are tied to. Other than the root, a vertex cuts where some child's low is
/// not above it; the root cuts where it has two children.
private func cutVertices(offsets: Span<Int>, targets: Span<UInt32>) -> [Bool] {
  let n = offsets.count - 1
  var cuts = [Bool](repeating: false, count: n)
  var numbers = ContiguousArray<UInt32>(repeating: 0, count: n)
  var lows = ContiguousArray<UInt32>(repeating: 0, count: n)
  var parents = ContiguousArray<UInt32>(repeating: .max, count: n)
  var next = ContiguousArray<Int>(repeating: 0, count: n)
  var number: UInt32 = 0
  for root in 0..<n where numbers[root] == 0 {
    var rootChildren = 0
    var vertex = root
    number += 1
    numbers[vertex] = number
    lows[vertex] = number
    next[vertex] = offsets[vertex]
    while true {
      if next[vertex] < offsets[vertex + 1] {
        let target = targets[next[vertex]]
        let neighbor = Int(target)
        next[vertex] += 1
        if numbers[neighbor] == 0 {
          parents[neighbor] = UInt32(truncatingIfNeeded: vertex)
          number += 1
          numbers[neighbor] = number
          lows[neighbor] = number
          next[neighbor] = offsets[neighbor]
          vertex = neighbor
        } else if target != parents[vertex] {
          lows[vertex] = min(lows[vertex], numbers[neighbor])
        }
      } else {
        if vertex == root { break }
        let parent = Int(parents[vertex])
        if parent == root {
          rootChildren += 1
        } else if lows[vertex] >= numbers[parent] {
          cuts[parent] = true
        }
        lows[parent] = min(lows[parent], lows[vertex])
        vertex = parent
      }
    }
    cuts[root] = rootChildren > 1
  }
  return cuts
}
