import GraphCore

extension Graph {
  /// The leading pair of a directed graph with positive weights; nil where it has no cycle.
  ///
  /// A non-negative eigenvector for the largest eigenvalue lives on a strongly connected component that has it
  /// and on what that component reaches; see the theorem of Frobenius and Victory.
  func leadingDirectedPair(
    _ options: EigenvectorOptions, execution: Execution
  ) throws(GraphError) -> LeadingPair? {
    let components = stronglyConnectedComponents()
    let inward = transposed()
    var places = ContiguousArray(repeating: UInt32.max, count: vertexCount)
    var values = [Double](repeating: 0, count: components.members.count)
    var rounds = 0
    for (label, vertices) in components.members.enumerated() where vertices.count > 1 {
      let component = inward.induced(on: vertices, places: &places)
      let pair = try component.leadingPairOfStronglyConnected(options, execution: execution)
      values[label] = pair.value
      rounds += pair.rounds
    }
    guard let winner = leadingComponent(components, values) else { return nil }

    var vector = ContiguousArray(repeating: 0.0, count: vertexCount)
    let component = inward.induced(on: components.members[winner], places: &places)
    let pair = try component.leadingPairOfStronglyConnected(options, execution: execution)
    for (place, vertex) in components.members[winner].enumerated() {
      vector[Int(vertex)] = pair.vector[place]
    }
    // Arcs run from higher labels to lower ones, so what a component gathers from is known when it is reached.
    for label in (0..<winner).reversed() {
      if execution.isCancelled?() == true {
        throw GraphError(.cancelled, "the computation was cancelled")
      }
      rounds += inward.settle(
        components.members[label], in: &vector, eigenvalue: pair.value, options: options)
    }
    let space = VectorSpace(partitions: Partitions(of: vertexCount, parts: 1), execution: execution)
    try space.normalize(&vector)
    return LeadingPair(value: pair.value, vector: vector, rounds: rounds)
  }

  /// The component with the largest eigenvalue that reaches no other with the same, ties by smallest vertex.
  private func leadingComponent(_ components: StronglyConnectedComponents, _ values: [Double]) -> Int? {
    guard let largest = values.max(), largest > 0 else { return nil }
    var reachesLargest = [Bool](repeating: false, count: values.count)
    var winner: Int?
    for (label, vertices) in components.members.enumerated() {
      for vertex in vertices {
        for neighbor in neighbors(of: Int(vertex)) {
          let other = Int(components.labels[Int(neighbor)])
          if other != label, reachesLargest[other] || LeadingPair.isTie(values[other], largest) {
            reachesLargest[label] = true
          }
        }
      }
      guard LeadingPair.isTie(values[label], largest), !reachesLargest[label] else { continue }
      if let known = winner, components.members[known][0] < vertices[0] { continue }
      winner = label
    }
    return winner
  }

  /// Power iteration on a strongly connected graph given with its arcs turned round.
  ///
  /// All terms are positive, so the least and the largest ratio of a vertex's new value to its old one bound the
  /// eigenvalue from both sides (Collatz, Wielandt) and tell when to stop. The shift breaks the periods of
  /// cycles.
  private func leadingPairOfStronglyConnected(
    _ options: EigenvectorOptions, execution: Execution
  ) throws(GraphError) -> LeadingPair {
    let n = vertexCount
    let adjacency = try AdjacencyProduct(inward: self, .asNumbered, execution: execution)
    let space = VectorSpace(partitions: adjacency.partitions, execution: execution)
    var x = ContiguousArray(repeating: 1 / Double(n).squareRoot(), count: n)
    var rounds = 0
    while true {
      var product = try adjacency.times(x, execution: execution)
      rounds += 1
      var least = Double.infinity
      var largest = 0.0
      for vertex in 0..<n {
        let ratio = product[vertex] / x[vertex]
        least = min(least, ratio)
        largest = max(largest, ratio)
      }
      let value = try space.dot(product, x)
      if largest - least <= options.tolerance / 2 * largest || rounds >= options.maximumRounds {
        return LeadingPair(value: least + (largest - least) / 2, vector: x, rounds: rounds)
      }
      try space.add(value / 2, x, to: &product)
      try space.normalize(&product)
      x = product
    }
  }

  /// Solves λ x(v) = Σ w(u,v) x(u) for one component below the leading one, given what comes into it.
  ///
  /// The graph has its arcs turned round. Gauss and Seidel's iteration: one round for a single vertex.
  private func settle(
    _ vertices: ContiguousArray<UInt32>, in vector: inout ContiguousArray<Double>, eigenvalue: Double,
    options: EigenvectorOptions
  ) -> Int {
    var rounds = 0
    var change = Double.infinity
    while change > 1e-16, rounds < options.maximumRounds {
      change = 0
      rounds += 1
      for vertex in vertices {
        let v = Int(vertex)
        var sum = 0.0
        for slot in offsets[v]..<offsets[v + 1] {
          sum += vector[Int(targets[slot])] * weight(atSlot: slot)
        }
        let updated = sum / eigenvalue
        if updated > 0 { change = max(change, (updated - vector[v]) / updated) }
        vector[v] = updated
      }
      if vertices.count == 1 { break }
    }
    return rounds
  }
}
