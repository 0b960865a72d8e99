public import GraphCore

extension Graph {
  /// Returns the two-mode degree centrality of every vertex: the share of the other mode that it is tied to.
  ///
  ///     c(v) = d(v) / m
  ///
  /// with *m* the number of vertices of the other mode. Directions and weights are ignored.
  ///
  /// - Parameter modes: The mode of each vertex, as `bipartition(execution:)` gives it.
  /// - Returns: One value per vertex, in vertex order, in 0 ... 1, dimensionless; nil where the other mode has no
  ///   vertices. An isolate beside others has 0.
  /// - Throws: `GraphError` with code `badParameter` where there are not as many modes as vertices, or a tie joins two
  ///   vertices of one mode.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Exact up to one rounding. Agrees with NetworkX `bipartite.degree_centrality`, which fails where a mode is empty.
  ///
  /// Reference: S. P. Borgatti, M. G. Everett, "Network analysis of 2-mode data", Social Networks 19 (1997) 243–269,
  /// doi:10.1016/S0378-8733(96)00301-2.
  public func twoModeDegree(modes: ContiguousArray<Bool>) throws(GraphError) -> [Double?] {
    let graph = symmetrized()
    let sizes = try graph.modeSizes(modes)
    return (0..<vertexCount).map { vertex in
      let others = sizes.other(than: modes[vertex])
      return others > 0 ? Double(graph.degree(of: vertex)) / Double(others) : nil
    }
  }

  /// The numbers of vertices of each mode of an undirected graph whose ties all join the modes.
  func modeSizes(_ modes: ContiguousArray<Bool>) throws(GraphError) -> ModeSizes {
    guard modes.count == vertexCount else {
      throw GraphError(.badParameter, "\(modes.count) modes were given for \(vertexCount) vertices")
    }
    for vertex in 0..<vertexCount {
      for neighbor in neighbors(of: vertex) where modes[Int(neighbor)] == modes[vertex] {
        throw GraphError(.badParameter, "vertices \(vertex) and \(neighbor) are tied and of one mode")
      }
    }
    let second = modes.count { $0 }
    return ModeSizes(first: vertexCount - second, second: second)
  }
}

/// Numbers of vertices of the two modes; `first` is that of `false`.
struct ModeSizes {
  let first, second: Int

  func own(_ mode: Bool) -> Int { mode ? second : first }
  func other(than mode: Bool) -> Int { mode ? first : second }
}
