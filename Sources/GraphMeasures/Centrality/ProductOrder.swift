import GraphCore

/// The order in which products with a graph's adjacency matrix keep its vertices: each has a place.
///
/// Most arcs of a skewed graph run to few vertices. By descending degree, their values lie next to each other and stay
/// in the processor's cache, and rows of one length follow each other.
struct ProductOrder: Sendable {
  /// The numbers that are the places; nil where vertices keep their own.
  private let numbering: DegreeNumbering?

  /// Vertices as they are numbered.
  static let asNumbered = ProductOrder(numbering: nil)

  /// Vertices by descending degree; those of equal degree as they are numbered.
  static func byDescendingDegree(of graph: Graph) -> ProductOrder {
    ProductOrder(numbering: DegreeNumbering(graph))
  }

  /// The order by which many products on an undirected graph take the least time: that of degrees where arcs are many,
  /// and rows long.
  static func paying(for graph: Graph) -> ProductOrder {
    let isDense = graph.arcCount > max(1 << 18, 16 * graph.vertexCount)
    return isDense ? byDescendingDegree(of: graph) : asNumbered
  }

  var isByDegree: Bool { numbering != nil }

  /// By vertex, its place; nil where that is its number.
  var places: ContiguousArray<UInt32>? { numbering?.numbers }

  @inline(__always) func vertex(at place: Int) -> Int {
    if let numbering { Int(numbering.vertices[place]) } else { place }
  }

  /// Values in the order of the vertices, put in that of the places.
  func ordered<Value>(_ values: ContiguousArray<Value>) -> ContiguousArray<Value> {
    guard let numbering else { return values }
    return ContiguousArray(numbering.vertices.map { values[Int($0)] })
  }

  /// Values by place, put back in the order of the vertices.
  func restored<Value>(_ values: ContiguousArray<Value>) -> ContiguousArray<Value> {
    guard let places else { return values }
    return ContiguousArray(places.map { values[Int($0)] })
  }
}
