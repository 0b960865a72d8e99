import GraphCore

/// An undirected graph renumbered in degeneracy order; the neighbors of each vertex fall into those before it
/// and those after it.
struct LaterNeighbors: Sendable {
  /// The graph by place in the order; rows ascend.
  let graph: Graph
  /// For each place the slot of its first later neighbor.
  let starts: ContiguousArray<Int>
  /// The vertex at each place.
  let vertices: ContiguousArray<UInt32>
  /// The core number of the vertex at each place.
  let cores: ContiguousArray<UInt32>

  init(_ original: Graph) {
    let order = DegeneracyOrder(original)
    let n = original.vertexCount
    graph = original.unweighted().renumbered(order.places)
    var starts = ContiguousArray(repeating: 0, count: n)
    for place in 0..<n {
      starts[place] = graph.neighbors(of: place).partitioningIndex { $0 > place }
    }
    self.starts = starts
    vertices = order.vertices
    cores = ContiguousArray(order.vertices.map { order.cores[Int($0)] })
  }

  func earlier(_ place: Int) -> ArraySlice<UInt32> { graph.targets[graph.offsets[place]..<starts[place]] }
  func later(_ place: Int) -> ArraySlice<UInt32> { graph.targets[starts[place]..<graph.offsets[place + 1]] }
}
