import GraphCore

extension Graph {
  /// The leading pair of an undirected graph with positive weights; nil where it has no edges.
  func leadingSymmetricPair(
    _ options: EigenvectorOptions, execution: Execution
  ) throws(GraphError) -> LeadingPair? {
    var members = [ContiguousArray<UInt32>]()
    let labels = connectedComponents().labels
    for vertex in 0..<vertexCount {
      let label = Int(labels[vertex])
      if label == members.count { members.append([]) }
      members[label].append(UInt32(truncatingIfNeeded: vertex))
    }

    // Components come in the order of their smallest vertex, so a later one must be larger to be taken.
    let strengths = strengths()
    var places = ContiguousArray(repeating: UInt32.max, count: vertexCount)
    var best: (pair: LeadingPair, vertices: ContiguousArray<UInt32>)?
    var rounds = 0
    for vertices in members where vertices.count > 1 {
      if let best, eigenvalueBound(on: vertices, strengths) < best.pair.value { continue }
      let component = vertices.count == vertexCount ? self : induced(on: vertices, places: &places)
      let pair = try component.leadingPairOfConnected(options, execution: execution)
      rounds += pair.rounds
      if let best, LeadingPair.isTie(pair.value, best.pair.value) || pair.value < best.pair.value { continue }
      best = (pair, vertices)
    }
    guard let best else { return nil }
    var vector = ContiguousArray(repeating: 0.0, count: vertexCount)
    for (place, vertex) in best.vertices.enumerated() { vector[Int(vertex)] = best.pair.vector[place] }
    return LeadingPair(value: best.pair.value, vector: vector, rounds: rounds)
  }

  /// An upper bound of a component's eigenvalues: the largest √(s(u)·s(v)) over its edges.
  private func eigenvalueBound(on vertices: ContiguousArray<UInt32>, _ strengths: [Double]) -> Double {
    var largest = 0.0
    for vertex in vertices {
      for neighbor in neighbors(of: Int(vertex)) {
        largest = max(largest, strengths[Int(vertex)] * strengths[Int(neighbor)])
      }
    }
    return largest.squareRoot()
  }

  /// Lanczos' method with thick restarts, for a connected graph of at least two vertices.
  ///
  /// The basis is kept orthogonal in full; `projected` is the matrix seen in the basis. When the basis is full,
  /// its better half of Ritz vectors is kept, which carries over what is known of the eigenvalues next to the
  /// largest: small gaps cost a few restarts more, not thousands of rounds.
  private func leadingPairOfConnected(
    _ options: EigenvectorOptions, execution: Execution
  ) throws(GraphError) -> LeadingPair {
    let n = vertexCount
    let adjacency = AdjacencyProduct(inward: self)
    let size = min(n, n > 200_000 ? 24 : 40)
    var basis = [ContiguousArray(repeating: 1 / Double(n).squareRoot(), count: n)]
    var projected = ContiguousArray(repeating: 0.0, count: size * size)
    var kept = 0
    var rounds = 0
    var leastResidual = Double.infinity
    var idleRestarts = 0
    while true {
      var count = kept
      var rest = 0.0
      while count < size {
        var next = try adjacency.times(basis[count], execution: execution)
        rounds += 1
        let before = VectorArithmetic.norm(next)
        for _ in 0..<2 {
          for place in 0...count {
            let share = VectorArithmetic.dot(basis[place], next)
            VectorArithmetic.add(-share, basis[place], to: &next)
            projected[place * size + count] += share
            if place != count { projected[count * size + place] += share }
          }
        }
        count += 1
        rest = VectorArithmetic.norm(next)
        if count == n || rest <= 1e-14 * before {
          rest = 0
          break
        }
        VectorArithmetic.scale(&next, by: 1 / rest)
        basis.append(next)
      }

      let ritz = SymmetricEigensystem(projected, size: count, stride: size)
      let residual = rest * abs(ritz.vectors[0][count - 1]) / ritz.values[0]
      idleRestarts = residual < 0.9 * leastResidual ? 0 : idleRestarts + 1
      leastResidual = min(leastResidual, residual)
      // Errors grow with the residual over the gap, so the residual is driven well below the tolerance, or as
      // far as rounding lets it.
      let isDone = residual <= options.tolerance / 64 || (residual <= options.tolerance && idleRestarts >= 20)
      if isDone || rounds >= options.maximumRounds {
        let vector = combine(basis, ritz.vectors[0])
        return try polish(vector, adjacency, rounds: rounds, execution: execution)
      }
      kept = size / 2
      var restarted = ritz.vectors[0..<kept].map { combine(basis, $0) }
      restarted.append(basis[count])
      basis = restarted
      projected = ContiguousArray(repeating: 0.0, count: size * size)
      for place in 0..<kept { projected[place * size + place] = ritz.values[place] }
    }
  }

  /// Makes the vector positive, with a few rounds that only add: they give far vertices, whose scores lie below
  /// the rounding of the largest, their proper relative size.
  private func polish(
    _ vector: ContiguousArray<Double>, _ adjacency: AdjacencyProduct, rounds: Int, execution: Execution
  ) throws(GraphError) -> LeadingPair {
    var x = ContiguousArray(vector.map(abs))
    VectorArithmetic.scale(&x, by: 1 / VectorArithmetic.norm(x))
    var value = 0.0
    let polishingRounds = 16
    for _ in 0..<polishingRounds {
      var product = try adjacency.times(x, execution: execution)
      value = VectorArithmetic.dot(product, x)
      // The shift keeps the opposite eigenvalue of a bipartite graph from staying as large as the first.
      VectorArithmetic.add(value / 2, x, to: &product)
      VectorArithmetic.scale(&product, by: 1 / VectorArithmetic.norm(product))
      x = product
    }
    let product = try adjacency.times(x, execution: execution)
    value = VectorArithmetic.dot(product, x)
    return LeadingPair(value: value, vector: x, rounds: rounds + polishingRounds + 1)
  }
}

/// The sum of the basis vectors, each with its coefficient.
private func combine(
  _ basis: [ContiguousArray<Double>], _ coefficients: ContiguousArray<Double>
) -> ContiguousArray<Double> {
  var sum = ContiguousArray(repeating: 0.0, count: basis[0].count)
  for (place, coefficient) in coefficients.enumerated() {
    VectorArithmetic.add(coefficient, basis[place], to: &sum)
  }
  return sum
}
