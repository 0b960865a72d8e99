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
    if edgeWeights.isEmpty, isSimple {
      return Graph(direction: direction, offsets: offsets, targets: targets, weights: nil)
    }
    var keptOffsets = ContiguousArray(repeating: 0, count: vertexCount + 1)
    var keptTargets: ContiguousArray<UInt32> = []
    var keptWeights: ContiguousArray<Double> = []
    keptTargets.reserveCapacity(arcCount)
    keptWeights.reserveCapacity(arcCount)
    for vertex in 0..<vertexCount {
      let start = keptTargets.count
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        let target = targets[slot]
        if Int(target) == vertex { continue }
        let weight = edgeWeights.isEmpty ? 1 : edgeWeights[Int(arcEdges[slot])]
        let last = keptTargets.count - 1
        if last < start || keptTargets[last] != target {
          keptTargets.append(target)
          keptWeights.append(weight)
        } else {
          switch rule {
          case .once: break
          case .sum: keptWeights[last] += weight
          case .max: keptWeights[last] = Swift.max(keptWeights[last], weight)
          case .min: keptWeights[last] = Swift.min(keptWeights[last], weight)
          }
        }
      }
      keptOffsets[vertex + 1] = keptTargets.count
    }
    let isWeighted = keptWeights.contains { $0 != 1 }
    return Graph(
      direction: direction, offsets: keptOffsets, targets: keptTargets,
      weights: isWeighted ? keptWeights : nil)
  }

  /// Whether there is neither a self-loop nor a second edge between two vertices.
  private var isSimple: Bool {
    let targets = targets.span
    for vertex in 0..<vertexCount {
      var previous = -1
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        let target = Int(targets[slot])
        if target == vertex || target == previous { return false }
        previous = target
      }
    }
    return true
  }

  /// Number of edges that join a vertex to itself.
  public var selfLoopCount: Int {
    var count = 0
    for vertex in 0..<vertexCount { count += edges(from: vertex, to: vertex).count }
    return count
  }
}
