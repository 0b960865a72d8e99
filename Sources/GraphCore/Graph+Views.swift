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
