extension Graph {
  /// The graph with every arc turned round; the same graph where it is undirected.
  ///
  /// - Complexity: O(*n* + *m*).
  public func transposed() -> Graph {
    guard direction == .directed else { return self }
    let n = vertexCount
    var newOffsets = ContiguousArray(repeating: 0, count: n + 1)
    for target in targets { newOffsets[Int(target) + 1] += 1 }
    for vertex in 0..<n { newOffsets[vertex + 1] += newOffsets[vertex] }
    var newTargets = ContiguousArray<UInt32>(repeating: 0, count: arcCount)
    var newWeights = weights
    var next = newOffsets
    for source in 0..<n {
      for slot in offsets[source]..<offsets[source + 1] {
        let target = Int(targets[slot])
        let place = next[target]
        next[target] = place + 1
        newTargets[place] = UInt32(truncatingIfNeeded: source)
        if let weights { newWeights?[place] = weights[slot] }
      }
    }
    return Graph(direction: .directed, offsets: newOffsets, targets: newTargets, weights: newWeights)
  }

  /// The undirected graph in which `u` and `v` are joined by the sum of the weights of the arcs between them;
  /// the same graph where it is undirected already.
  ///
  /// An edge has the weight w(u, v) + w(v, u), an absent arc counting 0: 2 where an unweighted directed graph
  /// has arcs both ways, 1 where it has one.
  ///
  /// - Complexity: O(*n* + *m*).
  public func symmetrized() -> Graph {
    guard direction == .directed else { return self }
    let reverse = transposed()
    var newOffsets = ContiguousArray(repeating: 0, count: vertexCount + 1)
    var newTargets: ContiguousArray<UInt32> = []
    var newWeights: ContiguousArray<Double> = []
    newTargets.reserveCapacity(arcCount)
    newWeights.reserveCapacity(arcCount)
    for vertex in 0..<vertexCount {
      var out = offsets[vertex]
      var back = reverse.offsets[vertex]
      while out < offsets[vertex + 1] || back < reverse.offsets[vertex + 1] {
        let outTarget = out < offsets[vertex + 1] ? targets[out] : .max
        let backTarget = back < reverse.offsets[vertex + 1] ? reverse.targets[back] : .max
        var weight = 0.0
        // The sum of two numbers does not depend on their order: both arcs get the same bits.
        if outTarget <= backTarget {
          weight += self.weight(atSlot: out)
          out += 1
        }
        if backTarget <= outTarget {
          weight += reverse.weight(atSlot: back)
          back += 1
        }
        newTargets.append(Swift.min(outTarget, backTarget))
        newWeights.append(weight)
      }
      newOffsets[vertex + 1] = newTargets.count
    }
    let isWeighted = newWeights.contains { $0 != 1 }
    return Graph(
      direction: .undirected, offsets: newOffsets, targets: newTargets,
      weights: isWeighted ? newWeights : nil)
  }

  /// The same structure without weights.
  public func unweighted() -> Graph {
    Graph(direction: direction, offsets: offsets, targets: targets, weights: nil)
  }

  /// The same structure with each weight replaced.
  ///
  /// - Parameter transform: Applied to every arc's weight; must depend on the weight alone, so that both
  ///   arcs of an undirected edge stay equal.
  public func mapWeights(_ transform: (Double) -> Double) -> Graph {
    let mapped = ContiguousArray((0..<arcCount).map { transform(weight(atSlot: $0)) })
    return Graph(direction: direction, offsets: offsets, targets: targets, weights: mapped)
  }
}
