package import CVectorKernels
public import GraphCore

extension Graph {
  /// Returns the number of triangles that each vertex belongs to.
  ///
  ///     t(v) = |{ {u, w} : u, v and w are tied pairwise }|
  ///
  /// Directions and weights are ignored: arcs both ways between two vertices are one tie.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: One number per vertex, in vertex order; each triangle counts at its three vertices.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*m*^1.5) time; beside the graph 5 bytes an edge and 24 a vertex, and on each thread a bit
  ///   a vertex. O(*n* + *m*) time in a graph without odd cycles, where there are no triangles.
  ///
  /// Exact. Agrees with NetworkX `triangles`.
  ///
  /// Reference: M. Latapy, "Main-memory triangle computations for very large (sparse (power-law)) graphs",
  /// Theoretical Computer Science 407 (2008) 458–473; an earlier version is arXiv:cs/0609116.
  public func triangleCounts(execution: Execution = .serial) throws(GraphError) -> [Int] {
    try triangleCounts(execution: execution, unit: vector_unit())
  }

  /// The same, by a vector unit that the processor has.
  package func triangleCounts(execution: Execution, unit: VectorUnit) throws(GraphError) -> [Int] {
    let graph = symmetrized()
    var counts = [Int](repeating: 0, count: vertexCount)
    if try graph.bipartition(execution: execution) != nil { return counts }
    let ordered = try DegreeOrderedGraph(graph, execution: execution.share(from: 0, to: 0.3))
    let totals = try ordered.triangleCounts(execution: execution.share(from: 0.3, to: 1), unit: unit)
    for (number, vertex) in ordered.vertices.enumerated() { counts[Int(vertex)] = Int(totals[number]) }
    return counts
  }
}

extension DegreeOrderedGraph {
  /// Counts triangles by number.
  ///
  /// Each triangle is found from its highest number `v`, as a pair of targets of `v` that are tied. Among the
  /// first vertices, the hubs, a table of bits says so; a higher target's own row is walked instead, which is
  /// short, since its degree is lower. Counts are whole numbers, so the order in which threads add does not
  /// matter.
  fileprivate func triangleCounts(
    execution: Execution, unit: VectorUnit
  ) throws(GraphError) -> ContiguousArray<UInt64> {
    let hubs = HubTable(rows)
    let n = rows.vertexCount
    let longest = (0..<n).reduce(0) { max($0, rows.degree(of: $1)) }
    var totals = ContiguousArray<UInt64>(repeating: 0, count: n)
    try unsafe totals.withUnsafeMutableBufferPointer { buffer throws(GraphError) in
      guard let base = buffer.baseAddress else { return }
      nonisolated(unsafe) let totals = unsafe base
      try execution.forEachPart(
        of: Partitions(balancing: rows, parts: 512),
        scratch: { TriangleScratch(vertexCount: n, hubCount: hubs.count, longestRow: longest) }
      ) { range, scratch in
        unsafe scratch.count(rows, hubs, range, unit: unit, totals: totals)
      }
    }
    return totals
  }
}

/// Which of the first vertices are tied, one bit a pair: in the row of the higher one.
private struct HubTable {
  let count: Int
  let rowStarts: ContiguousArray<UInt32>
  let words: ContiguousArray<UInt32>

  /// As many vertices as fit into a byte an edge.
  init(_ rows: Graph) {
    let count = min(rows.vertexCount, Int((16 * Double(rows.arcCount)).squareRoot()))
    var starts: ContiguousArray<UInt32> = []
    var size = 0
    for hub in 0..<count {
      starts.append(UInt32(truncatingIfNeeded: size))
      size += (hub + 31) / 32
    }
    var words = ContiguousArray<UInt32>(repeating: 0, count: size)
    for hub in 0..<count {
      let start = Int(starts[hub])
      for target in rows.neighbors(of: hub) { words[start + Int(target >> 5)] |= 1 << (target & 31) }
    }
    self.count = count
    rowStarts = starts
    self.words = words
  }
}

/// What one thread works in.
private struct TriangleScratch {
  /// A bit for each target of the vertex at hand.
  private var marks: ContiguousArray<UInt64>
  /// The triangles found at each hub; hubs are met too often for counts that all threads share.
  private var atHubs: ContiguousArray<UInt64>
  /// The triangles of the vertex at hand that each of its targets is in.
  private var found: ContiguousArray<UInt32>

