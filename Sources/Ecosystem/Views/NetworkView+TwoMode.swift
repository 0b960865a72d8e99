public import GraphCore

/// A view seen as members and the venues they share.
public struct TwoModeView: Sendable {
  /// Who is tied to whom, without weights or directions: members first, then venues.
  public let graph: Graph
  /// The vertex of the view that each member is.
  public let members: [Int]
  /// The vertex of the view that each venue is.
  public let venues: [Int]
}

extension NetworkView {
  /// Returns which vertices are venues: by their kinds, or by the ties where actors have none.
  ///
  /// - Parameters:
  ///   - graph: Who is tied to whom.
  ///   - purpose: What needs two modes, for the message.
  /// - Throws: `GraphError` with code `badParameter` where a tie joins two of a mode.
  func modes(of graph: Graph, for purpose: String) throws(GraphError) -> ContiguousArray<Bool> {
    if dataset.actors.kinds.isAbsent {
      guard let modes = try graph.bipartition() else {
        throw GraphError(
          .badParameter,
          "\(purpose) needs a network of members and venues; ties go round in odd circles here, so that there are no two modes"
        )
      }
      return modes
    }
    let modes = ContiguousArray(actors.map { dataset.isVenue($0) })
    for vertex in 0..<vertexCount {
      for other in graph.neighbors(of: vertex) where modes[Int(other)] == modes[vertex] {
        throw GraphError(
          .badParameter,
          "\(purpose) needs ties between members and venues alone, but `\(id(of: vertex))` and `\(id(of: Int(other)))` are both \(modes[vertex] ? "venues" : "members"); choose ties, with --relation member-of for example"
        )
      }
    }
    return modes
  }

  /// Returns the view as members and venues.
  ///
  /// - Parameter purpose: What needs two modes, for the message.
  /// - Throws: `GraphError` with code `badParameter` where a tie joins two of a mode.
  /// - Complexity: O(actors + ties).
  public func twoMode(for purpose: String) throws(GraphError) -> TwoModeView {
    let graph = try structure(.undirected)
    return try twoMode(of: graph, modes: modes(of: graph, for: purpose))
  }

  func twoMode(of graph: Graph, modes: ContiguousArray<Bool>) throws(GraphError) -> TwoModeView {
    let members = modes.indices.filter { !modes[$0] }
    let venues = modes.indices.filter { modes[$0] }
    var places = [UInt32](repeating: 0, count: modes.count)
    for (place, vertex) in (members + venues).enumerated() {
      places[vertex] = UInt32(truncatingIfNeeded: place)
    }
    var edges = EdgeList()
    for vertex in members {
      for other in graph.neighbors(of: vertex) { edges.append(from: places[vertex], to: places[Int(other)]) }
    }
    return TwoModeView(
      graph: try Graph(vertexCount: modes.count, edges: edges, direction: .undirected, rule: .once),
      members: members, venues: venues)
  }
}
