import GraphCore

/// What the loss of each tie takes from the reciprocal distances of some sources, and its scratch.
///
/// Seen from a source, a tie from *u* on to *v*, one step farther, matters where *u* is the only neighbor of
/// *v* one step nearer: then the vertices that all shortest paths reach by way of *v*, *v* included, get
/// farther away, and no others do. These are what hangs below *v* in the dominator tree of the shortest
/// paths. Their new distances follow from those of their neighbors that are not among them.
struct TieLossSearch: ~Copyable {
  /// At the slot of the arc from *u* to *v*, what sources nearer to *u* lose.
  private(set) var drops: ContiguousArray<Double>
  private let graph: Graph
  private let isBridge: ContiguousArray<Bool>
  private var search: BreadthFirstSearch
  private var tree: DominatorTree
  private var detours: DetourSearch

  init(_ graph: Graph, isBridge: ContiguousArray<Bool>) {
    self.graph = graph
    self.isBridge = isBridge
    drops = ContiguousArray(repeating: 0, count: graph.arcCount)
    search = BreadthFirstSearch(vertexCount: graph.vertexCount)
    tree = DominatorTree(vertexCount: graph.vertexCount)
    detours = DetourSearch(vertexCount: graph.vertexCount)
  }

  /// Adds what one source loses with each tie.
  mutating func add(source: Int) {
    if graph.degree(of: source) == 0 { return }
    search.run(graph, from: source)
    tree.build(graph, search.order, search.distances)
    for vertex in search.order.dropFirst() {
      let v = Int(vertex)
      let entry = tree.entries[v]
      if entry == DominatorTree.several { continue }
      var loss = tree.reciprocals[v]
      if !isBridge[Int(entry)] {
        loss -= detours.reciprocals(
          graph, to: tree.below(v), starts: tree.starts, distances: search.distances, entry: v,
          from: tree.dominators[v])
      }
      drops[Int(entry)] += loss
    }
  }
}

/// For each vertex that a search reached, the next towards the source that all shortest paths pass through.
private struct DominatorTree: ~Copyable {
  static let unseen = UInt32.max
  static let several = UInt32.max - 1

  private(set) var dominators: ContiguousArray<UInt32>
  /// The slot of the arc from the level before, ``several`` where there is more than one.
  private(set) var entries: ContiguousArray<UInt32>
  /// Places in an order in which what hangs below a vertex follows it without a gap.
  private(set) var starts: ContiguousArray<UInt32>
  /// Σ 1/d over what hangs below a vertex, itself included.
  private(set) var reciprocals: ContiguousArray<Double>
  private var preorder: ContiguousArray<UInt32>
  private var sizes: ContiguousArray<UInt32>
  private var depths: ContiguousArray<UInt32>
  private var next: ContiguousArray<UInt32>

  init(vertexCount n: Int) {
    dominators = ContiguousArray(repeating: 0, count: n)
    entries = dominators
    starts = dominators
    preorder = dominators
    sizes = dominators
    depths = dominators
    next = dominators
    reciprocals = ContiguousArray(repeating: 0, count: n)
  }

  /// A vertex and what hangs below it.
  func below(_ vertex: Int) -> ArraySlice<UInt32> {
    let start = Int(starts[vertex])
    return preorder[start..<(start + Int(sizes[vertex]))]
  }

  /// Finds the tree of a search.
  mutating func build(_ graph: Graph, _ order: ArraySlice<UInt32>, _ distances: ContiguousArray<Int32>) {
    for vertex in order { entries[Int(vertex)] = Self.unseen }
    findDominators(graph, order, distances, &dominators, &entries, &depths)
    for vertex in order.dropFirst() {
      sizes[Int(vertex)] = 1
      reciprocals[Int(vertex)] = 1 / Double(distances[Int(vertex)])
    }
    guard let source = order.first else { return }
    for vertex in order.dropFirst().reversed() where dominators[Int(vertex)] != source {
      sizes[Int(dominators[Int(vertex)])] += sizes[Int(vertex)]
      reciprocals[Int(dominators[Int(vertex)])] += reciprocals[Int(vertex)]
    }
    starts[Int(source)] = 0
    preorder[0] = source
    next[Int(source)] = 1
    for vertex in order.dropFirst() {
      let v = Int(vertex)
      let start = next[Int(dominators[v])]
      next[Int(dominators[v])] = start + sizes[v]
      starts[v] = start
      next[v] = start + 1
      preorder[Int(start)] = vertex
    }
  }
}

