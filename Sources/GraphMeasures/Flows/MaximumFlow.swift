import GraphCore

/// Maximum flows between vertices of an undirected graph, one vertex of which may be taken away.
///
/// Weights are capacities. Flow is sent along shortest paths with capacity left, which are searched for from both
/// ends: where few paths fill the arcs of one end, little of the graph is looked at.
///
/// Reference: J. Edmonds, R. M. Karp, "Theoretical improvements in algorithmic efficiency for network flow
/// problems", Journal of the ACM 19 (1972) 248–264, doi:10.1145/321694.321699.
struct MaximumFlow {
  private let graph: Graph
  /// The slot of each arc's opposite.
  private let opposites: ContiguousArray<Int>
  private var capacities: ContiguousArray<Double>
  private var residuals: ContiguousArray<Double>
  /// Slots whose residual is not their capacity, some of them several times.
  private var touched: ContiguousArray<Int> = []
  /// What each vertex's arcs carry together.
  private var limits: ContiguousArray<Double>
  private var search: TwoSidedSearch

  init(_ graph: Graph) {
    let n = graph.vertexCount
    self.graph = graph
    capacities = ContiguousArray((0..<graph.arcCount).lazy.map { graph.weight(atSlot: $0) })
    residuals = capacities
    limits = ContiguousArray(graph.strengths())
    search = TwoSidedSearch(vertexCount: n)
    // Rows ascend, so that the arcs back to a vertex come up in the order of the vertices.
    var next = graph.offsets
    var opposites = ContiguousArray(repeating: 0, count: graph.arcCount)
    for slot in 0..<graph.arcCount {
      let target = Int(graph.targets[slot])
      opposites[slot] = next[target]
      next[target] += 1
    }
    self.opposites = opposites
  }

  /// Takes a vertex away: its arcs carry nothing any more.
  mutating func remove(_ vertex: Int) {
    for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1] {
      capacities[slot] = 0
      capacities[opposites[slot]] = 0
    }
    residuals = capacities
    for neighbor in graph.neighbors(of: vertex) {
      let row = graph.offsets[Int(neighbor)]..<graph.offsets[Int(neighbor) + 1]
      limits[Int(neighbor)] = capacities[row].reduce(0, +)
    }
    limits[vertex] = 0
  }

  /// On which side of a least cut vertices lie.
  enum Side {
    /// The source is alone on its side.
    case sourceAlone
    /// The target is alone on its side.
    case targetAlone
    /// ``isOnSourceSide(_:)`` tells.
    case searched
  }

  /// Sends as much as the arcs carry from one vertex to another.
  mutating func run(from source: Int, to target: Int) -> (flow: Double, side: Side) {
    for slot in touched { residuals[slot] = capacities[slot] }
    touched.removeAll(keepingCapacity: true)
    var flow = 0.0
    while true {
      // Where the flow fills all arcs of an end, no search is needed to see that it cannot grow.
      if flow >= limits[source] { return (flow, .sourceAlone) }
      if flow >= limits[target] { return (flow, .targetAlone) }
      guard search.run(graph, opposites, residuals, from: source, to: target) else {
        return (flow, .searched)
      }
      var least = Double.infinity
      for slot in search.path { least = min(least, residuals[slot]) }
      for slot in search.path {
        residuals[slot] -= least
        residuals[opposites[slot]] += least
        touched.append(slot)
        touched.append(opposites[slot])
      }
      flow += least
    }
  }

  /// Whether a vertex is on the source's side of a least cut, after the last flow.
  func isOnSourceSide(_ vertex: Int) -> Bool { search.isOnSourceSide(vertex) }
}

/// Searches for a shortest path along arcs with capacity left, from both ends.
private struct TwoSidedSearch {
  private enum Mark { case unseen, fromSource, fromTarget }

