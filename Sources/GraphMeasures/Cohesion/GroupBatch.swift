import GraphCore

/// Groups of vertices that a part of a search found, one after the other in memory.
struct GroupBatch: Sendable {
  private var members: ContiguousArray<UInt32> = []
  private var ends: ContiguousArray<Int> = [0]
  /// Why the search must stop, where it must.
  var stop: SearchMeter.Stop?

  /// Adds a vertex to the group at hand.
  mutating func append(_ vertex: UInt32) { members.append(vertex) }
  /// Ends the group at hand.
  mutating func endGroup() { ends.append(members.count) }

  /// Calls `body` with the members of each group, ascending.
  func forEach(_ body: ([Int]) -> Void) {
    for group in 0..<(ends.count - 1) {
      body(members[ends[group]..<ends[group + 1]].sorted().map { Int($0) })
    }
  }
}

extension Execution {
  /// Searches in parts, and hands over the groups found in the order of the parts.
  ///
  /// - Parameter name: What is searched for, in the plural; for the error.
  func searchGroups<Search>(
    _ partitions: Partitions, budget: SearchBudget, named name: String, make: @Sendable () -> Search,
    run: @Sendable (inout Search, Int, inout GroupBatch, inout SearchGauge) -> Void, _ body: ([Int]) -> Void
  ) throws(GraphError) {
    let meter = SearchMeter(budget, self)
    let pool = ScratchPool<Search>()
    var stop: SearchMeter.Stop?
    try reduce(partitions) { places in
      var batch = GroupBatch()
      var gauge = SearchGauge(meter)
      // What other parts used may have been too much already.
      gauge.flush()
      if gauge.stop == nil {
        pool.lend(orMake: make) { search in
          for place in places where gauge.stop == nil { run(&search, place, &batch, &gauge) }
        }
      }
      gauge.flush()
      batch.stop = gauge.stop
      return batch
    } merge: { batch in
      stop = stop ?? batch.stop
      if stop == nil { batch.forEach(body) }
    }
    if let stop { throw meter.error(stop, searchingFor: name) }
  }
}
