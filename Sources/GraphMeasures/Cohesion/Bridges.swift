public import GraphCore

/// The ties of a graph that hold parts of it together on their own.
///
/// Made by ``GraphCore/Graph/bridges()``.
public struct Bridges: Hashable, Sendable {
  /// A tie between two vertices.
  public struct Tie: Hashable, Sendable {
    /// The end with the smaller number.
    public let first: Int
    /// The end with the larger number.
    public let second: Int
  }

  /// The bridges, ascending by their first and then by their second ends.
  public let ties: [Tie]
  /// For each vertex the number of bridges that end at it.
  public let counts: [Int]
}

extension Graph {
  /// Returns the bridges: the ties whose loss would split a component.
  ///
  ///     b(v) = |{ u : u and v are tied, and no other path joins them }|
  ///
  /// A tie is a bridge where it lies on no cycle. Directions and weights are ignored: arcs both ways between
  /// two vertices are one tie.
  ///
  /// - Returns: Every bridge once, and for each vertex how many end at it, in vertex order; 0 for isolated
  ///   vertices. Both are empty in an empty graph. A tree has nothing but bridges.
  /// - Complexity: O(*n* + *m*) time and O(*b* log *b*) for *b* bridges; O(*n*) memory, and as much as the
  ///   graph for a directed one. The search keeps its own stack, so long paths do no harm.
  ///
  /// Exact. Agrees with NetworkX `bridges` and igraph `bridges` on simple undirected graphs; in an igraph
  /// graph with parallel ties none of these is a bridge.
  ///
  /// Reference: R. E. Tarjan, "A note on finding the bridges of a graph", Information Processing Letters 2
  /// (1974) 160–161, doi:10.1016/0020-0190(74)90003-9; by way of blocks, of which a bridge is one of two
  /// vertices.
  public func bridges() -> Bridges {
    let ends = BlockCutTree(symmetrized()).bridges()
    var counts = [Int](repeating: 0, count: vertexCount)
    for (first, second) in ends {
      counts[first] += 1
      counts[second] += 1
    }
    return Bridges(ties: ends.map { Bridges.Tie(first: $0.first, second: $0.second) }, counts: counts)
  }
}

extension BlockCutTree {
  /// The ends of each bridge, the smaller first, ascending.
  func bridges() -> [(first: Int, second: Int)] {
    // A block is a bridge where it is the home of one vertex only.
    var residents = ContiguousArray<UInt32>(repeating: Self.none, count: blockCount)
    var isLarger = ContiguousArray(repeating: false, count: blockCount)
    for (vertex, home) in homes.enumerated() where home != Self.none {
      if residents[Int(home)] != Self.none { isLarger[Int(home)] = true }
      residents[Int(home)] = UInt32(truncatingIfNeeded: vertex)
    }
    return (0..<blockCount).lazy.filter { !isLarger[$0] }
      .map { block in
        let resident = Int(residents[block])
        let head = Int(heads[block])
        return (first: Swift.min(resident, head), second: Swift.max(resident, head))
      }
      .sorted { $0 < $1 }
  }
}
