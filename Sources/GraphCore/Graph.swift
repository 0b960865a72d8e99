/// A simple graph in compressed sparse rows, without self-loops or parallel edges.
///
/// What measures run on. Made from a ``Multigraph`` by ``Multigraph/reduced(_:)``, which states the rule.
/// Vertices are numbered `0 ..< vertexCount`; names and attributes live elsewhere. The targets of each vertex
/// are ascending, and the graph never changes, so it can be shared between threads.
///
/// An undirected graph stores each edge as two arcs; a directed one stores the outgoing arcs only and
/// gives the incoming ones through ``transposed()``.
public struct Graph: Sendable {
  /// Whether an arc from `u` to `v` implies one from `v` to `u`.
  public let direction: Direction
  /// Arcs of vertex `v` are `offsets[v] ..< offsets[v + 1]`.
  package let offsets: ContiguousArray<Int>
  /// The vertex each arc runs to; ascending within a vertex, never the vertex itself.
  package let targets: ContiguousArray<UInt32>
  /// One weight per arc, equal for both arcs of an undirected edge; nil where all are 1.
  package let weights: ContiguousArray<Double>?

  /// Trusts its arguments; callers in this package have sorted and checked them.
  package init(
    direction: Direction, offsets: ContiguousArray<Int>, targets: ContiguousArray<UInt32>,
    weights: ContiguousArray<Double>?
  ) {
    assert(offsets.last == targets.count && (weights.map { $0.count == targets.count } ?? true))
    self.direction = direction
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  /// Creates an unweighted simple graph from edges; parallel edges count once, self-loops are left out.
  ///
  /// - Throws: ``GraphError`` where an edge names a vertex that is not there.
  public init(
    vertexCount: Int, edges: some Sequence<(UInt32, UInt32)>, direction: Direction = .undirected
  ) throws(GraphError) {
    self = try Graph(vertexCount: vertexCount, edges: EdgeList(edges), direction: direction, rule: .once)
  }

  /// Number of vertices.
  public var vertexCount: Int { offsets.count - 1 }
  /// Number of arcs: twice the edges of an undirected graph.
  public var arcCount: Int { targets.count }
  /// Number of edges.
  public var edgeCount: Int { direction == .undirected ? arcCount / 2 : arcCount }
  /// Whether edges carry weights other than 1.
  public var isWeighted: Bool { weights != nil }

  /// Number of vertices that arcs run to from `vertex`.
  public func degree(of vertex: Int) -> Int { offsets[vertex + 1] - offsets[vertex] }

  /// The vertices that arcs run to from `vertex`, ascending.
  public func neighbors(of vertex: Int) -> ArraySlice<UInt32> {
    targets[offsets[vertex]..<offsets[vertex + 1]]
  }

  /// Weight of the arc in a slot, 1 in an unweighted graph.
  package func weight(atSlot slot: Int) -> Double {
    if let weights { weights[slot] } else { 1 }
  }
}
