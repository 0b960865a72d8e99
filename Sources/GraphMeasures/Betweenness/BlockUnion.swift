import GraphCore

/// The blocks of an undirected graph side by side, each vertex of a block with the weight of all that lies
/// behind it.
///
/// A shortest path between vertices of a block stays in it. So pairs of vertices anywhere count, within a
/// block, as pairs of those of its vertices that they lie behind; and the pairs that a vertex parts by lying in
/// several blocks follow from the sizes of what it parts. Blocks of two hold no third vertex to lie between, and
/// are left out: so trees, and what hangs on a graph by single ties, vanish.
///
/// References: A. E. Sarıyüce, E. Saule, K. Kaya, Ü. V. Çatalyürek, "Shattering and compressing networks for
/// betweenness centrality", SDM (2013) 686–694, arXiv:1209.6007; R. Puzis, Y. Elovici, P. Zilberman, S. Dolev,
/// U. Brandes, "Topology manipulations for speeding betweenness centrality computation", Journal of Complex
/// Networks 3 (2015) 84–112.
struct BlockUnion {
  /// Copies of vertices are numbered block by block: those of a block are a range.
  private(set) var ranges: ContiguousArray<Range<Int>> = []
  /// The vertex that each copy is of.
  private(set) var vertices: ContiguousArray<UInt32> = []
  /// How many vertices each copy stands for: itself, and those that its block reaches through it alone.
  private(set) var weights: ContiguousArray<Double> = []
  /// Rows of arcs between copies; not sorted.
  private(set) var offsets: ContiguousArray<Int> = []
  private(set) var targets: ContiguousArray<UInt32> = []
  /// For each vertex of the graph, the pairs of vertices in different parts of what is left without it.
  private(set) var partedPairs: ContiguousArray<UInt64>

  init(_ graph: Graph) {
    let tree = BlockCutTree(graph)
    let sizes = BranchSizes(tree)
    partedPairs = sizes.partedPairs(tree)
    let copies = placeCopies(of: tree, sizes)
    placeArcs(of: graph, tree, copies)
  }

  /// Numbers the copies of vertices in blocks of three or more; returns the copy of each vertex in its home, and
  /// that of the head of each block.
  private mutating func placeCopies(
    of tree: BlockCutTree, _ sizes: BranchSizes
  ) -> (inHome: ContiguousArray<UInt32>, ofHead: ContiguousArray<UInt32>) {
    var memberCounts = ContiguousArray<UInt32>(repeating: 1, count: tree.blockCount)
    for home in tree.homes where home != BlockCutTree.none { memberCounts[Int(home)] += 1 }
    var ofHead = ContiguousArray<UInt32>(repeating: .max, count: tree.blockCount)
    var count = 0
    for block in 0..<tree.blockCount where memberCounts[block] > 2 {
      ofHead[block] = UInt32(truncatingIfNeeded: count)
      ranges.append(count..<(count + Int(memberCounts[block])))
      count += Int(memberCounts[block])
    }
    vertices = ContiguousArray(repeating: 0, count: count)
    weights = ContiguousArray(repeating: 0, count: count)
    var next = ofHead
    for block in 0..<tree.blockCount where ofHead[block] != .max {
      vertices[Int(ofHead[block])] = tree.heads[block]
      weights[Int(ofHead[block])] = Double(sizes.aroundHead(of: block, tree))
      next[block] += 1
    }
    var inHome = ContiguousArray<UInt32>(repeating: .max, count: tree.homes.count)
    for vertex in tree.order {
      let home = tree.homes[Int(vertex)]
      if home == BlockCutTree.none || ofHead[Int(home)] == .max { continue }
      let copy = next[Int(home)]
      next[Int(home)] += 1
      inHome[Int(vertex)] = copy
      vertices[Int(copy)] = vertex
      weights[Int(copy)] = Double(sizes.behind[Int(vertex)])
    }
    return (inHome, ofHead)
  }

  /// Fills the rows of arcs, each edge found from its end that the search reached later.
  private mutating func placeArcs(
    of graph: Graph, _ tree: BlockCutTree,
    _ copies: (inHome: ContiguousArray<UInt32>, ofHead: ContiguousArray<UInt32>)
  ) {
    func forEachEdge(_ body: (Int, Int) -> Void) {
      for vertex in 0..<graph.vertexCount {
        let copy = copies.inHome[vertex]
        if copy == .max { continue }
        let home = Int(tree.homes[vertex])
        let place = tree.places[vertex]
        let head = tree.heads[home]
        for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1] {
          let target = graph.targets[slot]
          if tree.places[Int(target)] > place { continue }
          body(Int(copy), Int(target == head ? copies.ofHead[home] : copies.inHome[Int(target)]))
        }
      }
    }
    var offsets = ContiguousArray(repeating: 0, count: vertices.count + 1)
    forEachEdge { a, b in
      offsets[a + 1] += 1
      offsets[b + 1] += 1
    }
    for copy in 0..<vertices.count { offsets[copy + 1] += offsets[copy] }
    var next = offsets
    var targets = ContiguousArray<UInt32>(repeating: 0, count: offsets[vertices.count])
    forEachEdge { a, b in
      targets[next[a]] = UInt32(truncatingIfNeeded: b)
      targets[next[b]] = UInt32(truncatingIfNeeded: a)
      next[a] += 1
      next[b] += 1
    }
    self.offsets = offsets
    self.targets = targets
  }
}

/// How many vertices lie on which side of the places where blocks hang together.
private struct BranchSizes {
  /// For each vertex, itself and those that its home reaches through it alone.
  private(set) var behind: ContiguousArray<UInt64>
  /// For each block, the vertices that its head leads to through it.
  private(set) var below: ContiguousArray<UInt64>
  /// For each vertex, those of its component.
  private(set) var component: ContiguousArray<UInt64>

  init(_ tree: BlockCutTree) {
    let n = tree.homes.count
    behind = ContiguousArray(repeating: 1, count: n)
    below = ContiguousArray(repeating: 0, count: tree.blockCount)
    component = ContiguousArray(repeating: 0, count: n)
    // The search reaches what lies behind a vertex after it: last first, each is complete when it is added.
    for vertex in tree.order.reversed() {
      let home = tree.homes[Int(vertex)]
      if home == BlockCutTree.none { continue }
      below[Int(home)] += behind[Int(vertex)]
      behind[Int(tree.heads[Int(home)])] += behind[Int(vertex)]
    }
    var size: UInt64 = 0
    for vertex in tree.order {
      if tree.homes[Int(vertex)] == BlockCutTree.none { size = behind[Int(vertex)] }
      component[Int(vertex)] = size
    }
  }

  /// The head of a block, and those that the block reaches through it alone.
  func aroundHead(of block: Int, _ tree: BlockCutTree) -> UInt64 {
    component[Int(tree.heads[block])] - below[block]
  }

  /// The unordered pairs of vertices that taking away each vertex parts.
  func partedPairs(_ tree: BlockCutTree) -> ContiguousArray<UInt64> {
    // Ordered pairs first: each part of s vertices is parted from the others. At most n², below 2⁶⁴.
    var pairs = ContiguousArray<UInt64>(repeating: 0, count: component.count)
    for vertex in 0..<component.count where tree.homes[vertex] != BlockCutTree.none {
      pairs[vertex] += (component[vertex] - behind[vertex]) * (behind[vertex] - 1)
    }
    for block in 0..<tree.blockCount {
      let head = Int(tree.heads[block])
      pairs[head] += below[block] * (component[head] - 1 - below[block])
    }
    for vertex in 0..<pairs.count { pairs[vertex] /= 2 }
    return pairs
  }
}
