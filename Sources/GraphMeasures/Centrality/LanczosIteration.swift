import GraphCore

/// Lanczos' method with thick restarts, for the largest eigenvalue of one component of an undirected graph.
///
/// The basis is kept orthogonal in full. When it is full, the better half of its Ritz vectors is kept, which
/// carries over what is known of the eigenvalues next to the largest: small gaps cost a few restarts more, not
/// thousands of rounds.
struct LanczosIteration {
  private let adjacency: AdjacencyProduct
  private let space: VectorSpace
  /// Vertices of the component.
  private let dimension: Int
  /// The most basis vectors to hold.
  private let size: Int
  /// Products between looks at the residual: where a product costs more than the small eigensystem, a few.
  private let interval: Int

  init(_ adjacency: AdjacencyProduct, dimension: Int, _ execution: Execution) {
    self.adjacency = adjacency
    space = VectorSpace(partitions: adjacency.partitions, execution: execution)
    self.dimension = dimension
    size = min(dimension, dimension > 200_000 ? 24 : 40)
    interval = adjacency.arcCount > 1 << 16 ? 4 : size
  }

  /// Iterates from a vector of length 1 that is positive on the component and 0 elsewhere.
  func leadingPair(
    from start: consuming ContiguousArray<Double>, _ options: EigenvectorOptions
  ) throws(GraphError) -> LeadingPair {
    var basis = [start]
    // The matrix seen in the basis.
    var projected = ContiguousArray(repeating: 0.0, count: size * size)
    var kept = 0
    var rounds = 0
    var leastResidual = Double.infinity
    var idleRestarts = 0
    while true {
      var count = kept
      var rest = 0.0
      var ritz = SymmetricEigensystem(projected, size: 0, stride: size)
      var residual = Double.infinity
      // Errors grow with the residual over the gap, so the residual is driven well below the tolerance, or as
      // far as rounding lets it.
      while count < size, residual > options.tolerance / 64 {
        rest = try extend(&basis, &projected, at: count)
        rounds += 1
        count += 1
        guard rest == 0 || count == size || (count - kept) % interval == 0 else { continue }
        ritz = SymmetricEigensystem(projected, size: count, stride: size)
        residual = rest * abs(ritz.vectors[0][count - 1]) / ritz.values[0]
        if rest == 0 { break }
      }

      idleRestarts = residual < 0.9 * leastResidual ? 0 : idleRestarts + 1
      leastResidual = min(leastResidual, residual)
      let isDone = residual <= options.tolerance / 64 || (residual <= options.tolerance && idleRestarts >= 20)
      if isDone || rounds >= options.maximumRounds {
        let vector = try combine(basis, ritz.vectors[0])
        basis = []
        return try polish(vector, rounds: rounds)
      }
      kept = size / 2
      var restarted: [ContiguousArray<Double>] = []
      for vector in ritz.vectors[0..<kept] { restarted.append(try combine(basis, vector)) }
      restarted.append(basis[count])
      basis = restarted
      projected = ContiguousArray(repeating: 0.0, count: size * size)
      for place in 0..<kept { projected[place * size + place] = ritz.values[place] }
    }
  }

  /// Multiplies basis vector `count` and makes what is new in the product the next one; returns its length, 0
  /// where nothing is new but rounding.
  private func extend(
    _ basis: inout [ContiguousArray<Double>], _ projected: inout ContiguousArray<Double>, at count: Int
  ) throws(GraphError) -> Double {
    var next = try adjacency.times(basis[count], execution: space.execution)
    let before = try space.norm(next)
    // Twice is enough for orthogonality up to rounding.
    for _ in 0..<2 {
      let shares = try space.dots(basis[0...count], next)
      try space.add(ContiguousArray(shares.map { -$0 }), Array(basis[0...count]), to: &next)
      for (place, share) in shares.enumerated() {
        projected[place * size + count] += share
        if place != count { projected[count * size + place] += share }
      }
    }
    let rest = try space.norm(next)
    if count + 1 == dimension || rest <= 1e-14 * before { return 0 }
    try space.scale(&next, by: 1 / rest)
    basis.append(next)
    return rest
  }

  /// The sum of the first basis vectors, each with its coefficient.
  private func combine(
    _ basis: [ContiguousArray<Double>], _ coefficients: ContiguousArray<Double>
  ) throws(GraphError) -> ContiguousArray<Double> {
    var sum = ContiguousArray(repeating: 0.0, count: basis[0].count)
    try space.add(coefficients, basis, to: &sum)
    return sum
  }

  /// Makes the vector positive, with a few rounds that only add: they give far vertices, whose scores lie below
  /// the rounding of the largest, their proper relative size.
  private func polish(
    _ vector: ContiguousArray<Double>, rounds: Int
  ) throws(GraphError) -> LeadingPair {
    var x = ContiguousArray(vector.map(abs))
    try space.normalize(&x)
    var spent = 0
    var change = Double.infinity
    while spent < 16, change > 1e-14 {
      var product = try adjacency.times(x, execution: space.execution)
      spent += 1
      let value = try space.dot(product, x)
      // The shift keeps the opposite eigenvalue of a bipartite graph from staying as large as the first.
      try space.add(value / 2, x, to: &product)
      try space.normalize(&product)
      change = try space.execution.map(space.partitions) { [x, product] in
        largestChange(from: x, to: product, over: $0)
      }.reduce(0, max)
      x = product
    }
    let value = try space.dot(try adjacency.times(x, execution: space.execution), x)
    return LeadingPair(value: value, vector: x, rounds: rounds + spent + 1)
  }
}

/// The largest change of a positive value, as a share of it.
private func largestChange(
  from old: ContiguousArray<Double>, to new: ContiguousArray<Double>, over range: Range<Int>
) -> Double {
  let old = old.span
  let new = new.span
  var largest = 0.0
  for place in range where new[place] > 0 {
    largest = max(largest, abs(new[place] - old[place]) / new[place])
  }
  return largest
}
