import GraphCore

/// Maximum flows between vertices of an undirected graph, one vertex of which may be taken away.
///
/// Weights are capacities. Blocking flows along shortest paths, searched for again until there are none.
///
/// Reference: E. A. Dinic, "Algorithm for solution of a problem of maximum flow in networks with power
/// estimation", Soviet Mathematics Doklady 11 (1970) 1277–1280.
struct MaximumFlow {
  private let graph: Graph
  /// The slot of each arc's opposite.
  private let opposites: ContiguousArray<Int>
  /// What each vertex's arcs carry together, the vertex taken away left out.
  private var limits: ContiguousArray<Double>
  private var capacities: ContiguousArray<Double>
  private var residuals: ContiguousArray<Double>
  /// Steps from the source; -1 where it was not reached or nothing leads on.
  private var levels: ContiguousArray<Int32>
  /// The next slot to try.
  private var cursors: ContiguousArray<Int>
  private var queue: ContiguousArray<UInt32>
  /// The slots from the source to where a search is.
  private var path: ContiguousArray<Int> = []

  init(_ graph: Graph) {
    let n = graph.vertexCount
    self.graph = graph
    capacities = ContiguousArray((0..<graph.arcCount).lazy.map { graph.weight(atSlot: $0) })
    residuals = capacities
    limits = ContiguousArray(graph.strengths())
    levels = ContiguousArray(repeating: -1, count: n)
    cursors = graph.offsets
    queue = ContiguousArray(repeating: 0, count: n)
    // Rows ascend, so that the arcs back to a vertex come up in the order of the vertices.
    var next = graph.offsets
    opposites = ContiguousArray(
      (0..<n).flatMap { vertex in
        graph.neighbors(of: vertex).map { neighbor in
          defer { next[Int(neighbor)] += 1 }
          return next[Int(neighbor)]
        }
      })
  }

  /// Takes a vertex away: its arcs carry nothing any more.
  mutating func remove(_ vertex: Int) {
    for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1] {
      capacities[slot] = 0
      capacities[opposites[slot]] = 0
    }
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
    for slot in 0..<residuals.count { residuals[slot] = capacities[slot] }
    var flow = 0.0
    while true {
      // Where the flow fills all arcs of an end, no search is needed to see that it cannot grow.
      if flow >= limits[source] { return (flow, .sourceAlone) }
      if flow >= limits[target] { return (flow, .targetAlone) }
      guard
        findLevels(graph, residuals, from: source, to: target, &levels, &queue)
      else { return (flow, .searched) }
      flow += block(graph, opposites, from: source, to: target, &residuals, &levels, &cursors, &path)
    }
  }

  /// Whether the source can send more to a vertex, after the last flow.
  func isOnSourceSide(_ vertex: Int) -> Bool { levels[vertex] >= 0 }
}

/// Searches breadth first along arcs with capacity left, until the target is reached; returns whether it was.
private func findLevels(
  _ graph: Graph, _ residuals: ContiguousArray<Double>, from source: Int, to target: Int,
  _ levels: inout ContiguousArray<Int32>, _ queue: inout ContiguousArray<UInt32>
) -> Bool {
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  let residuals = residuals.span
  var levels = levels.mutableSpan
  var queue = queue.mutableSpan
  for vertex in 0..<levels.count { levels[vertex] = -1 }
  levels[source] = 0
  queue[0] = UInt32(truncatingIfNeeded: source)
  var head = 0
  var tail = 1
  while head < tail {
    let vertex = Int(queue[head])
    head += 1
    let next = levels[vertex] + 1
    for slot in offsets[vertex]..<offsets[vertex + 1] where residuals[slot] > 0 {
      let neighbor = Int(targets[slot])
      if levels[neighbor] >= 0 { continue }
      levels[neighbor] = next
      if neighbor == target { return true }
      queue[tail] = targets[slot]
      tail += 1
    }
  }
  return false
}

/// Fills paths that go up a level with each arc, until each has a full arc; returns what was sent.
private func block(
  _ graph: Graph, _ opposites: ContiguousArray<Int>, from source: Int, to target: Int,
  _ residuals: inout ContiguousArray<Double>, _ levels: inout ContiguousArray<Int32>,
  _ cursors: inout ContiguousArray<Int>, _ path: inout ContiguousArray<Int>
) -> Double {
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  let opposites = opposites.span
  var residuals = residuals.mutableSpan
  var levels = levels.mutableSpan
  var cursors = cursors.mutableSpan
  for vertex in 0..<levels.count { cursors[vertex] = offsets[vertex] }
  path.removeAll(keepingCapacity: true)
  let last = levels[target]
  var sent = 0.0
  var vertex = source
  while true {
    if vertex == target {
      var least = Double.infinity
      for slot in path { least = min(least, residuals[slot]) }
      sent += least
      // The search goes on from where the first full arc leaves.
      var full = path.count
      for place in (0..<path.count).reversed() {
        let slot = path[place]
        residuals[slot] -= least
        residuals[opposites[slot]] += least
        if residuals[slot] == 0 { full = place }
      }
      vertex = Int(targets[opposites[path[full]]])
      path.removeSubrange(full...)
      continue
    }
    var slot = cursors[vertex]
    let end = offsets[vertex + 1]
    let next = levels[vertex] + 1
    // Vertices as far away as the target lead nowhere.
    while slot < end,
      residuals[slot] == 0 || levels[Int(targets[slot])] != next
        || (next == last && Int(targets[slot]) != target)
    {
      slot += 1
    }
    cursors[vertex] = slot
    if slot < end {
      path.append(slot)
      vertex = Int(targets[slot])
    } else {
      guard let back = path.popLast() else { return sent }
      levels[vertex] = -1
      vertex = Int(targets[opposites[back]])
    }
  }
}