  init(vertexCount: Int, hubCount: Int, longestRow: Int) {
    marks = ContiguousArray(repeating: 0, count: vertexCount / 64 + 1)
    atHubs = ContiguousArray(repeating: 0, count: hubCount)
    found = ContiguousArray(repeating: 0, count: longestRow)
  }

  /// Adds the triangles whose highest numbers are in a range.
  @unsafe mutating func count(
    _ rows: Graph, _ hubs: HubTable, _ range: Range<Int>, unit: VectorUnit,
    totals: UnsafeMutablePointer<UInt64>
  ) {
    let targets = rows.targets.span
    for highest in range {
      let row = rows.offsets[highest]..<rows.offsets[highest + 1]
      if row.count < 2 { continue }
      var split = row.upperBound
      while split > row.lowerBound, Int(targets[split - 1]) >= hubs.count { split -= 1 }
      var triangles = pairsOfHubs(rows, hubs, row.lowerBound..<split, unit: unit)
      if split < row.upperBound {
        unsafe triangles += pairsBeyondHubs(rows, row, from: split, &marks, &atHubs, totals: totals)
      }
      if triangles > 0 { unsafe add_to_count(totals + highest, triangles) }
    }
    for hub in 0..<hubs.count where atHubs[hub] > 0 {
      unsafe add_to_count(totals + hub, atHubs[hub])
      atHubs[hub] = 0
    }
  }

  /// The tied pairs of targets that are hubs.
  private mutating func pairsOfHubs(
    _ rows: Graph, _ hubs: HubTable, _ slots: Range<Int>, unit: VectorUnit
  ) -> UInt64 {
    if slots.count < 2 { return 0 }
    let pairs = unsafe rows.targets.withUnsafeBufferPointer { targets -> UInt64 in
      unsafe hubs.words.withUnsafeBufferPointer { words -> UInt64 in
        unsafe hubs.rowStarts.withUnsafeBufferPointer { starts -> UInt64 in
          unsafe found.withUnsafeMutableBufferPointer { found -> UInt64 in
            guard let targets = targets.baseAddress, let words = words.baseAddress,
              let starts = starts.baseAddress, let found = found.baseAddress
            else { return 0 }
            return unsafe hub_triangles(
              unit, targets + slots.lowerBound, slots.count, words, starts, found)
          }
        }
      }
    }
    for (place, slot) in slots.enumerated() {
      atHubs[Int(rows.targets[slot])] += UInt64(found[place])
      found[place] = 0
    }
    return pairs
  }
}

/// The tied pairs of targets of which the higher is not a hub.
@unsafe private func pairsBeyondHubs(
  _ rows: Graph, _ row: Range<Int>, from split: Int, _ markArray: inout ContiguousArray<UInt64>,
  _ hubCounts: inout ContiguousArray<UInt64>, totals: UnsafeMutablePointer<UInt64>
) -> UInt64 {
  let targets = rows.targets.span
  let hubCount = hubCounts.count
  var marks = markArray.mutableSpan
  var atHubs = hubCounts.mutableSpan
  for slot in row {
    let target = Int(targets[slot])
    marks[target >> 6] |= 1 << UInt64(truncatingIfNeeded: target & 63)
  }
  var triangles: UInt64 = 0
  for slot in split..<row.upperBound {
    let middle = Int(targets[slot])
    var pairs: UInt64 = 0
    var far = rows.offsets[middle]
    let end = rows.offsets[middle + 1]
    // Targets are below the number of vertices, which the marks cover; they ascend, so that hubs come first.
    while far < end {
      let lowest = unsafe Int(targets[unchecked: far])
      if lowest >= hubCount { break }
      let hit = unsafe marks[unchecked: lowest >> 6] &>> UInt64(truncatingIfNeeded: lowest) & 1
      unsafe atHubs[unchecked: lowest] &+= hit
      pairs &+= hit
      far += 1
    }
    while far < end {
      let lowest = unsafe Int(targets[unchecked: far])
      if unsafe marks[unchecked: lowest >> 6] &>> UInt64(truncatingIfNeeded: lowest) & 1 != 0 {
        unsafe add_to_count(totals + lowest, 1)
        pairs += 1
      }
      far += 1
    }
    if pairs > 0 { unsafe add_to_count(totals + middle, pairs) }
    triangles += pairs
  }
  for slot in row { marks[Int(targets[slot]) >> 6] = 0 }
  return triangles
}
