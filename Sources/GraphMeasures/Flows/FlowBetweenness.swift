public import GraphCore

/// The outcome of ``GraphCore/Graph/flowBetweenness(execution:)``.
public struct FlowBetweenness: Sendable {
  /// For each vertex, in vertex order, what is lost of the flows between others without it.
  public let values: [Double]
  /// For each vertex the sum of the maximum flows between others.
  public let totals: [Double]

  /// The share of the flows between others that is lost without each vertex, at most 1; nil where there are none.
  public var shares: [Double?] {
    zip(values, totals).map { $1 > 0 ? $0 / $1 : nil }
  }
}

extension Graph {
  /// Returns the flow betweenness of every vertex: how much of the flow between others depends on it.
  ///
  /// Ties carry as much as their weights say, 1 in an unweighted graph. With f(s,t) the most that can flow from
  /// *s* to *t*, and f(s,t;G∖v) the most without *v*:
  ///
  ///     b(v) = Σ { f(s,t) − f(s,t;G∖v) : unordered pairs s, t other than v }
  ///
  /// Ties of weight 0 carry nothing. In a directed graph flows follow arcs, and pairs are ordered.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, in the unit of the weights times pairs, from 0 to
  ///   ``FlowBetweenness/totals``; 0 for isolates and in components of two, where there are no pairs of others with
  ///   a flow. ``FlowBetweenness/shares`` has the published normalised form.
  /// - Throws: `GraphError` with code `badWeight` where weights are so large that sums overflow; `cancelled` where
  ///   the execution asked to stop.
  /// - Complexity: Blocks are taken apart, since a flow through several is the least of those through each; trees
  ///   cost O(*n*²) at worst. For a block of *k* vertices and *e* edges, O(*k*²) maximum flows, *k* for each vertex
  ///   taken away; each O(*d*·*e*) in unweighted graphs for a smallest degree of *d* at its ends, O(*k*·*e*²)
  ///   otherwise, and as a rule as many short searches from both ends as paths. O(*n* + *m*) memory a thread.
  ///
  /// Exact where weights are whole numbers and totals below 2⁵³, rounded otherwise; the same bits for any number of
  /// threads. R `sna::flowbet` has the same definition as its `"rawflow"`, and ``FlowBetweenness/shares`` as
  /// `"normflow"`. NetworkX and igraph have no such measure.
  ///
  /// References: L. C. Freeman, S. P. Borgatti, D. R. White, "Centrality in valued graphs: a measure of betweenness
  /// based on network flow", Social Networks 13 (1991) 141–154, doi:10.1016/0378-8733(91)90017-N; all pairs at once:
  /// D. Gusfield, "Very simple methods for all pairs network flow analysis", SIAM Journal on Computing 19 (1990)
  /// 143–155, doi:10.1137/0219009.
  public func flowBetweenness(execution: Execution = .serial) throws(GraphError) -> FlowBetweenness {
    let network = symmetrized().withoutZeroWeights()
    let n = Double(vertexCount)
    guard (network.strengths().reduce(0, +) * n * n).isFinite else {
      throw GraphError(.badWeight, "capacities are too large to be added up")
    }
    if direction == .directed {
      return try withoutZeroWeights().directedFlowBetweenness(execution: execution)
    }
    let forest = try FlowForest(network, execution: execution.withoutProgress)
    let lost = try execution.map(forest.partitions) { vertices -> [Double]? in
      var pairs = PairFlows(vertexCount: forest.vertexCount)
      var values: [Double] = []
      for vertex in vertices {
        guard let value = forest.pairFlows(without: vertex, &pairs, isCancelled: execution.isCancelled) else {
          return nil
        }
        values.append(value)
      }
      return values
    }
    var values: [Double] = []
    for part in lost {
      guard let part else { throw GraphError(.cancelled, "the computation was cancelled") }
      values += part
    }
    let sums = forest.sums
    var totals: [Double] = []
    for vertex in 0..<vertexCount {
      totals.append(max(0, forest.total - sums[vertex]))
      values[vertex] = max(0, forest.componentTotal(of: vertex) - sums[vertex] - values[vertex])
    }
    return FlowBetweenness(values: values, totals: totals)
  }
}

