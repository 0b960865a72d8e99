public import GraphCore

extension Graph {
  /// Returns Valente and Fujimoto's bridging of every vertex: how much less cohesive the graph becomes when
  /// one of its ties is lost, on average.
  ///
  /// Cohesion is the mean of the reciprocal distances between two vertices, 0 where there is no path. With C
  /// that of the graph of *n* vertices and C(e) that without tie *e*, each end of the tie has half of the
  /// drop:
  ///
  ///     C = Σ { 1/d(s,t) : s ≠ t } / ( n·(n − 1) )
  ///     B(v) = Σ { ( C − C(e) ) / 2 : e a tie of v } / k(v)
  ///
  /// High for a vertex whose ties have no short way round them. Directions and weights are ignored: arcs both
  /// ways are one tie, and it is lost both ways. Distances are steps.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, dimensionless and in 0 ... 1/2; 1/2 at both ends where
  ///   the graph is a single tie. nil for isolates, which have no tie to lose.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*n*·*m*) time as a rule: a search from each vertex finds the ties that are the only way
  ///   on from one step to the next, and a second one, from around what lies behind such a tie, the ways
  ///   round it. Where much lies behind many ties one after the other, as in a long cycle, O(*n*²·*m*) at
  ///   worst. Bridges need no second search. About 60 bytes a vertex of memory a thread, and 8 bytes an arc
  ///   for each part of the work kept until it is merged.
  ///
  /// The result has the same bits for any number of threads. Agrees with influenceR `bridging`, which gives 0
  /// for isolates; its cohesion sums each pair once and divides by n·(n − 1), so that half of the drop is all
  /// of it there.
  ///
  /// Reference: T. W. Valente, K. Fujimoto, "Bridging: locating critical connectors in a network", Social
  /// Networks 32 (2010) 212–220, doi:10.1016/j.socnet.2010.03.003.
  public func bridging(execution: Execution = .serial) throws(GraphError) -> [Double?] {
    let graph = symmetrized().unweighted()
    let drops = try graph.reciprocalDistanceDrops(execution: execution)
    let pairs = Double(vertexCount) * Double(vertexCount - 1)
    return (0..<vertexCount).map { vertex in
      let degree = graph.degree(of: vertex)
      if degree == 0 { return nil }
      var sum = 0.0
      for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1] { sum += drops[slot] }
      return sum / pairs / (2 * Double(degree))
    }
  }

  /// For both slots of each tie of an undirected graph, what its loss takes from the sum of the reciprocal
  /// distances of all ordered pairs.
  private func reciprocalDistanceDrops(
    execution: Execution
  ) throws(GraphError) -> ContiguousArray<Double> {
    let reverses = reverseSlots()
    var isBridge = ContiguousArray(repeating: false, count: arcCount)
    for (first, second) in BlockCutTree(self).bridges() {
      let row = neighbors(of: first)
      let slot = row.partitioningIndex { Int($0) >= second }
      isBridge[slot] = true
      isBridge[Int(reverses[slot])] = true
    }
    // What sources on one side lose is kept at the slot towards the other.
    var drops = ContiguousArray(repeating: 0.0, count: arcCount)
    var isStopped = false
    try execution.reduce(Partitions(of: vertexCount, parts: 64)) {
      [isBridge] sources -> ContiguousArray<Double>? in
      var search = TieLossSearch(self, isBridge: isBridge)
      for source in sources {
        if execution.isCancelled?() == true { return nil }
        search.add(source: source)
      }
      return search.drops
    } merge: { part in
      if let part {
        for slot in 0..<drops.count { drops[slot] += part[slot] }
      } else {
        isStopped = true
      }
    }
    if isStopped { throw GraphError(.cancelled, "the computation was cancelled") }
    return ContiguousArray((0..<arcCount).map { drops[$0] + drops[Int(reverses[$0])] })
  }

  /// For the slot of each arc of an undirected graph that of the arc back.
  private func reverseSlots() -> ContiguousArray<UInt32> {
    var reverses = ContiguousArray<UInt32>(repeating: 0, count: arcCount)
    var next = offsets
    // Sources come in order, as the targets of each row do.
    for source in 0..<vertexCount {
      for slot in offsets[source]..<offsets[source + 1] {
        let target = Int(targets[slot])
        reverses[slot] = UInt32(truncatingIfNeeded: next[target])
        next[target] += 1
      }
    }
    return reverses
  }
}
