public import GraphCore

/// Nested groups of vertices, each harder to pull apart than the one around it.
public struct CohesiveBlocks: Sendable, Equatable {
  /// A group that stays connected unless a number of its members are taken away.
  public struct Block: Sendable, Equatable {
    /// Its vertices, ascending.
    public let members: [Int]
    /// Its vertex connectivity: the fewest members without whom it falls apart, or a single one is left.
    public let cohesion: Int
    /// The smallest block around it, by its place in the list; nil for a component.
    public let parent: Int?
  }

  /// The blocks: components first, each before those within it.
  public let blocks: [Block]
  /// For each vertex the cohesion of the most cohesive block that it is in; 0 for an isolated vertex.
  public let embeddedness: [Int]

  /// The largest cohesion of a block, 0 where there is none.
  public var largestCohesion: Int { embeddedness.max() ?? 0 }
}

extension Graph {
  /// Returns the cohesive blocks: the hierarchy of largest subgraphs of rising vertex connectivity.
  ///
  /// A graph is k-connected where it has more than *k* vertices and stays connected whichever k − 1 of them
  /// are taken away. A block is a set of vertices that no k-connected subgraph properly contains, for its own
  /// connectivity *k*. Components of two or more vertices are blocks, and all others lie within another of
  /// lower connectivity. Blocks of connectivity *k* overlap in fewer than *k* vertices. How deep a vertex
  /// lies in this hierarchy is its embeddedness.
  ///
  /// Directions and weights are ignored: arcs both ways between two vertices, or one, are a tie.
  ///
  /// A component is cut at few vertices as long as that can be done: each piece, with the cut, may hold
  /// blocks of higher connectivity. Biconnected pieces come from a depth-first search, cuts of more vertices
  /// from flows. The work grows with the cores that are left, so it has a budget: a step is an arc looked at
  /// in a flow.
  ///
  /// - Parameters:
  ///   - budget: Most blocks and steps.
  ///   - execution: Cancellation and progress; it runs on one thread.
  /// - Throws: `GraphError` with code `budgetExhausted` where there is more to do than the budget allows;
  ///   `cancelled` where the execution asked to stop.
  /// - Complexity: O(*k*·*n*·*m*) time for each cut or proof that there is none; O(*n* + *m*) memory, and the
  ///   blocks.
  ///
  /// Exact. Agrees with NetworkX `k_components`, which lists a block once for each *k* up to its
  /// connectivity. igraph `cohesive_blocks` puts the whole graph first also where it is not connected, with a
  /// cohesion of 0, and it can miss blocks that a cut runs through: in Zachary's karate club igraph 1.0.0
  /// gives two cliques of five and other parts where ten vertices around them are 4-connected. On the graph
  /// of Moody and White both agree.
  ///
  /// References: J. Moody, D. R. White, "Structural cohesion and embeddedness: a hierarchical concept of
  /// social groups", American Sociological Review 68 (2003) 103–127, doi:10.2307/3088904; cuts: S. Even, "An
  /// algorithm for determining whether the connectivity of a graph is at least k", SIAM Journal on Computing
  /// 4 (1975) 393–396.
  public func cohesiveBlocks(
    budget: SearchBudget = SearchBudget(), execution: Execution = .serial
  ) throws(GraphError) -> CohesiveBlocks {
    let meter = SearchMeter(budget, execution)
    var search = BlockHierarchy(symmetrized().unweighted(), SearchGauge(meter))
    search.run()
    if let stop = search.gauge.stop { throw meter.error(stop, searchingFor: "cohesive blocks") }
    var embeddedness = [Int](repeating: 0, count: vertexCount)
    for block in search.blocks {
      for vertex in block.members { embeddedness[vertex] = max(embeddedness[vertex], block.cohesion) }
    }
    execution.onProgress?(1)
    return CohesiveBlocks(blocks: search.blocks, embeddedness: embeddedness)
  }
}

/// The search for blocks within blocks.
private struct BlockHierarchy {
  private let graph: Graph
  var gauge: SearchGauge
  private(set) var blocks: [CohesiveBlocks.Block] = []
  private var places: ContiguousArray<UInt32>

  init(_ graph: Graph, _ gauge: SearchGauge) {
    self.graph = graph
    self.gauge = gauge
    places = ContiguousArray(repeating: .max, count: graph.vertexCount)
  }

  mutating func run() {
    let components = graph.connectedComponents()
    var members = [ContiguousArray<UInt32>](repeating: [], count: components.count)
    for vertex in 0..<graph.vertexCount where graph.degree(of: vertex) > 0 {
      members[Int(components.labels[vertex])].append(UInt32(truncatingIfNeeded: vertex))
    }
    for component in members where !component.isEmpty {
      let piece = Piece(component, graph.induced(on: component, places: &places))
      // What one vertex can cut is told without flows.
      add(piece, atLeast: piece.isBiconnected ? 2 : 1, parent: nil)
    }
    // The list grows while it is gone through: children come after their parents.
    var next = 0
    while next < blocks.count, gauge.stop == nil {
      let vertices = ContiguousArray(blocks[next].members.map { UInt32(truncatingIfNeeded: $0) })
      split(
        Piece(vertices, graph.induced(on: vertices, places: &places)), blocks[next].cohesion, parent: next)
      next += 1
    }
    gauge.flush()
  }

