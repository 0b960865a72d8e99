extension Graph {
  /// The graph of some vertices and the arcs between them, renumbered by their places in `vertices`.
  ///
  /// - Parameters:
  ///   - vertices: Vertices, ascending.
  ///   - places: For each vertex of the graph its place in `vertices`, or `UInt32.max`; scratch that the
  ///     caller owns, so that many small subgraphs cost no more than their size. It is all `UInt32.max` before
  ///     and after.
  package func induced(on vertices: ContiguousArray<UInt32>, places: inout ContiguousArray<UInt32>) -> Graph {
    for (place, vertex) in vertices.enumerated() {
      places[Int(vertex)] = UInt32(truncatingIfNeeded: place)
    }
    var newOffsets: ContiguousArray<Int> = [0]
    var newTargets: ContiguousArray<UInt32> = []
    var newWeights: ContiguousArray<Double>? = isWeighted ? [] : nil
    newOffsets.reserveCapacity(vertices.count + 1)
    for vertex in vertices {
      for slot in offsets[Int(vertex)]..<offsets[Int(vertex) + 1] {
        let place = places[Int(targets[slot])]
        if place == .max { continue }
        newTargets.append(place)
        if let weights { newWeights?.append(weights[slot]) }
      }
      newOffsets.append(newTargets.count)
    }
    for vertex in vertices { places[Int(vertex)] = .max }
    return Graph(direction: direction, offsets: newOffsets, targets: newTargets, weights: newWeights)
  }

  /// The graph without arcs of weight 0; the same graph where there are none.
  package func withoutZeroWeights() -> Graph {
    guard let weights, weights.contains(0) else { return self }
    var newOffsets: ContiguousArray<Int> = [0]
    var newTargets: ContiguousArray<UInt32> = []
    var newWeights: ContiguousArray<Double> = []
    newOffsets.reserveCapacity(vertexCount + 1)
    for vertex in 0..<vertexCount {
      for slot in offsets[vertex]..<offsets[vertex + 1] where weights[slot] != 0 {
        newTargets.append(targets[slot])
        newWeights.append(weights[slot])
      }
      newOffsets.append(newTargets.count)
    }
    return Graph(direction: direction, offsets: newOffsets, targets: newTargets, weights: newWeights)
  }
}
