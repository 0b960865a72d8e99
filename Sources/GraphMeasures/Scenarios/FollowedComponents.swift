public import GraphCore

/// Connected components that follow ties as they come and go.
struct FollowedComponents: Sendable {
  /// Some name of the component of each vertex; not yet numbered by the smallest vertex.
  private var names: ContiguousArray<UInt32>
  /// The vertices of each name; the smaller part of two is moved when they are joined or cut.
  private var members: ContiguousArray<ContiguousArray<UInt32>>

  init(_ components: ConnectedComponents) {
    names = components.labels
    members = ContiguousArray(repeating: [], count: components.count)
    for (name, size) in components.sizes.enumerated() { members[name].reserveCapacity(size) }
    for (vertex, name) in names.enumerated() {
      members[Int(name)].append(UInt32(truncatingIfNeeded: vertex))
    }
  }

  mutating func addVertex() {
    let vertex = UInt32(truncatingIfNeeded: names.count)
    names.append(UInt32(truncatingIfNeeded: members.count))
    members.append([vertex])
  }

  mutating func added(_ u: Int, _ v: Int) {
    var (kept, moved) = (Int(names[u]), Int(names[v]))
    if kept == moved { return }
    if members[kept].count < members[moved].count { swap(&kept, &moved) }
    for vertex in members[moved] { names[Int(vertex)] = UInt32(truncatingIfNeeded: kept) }
    members[kept] += members[moved]
    members[moved] = []
  }

  /// Searches from both ends in turns; where one side is exhausted, it is a component of its own.
  mutating func removed(_ u: Int, _ v: Int, in rows: ChangedRows) {
    var sides = [Side(u), Side(v)]
    while true {
      for side in 0...1 {
        guard let vertex = sides[side].nextVertex() else {
          split(sides[side].order)
          return
        }
        for neighbor in rows.targets(of: vertex) {
          if sides[1 - side].seen.contains(neighbor) { return }
          sides[side].visit(neighbor)
        }
      }
    }
  }

  private mutating func split(_ part: ContiguousArray<UInt32>) {
    guard let first = part.first else { return }
    let old = Int(names[Int(first)])
    let name = UInt32(truncatingIfNeeded: members.count)
    for vertex in part { names[Int(vertex)] = name }
    members[old].removeAll { names[Int($0)] == name }
    members.append(part)
  }

  /// The components, numbered by their smallest vertices.
  func numbered() -> ConnectedComponents {
    var labels = ContiguousArray(repeating: UInt32.max, count: names.count)
    var sizes: [Int] = []
    for vertex in 0..<names.count where labels[vertex] == .max {
      let part = members[Int(names[vertex])]
      for member in part { labels[Int(member)] = UInt32(truncatingIfNeeded: sizes.count) }
      sizes.append(part.count)
    }
    return ConnectedComponents(labels: labels, sizes: sizes)
  }

  /// A breadth-first search from one end of a tie that was removed.
  private struct Side {
    var seen: Set<UInt32>
    var order: ContiguousArray<UInt32>
    private var next = 0

    init(_ start: Int) {
      let start = UInt32(truncatingIfNeeded: start)
      seen = [start]
      order = [start]
    }

    mutating func nextVertex() -> Int? {
      guard next < order.count else { return nil }
      next += 1
      return Int(order[next - 1])
    }

    mutating func visit(_ vertex: UInt32) {
      if seen.insert(vertex).inserted { order.append(vertex) }
    }
  }
}

extension Scenario {
  /// The connected components, as `connectedComponents()`; nil where not followed.
  ///
  /// - Complexity: O(*n*).
  public var connectedComponents: ConnectedComponents? { components?.numbered() }
}