  /// Adds all blocks in a piece that are more cohesive than the block `parent`, but for those within them.
  private mutating func split(_ piece: Piece, _ cohesion: Int, parent: Int) {
    var open = [piece]
    while let piece = open.popLast(), gauge.stop == nil {
      for part in piece.core(cohesion + 1) {
        if cohesion == 1 {
          for block in part.biconnected() where block.graph.vertexCount > 2 {
            add(block, atLeast: 2, parent: parent)
          }
        } else if let cut = add(part, atLeast: cohesion + 1, parent: parent) {
          open += part.pieces(around: cut)
        }
      }
    }
  }

  /// Adds a connected piece as a block where its connectivity is at least a number; otherwise returns a cut
  /// of fewer vertices.
  ///
  /// - Precondition: Where `least` is 1, that is the connectivity; where it is 2, the piece has at least
  ///   that.
  @discardableResult
  private mutating func add(_ piece: Piece, atLeast least: Int, parent: Int?) -> ContiguousArray<UInt32>? {
    // No more than the least degree; every cut found is a better bound.
    var cohesion = least == 1 ? 1 : piece.graph.leastDegree
    let isKnown = least <= 2
    while cohesion > least || (cohesion == least && !isKnown) {
      var search = VertexCutSearch(piece.graph)
      let cut = search.cut(below: cohesion, &gauge)
      if gauge.stop != nil { return nil }
      guard let cut else { break }
      if cut.count < least { return cut }
      cohesion = cut.count
    }
    gauge.countGroup()
    blocks.append(
      CohesiveBlocks.Block(members: piece.vertices.map { Int($0) }, cohesion: cohesion, parent: parent))
    return nil
  }
}

/// Some vertices and the graph of the ties between them.
private struct Piece {
  /// Ascending.
  let vertices: ContiguousArray<UInt32>
  let graph: Graph

  init(_ vertices: ContiguousArray<UInt32>, _ graph: Graph) {
    self.vertices = vertices
    self.graph = graph
  }

  /// The piece of some of its vertices, ascending by place.
  private func part(_ places: ContiguousArray<UInt32>, _ scratch: inout ContiguousArray<UInt32>) -> Piece {
    Piece(
      ContiguousArray(places.map { vertices[Int($0)] }), graph.induced(on: places, places: &scratch))
  }

  private var scratch: ContiguousArray<UInt32> {
    ContiguousArray(repeating: .max, count: graph.vertexCount)
  }

  /// The components of the k-core.
  func core(_ k: Int) -> [Piece] {
    let cores = graph.coreNumbers()
    var scratch = scratch
    let kept = ContiguousArray(
      cores.indices.lazy.filter { cores[$0] >= k }.map { UInt32(truncatingIfNeeded: $0) })
    if kept.isEmpty { return [] }
    return part(kept, &scratch).components()
  }

  private func components() -> [Piece] {
    let components = graph.connectedComponents()
    if components.count == 1 { return [self] }
    var places = [ContiguousArray<UInt32>](repeating: [], count: components.count)
    for place in 0..<graph.vertexCount {
      places[Int(components.labels[place])].append(UInt32(truncatingIfNeeded: place))
    }
    var scratch = scratch
    return places.map { part($0, &scratch) }
  }

  /// Whether no single vertex cuts it, and it has more than two.
  var isBiconnected: Bool { graph.vertexCount > 2 && BlockCutTree(graph).blockCount == 1 }

  func biconnected() -> [Piece] {
    let tree = BlockCutTree(graph)
    var places = [ContiguousArray<UInt32>](repeating: [], count: tree.blockCount)
    for place in 0..<graph.vertexCount where tree.homes[place] != BlockCutTree.none {
      places[Int(tree.homes[place])].append(UInt32(truncatingIfNeeded: place))
    }
    var scratch = scratch
    return places.enumerated().map { block, places in
      part(ContiguousArray((places + [tree.heads[block]]).sorted()), &scratch)
    }
  }

  /// What a cut takes apart, each piece with the cut.
  func pieces(around cut: ContiguousArray<UInt32>) -> [Piece] {
    var isCut = ContiguousArray(repeating: false, count: graph.vertexCount)
    for place in cut { isCut[Int(place)] = true }
    var isSeen = isCut
    var scratch = scratch
    var pieces: [Piece] = []
    for start in 0..<graph.vertexCount where !isSeen[start] {
      isSeen[start] = true
      var reached: ContiguousArray<UInt32> = [UInt32(truncatingIfNeeded: start)]
      var next = 0
      while next < reached.count {
        for neighbor in graph.neighbors(of: Int(reached[next])) where !isSeen[Int(neighbor)] {
          isSeen[Int(neighbor)] = true
          reached.append(neighbor)
        }
        next += 1
      }
      pieces.append(part(ContiguousArray((reached + cut).sorted()), &scratch))
    }
    return pieces
  }
}

extension Graph {
  /// The least degree of a vertex; 0 in an empty graph.
  fileprivate var leastDegree: Int { (0..<vertexCount).lazy.map { degree(of: $0) }.min() ?? 0 }
}
