public import GraphCore

/// A view seen as members and the venues they share.
public struct TwoModeView: Sendable {
  /// Who is tied to whom across, without weights or directions: members first, then venues.
  public let graph: Graph
  /// The vertex of the view that each member is.
  public let members: [Int]
  /// The vertex of the view that each venue is.
  public let venues: [Int]
  /// What was left out, for the reader's eyes; nil where nothing was.
  public let note: String?

  /// For each vertex of the graph whether it is a venue.
  public var modes: ContiguousArray<Bool> {
    ContiguousArray((0..<graph.vertexCount).map { $0 >= members.count })
  }

  /// The vertex of the view at each vertex of the graph.
  public var vertices: [Int] { members + venues }
}

extension NetworkView {
  /// Returns the view as members and venues: by their kinds, or by the ties where actors have none.
  ///
  /// Pairs tied within a mode, such as a venue that is a member of another, are left out, and the note says so.
  ///
  /// - Parameter purpose: What needs two modes, for messages.
  /// - Throws: `GraphError` with code `badParameter` where there are no two modes.
  /// - Complexity: O(actors + ties).
  public func twoMode(for purpose: String) throws(GraphError) -> TwoModeView {
    try twoMode(of: structure(.undirected), for: purpose)
  }

  func twoMode(of graph: Graph, for purpose: String) throws(GraphError) -> TwoModeView {
    let modes = try modes(of: graph, for: purpose)
    let members = modes.indices.filter { !modes[$0] }
    let venues = modes.indices.filter { modes[$0] }
    var places = [UInt32](repeating: 0, count: modes.count)
    for (place, vertex) in (members + venues).enumerated() {
      places[vertex] = UInt32(truncatingIfNeeded: place)
    }
    var edges = EdgeList()
    var within: [(first: Int, second: Int)] = []
    for vertex in modes.indices {
      for other in graph.neighbors(of: vertex) where vertex < Int(other) {
        if modes[vertex] == modes[Int(other)] {
          within.append((vertex, Int(other)))
        } else {
          edges.append(from: places[vertex], to: places[Int(other)])
        }
      }
    }
    guard edges.count > 0 || within.isEmpty else {
      throw GraphError(
        .badParameter,
        "\(purpose) needs ties between members and venues, and there are none; choose ties, with --relation member-of for example"
      )
    }
    let note = within.first.map { pair in
      "\(purpose): \(within.count) pairs tied within members or within venues are left out, such as `\(id(of: pair.first))` and `\(id(of: pair.second))`"
    }
    return TwoModeView(
      graph: try Graph(vertexCount: modes.count, edges: edges, direction: .undirected, rule: .once),
      members: members, venues: venues, note: note)
  }

  /// Which vertices are venues.
  private func modes(of graph: Graph, for purpose: String) throws(GraphError) -> ContiguousArray<Bool> {
    guard dataset.actors.kinds.isAbsent else {
      return ContiguousArray(actors.map { dataset.isVenue($0) })
    }
    guard let modes = try graph.bipartition() else {
      throw GraphError(
        .badParameter,
        "\(purpose) needs a network of members and venues; ties go round in odd circles here, so that there are no two modes"
      )
    }
    return modes
  }
}
