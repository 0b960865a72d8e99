import GraphCore

/// The order in which products with a graph's adjacency matrix keep its vertices: each has a place.
///
/// Most arcs of a skewed graph run to few vertices. By descending degree, their values lie next to each other and stay
/// in the processor's cache, and rows of one length follow each other.
struct ProductOrder: Sendable {
  /// By place, the vertex; nil where each vertex has the place of its number.
  private var vertices: ContiguousArray<UInt32>?
  /// By vertex, its place.
  private(set) var places: ContiguousArray<UInt32>?

  /// Vertices as they are numbered.
  static let asNumbered = ProductOrder()

  /// Vertices by descending degree; those of equal degree as they are numbered.
  static func byDescendingDegree(of graph: Graph) -> ProductOrder {
    let vertices = verticesByDescendingDegree(graph)
    var places = ContiguousArray<UInt32>(repeating: 0, count: vertices.count)
    for (place, vertex) in vertices.enumerated() { places[Int(vertex)] = UInt32(truncatingIfNeeded: place) }
    return ProductOrder(vertices: vertices, places: places)
  }

  /// The order by which many products on an undirected graph take the least time: that of degrees where arcs are many,
  /// and rows long.
  static func paying(for graph: Graph) -> ProductOrder {
    let isDense = graph.arcCount > max(1 << 18, 16 * graph.vertexCount)
    return isDense ? byDescendingDegree(of: graph) : asNumbered
  }

  var isByDegree: Bool { vertices != nil }

  @inline(__always) func vertex(at place: Int) -> Int {
    if let vertices { Int(vertices[place]) } else { place }
  }

  /// Values in the order of the vertices, put in that of the places.
  func ordered<Value>(_ values: ContiguousArray<Value>) -> ContiguousArray<Value> {
    guard let vertices else { return values }
    return ContiguousArray(vertices.map { values[Int($0)] })
  }

  /// Values by place, put back in the order of the vertices.
  func restored<Value>(_ values: ContiguousArray<Value>) -> ContiguousArray<Value> {
    guard let places else { return values }
    return ContiguousArray(places.map { values[Int($0)] })
  }
}

/// All vertices, those of equal degree in ascending order: sorted by counting.
private func verticesByDescendingDegree(_ graph: Graph) -> ContiguousArray<UInt32> {
  let n = graph.vertexCount
  let largest = (0..<n).reduce(0) { max($0, graph.degree(of: $1)) }
  var starts = ContiguousArray(repeating: 0, count: largest + 2)
  for vertex in 0..<n { starts[largest - graph.degree(of: vertex) + 1] += 1 }
  for place in 0...largest { starts[place + 1] += starts[place] }
  var vertices = ContiguousArray<UInt32>(repeating: 0, count: n)
  for vertex in 0..<n {
    let rank = largest - graph.degree(of: vertex)
    vertices[starts[rank]] = UInt32(truncatingIfNeeded: vertex)
    starts[rank] += 1
  }
  return vertices
}
