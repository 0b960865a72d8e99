import GraphCore

/// Products of a graph's adjacency matrix with vectors: each vertex gathers from those with an arc to it.
struct AdjacencyProduct: Sendable {
  /// The graph with every arc turned round.
  let inward: Graph
  /// How its vertices are shared among threads; a product's sums do not depend on it.
  let partitions: Partitions

  init(inward: Graph) {
    self.inward = inward
    // Graphs too small to gain from threads are one part.
    let work = inward.vertexCount + inward.arcCount
    partitions = Partitions(balancing: inward, parts: max(1, min(256, work / 65_536)))
  }

  func times(
    _ vector: ContiguousArray<Double>, execution: Execution
  ) throws(GraphError) -> ContiguousArray<Double> {
    var product = ContiguousArray(repeating: 0.0, count: vector.count)
    _ = try execution.update(&product, partitions) { vertices, sums in
      gather(from: vector, into: vertices, &sums)
    }
    return product
  }

  /// The product's entries of some vertices; `sums[0]` is that of the first.
  func gather(
    from vector: ContiguousArray<Double>, into vertices: Range<Int>, _ sums: inout MutableSpan<Double>
  ) {
    let offsets = inward.offsets.span
    let sources = inward.targets.span
    let values = vector.span
    precondition(values.count == inward.vertexCount && sums.count == vertices.count)
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
  }
}
