import GraphCore

/// Products of a graph's adjacency matrix with vectors: each vertex gathers from those with an arc to it.
struct AdjacencyProduct {
  /// The graph with every arc turned round.
  let inward: Graph
  private let partitions: Partitions

  init(inward: Graph) {
    self.inward = inward
    // Graphs too small to gain from threads are one part.
    let work = inward.vertexCount + inward.arcCount
    partitions = Partitions(balancing: inward, parts: max(1, min(64, work / 65_536)))
  }

  func times(
    _ vector: ContiguousArray<Double>, execution: Execution
  ) throws(GraphError) -> ContiguousArray<Double> {
    var product = ContiguousArray<Double>()
    product.reserveCapacity(vector.count)
    try execution.reduce(partitions) { vertices in
      gather(vector, along: inward, into: vertices)
    } merge: { part in
      product.append(contentsOf: part)
    }
    return product
  }
}

private func gather(
  _ vector: ContiguousArray<Double>, along inward: Graph, into vertices: Range<Int>
) -> ContiguousArray<Double> {
  let offsets = inward.offsets.span
  let sources = inward.targets.span
  let values = vector.span
  precondition(values.count == inward.vertexCount)
  var product = ContiguousArray(repeating: 0.0, count: vertices.count)
  var sums = product.mutableSpan
  if let weights = inward.weights {
    let weights = weights.span
    for vertex in vertices {
      var sum = 0.0
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        // A graph's targets are below its vertex count.
        unsafe sum += values[unchecked: Int(sources[slot])] * weights[slot]
      }
      sums[vertex - vertices.lowerBound] = sum
    }
  } else {
    for vertex in vertices {
      sums[vertex - vertices.lowerBound] = sumOfValues(
        values, at: sources, offsets[vertex]..<offsets[vertex + 1])
    }
  }
  return product
}
