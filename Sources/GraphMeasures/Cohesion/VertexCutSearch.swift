import GraphCore

/// Looks for a few vertices without whom an undirected, connected graph falls apart.
///
/// Even's algorithm: with vertices in any order, a graph is k-connected where every two of the first *k* that
/// are not tied have *k* paths between them without a common vertex, and so have each later vertex and all
/// before it together. In an order in which each vertex has as many ties as possible to those before it, most
/// have *k* of them at once, and need no search.
///
/// Paths are a unit flow in which a vertex is an entrance and an exit with one arc between them. Since at
/// most one path passes a vertex, it is kept as the neighbors before and after each vertex.
struct VertexCutSearch {
  private static let none = UInt32.max
  private let graph: Graph
  private let order: ContiguousArray<UInt32>
  /// The place of each vertex in the order.
  private let places: ContiguousArray<UInt32>
  /// Where the path through a vertex comes from and leads to; `none` also where it comes from the source.
  private var before: ContiguousArray<UInt32>
  private var after: ContiguousArray<UInt32>
  private var isOnPath: ContiguousArray<Bool>
  private var onPath: ContiguousArray<UInt32> = []
  /// The state of the search that each state was reached from.
  ///
  /// The entrance of a vertex is twice its number, the exit one more. The first ones have themselves, those that
  /// were not reached `none`.
  private var origins: ContiguousArray<UInt32>
  private var queue: ContiguousArray<UInt32> = []

  init(_ graph: Graph) {
    self.graph = graph
    let n = graph.vertexCount
    order = orderByAdjacency(graph)
    var places = ContiguousArray<UInt32>(repeating: 0, count: n)
    for (place, vertex) in order.enumerated() { places[Int(vertex)] = UInt32(truncatingIfNeeded: place) }
    self.places = places
    before = ContiguousArray(repeating: Self.none, count: n)
    after = before
    isOnPath = ContiguousArray(repeating: false, count: n)
    origins = ContiguousArray(repeating: Self.none, count: 2 * n)
  }

  /// A cut of fewer than `k` vertices, ascending; nil where there is none, or the gauge says stop.
  mutating func cut(below k: Int, _ gauge: inout SearchGauge) -> ContiguousArray<UInt32>? {
    let n = graph.vertexCount
    for place in 1..<max(1, n) {
      let target = Int(order[place])
      if place < k {
        for source in order[0..<place] where !isTied(target, to: source) {
          if gauge.stop != nil { return nil }
          if let cut = cut(from: .vertex(source), to: target, below: k, &gauge) { return cut }
        }
      } else {
        if gauge.stop != nil { return nil }
        let tied = graph.neighbors(of: target).count { places[Int($0)] < place }
        gauge.countSteps(graph.degree(of: target))
        if tied >= k { continue }
        if let cut = cut(from: .allBefore(place), to: target, below: k, &gauge) { return cut }
      }
    }
    return nil
  }

  private func isTied(_ vertex: Int, to other: UInt32) -> Bool {
    let row = graph.neighbors(of: vertex)
    let place = row.partitioningIndex { $0 >= other }
    return place < row.endIndex && row[place] == other
  }

  private enum Source {
    case vertex(UInt32)
    /// All vertices before a place in the order.
    case allBefore(Int)
  }

  /// The vertices of a least cut between a source and a vertex, where they are fewer than `k`.
  private mutating func cut(
    from source: Source, to target: Int, below k: Int, _ gauge: inout SearchGauge
  ) -> ContiguousArray<UInt32>? {
    var flow = 0
    while flow < k, gauge.stop == nil {
      if !augment(from: source, to: target, &gauge) { break }
      flow += 1
    }
    defer { clearPaths() }
    if flow >= k || gauge.stop != nil { return nil }
    // Entered, but not left, by the last search.
    var cut: ContiguousArray<UInt32> = []
    for vertex in 0..<graph.vertexCount
    where origins[2 * vertex] != Self.none && origins[2 * vertex + 1] == Self.none {
      cut.append(UInt32(truncatingIfNeeded: vertex))
    }
    return cut
  }

  private mutating func clearPaths() {
    for vertex in onPath {
      before[Int(vertex)] = Self.none
      after[Int(vertex)] = Self.none
      isOnPath[Int(vertex)] = false
    }
    onPath.removeAll(keepingCapacity: true)
  }

