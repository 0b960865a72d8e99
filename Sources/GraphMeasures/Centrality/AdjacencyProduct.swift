import GraphCore

/// Products of a graph's adjacency matrix with vectors: each vertex gathers from those with an arc to it.
struct AdjacencyProduct: Sendable {
  private enum Rows {
    case asStored(Graph)
    case blocked(BlockedAdjacency)
  }

  let vertexCount: Int
  let arcCount: Int
  /// How places are shared among threads; a product's sums do not depend on it.
  let partitions: Partitions
  private let rows: Rows

  /// For a few products.
  ///
  /// - Parameter inward: The graph with every arc turned round.
  init(inward graph: Graph) {
    vertexCount = graph.vertexCount
    arcCount = graph.arcCount
    partitions = Partitions(balancing: graph.offsets, parts: Self.parts(of: graph))
    rows = .asStored(graph)
  }

  /// For many products: worth the preparation, and memory for a copy of the arcs at half the size.
  ///
  /// - Parameters:
  ///   - inward: The graph with every arc turned round.
  ///   - order: That of the vectors' values.
  ///   - execution: Threads and cancellation of the preparation.
  init(inward graph: Graph, _ order: ProductOrder, execution: Execution) throws(GraphError) {
    guard order.isByDegree || BlockedAdjacency.pays(for: graph) else {
      self.init(inward: graph)
      return
    }
    try self.init(inward: graph, order, PlaceBlocks(of: graph.vertexCount), execution: execution)
  }

  /// Cut into blocks, whatever the graph.
  init(
    inward graph: Graph, _ order: ProductOrder, _ blocks: PlaceBlocks, execution: Execution
  ) throws(GraphError) {
    vertexCount = graph.vertexCount
    arcCount = graph.arcCount
    var offsets: ContiguousArray<Int> = [0]
    offsets.reserveCapacity(vertexCount + 1)
    for place in 0..<vertexCount {
      offsets.append(offsets[place] + graph.degree(of: order.vertex(at: place)))
    }
    partitions = Partitions(balancing: offsets, parts: Self.parts(of: graph), longest: blocks.length)
    rows = .blocked(
      try BlockedAdjacency(inward: graph, order, blocks, bands: partitions, execution: execution))
  }

  /// Graphs too small to gain from threads are one part.
  private static func parts(of graph: Graph) -> Int {
    max(1, min(256, (graph.vertexCount + graph.arcCount) / 65_536))
  }

  func times(
    _ vector: ContiguousArray<Double>, execution: Execution
  ) throws(GraphError) -> ContiguousArray<Double> {
    var product = ContiguousArray(repeating: 0.0, count: vector.count)
    try multiply(vector, into: &product, execution: execution)
    return product
  }

  /// Replaces `product` by what each place gathers from a vector.
  func multiply(
    _ vector: ContiguousArray<Double>, into product: inout ContiguousArray<Double>, execution: Execution
  ) throws(GraphError) {
    if case .blocked(let matrix) = rows {
      try matrix.multiply(vector, into: &product, execution: execution)
    } else {
      _ = try multiply(vector, into: &product, execution: execution) { _, _ in }
    }
  }

  /// The same, and calls `body` once for each part of the product to change in place, concurrently; returns the
  /// results in the order of the parts.
  func multiply<Result: Sendable>(
    _ vector: ContiguousArray<Double>, into product: inout ContiguousArray<Double>, execution: Execution,
    _ body: @Sendable (Range<Int>, inout MutableSpan<Double>) -> Result
  ) throws(GraphError) -> [Result] {
    switch rows {
    case .asStored(let graph):
      return try execution.update(&product, partitions) { vertices, sums in
        gather(graph, from: vector, into: vertices, &sums)
        return body(vertices, &sums)
      }
    case .blocked(let matrix):
      try matrix.multiply(vector, into: &product, execution: execution)
      return try execution.update(&product, partitions, body)
    }
  }
}

/// What some vertices gather; `sums[0]` is that of the first.
private func gather(
  _ inward: Graph, from vector: ContiguousArray<Double>, into vertices: Range<Int>,
  _ sums: inout MutableSpan<Double>
) {
  let offsets = inward.offsets.span
  let sources = inward.targets.span
  let values = vector.span
  precondition(values.count == inward.vertexCount && sums.count == vertices.count)
  if let weights = inward.weights {
    let weights = weights.span
    for vertex in vertices {
      sums[vertex - vertices.lowerBound] = sumOfValues(
        values, at: sources, times: weights, offsets[vertex]..<offsets[vertex + 1])
    }
  } else {
    for vertex in vertices {
      sums[vertex - vertices.lowerBound] = sumOfValues(
        values, at: sources, offsets[vertex]..<offsets[vertex + 1])
    }
  }
}
