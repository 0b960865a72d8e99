import GraphCore

/// An edge of a tree on which the least value between two vertices is the maximum flow between them.
struct FlowTreeEdge: Sendable {
  var one: UInt32
  var other: UInt32
  var flow: Double
}

extension MaximumFlow {
  /// A tree of maximum flows between some vertices, joined by paths.
  ///
  /// Reference: D. Gusfield, "Very simple methods for all pairs network flow analysis", SIAM Journal on Computing
  /// 19 (1990) 143–155, doi:10.1137/0219009.
  ///
  /// - Parameters:
  ///   - vertices: The first should have many arcs: it is one end of most flows.
  ///   - isCancelled: Asked before each flow.
  /// - Returns: An edge from each vertex but the first; nil where it was cancelled.
  mutating func tree(
    of vertices: ContiguousArray<UInt32>, isCancelled: (() -> Bool)? = nil
  ) -> [FlowTreeEdge]? {
    var parents = ContiguousArray(repeating: 0, count: vertices.count)
    var edges: [FlowTreeEdge] = []
    edges.reserveCapacity(max(0, vertices.count - 1))
    for place in 1..<max(1, vertices.count) {
      if isCancelled?() == true { return nil }
      let parent = parents[place]
      let (flow, side) = run(from: Int(vertices[place]), to: Int(vertices[parent]))
      for later in (place + 1)..<max(place + 1, vertices.count) where parents[later] == parent {
        let isNear =
          switch side {
          case .sourceAlone: false
          case .targetAlone: true
          case .searched: isOnSourceSide(Int(vertices[later]))
          }
        if isNear { parents[later] = place }
      }
      edges.append(FlowTreeEdge(one: vertices[place], other: vertices[parent], flow: flow))
    }
    return edges
  }
}

/// Sums of the flows between the vertices of forests, over all pairs.
///
/// Edges are taken by falling flow: one that joins sets of *a* and *b* vertices is the least between *a*·*b* pairs.
struct PairFlows {
  private var parents: ContiguousArray<UInt32>
  private var sizes: ContiguousArray<Double>

  init(vertexCount: Int) {
    parents = ContiguousArray((0..<vertexCount).lazy.map { UInt32(truncatingIfNeeded: $0) })
    sizes = ContiguousArray(repeating: 1, count: vertexCount)
  }

  private mutating func root(of vertex: UInt32) -> Int {
    var vertex = Int(vertex)
    while Int(parents[vertex]) != vertex {
      parents[vertex] = parents[Int(parents[vertex])]
      vertex = Int(parents[vertex])
    }
    return vertex
  }

  /// Joins the ends of an edge; returns the roots and sizes of what it joins, the larger first.
  private mutating func join(
    _ edge: FlowTreeEdge
  ) -> (large: Int, small: Int, largeSize: Double, smallSize: Double) {
    let (one, other) = (root(of: edge.one), root(of: edge.other))
    let (large, small) = sizes[one] >= sizes[other] ? (one, other) : (other, one)
    let joined = (large, small, sizes[large], sizes[small])
    parents[small] = UInt32(truncatingIfNeeded: large)
    sizes[large] += sizes[small]
    return joined
  }

  /// Joins the ends of an edge; returns the sum of its flow over the pairs that it joins.
  mutating func add(_ edge: FlowTreeEdge) -> Double {
    let joined = join(edge)
    return edge.flow * joined.largeSize * joined.smallSize
  }

  /// Makes some vertices single again, and all that were joined with them.
  mutating func reset(_ vertices: some Sequence<UInt32>) {
    for vertex in vertices {
      parents[Int(vertex)] = vertex
      sizes[Int(vertex)] = 1
    }
  }

  /// For each vertex of a forest, its edges by falling flow, the sum of the flows between it and all others.
  static func sums(of edges: [FlowTreeEdge], vertexCount: Int) -> [Double] {
    var pairs = PairFlows(vertexCount: vertexCount)
    // Sets that were joined make a binary tree: what is added to a set counts for all in it.
    var nodes = ContiguousArray(0..<vertexCount)
    var sums = [Double](repeating: 0, count: vertexCount)
    var above = ContiguousArray(repeating: -1, count: vertexCount)
    for edge in edges {
      let joined = pairs.join(edge)
      let (large, small) = (nodes[joined.large], nodes[joined.small])
      sums[large] += edge.flow * joined.smallSize
      sums[small] += edge.flow * joined.largeSize
      above[large] = sums.count
      above[small] = sums.count
      nodes[joined.large] = sums.count
      sums.append(0)
      above.append(-1)
    }
    for node in (0..<sums.count).reversed() where above[node] >= 0 { sums[node] += sums[above[node]] }
    return Array(sums[..<vertexCount])
  }
}
