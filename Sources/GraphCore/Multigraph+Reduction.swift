/// What parallel edges become when a ``Multigraph`` is reduced to a simple ``Graph``.
public enum ParallelEdgeRule: String, Hashable, Sendable, CaseIterable {
  /// One edge with the weight of the first in data order.
  case once
  /// One edge with the weights added.
  case sum
  /// One edge with the largest weight.
  case max
  /// One edge with the smallest weight: the shortest, where weights are lengths.
  case min
}

extension Multigraph {
  /// Returns the simple graph in which parallel edges are merged by `rule` and self-loops are left out.
  ///
  /// Shares memory with the multigraph where nothing had to be merged or left out.
  ///
  /// - Parameter rule: What parallel edges become.
  /// - Returns: A graph with the same vertices. It is unweighted where every weight comes out as 1.
  /// - Complexity: O(*n* + *m*).
  public func reduced(_ rule: ParallelEdgeRule) -> Graph {
    var keptOffsets = ContiguousArray(repeating: 0, count: vertexCount + 1)
    for vertex in 0..<vertexCount {
      var kept = 0
      var previous = UInt32(truncatingIfNeeded: vertex)
      var isFirst = true
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        let target = targets[slot]
        if Int(target) != vertex, isFirst || target != previous {
          kept += 1
          isFirst = false
        }
        previous = target
      }
      keptOffsets[vertex + 1] = keptOffsets[vertex] + kept
    }

    let isSimple = keptOffsets[vertexCount] == arcCount
    if isSimple, edgeWeights.isEmpty {
      return Graph(direction: direction, offsets: offsets, targets: targets, weights: nil)
    }

    var keptTargets = ContiguousArray<UInt32>(repeating: 0, count: keptOffsets[vertexCount])
    var keptWeights = ContiguousArray<Double>(repeating: 0, count: keptOffsets[vertexCount])
    for vertex in 0..<vertexCount {
      var place = keptOffsets[vertex] - 1
      let start = keptOffsets[vertex]
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        let target = targets[slot]
        if Int(target) == vertex { continue }
        let weight = edgeWeights.isEmpty ? 1 : edgeWeights[Int(arcEdges[slot])]
        if place < start || keptTargets[place] != target {
          place += 1
          keptTargets[place] = target
          keptWeights[place] = weight
        } else {
          switch rule {
          case .once: break
          case .sum: keptWeights[place] += weight
          case .max: keptWeights[place] = Swift.max(keptWeights[place], weight)
          case .min: keptWeights[place] = Swift.min(keptWeights[place], weight)
          }
        }
      }
    }
    let isWeighted = keptWeights.contains { $0 != 1 }
    return Graph(
      direction: direction, offsets: keptOffsets, targets: keptTargets,
      weights: isWeighted ? keptWeights : nil)
  }

  /// Number of edges that join a vertex to itself.
  public var selfLoopCount: Int {
    var count = 0
    for vertex in 0..<vertexCount { count += edges(from: vertex, to: vertex).count }
    return count
  }
}
