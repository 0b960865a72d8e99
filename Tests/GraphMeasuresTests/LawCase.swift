import EcographTestSupport
import GraphCore
import GraphMeasures

/// All that a measure may ask for, written down so that it can be turned about as a whole: ties with weights and
/// layers, and vertices with a group, a mode and a mark.
struct LawCase: Sendable {
  struct Tie: Sendable {
    var source, target: Int
    var weight: Double
    /// The layers that have the tie.
    var layers: [Int]
  }

  struct Vertex: Sendable {
    /// Unknown where nil.
    var group: Int?
    /// Whether it is a venue and not a member; of two modes, the second.
    var isVenue: Bool
    /// Whether a set of vertices that is asked about has it.
    var isMarked: Bool
  }

  static let layerCount = 3

  let direction: Direction
  let vertices: [Vertex]
  let ties: [Tie]
  /// What weights are measured in: limits and couplings are multiples of it.
  let unit: Double
  /// All ties.
  let graph: Graph
  /// The ties of each layer.
  let layers: Multiplex
  /// The ties between the modes.
  let memberships: Graph

  init(_ direction: Direction, _ vertices: [Vertex], _ ties: [Tie], unit: Double = 1) throws {
    self.direction = direction
    self.vertices = vertices
    self.ties = ties
    self.unit = unit
    func graph(_ isTaken: (Tie) -> Bool) throws -> Graph {
      var list = EdgeList()
      for tie in ties where isTaken(tie) {
        list.append(from: UInt32(tie.source), to: UInt32(tie.target), weight: tie.weight)
      }
      return try Multigraph(vertexCount: vertices.count, edges: list, direction: direction).reduced(.once)
    }
    self.graph = try graph { _ in true }
    layers = Multiplex(
      vertexCount: vertices.count,
      layers: try (0..<Self.layerCount).map { layer in try graph { $0.layers.contains(layer) } })
    memberships = try graph { vertices[$0.source].isVenue != vertices[$0.target].isVenue }
  }

  var count: Int { vertices.count }
  var marked: [Int] { vertices.indices.filter { vertices[$0].isMarked } }
  var groups: [Int?] { vertices.map(\.group) }
  var modes: ContiguousArray<Bool> { ContiguousArray(vertices.map(\.isVenue)) }

  /// The number of vertices of the mode of a vertex, and of the other mode.
  func modeSizes(beside vertex: Vertex) -> (own: Int, other: Int) {
    let own = vertices.count { $0.isVenue == vertex.isVenue }
    return (own, count - own)
  }
}

// MARK: Turned about

extension LawCase {
  /// Vertex `v` is called `names[v]`.
  func relabeled(_ names: [Int]) throws -> LawCase {
    var renamed = vertices
    for (vertex, name) in names.enumerated() { renamed[name] = vertices[vertex] }
    let ties = ties.map {
      Tie(source: names[$0.source], target: names[$0.target], weight: $0.weight, layers: $0.layers)
    }
    return try LawCase(direction, renamed, ties, unit: unit)
  }

  /// This case and another side by side, the other's vertices numbered after these; no group has members in both.
  func united(with other: LawCase) throws -> LawCase {
    let firstGroup = (groups.compactMap { $0 }.max() ?? 0) + 1
    let others = other.vertices.map {
      Vertex(group: $0.group.map { $0 + firstGroup }, isVenue: $0.isVenue, isMarked: $0.isMarked)
    }
    let ties = other.ties.map {
      Tie(source: count + $0.source, target: count + $0.target, weight: $0.weight, layers: $0.layers)
    }
    return try LawCase(direction, vertices + others, self.ties + ties, unit: unit)
  }

  /// One vertex more: a member without ties, group and mark.
  func withIsolate() throws -> LawCase { try united(with: .isolate(direction)) }

  static func isolate(_ direction: Direction) throws -> LawCase {
    try LawCase(direction, [Vertex(group: nil, isVenue: false, isMarked: false)], [])
  }

