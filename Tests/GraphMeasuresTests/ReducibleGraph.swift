import EcographTestSupport
import GraphCore

/// Kinds of random graphs that fall apart into blocks, have twins, or both.
enum ReducibleGraph: CaseIterable, Sendable {
  case tree, star, affiliations, cliquesWithTrees, cyclesInARow, twins, separateParts, sparse, dense

  /// A graph of at most about `limit` vertices, numbered at random.
  func make(upTo limit: Int, using generator: inout SeededGenerator) throws -> Graph {
    var builder = GraphSketch(generator: generator)
    let count = Int.random(in: 1...limit, using: &builder.generator)
    switch self {
    case .tree: builder.addTree(count)
    case .star:
      let hub = builder.addVertex()
      for _ in 0..<count { builder.tie(hub, builder.addVertex()) }
    case .affiliations: builder.addAffiliations(count)
    case .cliquesWithTrees:
      while builder.count < count {
        let at = builder.addClique(Int.random(in: 2...6, using: &builder.generator))
        builder.hangTree(Int.random(in: 0...6, using: &builder.generator), on: at)
        builder.tieToAnyOther(at)
      }
    case .cyclesInARow:
      var at = builder.addVertex()
      while builder.count < count {
        at = builder.addCycle(Int.random(in: 3...8, using: &builder.generator), through: at)
      }
    case .twins:
      builder.addRandom(max(1, count / 3), edges: count)
      while builder.count < count { builder.addTwin() }
    case .separateParts:
      builder.addRandom(max(1, count / 4), edges: count / 3)
      builder.addTree(max(1, count / 4))
      builder.addAffiliations(max(1, count / 4))
      for _ in 0..<3 { _ = builder.addVertex() }
    case .sparse: builder.addRandom(count, edges: count * 5 / 4)
    case .dense: builder.addRandom(count, edges: count * 6)
    }
    generator = builder.generator
    return try builder.graph().relabeled(Array(0..<builder.count).shuffled(using: &generator))
  }
}

/// Vertices and edges while they are added.
private struct GraphSketch {
  var generator: SeededGenerator
  private(set) var count = 0
  private var edges: [(UInt32, UInt32)] = []

  init(generator: SeededGenerator) { self.generator = generator }

  func graph() throws -> Graph { try Graph(vertexCount: count, edges: edges) }

  mutating func addVertex() -> Int {
    count += 1
    return count - 1
  }

  mutating func tie(_ a: Int, _ b: Int) { edges.append((UInt32(a), UInt32(b))) }

  mutating func tieToAnyOther(_ vertex: Int) {
    tie(vertex, Int.random(in: 0..<count, using: &generator))
  }

  mutating func addTree(_ size: Int) { hangTree(size - 1, on: addVertex()) }

  mutating func hangTree(_ size: Int, on root: Int) {
    var members = [root]
    for _ in 0..<max(0, size) {
      let vertex = addVertex()
      tie(members[Int.random(in: 0..<members.count, using: &generator)], vertex)
      members.append(vertex)
    }
  }

  mutating func addClique(_ size: Int) -> Int {
    let first = count
    for _ in 0..<size {
      let vertex = addVertex()
      for other in first..<vertex { tie(other, vertex) }
    }
    return first
  }

  /// Returns a vertex of the cycle for the next to start from.
  mutating func addCycle(_ size: Int, through start: Int) -> Int {
    var members = [start]
    for _ in 1..<size {
      let vertex = addVertex()
      tie(members[members.count - 1], vertex)
      members.append(vertex)
    }
    tie(members[members.count - 1], start)
    return members[Int.random(in: 0..<members.count, using: &generator)]
  }

  mutating func addRandom(_ size: Int, edges edgeCount: Int) {
    let first = count
    count += size
    for _ in 0..<edgeCount {
      tie(
        Int.random(in: first..<count, using: &generator), Int.random(in: first..<count, using: &generator))
    }
  }

  /// Organizations, a few of them in many projects, and projects with one to five of them.
  mutating func addAffiliations(_ size: Int) {
    let organizations = max(1, size / 3)
    let first = count
    count += organizations
    for _ in organizations..<max(organizations, size) {
      let project = addVertex()
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let share = Double.random(in: 0..<1, using: &generator)
        tie(project, first + Int(share * share * share * Double(organizations)))
      }
    }
  }

  /// A copy of a vertex, tied to its neighbors; half of the time to the vertex as well.
  mutating func addTwin() {
    let model = UInt32.random(in: 0..<UInt32(count), using: &generator)
    let twin = addVertex()
    for (a, b) in edges where a == model || b == model { tie(twin, Int(a == model ? b : a)) }
    if Bool.random(using: &generator) { tie(twin, Int(model)) }
  }
}
