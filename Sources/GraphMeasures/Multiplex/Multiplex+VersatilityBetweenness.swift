public import GraphCore

extension Multiplex {
  /// Returns the betweenness versatility of each vertex: how often it lies on shortest paths that may change layers.
  ///
  /// A path runs along the ties of layers and changes from one layer to another at a vertex. A change costs a length
  /// of 1/coupling. It may start on any layer and end on any: the distance between *s* and *t* is the least between
  /// any replica of one and any of the other, and all paths of that length count. Paths that differ in a layer are
  /// different. With σ(s,t) shortest paths, σ(s,t|v) of them through *v* on whichever layers:
  ///
  ///     V(v) = Σ { σ(s,t|v) / σ(s,t) : s ≠ v ≠ t, s ≠ t, t reachable from s }
  ///
  /// A path that changes layers at *v* passes it once: no shortest path comes back to a vertex, since staying there
  /// to change costs less. Without coupling, paths keep to the layer that they start on. A large coupling makes
  /// changes cost next to nothing. Undirected: unordered pairs. Where a layer is directed: ordered pairs.
  ///
  /// - Parameters:
  ///   - coupling: One over the length of a change of layer, finite and at least 0.
  ///   - options: What the length of a path within a layer is; ``PathOptions/Lengths/steps`` by default. Equal lengths
  ///     are told as in ``GraphCore/Graph/betweenness(_:execution:)``; a change of layer is added in two halves.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, in pairs of vertices; with one layer the betweenness.
  /// - Throws: `GraphError` with code `badParameter` where the coupling is out of range, or so small or large that a
  ///   change of layer has no length of its own; `badWeight` where lengths come from weights and one is not greater
  ///   than 0; `tooLarge` where there are more replicas than 32-bit numbers can name; `cancelled` where the execution
  ///   asked to stop.
  /// - Complexity: O(*n*·(*m* + *n*·*M*)·log *n*) time for *M* layers with *m* arcs; O(*m* + *n*·*M*) memory a thread.
  ///
  /// The result has the same bits for any number of threads. muxViz has no such measure.
  ///
  /// References: A. Solé-Ribalta, M. De Domenico, S. Gómez, A. Arenas, "Centrality rankings in multiplex networks",
  /// WebSci '14 (2014) 149–155, doi:10.1145/2615569.2615687; M. De Domenico, A. Solé-Ribalta, E. Omodei, S. Gómez,
  /// A. Arenas, "Ranking in interconnected multilayer networks reveals versatile nodes", Nature Communications 6
  /// (2015) 6868, doi:10.1038/ncomms7868.
  public func versatilityBetweenness(
    coupling: Double = 1, _ options: PathOptions = PathOptions(), execution: Execution = .serial
  ) throws(GraphError) -> [Double] {
    try versatilityBetweenness(
      coupling: coupling, options, execution: execution, largestPlainCount: largestPlainPathCount)
  }

  /// The same, with the number of paths from which scaled counts take over; tests lower it.
  package func versatilityBetweenness(
    coupling: Double, _ options: PathOptions, execution: Execution, largestPlainCount: Double
  ) throws(GraphError) -> [Double] {
    let network = try LayeredPaths(self, coupling: coupling, options)
    var totals = [Double](repeating: 0, count: vertexCount)
    try execution.reduce(Partitions(of: vertexCount, parts: 64)) { sources in
      var kernel = LayeredDependencies(network, largestPlainCount: largestPlainCount)
      for source in sources { kernel.add(source: source) }
      return kernel.totals
    } merge: { part in
      for vertex in 0..<totals.count { totals[vertex] += part[vertex] }
    }
    if network.graph.direction == .undirected {
      for vertex in 0..<totals.count { totals[vertex] /= 2 }
    }
    return totals
  }
}

/// Replicas `layer · n + vertex`, and after them one hub per vertex that its replicas change layers through.
private struct LayeredPaths: Sendable {
  let graph: Graph
  let lengths: ContiguousArray<Double>
  let vertexCount: Int
  let layerCount: Int

  var replicaCount: Int { vertexCount * layerCount }

  func replicas(of vertex: Int) -> some Collection<UInt32> {
    (0..<layerCount).lazy.map { UInt32(truncatingIfNeeded: $0 * vertexCount + vertex) }
  }

  init(_ multiplex: Multiplex, coupling: Double, _ options: PathOptions) throws(GraphError) {
    try requireCoupling(coupling)
    try multiplex.requireReplicas()
    let n = multiplex.vertexCount
    vertexCount = n
    layerCount = multiplex.layers.count
    let half = coupling > 0 ? 0.5 / coupling : 0
    guard coupling == 0 || half.isNormal else {
      throw GraphError(
        .badParameter, "one over the coupling must be a normal number, got a coupling of \(coupling)")
    }
    var offsets: ContiguousArray<Int> = [0]
    var targets: ContiguousArray<UInt32> = []
    var lengths: ContiguousArray<Double> = []
    for (number, layer) in multiplex.layers.enumerated() {
      let arcLengths = try options.arcLengths(of: layer)
      for vertex in 0..<n {
        for slot in layer.offsets[vertex]..<layer.offsets[vertex + 1] {
          targets.append(UInt32(truncatingIfNeeded: number * n) + layer.targets[slot])
          lengths.append(arcLengths?[slot] ?? 1)
        }
        if coupling > 0 {
          targets.append(UInt32(truncatingIfNeeded: layerCount * n + vertex))
          lengths.append(half)
        }
        offsets.append(targets.count)
      }
    }
    for vertex in 0..<n {
      if coupling > 0 {
        for number in 0..<layerCount {
          targets.append(UInt32(truncatingIfNeeded: number * n + vertex))
          lengths.append(half)
        }
      }
      offsets.append(targets.count)
    }
    let isDirected = multiplex.layers.contains { $0.direction == .directed }
    graph = Graph(
      direction: isDirected ? .directed : .undirected, offsets: offsets, targets: targets, weights: nil)
    self.lengths = lengths
  }
}

