package import CVectorKernels
package import GraphCore

extension Graph {
  /// Summarizes the distances in steps to each vertex, of those at most `limit` steps away.
  ///
  /// - Parameter unit: The vector unit that sweeps run on.
  package func stepSummaries(
    radii: [Double] = [], limit: Int = .max, unit: VectorUnit = vector_unit(), execution: Execution
  ) throws(GraphError) -> DistanceSummaries {
    let folded = FoldedGraph(self)
    let search = StepSearch(
      graph: folded, radii: radii.map { $0 < Double(Int32.max) ? Int($0) : Int(Int32.max) }, limit: limit,
      unit: unit, execution: execution)
    let batches = sweepBatches(of: folded.components)
    var parts: [BatchTally] = []
    try execution.reduce(Partitions(of: batches.count, parts: batches.count)) { part in
      part.map { search.tally(batches[$0]) }
    } merge: { tallies in
      parts += tallies.compactMap(\.self)
    }
    guard parts.count == batches.count else {
      throw GraphError(.cancelled, "the computation was cancelled")
    }
    return summaries(folded, batches, parts, radii: radii)
  }

  /// Puts what was found of the vertices of the folded graph where the vertices of this one are.
  private func summaries(
    _ folded: FoldedGraph, _ batches: [SweepBatch], _ parts: [BatchTally], radii: [Double]
  ) -> DistanceSummaries {
    var all = DistanceSummaries(vertexCount: vertexCount, radii: radii)
    var batchOf = ContiguousArray<UInt32>(repeating: 0, count: folded.vertexCount)
    for (number, batch) in batches.enumerated() {
      for source in batch.sources { batchOf[source] = UInt32(truncatingIfNeeded: number) }
    }
    for vertex in 0..<vertexCount where folded.places[vertex] != .max {
      let place = Int(folded.places[vertex])
      let number = Int(batchOf[place])
      let lane = place - batches[number].sources.lowerBound
      let part = parts[number]
      let isLeaf = folded.isFolded(vertex)
      all.set(vertex, to: isLeaf ? part.tallies[lane].leaf : part.tallies[lane].host)
      for rank in radii.indices {
        all.countsWithin[rank][vertex] = (isLeaf ? part.leavesWithin : part.hostsWithin)[rank][lane]
      }
    }
    return all
  }
}

extension DistanceSummaries {
  fileprivate mutating func set(_ vertex: Int, to tally: LevelTally) {
    reachedCounts[vertex] = tally.reachedCount
    sums[vertex] = Double(tally.sum)
    reciprocalSums[vertex] = tally.reciprocalSum
    largest[vertex] = Double(tally.largest)
  }
}

/// Sources to be searched from together, and the vertices of their components.
struct SweepBatch: Sendable {
  var sources: Range<Int>
  var vertices: Range<Int>
}

/// Cuts components into batches: a large one into equal parts, small ones put together whole.
func sweepBatches(of components: [Range<Int>]) -> [SweepBatch] {
  var batches: [SweepBatch] = []
  // A batch of small components, still open.
  var small: Range<Int>?
  for component in components {
    if let open = small {
      if component.upperBound - open.lowerBound <= SourceSweep.laneCount {
        small = open.lowerBound..<component.upperBound
        continue
      }
      batches.append(SweepBatch(sources: open, vertices: open))
      small = nil
    }
    if component.count < SourceSweep.laneCount {
      small = component
      continue
    }
    let parts = (component.count + SourceSweep.laneCount - 1) / SourceSweep.laneCount
    let cut = Partitions(of: component.count, parts: parts)
    for part in 0..<cut.parts {
      let sources =
        (component.lowerBound + cut[part].lowerBound)..<(component.lowerBound + cut[part].upperBound)
      batches.append(SweepBatch(sources: sources, vertices: component))
    }
  }
  if let small { batches.append(SweepBatch(sources: small, vertices: small)) }
  return batches
}

