import GraphCore

/// Summarizes the distances to each vertex by a search of its own, against the arcs.
func lengthSummaries(
  _ inward: Graph, _ lengths: ContiguousArray<Double>, radii: [Double], execution: Execution
) throws(GraphError) -> DistanceSummaries {
  var all = DistanceSummaries(vertexCount: inward.vertexCount, radii: radii)
  var next = 0
  try execution.reduce(Partitions(of: inward.vertexCount, parts: 64)) { vertices in
    var part = DistanceSummaries(vertexCount: vertices.count, radii: radii)
    var search = ShortestPathSearch(inward, lengths: lengths)
    for (index, vertex) in vertices.enumerated() {
      search.run(from: vertex)
      part.set(index, to: search)
    }
    return part
  } merge: { part in
    all.replace(from: next, with: part)
    next += part.vertexCount
  }
  return all
}

extension DistanceSummaries {
  /// Replaces the summaries of some vertices in a row.
  fileprivate mutating func replace(from first: Int, with part: DistanceSummaries) {
    let vertices = first..<(first + part.vertexCount)
    reachedCounts.replaceSubrange(vertices, with: part.reachedCounts)
    sums.replaceSubrange(vertices, with: part.sums)
    reciprocalSums.replaceSubrange(vertices, with: part.reciprocalSums)
    largest.replaceSubrange(vertices, with: part.largest)
    for rank in radii.indices {
      countsWithin[rank].replaceSubrange(vertices, with: part.countsWithin[rank])
    }
  }

  fileprivate mutating func set(_ index: Int, to search: borrowing ShortestPathSearch) {
    var sum = 0.0
    var reciprocalSum = 0.0
    var farthest = 0.0
    for place in 1..<max(1, search.reachedCount) {
      let distance = search.distances[Int(search.order[place])]
      sum += distance
      reciprocalSum += 1 / distance
      farthest = max(farthest, distance)
      for (rank, radius) in radii.enumerated() where distance <= radius { countsWithin[rank][index] += 1 }
    }
    reachedCounts[index] = search.reachedCount - 1
    sums[index] = sum
    reciprocalSums[index] = reciprocalSum
    largest[index] = farthest
  }
}
