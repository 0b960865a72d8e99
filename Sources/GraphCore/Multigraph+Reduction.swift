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
    let weights = edgeWeights
    let edges = arcEdges
    return Graph(
      reducing: offsets, targets, direction: direction, rule,
      weight: weights.isEmpty ? nil : { weights[Int(edges[$0])] })
  }

  /// Number of edges that join a vertex to itself.
  public var selfLoopCount: Int {
    var count = 0
    for vertex in 0..<vertexCount { count += edges(from: vertex, to: vertex).count }
    return count
  }
}

extension Graph {
  /// Creates the simple graph of some edges: what ``Multigraph/reduced(_:)`` gives, without the multigraph.
  ///
  /// Where no edge has a weight, arcs need not remember their edges, which takes a fraction of time and memory.
  ///
  /// - Parameters:
  ///   - vertexCount: Number of vertices.
  ///   - edges: The edges.
  ///   - direction: How to read them.
  ///   - rule: What parallel edges become.
  ///   - execution: Threads to build with; the graph is the same for any number.
  /// - Throws: ``GraphError`` as the multigraph's initializer.
  /// - Complexity: O(*n* + *m*) time. Beside the result, little memory up to two million vertices, 8 bytes an arc
  ///   beyond, or where edges have weights.
  public init(
    vertexCount: Int, edges: EdgeList, direction: Direction, rule: ParallelEdgeRule,
    execution: Execution = .serial
  ) throws(GraphError) {
    guard edges.weights.isEmpty else {
      self = try Multigraph(
        vertexCount: vertexCount, edges: edges, direction: direction, execution: execution
      ).reduced(rule)
      return
    }
    let rows = try SimpleRows(edges, vertexCount: vertexCount, direction: direction, execution: execution)
    self.init(
      direction: direction, offsets: rows.offsets, targets: rows.targets,
      weights: rule == .sum ? rows.sums() : nil)
  }

  /// Merges parallel arcs and leaves self-loops out, in rows whose targets ascend.
  ///
  /// - Parameter weight: The weight of the arc in a slot; nil where all are 1.
  fileprivate init(
    reducing offsets: ContiguousArray<Int>, _ targets: ContiguousArray<UInt32>, direction: Direction,
    _ rule: ParallelEdgeRule, weight: ((Int) -> Double)?
  ) {
    if weight == nil, isSimple(offsets.span, targets.span) {
      self.init(direction: direction, offsets: offsets, targets: targets, weights: nil)
      return
    }
    let vertexCount = offsets.count - 1
    var keptOffsets = ContiguousArray(repeating: 0, count: vertexCount + 1)
    var keptTargets: ContiguousArray<UInt32> = []
    var keptWeights: ContiguousArray<Double> = []
    keptTargets.reserveCapacity(targets.count)
    keptWeights.reserveCapacity(targets.count)
    for vertex in 0..<vertexCount {
      let start = keptTargets.count
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        let target = targets[slot]
        if Int(target) == vertex { continue }
        let weight = weight?(slot) ?? 1
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
    self.init(
      direction: direction, offsets: keptOffsets, targets: keptTargets,
      weights: isWeighted ? keptWeights : nil)
  }
}

/// Whether there is neither a self-loop nor a second arc between two vertices.
private func isSimple(_ offsets: Span<Int>, _ targets: Span<UInt32>) -> Bool {
  for vertex in 0..<(offsets.count - 1) {
    var previous = -1
    for slot in offsets[vertex]..<offsets[vertex + 1] {
      let target = Int(targets[slot])
      if target == vertex || target == previous { return false }
      previous = target
    }
  }
  return true
}
