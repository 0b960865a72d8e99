public import GraphCore

extension Graph {
  /// Returns the modularity of a division into communities: how far ties within them exceed what the strengths
  /// of vertices let one expect.
  ///
  /// With the total weight of all edges m, the weight e(c) of edges within community *c* and the sum K(c) of
  /// the strengths of its members:
  ///
  ///     Q = Σ_c [ e(c)/m − γ · (K(c)/2m)² ]
  ///
  /// In a directed graph edges are those of `symmetrized()`: the weights of arcs both ways add
  /// up, and directions are ignored.
  ///
  /// - Parameters:
  ///   - communities: The community of each vertex, any number. One per vertex.
  ///   - resolution: γ, 1 in the usual definition.
  /// - Returns: A dimensionless value, at most 1 and at least −γ; nil where no edge has weight.
  /// - Precondition: As many communities as vertices.
  /// - Complexity: O(*n* + *m*) time, O(*n*) memory.
  ///
  /// Exact up to rounding; weights whose sum would be infinite are scaled by a power of two first. Agrees with
  /// igraph `modularity` and NetworkX `modularity` on undirected graphs.
  ///
  /// Reference: M. E. J. Newman, M. Girvan, "Finding and evaluating community structure in networks", Physical
  /// Review E 69 (2004) 026113, doi:10.1103/PhysRevE.69.026113; the resolution: J. Reichardt, S. Bornholdt,
  /// "Statistical mechanics of community detection", Physical Review E 74 (2006) 016110,
  /// doi:10.1103/PhysRevE.74.016110.
  public func modularity(of communities: [Int], resolution: Double = 1) -> Double? {
    precondition(communities.count == vertexCount, "as many communities as vertices are needed")
    let tally = CommunityTies(self, communities)
    let total = tally.total
    guard total > 0 else { return nil }
    var expected = 0.0
    for strength in tally.strengths { expected += (strength / total) * (strength / total) }
    return tally.inside / total - resolution * expected
  }

  /// Returns the quality of a division into communities by the constant Potts model: the weight of ties within
  /// them beyond γ for each pair of members.
  ///
  /// With the weight e(c) of edges within community *c* and its number of members n(c):
  ///
  ///     H = Σ_c [ e(c) − γ · n(c)(n(c) − 1)/2 ]
  ///
  /// Unlike modularity it does not depend on the size of the whole graph: where a division is best, so is its
  /// part in each part of the graph. Directed graphs as in ``modularity(of:resolution:)``.
  ///
  /// - Parameters:
  ///   - communities: The community of each vertex, any number. One per vertex.
  ///   - resolution: γ, in units of weight.
  /// - Returns: A value in units of weight, 0 where each vertex is by itself.
  /// - Precondition: As many communities as vertices.
  /// - Complexity: O(*n* + *m*) time, O(*n*) memory.
  ///
  /// Exact up to rounding. Agrees with leidenalg `CPMVertexPartition.quality()`.
  ///
  /// Reference: V. A. Traag, P. Van Dooren, Y. Nesterov, "Narrow scope for resolution-limit-free community
  /// detection", Physical Review E 84 (2011) 016114, doi:10.1103/PhysRevE.84.016114.
  public func constantPotts(of communities: [Int], resolution: Double) -> Double {
    precondition(communities.count == vertexCount, "as many communities as vertices are needed")
    let tally = CommunityTies(self, communities)
    var pairs = 0.0
    for size in tally.sizes { pairs += Double(size) * Double(size - 1) / 2 }
    // An edge was met from both ends.
    return Double(sign: .plus, exponent: tally.exponent - 1, significand: tally.inside) - resolution * pairs
  }
}

/// What the qualities need to know of communities; weights are divided by a power of two.
private struct CommunityTies {
  /// Weights are to be multiplied by 2 to this power.
  let exponent: Int
  /// Sum of all weights, each edge seen from both ends.
  private(set) var total = 0.0
  /// The part of `total` that stays within communities.
  private(set) var inside = 0.0
  /// Sum of the strengths in each community.
  private(set) var strengths: ContiguousArray<Double> = []
  /// Number of vertices in each community.
  private(set) var sizes: ContiguousArray<Int> = []

  init(_ graph: Graph, _ communities: [Int]) {
    let (ties, exponent) = graph.tiesBothWays()
    self.exponent = exponent
    var numbers: [Int: Int] = [:]
    var labels = ContiguousArray(repeating: 0, count: communities.count)
    for (vertex, community) in communities.enumerated() {
      let label = numbers[community] ?? sizes.count
      if label == sizes.count {
        numbers[community] = label
        sizes.append(0)
        strengths.append(0)
      }
      labels[vertex] = label
      sizes[label] += 1
    }
    // Sums by vertex first: what they round does not grow with the graph.
    for vertex in 0..<ties.vertexCount {
      let label = labels[vertex]
      var strength = 0.0
      var within = 0.0
      for slot in ties.offsets[vertex]..<ties.offsets[vertex + 1] {
        let weight = ties.weight(atSlot: slot)
        strength += weight
        if labels[Int(ties.targets[slot])] == label { within += weight }
      }
      strengths[label] += strength
      total += strength
      inside += within
    }
  }
}

extension Graph {
  /// The graph that communities are of: arcs both ways added up, weights divided by a power of two so that their
  /// sums are finite.
  ///
  /// - Returns: An undirected graph, and the power of two.
  func tiesBothWays() -> (graph: Graph, exponent: Int) {
    guard let largest = weights?.max(), largest > 0 else { return (symmetrized(), 0) }
    let exponent = Int(largest.exponent)
    let scaled = mapWeights { Double(sign: .plus, exponent: -exponent, significand: $0) }
    return (scaled.symmetrized(), exponent)
  }
}