/// Trees of the maximum flows in each block: together they are those of the whole graph.
private struct FlowForest: Sendable {
  let vertexCount: Int
  /// Parts of the vertices, with about as many flows each.
  let partitions: Partitions
  private let components: ConnectedComponents
  private let rows: ComponentRows
  private let blocks: BlockUnion
  private let graphs: [Graph]
  /// The copies of each vertex in blocks of three or more.
  private let copies: CopyRows
  /// The edges of each component's tree by falling flow, and the block that each is in, -1 where it is a tie that
  /// is a block itself.
  private let edges: [[(edge: FlowTreeEdge, block: Int)]]
  /// The sum of the flows between the pairs of each component.
  private let totals: [Double]

  init(_ network: Graph, execution: Execution) throws(GraphError) {
    vertexCount = network.vertexCount
    components = network.connectedComponents()
    rows = ComponentRows(components)
    let blocks = BlockUnion(network)
    self.blocks = blocks
    let graphs = blocks.ranges.indices.map { blocks.graph(ofBlock: $0, in: network) }
    self.graphs = graphs
    copies = CopyRows(blocks, vertexCount: vertexCount)
    let isCancelled = execution.isCancelled
    let trees = try execution.map(Partitions(of: graphs.count, parts: 256)) { part in
      part.map { block in
        var flow = MaximumFlow(graphs[block])
        return flow.tree(of: graphs[block].vertices(without: nil), isCancelled: isCancelled)
      }
    }.flatMap { $0 }
    var edges = [[(edge: FlowTreeEdge, block: Int)]](repeating: [], count: components.count)
    for (vertex, neighbor, weight) in network.bridges() {
      let edge = FlowTreeEdge(one: vertex, other: neighbor, flow: weight)
      edges[Int(components.labels[Int(vertex)])].append((edge, -1))
    }
    for (block, tree) in trees.enumerated() {
      guard let tree else { throw GraphError(.cancelled, "the computation was cancelled") }
      for edge in tree {
        let edge = edge.renamed(blocks.vertices, from: blocks.ranges[block].lowerBound)
        edges[Int(components.labels[Int(edge.one)])].append((edge, block))
      }
    }
    for component in edges.indices { edges[component].sort { $0.edge.flow > $1.edge.flow } }
    self.edges = edges
    var work: ContiguousArray<Int> = [0]
    for vertex in 0..<vertexCount {
      let flows = copies[vertex].reduce(0) { $0 + graphs[$1.block].vertexCount * graphs[$1.block].arcCount }
      work.append(work[vertex] + flows + components.sizes[Int(components.labels[vertex])])
    }
    partitions = Partitions(balancing: work, parts: 256)
    var pairs = PairFlows(vertexCount: vertexCount)
    totals = edges.map { edges in
      var sum = 0.0
      for (edge, _) in edges { sum += pairs.add(edge) }
      return sum
    }
  }

  /// The sum of the flows between all pairs.
  var total: Double { totals.reduce(0, +) }

  /// The sum of the flows between the pairs of a vertex's component.
  func componentTotal(of vertex: Int) -> Double { totals[Int(components.labels[vertex])] }

  /// For each vertex the sum of the flows between it and all others.
  var sums: [Double] {
    PairFlows.sums(of: edges.flatMap { $0.map(\.edge) }, vertexCount: vertexCount)
  }