/// Searches from the vertices of a folded graph.
private struct StepSearch: Sendable {
  let graph: FoldedGraph
  let radii: [Int]
  let limit: Int
  let unit: VectorUnit
  let execution: Execution
  private let sweeps = ScratchPool<SourceSweep?>()

  init(graph: FoldedGraph, radii: [Int], limit: Int, unit: VectorUnit, execution: Execution) {
    self.graph = graph
    self.radii = radii
    self.limit = limit
    self.unit = unit
    self.execution = execution
  }

  /// How a sweep ended.
  private enum Ending { case complete, tooCostly, cancelled }

  /// Searches from the sources of a batch; nil where the caller asked to stop.
  func tally(_ batch: SweepBatch) -> BatchTally? {
    var tally = emptyTally(batch)
    let ending = sweeps.lend(orMake: { SourceSweep(vertexCount: graph.vertexCount, unit: unit) }) { sweep in
      // Without a sweep sources are searched from one by one.
      sweep.map { run($0, batch, &tally) } ?? .tooCostly
    }
    switch ending {
    case .complete: return tally
    case .cancelled: return nil
    case .tooCostly: return searchOneByOne(batch)
    }
  }

  private func emptyTally(_ batch: SweepBatch) -> BatchTally {
    if let leafCounts = graph.leafCounts {
      return BatchTally(leafCounts: leafCounts[batch.sources], radii: radii)
    }
    return BatchTally(leafCounts: repeatElement(0, count: batch.sources.count), radii: radii)
  }

  private func run(_ sweep: SourceSweep, _ batch: SweepBatch, _ tally: inout BatchTally) -> Ending {
    if limit < 1 { return .complete }
    let size =
      batch.vertices.count + graph.graph.offsets[batch.vertices.upperBound]
      - graph.graph.offsets[batch.vertices.lowerBound]
    var level = 0
    var pairs = 0
    var ending = Ending.complete
    let isComplete = sweep.run(graph, from: batch.sources, among: batch.vertices) {
      level += 1
      tally.enter(level, counts: sweep.counts.span, leafCounts: sweep.leafCounts.span)
      if execution.isCancelled?() == true { ending = .cancelled }
      for count in sweep.counts { pairs += Int(count) }
      let cost = sweep.cost
      if cost > 8 * size, cost > pairs * size / batch.vertices.count { ending = .tooCostly }
      return ending == .complete && level < limit
    }
    if isComplete, graph.leafCounts != nil {
      let none = ContiguousArray<UInt32>(repeating: 0, count: SourceSweep.laneCount)
      // The leaves of the last level, and the leaves as seen from leaves.
      for _ in 0..<2 {
        level += 1
        if level <= limit { tally.enter(level, counts: none.span, leafCounts: none.span) }
      }
    }
    return ending
  }

  /// Searches from one source after the other, which is cheaper where sources have few levels in common.
  private func searchOneByOne(_ batch: SweepBatch) -> BatchTally? {
    var tally = emptyTally(batch)
    let leafCounts = graph.leafCounts ?? []
    var search = BreadthFirstSearch(vertexCount: graph.vertexCount)
    for (lane, source) in batch.sources.enumerated() {
      if execution.isCancelled?() == true { return nil }
      search.run(graph.graph, from: source, limit: Int32(clamping: limit))
      var one = tally.tallies[lane]
      let last = min(limit, search.levelCount - 1 + (leafCounts.isEmpty ? 0 : 2))
      for level in 1..<max(1, last + 1) {
        let isReached = level < search.levelCount
        one.enter(
          level, count: isReached ? UInt32(truncatingIfNeeded: search.levelSize(level)) : 0,
          leafCount: isReached && !leafCounts.isEmpty ? search.sum(of: leafCounts.span, atLevel: level) : 0)
        tally.note(level, lane, one)
      }
      tally.set(lane, to: one)
    }
    return tally
  }
}