  /// Finds room for one path more, and makes it.
  private mutating func augment(from source: Source, to target: Int, _ gauge: inout SearchGauge) -> Bool {
    for state in origins.indices { origins[state] = Self.none }
    queue.removeAll(keepingCapacity: true)
    switch source {
    case .vertex(let vertex):
      // Its entrance counts as left already: the source is no part of a cut.
      origins[2 * Int(vertex)] = 2 * vertex
      reach(2 * vertex + 1, from: 2 * vertex + 1)
    case .allBefore(let place):
      for vertex in order[0..<place] { reach(2 * vertex, from: 2 * vertex) }
    }
    var head = 0
    var steps = queue.count
    defer { gauge.countSteps(steps) }
    while head < queue.count {
      let state = queue[head]
      head += 1
      let vertex = Int(state >> 1)
      if state & 1 == 0 {
        if !isOnPath[vertex] {
          reach(state | 1, from: state)
        } else if before[vertex] != Self.none {
          reach(2 * before[vertex] + 1, from: state)
        }
      } else {
        if isOnPath[vertex] { reach(state & ~1, from: state) }
        steps += graph.degree(of: vertex)
        for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1] {
          let neighbor = graph.targets[slot]
          if Int(neighbor) == target {
            extend(to: target, from: state)
            return true
          }
          reach(2 * neighbor, from: state)
        }
      }
    }
    return false
  }

  @inline(__always) private mutating func reach(_ state: UInt32, from origin: UInt32) {
    if origins[Int(state)] != Self.none { return }
    origins[Int(state)] = origin
    queue.append(state)
  }

  /// Adds the path that the search found, which may lead back along parts of others.
  private mutating func extend(to target: Int, from last: UInt32) {
    var moves: ContiguousArray<(from: UInt32, to: UInt32)> = []
    var state = last
    while origins[Int(state)] != state {
      moves.append((origins[Int(state)], state))
      state = origins[Int(state)]
    }
    // Parts led back along go first.
    for (from, to) in moves where from & 1 == 0 && to & 1 == 1 && from >> 1 != to >> 1 {
      after[Int(to >> 1)] = Self.none
      before[Int(from >> 1)] = Self.none
    }
    for (from, to) in moves {
      let vertex = Int(to >> 1)
      if from >> 1 == to >> 1 {
        isOnPath[vertex] = to & 1 == 1
        if to & 1 == 1 { onPath.append(to >> 1) }
      } else if from & 1 == 1 {
        after[Int(from >> 1)] = to >> 1
        before[vertex] = from >> 1
      }
    }
    after[Int(last >> 1)] = UInt32(truncatingIfNeeded: target)
  }
}

/// Vertices in an order in which each has as many ties to those before it as any other has at that moment,
/// the first one of largest degree; of equals the one that came to that number last.
///
/// Buckets by number of ties: O(*n* + *m*).
private func orderByAdjacency(_ graph: Graph) -> ContiguousArray<UInt32> {
  let n = graph.vertexCount
  guard let start = (0..<n).max(by: { graph.degree(of: $0) < graph.degree(of: $1) }) else { return [] }
  var ties = ContiguousArray(repeating: 0, count: n)
  var isTaken = ContiguousArray(repeating: false, count: n)
  var buckets: [[UInt32]] = [
    (0..<n).map { UInt32(truncatingIfNeeded: $0) } + [UInt32(truncatingIfNeeded: start)]
  ]
  var top = 0
  var order: ContiguousArray<UInt32> = []
  order.reserveCapacity(n)
  while order.count < n {
    while buckets[top].isEmpty { top -= 1 }
    // Vertices that have moved on to a higher bucket are still in their old ones.
    guard let vertex = buckets[top].popLast() else { break }
    if isTaken[Int(vertex)] || ties[Int(vertex)] != top { continue }
    isTaken[Int(vertex)] = true
    order.append(vertex)
    for neighbor in graph.neighbors(of: Int(vertex)) where !isTaken[Int(neighbor)] {
      ties[Int(neighbor)] += 1
      let count = ties[Int(neighbor)]
      if count == buckets.count { buckets.append([]) }
      buckets[count].append(neighbor)
      top = max(top, count)
    }
  }
  return order
}
