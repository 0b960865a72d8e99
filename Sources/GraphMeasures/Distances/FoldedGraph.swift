import GraphCore

/// A graph made ready for sweeps: without isolated vertices, leaves folded into the vertex they hang on, and
/// numbered so that vertices near each other have numbers near each other.
///
/// A leaf is a vertex with one neighbor, of an undirected graph. Whoever is at distance d from that neighbor, its
/// host, is at d + 1 from the leaf: the levels around a leaf are those around its host, moved by one. So leaves
/// need no searches of their own, and in those of others they are counted where their hosts are. Partnership data
/// are full of them. Of two vertices that have only each other, the second is folded into the first.
///
/// Components have consecutive numbers, and within one the order is that of a breadth-first search. Sources that
/// are searched from together then have nearly the same levels, and neighbors lie close in memory.
struct FoldedGraph: Sendable {
  /// Arcs as searches follow them: turned round, since distances count towards the source.
  let graph: Graph
  /// The same with every arc turned round; the same graph where it is undirected.
  let inward: Graph
  /// Number of leaves of each vertex; nil where there are none at all.
  let leafCounts: ContiguousArray<UInt32>?
  /// The vertex of the original graph.
  let originals: ContiguousArray<UInt32>
  /// The vertices of each component.
  let components: [Range<Int>]
  /// For each vertex of the original graph, its own number here or that of its host; `UInt32.max` for an
  /// isolated one.
  let places: ContiguousArray<UInt32>

  /// Number of vertices left.
  var vertexCount: Int { graph.vertexCount }

  /// - Complexity: O(*n* + *m*).
  init(_ original: Graph) {
    let inward = original.transposed()
    let folds = original.direction == .undirected
    var order = BreadthFirstOrder(original, inward) { vertex in
      folds && isLeaf(vertex, of: original)
    }
    var leafCounts = ContiguousArray<UInt32>(repeating: 0, count: order.vertices.count)
    var hasLeaves = false
    if folds {
      for vertex in 0..<original.vertexCount where isLeaf(vertex, of: original) {
        let host = order.places[Int(original.targets[original.offsets[vertex]])]
        order.places[vertex] = host
        leafCounts[Int(host)] += 1
        hasLeaves = true
      }
    }
    graph = renumberedInward(original, order)
    self.inward = graph.transposed()
    self.leafCounts = hasLeaves ? leafCounts : nil
    originals = order.vertices
    components = order.components
    places = order.places
  }

  /// Whether a vertex of the original graph is folded into another.
  func isFolded(_ original: Int) -> Bool {
    places[original] != .max && originals[Int(places[original])] != UInt32(truncatingIfNeeded: original)
  }
}

/// Whether a vertex is to be folded into its neighbor.
private func isLeaf(_ vertex: Int, of graph: Graph) -> Bool {
  guard graph.degree(of: vertex) == 1 else { return false }
  let host = Int(graph.targets[graph.offsets[vertex]])
  return graph.degree(of: host) > 1 || host < vertex
}

/// Vertices with neighbors, by component and then in the order of a breadth-first search.
private struct BreadthFirstOrder {
  private(set) var vertices: ContiguousArray<UInt32> = []
  private(set) var components: [Range<Int>] = []
  /// Place of each vertex in `vertices`, `UInt32.max` where it is not there.
  var places: ContiguousArray<UInt32>

  init(_ graph: Graph, _ inward: Graph, leavingOut isLeftOut: (Int) -> Bool) {
    let n = graph.vertexCount
    let isDirected = graph.direction == .directed
    let waiting = UInt32.max - 1
    places = ContiguousArray(repeating: .max, count: n)
    for vertex in 0..<n where graph.degree(of: vertex) + inward.degree(of: vertex) > 0 && !isLeftOut(vertex) {
      places[vertex] = waiting
    }
    vertices.reserveCapacity(n)
    for start in 0..<n where places[start] == waiting {
      let first = vertices.count
      append(UInt32(truncatingIfNeeded: start))
      var head = first
      while head < vertices.count {
        let vertex = Int(vertices[head])
        head += 1
        for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1]
        where places[Int(graph.targets[slot])] == waiting { append(graph.targets[slot]) }
        guard isDirected else { continue }
        for slot in inward.offsets[vertex]..<inward.offsets[vertex + 1]
        where places[Int(inward.targets[slot])] == waiting { append(inward.targets[slot]) }
      }
      components.append(first..<vertices.count)
    }
  }

  private mutating func append(_ vertex: UInt32) {
    places[Int(vertex)] = UInt32(truncatingIfNeeded: vertices.count)
    vertices.append(vertex)
  }
}

/// The arcs between ordered vertices, turned round, in their new numbers.
private func renumberedInward(_ graph: Graph, _ order: BreadthFirstOrder) -> Graph {
  let count = order.vertices.count
  let isKept = { (vertex: UInt32) in
    let place = order.places[Int(vertex)]
    return place != .max && order.vertices[Int(place)] == vertex
  }
  var offsets = ContiguousArray(repeating: 0, count: count + 1)
  for vertex in order.vertices {
    for target in graph.neighbors(of: Int(vertex)) where isKept(target) {
      offsets[Int(order.places[Int(target)]) + 1] += 1
    }
  }
  for place in 0..<count { offsets[place + 1] += offsets[place] }
  var targets = ContiguousArray<UInt32>(repeating: 0, count: offsets[count])
  var next = offsets
  // Sources come in ascending order, so each row is ascending.
  for (place, vertex) in order.vertices.enumerated() {
    for target in graph.neighbors(of: Int(vertex)) where isKept(target) {
      let row = Int(order.places[Int(target)])
      targets[next[row]] = UInt32(truncatingIfNeeded: place)
      next[row] += 1
    }
  }
  return Graph(direction: graph.direction, offsets: offsets, targets: targets, weights: nil)
}
