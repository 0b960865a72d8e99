package import GraphCore

extension Graph {
  /// Estimates how many arcs searches in steps from all vertices of an undirected graph look at.
  ///
  /// A component of n vertices and m arcs takes n/512 sweeps over its vertices and arcs, one for each level, but no
  /// more than n searches; its levels are at most twice those around any vertex, so one search tells.
  ///
  /// - Complexity: O(*n* + *m*) time, O(*n*) memory.
  package func estimatedDistanceCost(_ components: ConnectedComponents) -> Double {
    var search = BreadthFirstSearch(vertexCount: vertexCount)
    var isKnown = ContiguousArray(repeating: false, count: components.count)
    var cost = 0.0
    for vertex in 0..<vertexCount {
      let component = Int(components.labels[vertex])
      if isKnown[component] || degree(of: vertex) == 0 { continue }
      isKnown[component] = true
      search.run(self, from: vertex)
      let size = search.reachedCount
      let arcs = search.order.reduce(0) { $0 + degree(of: Int($1)) }
      let sweeps = (size + SourceSweep.laneCount - 1) / SourceSweep.laneCount
      let levels = min(size, 2 * (search.levelCount - 1))
      cost += Double(min(size, sweeps * levels)) * Double(size + arcs)
    }
    return cost
  }
}
