import GraphCore

/// What closeness and harmonic centrality need to know of the distances to one vertex.
struct DistanceSummary {
  /// Vertices with a path to this one, itself included.
  var reachedCount = 0
  /// Sum of their distances.
  var sum = 0.0
  /// Sum of 1/distance over all but the vertex itself.
  var reciprocalSum = 0.0
}

extension Graph {
  /// Summarises the distances from all others to each vertex.
  func distanceSummaries(
    _ options: PathOptions, execution: Execution
  ) throws(GraphError) -> [DistanceSummary] {
    let inward = transposed()
    let lengths = try options.arcLengths(of: inward)
    let parts = try execution.map(Partitions(of: vertexCount, parts: 64)) { vertices in
      if let lengths { return lengthSummaries(of: inward, lengths, for: vertices) }
      return stepSummaries(of: inward, for: vertices)
    }
    return Array(parts.joined())
  }
}

private func stepSummaries(of graph: Graph, for vertices: Range<Int>) -> [DistanceSummary] {
  var search = BreadthFirstSearch(vertexCount: graph.vertexCount)
  return vertices.map { vertex in
    search.run(graph, from: vertex)
    var summary = DistanceSummary()
    summary.reachedCount = search.reachedCount
    for level in 1..<max(1, search.levelCount) {
      let size = Double(search.levelSize(level))
      summary.sum += size * Double(level)
      summary.reciprocalSum += size / Double(level)
    }
    return summary
  }
}

private func lengthSummaries(
  of graph: Graph, _ lengths: ContiguousArray<Double>, for vertices: Range<Int>
) -> [DistanceSummary] {
  var search = ShortestPathSearch(graph, lengths: lengths)
  return vertices.map { vertex in
    search.run(from: vertex)
    var summary = DistanceSummary()
    summary.reachedCount = search.reachedCount
    for place in 1..<max(1, search.reachedCount) {
      let distance = search.distances[Int(search.order[place])]
      summary.sum += distance
      summary.reciprocalSum += 1 / distance
    }
    return summary
  }
}
