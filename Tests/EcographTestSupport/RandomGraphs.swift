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