/// Goes through the vertices in order: those nearer to the source have their dominators by then.
private func findDominators(
  _ graph: Graph, _ order: ArraySlice<UInt32>, _ distances: ContiguousArray<Int32>,
  _ dominators: inout ContiguousArray<UInt32>, _ entries: inout ContiguousArray<UInt32>,
  _ depths: inout ContiguousArray<UInt32>
) {
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  let distances = distances.span
  precondition(distances.count == offsets.count - 1 && entries.count == distances.count)
  var dominators = dominators.mutableSpan
  var entries = entries.mutableSpan
  var depths = depths.mutableSpan
  for vertex in order {
    let u = Int(vertex)
    let level = distances[u]
    depths[u] = level == 0 ? 0 : depths[Int(dominators[u])] + 1
    for slot in offsets[u]..<offsets[u + 1] {
      let v = Int(targets[slot])
      // Targets are below the vertex count, the number of distances.
      if unsafe distances[unchecked: v] <= level { continue }
      if entries[v] == DominatorTree.unseen {
        entries[v] = UInt32(truncatingIfNeeded: slot)
        dominators[v] = vertex
        continue
      }
      entries[v] = DominatorTree.several
      var one = dominators[v]
      var other = vertex
      while one != other {
        if depths[Int(one)] >= depths[Int(other)] {
          one = dominators[Int(one)]
        } else {
          other = dominators[Int(other)]
        }
      }
      dominators[v] = one
    }
  }
}

/// Distances of vertices that lost the tie by which all shortest paths reached them.
private struct DetourSearch: ~Copyable {
  /// New distances of the vertices at hand.
  private var distances: ContiguousArray<Int32>
  /// Vertices with a neighbor that is not among them, by the distance that it gives them.
  private var seeds: ContiguousArray<UInt64> = []
  /// Vertices that got nearer by a neighbor among them.
  private var queue: ContiguousArray<UInt32> = []

  init(vertexCount n: Int) {
    distances = ContiguousArray(repeating: 0, count: n)
  }

  /// Σ 1/d of some vertices, without the tie by which paths entered them.
  ///
  /// - Parameters:
  ///   - lost: The vertices, those with starts from that of the first on.
  ///   - starts: The starts of all vertices.
  ///   - old: Distances with the tie.
  ///   - entry: The first, one end of the tie.
  ///   - outside: The other end.
  mutating func reciprocals(
    _ graph: Graph, to lost: ArraySlice<UInt32>, starts: ContiguousArray<UInt32>,
    distances old: ContiguousArray<Int32>,
    entry: Int, from outside: UInt32
  ) -> Double {
    let offsets = graph.offsets.span
    let targets = graph.targets.span
    let places = starts.span
    let old = old.span
    let first = places[entry]
    let count = UInt32(truncatingIfNeeded: lost.count)
    seeds.removeAll(keepingCapacity: true)
    for vertex in lost {
      let t = Int(vertex)
      var nearest = Int32.max
      for slot in offsets[t]..<offsets[t + 1] {
        let w = targets[slot]
        let distance = old[Int(w)]
        if distance >= nearest || places[Int(w)] &- first < count || (t == entry && w == outside) { continue }
        nearest = distance
        // The end of the tie has no other neighbor that is nearer than itself.
        if t == entry, distance == old[t] { break }
      }
      if nearest == .max {
        distances[t] = .max
      } else {
        distances[t] = nearest + 1
        seeds.append(UInt64(UInt32(bitPattern: nearest + 1)) << 32 | UInt64(vertex))
      }
    }
    if seeds.isEmpty { return 0 }
    if count > 1 { spread(graph, among: first, count, starts) }
    var sum = 0.0
    for vertex in lost where distances[Int(vertex)] != .max { sum += 1 / Double(distances[Int(vertex)]) }
    return sum
  }

  /// Brings distances on to neighbors, nearest first.
  private mutating func spread(
    _ graph: Graph, among first: UInt32, _ count: UInt32, _ starts: ContiguousArray<UInt32>
  ) {
    seeds.sort()
    queue.removeAll(keepingCapacity: true)
    var seed = 0
    var head = 0
    while seed < seeds.count || head < queue.count {
      let vertex: Int
      if head == queue.count
        || (seed < seeds.count && Int32(truncatingIfNeeded: seeds[seed] >> 32) <= distances[Int(queue[head])])
      {
        vertex = Int(seeds[seed] & 0xFFFF_FFFF)
        let distance = Int32(truncatingIfNeeded: seeds[seed] >> 32)
        seed += 1
        // It got nearer by way of the queue, where it has had its turn or will.
        if distances[vertex] < distance { continue }
      } else {
        vertex = Int(queue[head])
        head += 1
      }
      let distance = distances[vertex] + 1
      for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1] {
        let w = graph.targets[slot]
        if starts[Int(w)] &- first < count, distance < distances[Int(w)] {
          distances[Int(w)] = distance
          queue.append(w)
        }
      }
    }
  }
}
