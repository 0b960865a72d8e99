import GraphCore

/// Random edges, self-loops and parallel edges included.
public func randomEdges(
  vertices: Int, edges: Int, weights: [Double] = [1], using generator: inout SeededGenerator
) -> EdgeList {
  var list = EdgeList()
  guard vertices > 0 else { return list }
  for _ in 0..<edges {
    list.append(
      from: UInt32.random(in: 0..<UInt32(vertices), using: &generator),
      to: UInt32.random(in: 0..<UInt32(vertices), using: &generator),
      weight: weights.randomElement(using: &generator) ?? 1)
  }
  return list
}

/// Every simple undirected graph on `vertices` vertices: 2^(n(n-1)/2) of them.
public func allGraphs(vertices: Int) -> [Graph] {
  var pairs: [(UInt32, UInt32)] = []
  for u in 0..<vertices { for v in (u + 1)..<max(u + 1, vertices) { pairs.append((UInt32(u), UInt32(v))) } }
  return (0..<(1 << pairs.count)).compactMap { mask in
    let chosen = pairs.indices.filter { mask & (1 << $0) != 0 }.map { pairs[$0] }
    return try? Graph(vertexCount: vertices, edges: chosen)
  }
}

/// A random simple graph; where parallel edges differ in weight, the first counts.
public func randomGraph(
  vertices: Int, edges: Int, direction: Direction = .undirected, weights: [Double] = [1],
  using generator: inout SeededGenerator
) throws -> Graph {
  let list = randomEdges(vertices: vertices, edges: edges, weights: weights, using: &generator)
  return try Multigraph(vertexCount: vertices, edges: list, direction: direction).reduced(.once)
}

extension Graph {
  /// The graph with vertex `v` renamed to `names[v]`.
  public func relabeled(_ names: [Int]) throws -> Graph {
    var list = EdgeList()
    for edge in edges {
      list.append(from: UInt32(names[edge.source]), to: UInt32(names[edge.target]), weight: edge.weight)
    }
    return try Multigraph(vertexCount: vertexCount, edges: list, direction: direction).reduced(.once)
  }

  /// This graph and another side by side, the other's vertices numbered after these.
  public func disjointUnion(_ other: Graph) throws -> Graph {
    var list = EdgeList()
    for edge in edges {
      list.append(from: UInt32(edge.source), to: UInt32(edge.target), weight: edge.weight)
    }
    for edge in other.edges {
      list.append(
        from: UInt32(vertexCount + edge.source), to: UInt32(vertexCount + edge.target), weight: edge.weight)
    }
    let count = vertexCount + other.vertexCount
    return try Multigraph(vertexCount: count, edges: list, direction: direction).reduced(.once)
  }

  /// Every edge once; an undirected one from its smaller end.
  public var edges: [(source: Int, target: Int, weight: Double)] {
    let matrix = (0..<vertexCount).map { source in zip(neighbors(of: source), weights(of: source)) }
    return matrix.enumerated().flatMap { source, row in
      row.compactMap { target, weight in
        direction == .undirected && Int(target) < source ? nil : (source, Int(target), weight)
      }
    }
  }

  /// Weights as a dense matrix; 0 where there is no arc.
  public var matrix: [[Double]] {
    var matrix = [[Double]](repeating: Array(repeating: 0, count: vertexCount), count: vertexCount)
    for source in 0..<vertexCount {
      for (target, weight) in zip(neighbors(of: source), weights(of: source)) {
        matrix[source][Int(target)] = weight
      }
    }
    return matrix
  }

  private func weights(of vertex: Int) -> [Double] {
    neighbors(of: vertex).indices.map { weight(atSlot: $0) }
  }
}