  /// The sum of the flows between pairs of a vertex's component when it is gone; nil where it was cancelled.
  ///
  /// - Parameters:
  ///   - vertex: A vertex.
  ///   - pairs: Single vertices, before and after.
  ///   - isCancelled: Asked before each flow.
  func pairFlows(without vertex: Int, _ pairs: inout PairFlows, isCancelled: (() -> Bool)?) -> Double? {
    var changed: [FlowTreeEdge] = []
    for (block, copy) in copies[vertex] {
      var flow = MaximumFlow(graphs[block])
      let place = copy - blocks.ranges[block].lowerBound
      flow.remove(place)
      guard let tree = flow.tree(of: graphs[block].vertices(without: place), isCancelled: isCancelled) else {
        return nil
      }
      changed += tree.map { $0.renamed(blocks.vertices, from: blocks.ranges[block].lowerBound) }
    }
    changed.sort { $0.flow > $1.flow }
    let dropped = copies[vertex].map(\.block)
    let component = Int(components.labels[vertex])
    var next = 0
    var sum = 0.0
    for (edge, block) in edges[component] {
      while next < changed.count, changed[next].flow >= edge.flow {
        sum += pairs.add(changed[next])
        next += 1
      }
      if block < 0 {
        if Int(edge.one) != vertex && Int(edge.other) != vertex { sum += pairs.add(edge) }
      } else if !dropped.contains(block) {
        sum += pairs.add(edge)
      }
    }
    for edge in changed[next...] { sum += pairs.add(edge) }
    pairs.reset(rows[component])
    return sum
  }
}

/// The copies of each vertex in blocks of three or more, in one array.
private struct CopyRows: Sendable {
  private var starts: ContiguousArray<Int>
  private var entries: ContiguousArray<(block: Int, copy: Int)>

  subscript(vertex: Int) -> ArraySlice<(block: Int, copy: Int)> {
    entries[starts[vertex]..<starts[vertex + 1]]
  }

  init(_ blocks: BlockUnion, vertexCount: Int) {
    starts = ContiguousArray(repeating: 0, count: vertexCount + 1)
    for vertex in blocks.vertices { starts[Int(vertex) + 1] += 1 }
    for vertex in 0..<vertexCount { starts[vertex + 1] += starts[vertex] }
    var next = starts
    entries = ContiguousArray(repeating: (0, 0), count: blocks.vertices.count)
    for (block, range) in blocks.ranges.enumerated() {
      for copy in range {
        let vertex = Int(blocks.vertices[copy])
        entries[next[vertex]] = (block, copy)
        next[vertex] += 1
      }
    }
  }
}

extension FlowTreeEdge {
  /// The edge between what its ends, counted from a place, stand for.
  fileprivate func renamed(_ names: ContiguousArray<UInt32>, from first: Int) -> FlowTreeEdge {
    FlowTreeEdge(one: names[first + Int(one)], other: names[first + Int(other)], flow: flow)
  }
}

extension Graph {
  /// All vertices but one, that with most arcs first.
  fileprivate func vertices(without missing: Int?) -> ContiguousArray<UInt32> {
    var vertices = ContiguousArray(
      (0..<vertexCount).lazy.filter { $0 != missing }.map { UInt32(truncatingIfNeeded: $0) })
    var largest = 0
    for place in vertices.indices
    where degree(of: Int(vertices[place])) > degree(of: Int(vertices[largest])) { largest = place }
    if !vertices.isEmpty { vertices.swapAt(0, largest) }
    return vertices
  }

  /// The edges of an undirected graph that no cycle passes, with their weights.
  fileprivate func bridges() -> [(UInt32, UInt32, Double)] {
    let tree = BlockCutTree(self)
    var counts = ContiguousArray(repeating: 0, count: tree.blockCount)
    for home in tree.homes where home != BlockCutTree.none { counts[Int(home)] += 1 }
    var bridges: [(UInt32, UInt32, Double)] = []
    for (vertex, home) in tree.homes.enumerated() where home != BlockCutTree.none && counts[Int(home)] == 1 {
      let head = tree.heads[Int(home)]
      let slot = neighbors(of: vertex).partitioningIndex { $0 >= head }
      bridges.append((UInt32(truncatingIfNeeded: vertex), head, weight(atSlot: slot)))
    }
    return bridges
  }
}
