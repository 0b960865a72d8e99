/// The edges as given, parallel edges and self-loops included, in compressed sparse rows.
///
/// An *arc* is an edge seen from one end. A directed edge gives one arc, an undirected one two, a self-loop one. The
/// arcs of a vertex are sorted by target, those to one target by edge, so parallel arcs stand side by
/// side and every arc can be traced back to the edge it came from.
///
/// Measures do not run on a multigraph: ``reduced(_:)`` states what becomes of parallel edges and
/// self-loops and gives a simple ``Graph``.
///
/// Memory: 8 bytes a vertex, 8 bytes an arc, 8 bytes a weighted edge.
public struct Multigraph: Sendable {
  /// Whether an edge gives one arc or two.
  public let direction: Direction
  /// Number of vertices; they are numbered `0 ..< vertexCount`.
  public let vertexCount: Int
  /// Number of edges, as given.
  public let edgeCount: Int

  /// Arcs of vertex `v` are `offsets[v] ..< offsets[v + 1]`.
  package let offsets: ContiguousArray<Int>
  /// The vertex at the far end of each arc, ascending within a vertex.
  package let targets: ContiguousArray<UInt32>
  /// The edge each arc came from, ascending within equal targets.
  package let arcEdges: ContiguousArray<UInt32>
  /// Weights by edge; empty where all are 1.
  package let edgeWeights: ContiguousArray<Double>

  /// Builds the graph in linear time: two counting sorts, by target and then by source.
  ///
  /// - Parameters:
  ///   - vertexCount: Number of vertices, at most 2³² − 1.
  ///   - edges: The edges.
  ///   - direction: How to read them.
  ///   - execution: Threads to build with; the graph is the same for any number.
  /// - Throws: ``GraphError`` with code `vertexOutOfRange`, `tooLarge` or `badWeight`.
  /// - Complexity: O(*n* + *m*) time; 8 bytes an arc of scratch memory.
  public init(
    vertexCount: Int, edges: EdgeList, direction: Direction, execution: Execution = .serial
  ) throws(GraphError) {
    try Self.validate(vertexCount: vertexCount, edges: edges)
    self.direction = direction
    self.vertexCount = vertexCount
    edgeCount = edges.count
    edgeWeights = edges.weights

    let rows = ArcRows(
      byTargetsOf: edges, vertexCount: vertexCount, direction: direction, execution: execution)
    let sorted = rows.bySource(direction: direction, execution: execution)
    offsets = sorted.offsets
    targets = ContiguousArray(sorted.arcs.lazy.map(\.end))
    arcEdges = ContiguousArray(sorted.arcs.lazy.map { UInt32(truncatingIfNeeded: $0) })
  }

  /// Number of arcs.
  public var arcCount: Int { targets.count }

  /// Weight of an edge, 1 where none was given.
  public func weight(ofEdge edge: Int) -> Double {
    precondition(edge >= 0 && edge < edgeCount, "edge out of range")
    return edgeWeights.isEmpty ? 1 : edgeWeights[edge]
  }

  /// The edges that give arcs from `source` to `target`, ascending.
  ///
  /// - Complexity: O(log *d*) for a vertex with *d* arcs.
  public func edges(from source: Int, to target: Int) -> ArraySlice<UInt32> {
    precondition(source >= 0 && source < vertexCount, "vertex out of range")
    let row = offsets[source]..<offsets[source + 1]
    let first = partitionPoint(in: row) { Int(targets[$0]) >= target }
    let end = partitionPoint(in: first..<row.upperBound) { Int(targets[$0]) > target }
    return arcEdges[first..<end]
  }

  static func validate(vertexCount: Int, edges: EdgeList) throws(GraphError) {
    guard vertexCount >= 0, vertexCount < Int(UInt32.max) else {
      throw GraphError(.tooLarge, "the number of vertices must be in 0 ..< 2^32 - 1, got \(vertexCount)")
    }
    guard edges.count < Int(UInt32.max) else {
      throw GraphError(.tooLarge, "the number of edges must be below 2^32 - 1, got \(edges.count)")
    }
    let largest = max(edges.sources.max() ?? 0, edges.targets.max() ?? 0)
    if edges.count > 0, Int(largest) >= vertexCount {
      let index = edges.sources.indices.first {
        Int(edges.sources[$0]) >= vertexCount || Int(edges.targets[$0]) >= vertexCount
      }
      let edge = index.map { "\($0) joins \(edges.sources[$0]) and \(edges.targets[$0])" } ?? ""
      throw GraphError(.vertexOutOfRange, "edge \(edge), but vertices are numbered below \(vertexCount)")
    }
    for (index, weight) in edges.weights.enumerated() where !weight.isFinite || weight < 0 {
      throw GraphError(
        .badWeight, "the weight of edge \(index) must be finite and not negative, got \(weight)")
    }
  }
}

/// The first index of `range` at which `isPast` holds, for a predicate that is false, then true.
private func partitionPoint(in range: Range<Int>, where isPast: (Int) -> Bool) -> Int {
  var low = range.lowerBound
  var high = range.upperBound
  while low < high {
    let middle = low + (high - low) / 2
    if isPast(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