/// Dependencies of one vertex after another, all of its replicas being the source.
///
/// A path counts for the vertex that it leaves along a tie: hubs and replicas of the source count for nobody.
private struct LayeredDependencies: ~Copyable {
  private(set) var totals: ContiguousArray<Double>
  private let network: LayeredPaths
  private let largestPlainCount: Double
  private var search: ShortestPathSearch
  /// For each replica and hub, dependency and end of paths per path to it.
  private var factors: ContiguousArray<Double>
  /// For each vertex the distance and the number of paths to it on the layers where it is nearest.
  private var nearest: ContiguousArray<Double>
  private var ends: ContiguousArray<Double>

  init(_ network: LayeredPaths, largestPlainCount: Double) {
    self.network = network
    self.largestPlainCount = largestPlainCount
    totals = ContiguousArray(repeating: 0, count: network.vertexCount)
    nearest = ContiguousArray(repeating: .infinity, count: network.vertexCount)
    ends = totals
    factors = ContiguousArray(repeating: 0, count: network.graph.vertexCount)
    search = ShortestPathSearch(network.graph, lengths: network.lengths)
  }

  /// Adds the dependencies of one source.
  mutating func add(source: Int) {
    let n = network.vertexCount
    search.run(fromAll: network.replicas(of: source))
    for vertex in 0..<n { nearest[vertex] = .infinity }
    for place in 0..<search.reachedCount where search.order[place] < network.replicaCount {
      let replica = Int(search.order[place])
      nearest[replica % n] = min(nearest[replica % n], search.distances[replica])
    }
    if search.largestPathCount <= largestPlainCount {
      accumulate(source: source)
    } else {
      accumulateScaled(source: source)
    }
  }

  /// Whether shortest paths to a vertex end at one of its replicas.
  private func isEnd(_ replica: Int, source: Int) -> Bool {
    guard replica < network.replicaCount else { return false }
    let vertex = replica % network.vertexCount
    return vertex != source && search.distances[replica] == nearest[vertex]
  }

  private mutating func accumulate(source: Int) {
    let (graph, lengths, n) = (network.graph, network.lengths, network.vertexCount)
    let replicaCount = network.replicaCount
    for vertex in 0..<n { ends[vertex] = 0 }
    for place in 0..<search.reachedCount {
      let replica = Int(search.order[place])
      if isEnd(replica, source: source) { ends[replica % n] += search.pathCounts[replica] }
    }
    for place in (0..<search.reachedCount).reversed() {
      let replica = Int(search.order[place])
      let distance = search.distances[replica]
      let isHub = replica >= replicaCount
      var ties = 0.0
      var changes = 0.0
      for slot in graph.offsets[replica]..<graph.offsets[replica + 1] {
        let next = Int(graph.targets[slot])
        // Factors of what has not been walked back to are 0.
        guard distance + lengths[slot] == search.distances[next] else { continue }
        if isHub || next >= replicaCount { changes += factors[next] } else { ties += factors[next] }
      }
      if !isHub, replica % n != source { totals[replica % n] += search.pathCounts[replica] * ties }
      factors[replica] = ties + changes
      if isEnd(replica, source: source) { factors[replica] += 1 / ends[replica % n] }
    }
    for place in 0..<search.reachedCount { factors[Int(search.order[place])] = 0 }
  }

  /// The same with counts that cannot overflow.
  private mutating func accumulateScaled(source: Int) {
    let (n, replicaCount) = (network.vertexCount, network.replicaCount)
    let (dag, slots) = search.shortestPaths()
    // The replicas of the source come first: all others are farther away.
    let counts = dag.counts(sources: network.layerCount)
    var ends = [ScaledCount](repeating: .zero, count: n)
    var endPlaces = [Bool](repeating: false, count: search.reachedCount)
    for place in 0..<search.reachedCount {
      let replica = Int(search.order[place])
      endPlaces[place] = isEnd(replica, source: source)
      if endPlaces[place] { ends[replica % n] += counts[place] }
    }
    var sources = ContiguousArray(repeating: 0, count: slots.count)
    for place in 0..<search.reachedCount {
      for arc in dag.offsets[place]..<dag.offsets[place + 1] { sources[arc] = Int(search.order[place]) }
    }
    let order = search.order
    _ = dag.dependencies(
      counts, endShare: { endPlaces[$0] ? counts[$0].share(of: ends[Int(order[$0]) % n]) : 0 }
    ) { arc, dependency in
      let replica = sources[arc]
      if replica < replicaCount, Int(network.graph.targets[slots[arc]]) < replicaCount, replica % n != source
      {
        totals[replica % n] += dependency
      }
    }
  }
}
