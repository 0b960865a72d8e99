import GraphCore

extension Graph {
  /// The same graph with its vertices in another order.
  ///
  /// - Parameter places: The new number of each vertex.
  /// - Complexity: O(*n* + *m*).
  func renumbered(_ places: ContiguousArray<UInt32>) -> Graph {
    let n = vertexCount
    var vertices = ContiguousArray<UInt32>(repeating: 0, count: n)
    for vertex in 0..<n { vertices[Int(places[vertex])] = UInt32(truncatingIfNeeded: vertex) }
    var newOffsets = ContiguousArray(repeating: 0, count: n + 1)
    var newTargets: ContiguousArray<UInt32> = []
    var newWeights: ContiguousArray<Double>? = weights.map { _ in [] }
    newTargets.reserveCapacity(arcCount)
    newWeights?.reserveCapacity(weights?.count ?? 0)
    for place in 0..<n {
      let vertex = Int(vertices[place])
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        newTargets.append(places[Int(targets[slot])])
        if let weights { newWeights?.append(weights[slot]) }
      }
      newOffsets[place + 1] = newTargets.count
    }
    // Arcs turned round come out in the order of their sources, so that rows ascend.
    let turned = Graph(direction: .directed, offsets: newOffsets, targets: newTargets, weights: newWeights)
      .transposed()
    if direction == .directed { return turned.transposed() }
    return Graph(
      direction: .undirected, offsets: turned.offsets, targets: turned.targets, weights: turned.weights)
  }
}
