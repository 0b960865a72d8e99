public import GraphCore

extension Graph {
  /// Returns the current-flow betweenness of every vertex: how much current passes it when ties conduct.
  ///
  /// For each pair *s*, *t* of a component a unit of current enters at *s* and leaves at *t*; ties conduct as well
  /// as their weights say. With the currents I(v,u) on the ties at *v*:
  ///
  ///     b(v) = Σ { ½ · Σ_u |I(v,u)| : unordered pairs s, t other than v }
  ///
  /// Unlike ``betweenness(_:execution:)`` it counts all paths, shorter ones more, and it equals it in trees.
  /// Weights are conductances: a tie of weight 2 carries as much as two. A tie of weight 0 is none. A directed
  /// graph is read as `symmetrized()`, currents having no fixed direction.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, in pairs of vertices; at least the number of pairs that
  ///   only *v* joins, at most (c−1)(c−2)/2 in a component of *c* vertices. 0 for isolates and in components of
  ///   two: there are no pairs of others, and a sum over none is 0. Dividing by (c−1)(c−2)/2 gives the normalised
  ///   form.
  /// - Throws: `GraphError` with code `badWeight` where positive weights differ by a factor above 10¹², or are so
  ///   far apart in a large block that potentials do not converge; `cancelled` where the execution asked to stop.
  /// - Complexity: Blocks are taken apart, so that trees cost O(*n*). For a block of *k* vertices and *e* edges,
  ///   O(*k*³ + *e*·*k*·log *k*) time up to 1 024 vertices; beyond, O(*r*·*k*·*e*) for *r* rounds of conjugate
  ///   gradients, *e* times instead of *k* beyond 4 096. O(*k*²) memory up to 4 096, O(*k* + *e*) beyond.
  ///
  /// The result has the same bits for any number of threads. Small blocks are solved to rounding; in large ones
  /// residuals are at most 10⁻¹³ of the current. Agrees on connected graphs with NetworkX
  /// `current_flow_betweenness_centrality(normalized=False)`, and with its default divided by (n−1)(n−2)/2.
  /// Newman counts end points as passed and divides by all pairs: his value is (b(v) + n − 1)/(n(n−1)/2).
  ///
  /// References: M. E. J. Newman, "A measure of betweenness centrality based on random walks", Social Networks 27
  /// (2005) 39–54, doi:10.1016/j.socnet.2004.11.009; U. Brandes, D. Fleischer, "Centrality measures based on
  /// current flow", STACS 2005, doi:10.1007/978-3-540-31856-9_44.
  public func currentFlowBetweenness(execution: Execution = .serial) throws(GraphError) -> [Double] {
    try currentFlowBetweenness(
      execution: execution, largestElimination: Potentials.largestElimination, largestMatrix: 4_096)
  }

  /// The same, with the sizes of blocks at which the algorithm changes; tests lower them.
  package func currentFlowBetweenness(
    execution: Execution, largestElimination: Int, largestMatrix: Int
  ) throws(GraphError) -> [Double] {
    let network = try conductors().network
    let blocks = BlockUnion(network)
    var values = blocks.partedPairs.map { Double($0) }
    let costs = blocks.ranges.map { Double($0.count) * Double($0.count) }
    let total = costs.reduce(0, +)
    var done = 0.0
    for (number, range) in blocks.ranges.enumerated() {
      let share = execution.share(from: done / total, to: (done + costs[number]) / total)
      let block = CurrentFlowBlock(
        network: blocks.graph(ofBlock: number, in: network),
        pairWeights: ContiguousArray(blocks.weights[range]))
      let parts = try block.passedPairs(
        execution: range.count < 64 ? Execution(threads: 1, isCancelled: execution.isCancelled) : share,
        largestElimination: largestElimination, largestMatrix: largestMatrix)
      for (copy, pairs) in zip(range, parts) { values[Int(blocks.vertices[copy])] += pairs }
      done += costs[number]
    }
    execution.onProgress?(1)
    return values
  }
}

/// Currents in one block, between vertices that stand for several.
private struct CurrentFlowBlock {
  private let network: Graph
  private let pairWeights: ContiguousArray<Double>
  private let totalWeight: Double
  private let edges: ContiguousArray<(UInt32, UInt32)>
  private let conductances: ContiguousArray<Double>

  init(network: Graph, pairWeights: ContiguousArray<Double>) {
    self.network = network
    self.pairWeights = pairWeights
    totalWeight = pairWeights.reduce(0, +)
    var edges: ContiguousArray<(UInt32, UInt32)> = []
    var conductances: ContiguousArray<Double> = []
    for vertex in 0..<network.vertexCount {
      for slot in network.offsets[vertex]..<network.offsets[vertex + 1]
      where Int(network.targets[slot]) > vertex {
        edges.append((UInt32(truncatingIfNeeded: vertex), network.targets[slot]))
        conductances.append(network.weight(atSlot: slot))
      }
    }
    self.edges = edges
    self.conductances = conductances
  }

