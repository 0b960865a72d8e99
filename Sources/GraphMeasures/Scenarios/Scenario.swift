public import GraphCore

/// A graph in which a few ties come and go, and measures that follow without being computed anew.
///
/// What if this partnership ends, or these two agencies begin to work together? A scenario starts from a graph
/// whose measures are computed once; each change then costs what it touches. A copy is cheap until it is
/// changed, so that many scenarios can start from one.
///
/// Undirected: of a directed graph the arcs of two vertices become one tie, their weights added. Removing an
/// actor means removing its ties: it stays as an isolated vertex, so that no other vertex changes its number.
///
/// - Complexity: Starting costs the measures that are followed; see ``add(_:_:weight:)`` and
///   ``remove(_:_:)`` for changes.
public struct Scenario: Sendable {
  /// A measure that is kept up to date.
  ///
  /// Degrees, strengths and Burt's measures need no keeping: they are read off the ties around a vertex when
  /// asked for.
  public enum Followed: Hashable, Sendable, CaseIterable {
    /// Triangles of each vertex.
    case triangles
    /// Core number of each vertex.
    case coreNumbers
    /// Connected components.
    case components
  }

  /// The ties as they are now.
  var rows: ChangedRows
  var triangles: FollowedTriangles?
  var cores: FollowedCoreNumbers?
  var components: FollowedComponents?

  /// Starts from a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - followed: What is kept up to date.
  ///   - execution: Threads, progress and cancellation of computing what is followed for the first time.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  public init(
    _ graph: Graph, following followed: Set<Followed> = Set(Followed.allCases), execution: Execution = .serial
  ) throws(GraphError) {
    let graph = graph.symmetrized()
    rows = ChangedRows(graph)
    if followed.contains(.triangles) {
      triangles = FollowedTriangles(counts: try graph.triangleCounts(execution: execution))
    }
    if followed.contains(.coreNumbers) { cores = FollowedCoreNumbers(numbers: graph.coreNumbers()) }
    if followed.contains(.components) { components = FollowedComponents(graph.connectedComponents()) }
  }

  /// Number of vertices.
  public var vertexCount: Int { rows.vertexCount }
  /// Number of ties.
  public var edgeCount: Int { rows.edgeCount }

  /// Whether two vertices are tied.
  public func hasTie(_ u: Int, _ v: Int) -> Bool { rows.weight(u, v) != nil }

  /// Adds a vertex without ties and returns its number, the first after all others.
  public mutating func addVertex() -> Int {
    let vertex = rows.addVertex()
    triangles?.addVertex()
    cores?.addVertex()
    components?.addVertex()
    return vertex
  }

  /// Ties two vertices.
  ///
  /// - Parameters:
  ///   - u: A vertex.
  ///   - v: Another vertex, not tied to it yet.
  ///   - weight: Finite and not negative.
  /// - Throws: `GraphError` with code `vertexOutOfRange`, `badWeight`, or `badParameter` where the two are
  ///   one or are tied already.
  /// - Complexity: O(k(u) + k(v)) for the tie and its triangles; core numbers visit the vertices of the same
  ///   number around it that could rise; components join two in O(*n*) at worst.
  public mutating func add(_ u: Int, _ v: Int, weight: Double = 1) throws(GraphError) {
    try rows.check(u, v)
    guard weight.isFinite, weight >= 0 else {
      throw GraphError(.badWeight, "the weight of a tie must be finite and not negative, got \(weight)")
    }
    guard !hasTie(u, v) else { throw GraphError(.badParameter, "vertices \(u) and \(v) are tied already") }
    rows.insert(u, v, weight)
    triangles?.added(u, v, in: rows)
    cores?.added(u, v, in: rows)
    components?.added(u, v)
  }

  /// Unties two vertices.
  ///
  /// - Throws: `GraphError` with code `vertexOutOfRange`, or `badParameter` where the two are not tied.
  /// - Complexity: As ``add(_:_:weight:)``; components search from both ends, in turns, and stop where the two
  ///   meet or the smaller side is exhausted.
  public mutating func remove(_ u: Int, _ v: Int) throws(GraphError) {
    try rows.check(u, v)
    guard hasTie(u, v) else { throw GraphError(.badParameter, "vertices \(u) and \(v) are not tied") }
    rows.delete(u, v)
    triangles?.removed(u, v, in: rows)
    cores?.removed(u, v, in: rows)
    components?.removed(u, v, in: rows)
  }

  /// Unties a vertex from all others, as when an actor leaves.
  ///
  /// - Throws: `GraphError` with code `vertexOutOfRange`.
  public mutating func removeTies(of vertex: Int) throws(GraphError) {
    try rows.check(vertex)
    for neighbor in rows.targets(of: vertex) { try remove(vertex, Int(neighbor)) }
  }

  /// The graph as it is now.
  ///
  /// - Complexity: O(*n* + *m*).
  public func graph() -> Graph { rows.graph() }
}