  /// The slots of the path found, in no particular order.
  private(set) var path: ContiguousArray<Int> = []
  private var marks: ContiguousArray<Mark>
  /// The slot of the arc from the vertex before, seen from the source, or to the vertex after, seen from the target.
  private var arcs: ContiguousArray<Int>
  private var fromSource: ContiguousArray<UInt32> = []
  private var fromTarget: ContiguousArray<UInt32> = []
  private var sourceIsCutOff = false

  init(vertexCount: Int) {
    marks = ContiguousArray(repeating: .unseen, count: vertexCount)
    arcs = ContiguousArray(repeating: 0, count: vertexCount)
  }

  /// Where the last search found no path: whether a vertex is on the source's side of a full cut.
  func isOnSourceSide(_ vertex: Int) -> Bool {
    sourceIsCutOff ? marks[vertex] == .fromSource : marks[vertex] != .fromTarget
  }

  /// Returns whether there is a path.
  ///
  /// A whole level is entered at a time, on the side where it has fewer arcs.
  mutating func run(
    _ graph: Graph, _ opposites: ContiguousArray<Int>, _ residuals: ContiguousArray<Double>, from source: Int,
    to target: Int
  ) -> Bool {
    for vertex in fromSource { marks[Int(vertex)] = .unseen }
    for vertex in fromTarget { marks[Int(vertex)] = .unseen }
    fromSource.removeAll(keepingCapacity: true)
    fromTarget.removeAll(keepingCapacity: true)
    fromSource.append(UInt32(truncatingIfNeeded: source))
    fromTarget.append(UInt32(truncatingIfNeeded: target))
    marks[source] = .fromSource
    marks[target] = .fromTarget
    var (sourceStart, targetStart) = (0, 0)
    var (sourceArcs, targetArcs) = (graph.degree(of: source), graph.degree(of: target))
    while true {
      sourceIsCutOff = sourceStart == fromSource.count
      if sourceIsCutOff || targetStart == fromTarget.count { return false }
      let meeting: Int?
      if sourceArcs <= targetArcs {
        (meeting, sourceArcs) = expand(
          graph, opposites, residuals, &fromSource, &sourceStart, &marks, &arcs, mine: .fromSource)
      } else {
        (meeting, targetArcs) = expand(
          graph, opposites, residuals, &fromTarget, &targetStart, &marks, &arcs, mine: .fromTarget)
      }
      guard let meeting else { continue }
      path.removeAll(keepingCapacity: true)
      path.append(meeting)
      var vertex = Int(graph.targets[opposites[meeting]])
      while vertex != source {
        path.append(arcs[vertex])
        vertex = Int(graph.targets[opposites[arcs[vertex]]])
      }
      vertex = Int(graph.targets[meeting])
      while vertex != target {
        path.append(arcs[vertex])
        vertex = Int(graph.targets[arcs[vertex]])
      }
      return true
    }
  }

  /// Enters a level; returns the slot of an arc to what the other side has seen, and otherwise the number of arcs of
  /// the level.
  private func expand(
    _ graph: Graph, _ opposites: ContiguousArray<Int>, _ residuals: ContiguousArray<Double>,
    _ seen: inout ContiguousArray<UInt32>, _ start: inout Int, _ marks: inout ContiguousArray<Mark>,
    _ arcs: inout ContiguousArray<Int>, mine: Mark
  ) -> (meeting: Int?, arcs: Int) {
    let end = seen.count
    var count = 0
    for place in start..<end {
      let vertex = Int(seen[place])
      for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1] {
        let neighbor = Int(graph.targets[slot])
        let mark = marks[neighbor]
        if mark == mine { continue }
        let arc = mine == .fromSource ? slot : opposites[slot]
        if residuals[arc] <= 0 { continue }
        if mark != .unseen { return (arc, 0) }
        marks[neighbor] = mine
        arcs[neighbor] = arc
        seen.append(graph.targets[slot])
        count += graph.degree(of: neighbor)
      }
    }
    start = end
    return (nil, count)
  }
}