  /// For each vertex the current through it, summed over the pairs of others.
  func passedPairs(
    execution: Execution, largestElimination: Int, largestMatrix: Int
  ) throws(GraphError) -> [Double] {
    let potentials = Potentials(network, largestElimination: largestElimination)
    let carried =
      network.vertexCount <= largestMatrix
      ? try carriedByMatrix(potentials, execution) : try carriedByEdges(potentials, execution)
    var passed = [Double](repeating: 0, count: network.vertexCount)
    for (edge, current) in zip(edges, carried) {
      passed[Int(edge.0)] += current
      passed[Int(edge.1)] += current
    }
    for vertex in 0..<passed.count {
      // Pairs that a vertex is itself an end of have half a unit on its ties, each time the sum is halved.
      let own = pairWeights[vertex] * (totalWeight - pairWeights[vertex])
      passed[vertex] = max(0, passed[vertex] - own) / 2
    }
    return passed
  }

  /// The sum over pairs of the current on each edge, by the matrix of all potentials.
  private func carriedByMatrix(
    _ potentials: Potentials, _ execution: Execution
  ) throws(GraphError) -> [Double] {
    let matrix = try potentials.matrix(execution: execution.share(from: 0, to: 0.5))
    let k = network.vertexCount
    let parts = 1 + min(63, edges.count * k / 16_384)
    return try execution.share(from: 0.5, to: 1).map(Partitions(of: edges.count, parts: parts)) { part in
      var tally = PairTally(pairWeights)
      return part.map { edge in
        let (one, other) = (Int(edges[edge].0) * k, Int(edges[edge].1) * k)
        let conductance = conductances[edge]
        return tally.sum { conductance * (matrix[one + $0] - matrix[other + $0]) }
      }
    }.flatMap { $0 }
  }

  /// The same by the potentials of a current along each edge.
  private func carriedByEdges(
    _ potentials: Potentials, _ execution: Execution
  ) throws(GraphError) -> [Double] {
    let groups = (edges.count + Potentials.width - 1) / Potentials.width
    let parts = try execution.map(Partitions(of: groups, parts: 256)) { part -> (sums: [Double], Bool) in
      var scratch = potentials.makeScratch()
      var tally = PairTally(pairWeights)
      var sums: [Double] = []
      for group in part {
        let range = (group * Potentials.width)..<min((group + 1) * Potentials.width, edges.count)
        potentials.solve(edges: edges[range], &scratch)
        for (lane, edge) in range.enumerated() {
          let conductance = conductances[edge]
          sums.append(tally.sum { conductance * scratch.lanes[$0][lane] })
        }
      }
      return (sums, scratch.hasFailed)
    }
    if parts.contains(where: \.1) { throw unsolvedPotentials }
    return parts.flatMap(\.sums)
  }
}

/// Sums of differences over pairs of vertices, each pair as often as the product of their weights.
private struct PairTally {
  private var entries: ContiguousArray<(value: Double, weight: Double)>
  private let weights: ContiguousArray<Double>
  private let total: Double

  init(_ weights: ContiguousArray<Double>) {
    self.weights = weights
    total = weights.reduce(0, +)
    entries = ContiguousArray(repeating: (0, 0), count: weights.count)
  }

  /// Σ ω(x)·ω(y)·|f(x) − f(y)| over unordered pairs.
  ///
  /// Between two values that follow each other, every pair with one at or below and the other above is apart by
  /// their difference.
  mutating func sum(_ value: (Int) -> Double) -> Double {
    for vertex in 0..<weights.count { entries[vertex] = (value(vertex), weights[vertex]) }
    entries.sort { $0.value < $1.value }
    var sum = 0.0
    var below = 0.0
    for place in 1..<max(1, entries.count) {
      below += entries[place - 1].weight
      sum += (entries[place].value - entries[place - 1].value) * below * (total - below)
    }
    return sum
  }
}

extension Potentials {
  /// Row *v* has the potentials of a current into *v*.
  fileprivate func matrix(execution: Execution) throws(GraphError) -> ContiguousArray<Double> {
    let k = vertexCount
    let groups = (k + Self.width - 1) / Self.width
    var matrix = ContiguousArray(repeating: 0.0, count: k * k)
    let offsets = ContiguousArray((0...groups).map { min($0 * Self.width, k) * k })
    let failed = try execution.update(&matrix, ofRows: offsets, Partitions(of: groups, parts: 64)) {
      part, rows in
      var scratch = makeScratch()
      let first = part.lowerBound * Self.width
      for group in part {
        let sources = (group * Self.width)..<min((group + 1) * Self.width, k)
        solve(sources: sources, &scratch)
        for (lane, source) in sources.enumerated() {
          for vertex in 0..<k { rows[(source - first) * k + vertex] = scratch.lanes[vertex][lane] }
        }
      }
      return scratch.hasFailed
    }
    if failed.contains(true) { throw unsolvedPotentials }
    return matrix
  }
}
