import GraphCore

extension Graph {
  /// The leading pair of an undirected graph with positive weights; nil where it has no edges.
  func leadingSymmetricPair(
    _ options: EigenvectorOptions, execution: Execution
  ) throws(GraphError) -> LeadingPair? {
    let components = ComponentRows(connectedComponents())
    let strengths = strengths()
    var places = ContiguousArray<UInt32>()
    var best: LeadingPair?
    var rounds = 0
    // Components come in the order of their smallest vertex, so a later one must be larger to be taken.
    for label in 0..<components.count where components[label].count > 1 {
      let vertices = components[label]
      if let best, eigenvalueBound(on: vertices, strengths) < best.value { continue }
      let pair = try leadingPair(ofComponent: vertices, &places, options, execution: execution)
      rounds += pair.rounds
      if let best, LeadingPair.isTie(pair.value, best.value) || pair.value < best.value { continue }
      best = pair
    }
    best?.rounds = rounds
    return best
  }

  /// An upper bound of a component's eigenvalues: the largest √(s(u)·s(v)) over its edges.
  private func eigenvalueBound(on vertices: ArraySlice<UInt32>, _ strengths: [Double]) -> Double {
    var largest = 0.0
    for vertex in vertices {
      for neighbor in neighbors(of: Int(vertex)) {
        largest = max(largest, strengths[Int(vertex)] * strengths[Int(neighbor)])
      }
    }
    return largest.squareRoot()
  }

  /// The leading pair of a component, its vector 0 elsewhere.
  ///
  /// Where the component is most of the graph, products run on the whole of it: they leave what is 0 elsewhere.
  private func leadingPair(
    ofComponent vertices: ArraySlice<UInt32>, _ places: inout ContiguousArray<UInt32>,
    _ options: EigenvectorOptions, execution: Execution
  ) throws(GraphError) -> LeadingPair {
    let share = 1 / Double(vertices.count).squareRoot()
    var vector = ContiguousArray(repeating: 0.0, count: vertexCount)
    if vertices.count > vertexCount / 2 {
      for vertex in vertices { vector[Int(vertex)] = share }
      return try leadingPair(from: vector, dimension: vertices.count, options, execution)
    }
    if places.isEmpty { places = ContiguousArray(repeating: .max, count: vertexCount) }
    let component = induced(on: ContiguousArray(vertices), places: &places)
    let start = ContiguousArray(repeating: share, count: vertices.count)
    let pair = try component.leadingPair(from: start, dimension: vertices.count, options, execution)
    for (value, vertex) in zip(pair.vector, vertices) { vector[Int(vertex)] = value }
    return LeadingPair(value: pair.value, vector: vector, rounds: pair.rounds)
  }

  /// The leading pair of the one component where a vector is not 0.
  private func leadingPair(
    from vector: ContiguousArray<Double>, dimension: Int, _ options: EigenvectorOptions,
    _ execution: Execution
  ) throws(GraphError) -> LeadingPair {
    let order = ProductOrder.paying(for: self)
    let adjacency = try AdjacencyProduct(inward: self, order, execution: execution)
    var pair = try LanczosIteration(adjacency, dimension: dimension, execution)
      .leadingPair(from: order.ordered(vector), options)
    pair.vector = order.restored(pair.vector)
    return pair
  }
}
