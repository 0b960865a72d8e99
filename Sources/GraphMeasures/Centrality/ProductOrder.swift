package import GraphCore

/// An undirected graph with its vertices renumbered by descending degree.
///
/// Most arcs of a skewed graph run to few vertices. Renumbered, their values lie next to each other and stay in
/// the processor's cache, and rows of one length follow each other. On a graph of 16 million edges and a million
/// vertices, a product with a vector takes two thirds of the time; renumbering costs as much as three.
package struct DegreeOrder: Sendable {
  package let graph: Graph
  /// The vertex that each place holds.
  private let vertices: ContiguousArray<UInt32>

  /// Values in the order of the vertices, put in that of the places.
  package func ordered(_ values: ContiguousArray<Double>) -> ContiguousArray<Double> {
    ContiguousArray(vertices.map { values[Int($0)] })
  }

  /// Values by place, put back in the order of the vertices.
  package func restored(_ values: some Collection<Double>) -> ContiguousArray<Double> {
    var restored = ContiguousArray(repeating: 0.0, count: values.count)
    for (vertex, value) in zip(vertices, values) { restored[Int(vertex)] = value }
    return restored
  }

  /// Whether many products on the graph gain from it: where vectors outgrow the caches next to a core, and rows
  /// are long enough to gain by.
  package static func pays(for graph: Graph) -> Bool {
    graph.vertexCount > 1 << 17 && graph.arcCount > 16 * graph.vertexCount
  }

  package init(_ graph: Graph, execution: Execution) throws(GraphError) {
    vertices = verticesByDescendingDegree(graph)
    let n = graph.vertexCount
    var places = ContiguousArray<UInt32>(repeating: 0, count: n)
    var offsets = ContiguousArray(repeating: 0, count: n + 1)
    for place in 0..<n {
      let vertex = Int(vertices[place])
      places[vertex] = UInt32(truncatingIfNeeded: place)
      offsets[place + 1] = offsets[place] + graph.degree(of: vertex)
    }
    let partitions = Partitions(balancing: offsets, parts: 64)
    var targets = ContiguousArray<UInt32>(repeating: 0, count: graph.arcCount)
    try execution.update(&targets, ofRows: offsets, partitions) { [vertices, places] rows, targets in
      copyTargets(of: graph, vertices[rows], places, into: &targets)
    }
    var weights = graph.weights
    if var old = weights {
      weights = nil
      try execution.update(&old, ofRows: offsets, partitions) { [vertices] rows, weights in
        copyWeights(of: graph, vertices[rows], into: &weights)
      }
      weights = old
    }
    self.graph = Graph(direction: graph.direction, offsets: offsets, targets: targets, weights: weights)
  }
}

/// All vertices, those of equal degree in ascending order: sorted by counting.
private func verticesByDescendingDegree(_ graph: Graph) -> ContiguousArray<UInt32> {
  let n = graph.vertexCount
  let largest = (0..<n).reduce(0) { max($0, graph.degree(of: $1)) }
  var starts = ContiguousArray(repeating: 0, count: largest + 2)
  for vertex in 0..<n { starts[largest - graph.degree(of: vertex) + 1] += 1 }
  for place in 0...largest { starts[place + 1] += starts[place] }
  var vertices = ContiguousArray<UInt32>(repeating: 0, count: n)
  for vertex in 0..<n {
    let rank = largest - graph.degree(of: vertex)
    vertices[starts[rank]] = UInt32(truncatingIfNeeded: vertex)
    starts[rank] += 1
  }
  return vertices
}

private func copyTargets(
  of graph: Graph, _ vertices: ArraySlice<UInt32>, _ places: ContiguousArray<UInt32>,
  into targets: inout MutableSpan<UInt32>
) {
  let old = graph.targets.span
  let places = places.span
  var next = 0
  for vertex in vertices {
    for slot in graph.offsets[Int(vertex)]..<graph.offsets[Int(vertex) + 1] {
      // There is a place for every vertex.
      targets[next] = unsafe places[unchecked: Int(old[slot])]
      next += 1
    }
  }
}

private func copyWeights(
  of graph: Graph, _ vertices: ArraySlice<UInt32>, into weights: inout MutableSpan<Double>
) {
  var next = 0
  for vertex in vertices {
    for slot in graph.offsets[Int(vertex)]..<graph.offsets[Int(vertex) + 1] {
      weights[next] = graph.weight(atSlot: slot)
      next += 1
    }
  }
}
