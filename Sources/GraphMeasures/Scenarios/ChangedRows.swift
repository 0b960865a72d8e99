import GraphCore

/// The ties of a graph with some rows replaced; the others are read from the graph itself.
struct ChangedRows: Sendable {
  private struct Row: Sendable {
    var targets: ContiguousArray<UInt32>
    var weights: ContiguousArray<Double>
  }

  private let base: Graph
  private var changed: [Int: Row] = [:]
  private(set) var vertexCount: Int
  private(set) var edgeCount: Int

  init(_ base: Graph) {
    self.base = base
    vertexCount = base.vertexCount
    edgeCount = base.edgeCount
  }

  /// The neighbors of a vertex, ascending.
  func targets(of vertex: Int) -> ArraySlice<UInt32> {
    if let row = changed[vertex] { return ArraySlice(row.targets) }
    return vertex < base.vertexCount ? base.neighbors(of: vertex) : []
  }

  func degree(of vertex: Int) -> Int {
    if let row = changed[vertex] { return row.targets.count }
    return vertex < base.vertexCount ? base.degree(of: vertex) : 0
  }

  /// Calls `body` with each neighbor, ascending, and the weight of the tie.
  func forEachTie(of vertex: Int, _ body: (Int, Double) -> Void) {
    if let row = changed[vertex] {
      for slot in row.targets.indices { body(Int(row.targets[slot]), row.weights[slot]) }
    } else if vertex < base.vertexCount {
      for slot in base.offsets[vertex]..<base.offsets[vertex + 1] {
        body(Int(base.targets[slot]), base.weight(atSlot: slot))
      }
    }
  }

  /// The weight of a tie, nil where there is none.
  func weight(_ u: Int, _ v: Int) -> Double? {
    guard u >= 0, v >= 0, u < vertexCount, v < vertexCount else { return nil }
    if let row = changed[u] {
      let place = row.targets.partitioningIndex { $0 >= v }
      return place < row.targets.count && row.targets[place] == v ? row.weights[place] : nil
    }
    guard u < base.vertexCount else { return nil }
    let row = base.offsets[u]..<base.offsets[u + 1]
    let slot = base.targets[row].partitioningIndex { $0 >= v }
    return slot < row.upperBound && base.targets[slot] == v ? base.weight(atSlot: slot) : nil
  }

  mutating func addVertex() -> Int {
    changed[vertexCount] = Row(targets: [], weights: [])
    vertexCount += 1
    return vertexCount - 1
  }

  /// Adds a tie that is not there.
  mutating func insert(_ u: Int, _ v: Int, _ weight: Double) {
    for (end, other) in [(u, v), (v, u)] {
      change(end) { row in
        let place = row.targets.partitioningIndex { $0 >= other }
        row.targets.insert(UInt32(truncatingIfNeeded: other), at: place)
        row.weights.insert(weight, at: place)
      }
    }
    edgeCount += 1
  }

  /// Removes a tie that is there.
  mutating func delete(_ u: Int, _ v: Int) {
    for (end, other) in [(u, v), (v, u)] {
      change(end) { row in
        let place = row.targets.partitioningIndex { $0 >= other }
        row.targets.remove(at: place)
        row.weights.remove(at: place)
      }
    }
    edgeCount -= 1
  }

  private mutating func change(_ vertex: Int, _ body: (inout Row) -> Void) {
    var row =
      changed.removeValue(forKey: vertex)
      ?? Row(
        targets: ContiguousArray(base.neighbors(of: vertex)),
        weights: ContiguousArray(
          (base.offsets[vertex]..<base.offsets[vertex + 1]).map { base.weight(atSlot: $0) }))
    body(&row)
    changed[vertex] = row
  }

  func check(_ vertex: Int) throws(GraphError) {
    guard vertex >= 0, vertex < vertexCount else {
      throw GraphError(.vertexOutOfRange, "vertex \(vertex) is not in 0 ..< \(vertexCount)")
    }
  }

  func check(_ u: Int, _ v: Int) throws(GraphError) {
    try check(u)
    try check(v)
    guard u != v else { throw GraphError(.badParameter, "vertex \(u) cannot be tied to itself") }
  }

  func graph() -> Graph {
    var offsets: ContiguousArray<Int> = [0]
    var targets: ContiguousArray<UInt32> = []
    var weights: ContiguousArray<Double> = []
    offsets.reserveCapacity(vertexCount + 1)
    targets.reserveCapacity(2 * edgeCount)
    weights.reserveCapacity(2 * edgeCount)
    for vertex in 0..<vertexCount {
      forEachTie(of: vertex) { target, weight in
        targets.append(UInt32(truncatingIfNeeded: target))
        weights.append(weight)
      }
      offsets.append(targets.count)
    }
    let isWeighted = weights.contains { $0 != 1 }
    return Graph(
      direction: .undirected, offsets: offsets, targets: targets, weights: isWeighted ? weights : nil)
  }
}
