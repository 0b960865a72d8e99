import GraphCore

extension Scenario {
  /// Number of neighbors of a vertex.
  public func degree(of vertex: Int) -> Int { rows.degree(of: vertex) }

  /// Sum of the weights of a vertex's ties.
  public func strength(of vertex: Int) -> Double {
    var sum = 0.0
    rows.forEachTie(of: vertex) { _, weight in sum += weight }
    return sum
  }

  /// Burt's constraint of one vertex, as ``GraphCore/Graph/constraint(execution:)`` up to rounding; nil
  /// where it has no tie of positive weight.
  ///
  /// A tie that comes or goes changes it for the two ends and their neighbors.
  ///
  /// - Complexity: O(Σ k(q)) over the neighbors *q* of the vertex.
  public func constraint(of vertex: Int) -> Double? {
    let strength = strength(of: vertex)
    guard strength > 0 else { return nil }
    var spent: [Int: Double] = [:]
    rows.forEachTie(of: vertex) { neighbor, weight in spent[neighbor] = weight / strength }
    var sum = 0.0
    rows.forEachTie(of: vertex) { neighbor, weight in
      // p(q,j) = z(q,j) / S(q): walked from j, whose ties are the same both ways.
      var share = weight / strength
      rows.forEachTie(of: neighbor) { other, tie in
        if tie > 0, let through = spent[other] { share += through * tie / self.strength(of: other) }
      }
      sum += share * share
    }
    return sum
  }

  /// Burt's effective size of one vertex's network, as ``GraphCore/Graph/effectiveSize(execution:)`` up to
  /// rounding; nil where it has no tie of positive weight.
  ///
  /// - Complexity: O(Σ k(q)) over the neighbors *q* of the vertex.
  public func effectiveSize(of vertex: Int) -> Double? {
    let strength = strength(of: vertex)
    guard strength > 0 else { return nil }
    var spent: [Int: Double] = [:]
    rows.forEachTie(of: vertex) { neighbor, weight in spent[neighbor] = weight / strength }
    var redundancy = 0.0
    rows.forEachTie(of: vertex) { neighbor, _ in
      var largest = 0.0
      var shared = 0.0
      rows.forEachTie(of: neighbor) { other, tie in
        largest = max(largest, tie)
        if let through = spent[other] { shared += through * tie }
      }
      if shared > 0 { redundancy += shared / largest }
    }
    return Double(degree(of: vertex)) - redundancy
  }
}