  /// All arcs turned round.
  func reversed() throws -> LawCase {
    let ties = ties.map {
      Tie(source: $0.target, target: $0.source, weight: $0.weight, layers: $0.layers)
    }
    return try LawCase(direction, vertices, ties, unit: unit)
  }

  /// The same weights in a unit half as large, so that all numbers double.
  func inHalfTheUnit() throws -> LawCase {
    let ties = ties.map {
      Tie(source: $0.source, target: $0.target, weight: 2 * $0.weight, layers: $0.layers)
    }
    return try LawCase(direction, vertices, ties, unit: 2 * unit)
  }

  /// One tie more, on one layer.
  func adding(_ source: Int, _ target: Int) throws -> LawCase {
    let tie = Tie(source: source, target: target, weight: unit, layers: [1])
    return try LawCase(direction, vertices, ties + [tie], unit: unit)
  }
}

// MARK: Samples

extension LawCase {
  /// A random case: three groups, some of them unknown, and a third of the vertices venues.
  ///
  /// Weights are powers of two by default, so that lengths of paths are exact in any order.
  static func random(
    vertices count: Int, edges: Int, direction: Direction, weights: [Double] = [1, 2, 0.5, 4], seed: UInt64
  ) throws -> LawCase {
    var generator = SeededGenerator(seed: seed)
    let vertices = (0..<count).map { _ in
      Vertex(
        group: [0, 1, 1, 2, nil].randomElement(using: &generator) ?? nil,
        isVenue: Int.random(in: 0..<3, using: &generator) == 0,
        isMarked: Int.random(in: 0..<5, using: &generator) == 0)
    }
    let graph = try randomGraph(
      vertices: count, edges: edges, direction: direction, weights: weights, using: &generator)
    let ties = graph.edges.map { edge in
      let layers = (0..<layerCount).filter { _ in Int.random(in: 0..<5, using: &generator) < 2 }
      return Tie(source: edge.source, target: edge.target, weight: edge.weight, layers: layers)
    }
    return try LawCase(direction, vertices, ties)
  }

  /// Sparse and dense cases of each direction, of a size that any measure can be taken of in no time.
  static func samples() throws -> [LawCase] { try sampled.get() }

  /// Drawn once, for all laws.
  private static let sampled = Result {
    try (0..<3).flatMap { seed in
      try Direction.allCases.flatMap { direction in
        try [22, 66].map { try random(vertices: 22, edges: $0, direction: direction, seed: seed) }
      }
    }
  }

  /// Pairs without a tie from the first to the second.
  func untiedPairs(_ limit: Int, seed: UInt64, where isWanted: (Int, Int) -> Bool = { _, _ in true }) -> [(
    Int, Int
  )] {
    var generator = SeededGenerator(seed: seed)
    let pairs = (0..<count).flatMap { u in
      (0..<count).filter { u != $0 && !graph.neighbors(of: u).contains(UInt32($0)) }.map { (u, $0) }
    }
    return Array(pairs.filter { isWanted($0.0, $0.1) }.shuffled(using: &generator).prefix(limit))
  }

  /// Untied pairs of a member and a venue between which paths lead already, in the graph and along memberships:
  /// tying them gives nobody a new vertex to reach.
  func joinedPairs(_ limit: Int, seed: UInt64) -> [(Int, Int)] {
    let reached = (0..<count).map { graph.reachable(from: $0) }
    let components = memberships.connectedComponents().labels
    return untiedPairs(limit, seed: seed) { source, target in
      reached[source].contains(target) && components[source] == components[target]
        && vertices[source].isVenue != vertices[target].isVenue
    }
  }
}

extension Graph {
  /// All vertices that paths lead to from one, itself among them.
  fileprivate func reachable(from source: Int) -> Set<Int> {
    var found: Set = [source]
    var queue = [source]
    while let vertex = queue.popLast() {
      for neighbor in neighbors(of: vertex) where found.insert(Int(neighbor)).inserted {
        queue.append(Int(neighbor))
      }
    }
    return found
  }
}
