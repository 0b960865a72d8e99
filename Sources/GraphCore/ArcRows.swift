/// An arc that remembers its edge: the end in the high half, the edge in the low one.
extension UInt64 {
  @inline(__always) fileprivate init(end: UInt32, edge: Int) {
    self = UInt64(end) << 32 | UInt64(truncatingIfNeeded: edge)
  }
  /// The end it holds.
  @inline(__always) var end: UInt32 { UInt32(truncatingIfNeeded: self >> 32) }
  /// The same arc seen from its other end.
  @inline(__always) fileprivate func turned(to other: UInt32) -> UInt64 {
    UInt64(other) << 32 | (self & 0xFFFF_FFFF)
  }
}

/// Arcs gathered by the vertex they run to: half-way between a list of edges and sorted rows.
///
/// Two counting sorts, by target and then by source, sort the arcs of each vertex by target in linear time.
/// Both walk memory at random, which is what they cost. So an arc is one word, moved by one write; and each
/// thread writes the rows of a range of vertices of its own, whose places it can hold in its cache. An arc's
/// place depends on the edges alone.
struct ArcRows: ~Copyable {
  private let offsets: ContiguousArray<Int>
  private let arcs: ContiguousArray<UInt64>

  /// Gathers the arcs of some edges, in the order of the edges; the ends are known to be in range.
  init(byTargetsOf list: EdgeList, vertexCount: Int, direction: Direction, execution: Execution) {
    let rule = TwoWayRule(list, direction)
    offsets = runningSums(countArcs(list.sources.span, list.targets.span, rule, vertexCount: vertexCount))
    arcs = fillRows(offsets, execution) { rows, next, arcs in
      scatter(list.sources.span, list.targets.span, rule, into: rows, next: &next, &arcs)
    }
  }

  /// Sorts the arcs by source, those of one source by target, those of one pair by edge.
  consuming func bySource(
    direction: Direction, execution: Execution
  ) -> (offsets: ContiguousArray<Int>, arcs: ContiguousArray<UInt64>) {
    let (oldOffsets, oldArcs) = (offsets, arcs)
    // Undirected, as many arcs leave a vertex as arrive.
    let newOffsets =
      direction == .undirected
      ? oldOffsets : runningSums(countColumns(oldArcs.span, vertexCount: oldOffsets.count - 1))
    let sorted = fillRows(newOffsets, execution) { rows, next, arcs in
      transpose(oldOffsets.span, oldArcs.span, into: rows, next: &next, &arcs)
    }
    return (newOffsets, sorted)
  }
}

/// Which edges give an arc from each end.
struct TwoWayRule: Sendable {
  private let marks: ContiguousArray<Bool>
  /// Whether all edges but self-loops, or none, run both ways; nil where it depends on the edge.
  let uniform: Bool?

  init(_ list: EdgeList, _ direction: Direction) {
    marks = list.runsBothWays
    uniform = direction == .undirected ? true : marks.isEmpty ? false : nil
  }

  func holds(for edge: Int) -> Bool { uniform ?? marks[edge] }
}

/// Turns counts at `v + 1` into places where the rows of `v` begin.
private func runningSums(_ counts: consuming ContiguousArray<Int>) -> ContiguousArray<Int> {
  for vertex in 1..<max(1, counts.count) { counts[vertex] += counts[vertex - 1] }
  return counts
}

/// Counts the arcs that run to each vertex `v`, at `v + 1`.
private func countArcs(
  _ sources: Span<UInt32>, _ targets: Span<UInt32>, _ rule: TwoWayRule, vertexCount: Int
) -> ContiguousArray<Int> {
  var result = ContiguousArray(repeating: 0, count: vertexCount + 1)
  var counts = result.mutableSpan
  let uniform = rule.uniform
  precondition(sources.count == targets.count)
  for edge in 0..<sources.count {
    // The ends are below the number of vertices: the multigraph has checked them.
    let source = unsafe sources[unchecked: edge]
    let target = unsafe targets[unchecked: edge]
    unsafe counts[unchecked: Int(target) + 1] += 1
    if source != target, uniform ?? rule.holds(for: edge) { unsafe counts[unchecked: Int(source) + 1] += 1 }
  }
  return result
}

/// Counts the arcs of each column `v`, at `v + 1`.
private func countColumns(_ arcs: Span<UInt64>, vertexCount: Int) -> ContiguousArray<Int> {
  var result = ContiguousArray(repeating: 0, count: vertexCount + 1)
  var counts = result.mutableSpan
  for slot in 0..<arcs.count { counts[Int(arcs[slot].end) + 1] += 1 }
  return result
}

/// Fills rows of arcs, each thread those of a range of vertices with about the same number of arcs.
///
/// `fill` gets the range, the place of the next arc of each vertex in it, counted from the first place of the
/// range, and the part of the result that the range's rows take up.
private func fillRows(
  _ offsets: ContiguousArray<Int>, _ execution: Execution,
  _ fill: @Sendable (Range<UInt32>, inout ContiguousArray<Int>, inout MutableSpan<UInt64>) -> Void
) -> ContiguousArray<UInt64> {
  let vertexCount = offsets.count - 1
  let arcCount = offsets[vertexCount]
  let lanes = arcCount < 1 << 16 ? 1 : execution.threads
  let bounds = (0...lanes).map { lane in
    lane == lanes ? vertexCount : offsets.partitioningIndex { $0 >= arcCount * lane / lanes }
  }
  return unsafe ContiguousArray(unsafeUninitializedCapacity: arcCount) { buffer, initialized in
    let memory = unsafe SharedMemory(buffer: buffer)
    _ = execution.concurrently(lanes) { lane in
      let rows = bounds[lane]..<bounds[lane + 1]
      guard !rows.isEmpty else { return }
      let first = offsets[rows.lowerBound]
      var next = ContiguousArray(offsets[rows].map { $0 - first })
      let memory = unsafe memory.part(first..<offsets[rows.upperBound])
      var part = unsafe memory.mutableSpan
      fill(
        UInt32(truncatingIfNeeded: rows.lowerBound)..<UInt32(truncatingIfNeeded: rows.upperBound), &next,
        &part)
    }
    initialized = arcCount
  }
}

/// Puts each arc that runs to a vertex of the range behind those that run to the same vertex already.
private func scatter(
  _ sources: Span<UInt32>, _ targets: Span<UInt32>, _ rule: TwoWayRule, into rows: Range<UInt32>,
  next: inout ContiguousArray<Int>, _ arcs: inout MutableSpan<UInt64>
) {
  let uniform = rule.uniform
  let first = rows.lowerBound
  let count = UInt32(truncatingIfNeeded: rows.count)
  var next = next.mutableSpan
  for edge in 0..<sources.count {
    let source = unsafe sources[unchecked: edge]
    let target = unsafe targets[unchecked: edge]
    // A vertex below the range wraps round to a large number. Places were counted by the same rule.
    let row = target &- first
    if row < count {
      let place = unsafe next[unchecked: Int(row)]
      unsafe next[unchecked: Int(row)] = place &+ 1
      unsafe arcs[unchecked: place] = UInt64(end: source, edge: edge)
    }
    let other = source &- first
    if other < count, source != target, uniform ?? rule.holds(for: edge) {
      let place = unsafe next[unchecked: Int(other)]
      unsafe next[unchecked: Int(other)] = place &+ 1
      unsafe arcs[unchecked: place] = UInt64(end: target, edge: edge)
    }
  }
}

/// Swaps rows and columns, for the columns of a range; the columns of each new row come out ascending.
private func transpose(
  _ offsets: Span<Int>, _ arcs: Span<UInt64>, into columns: Range<UInt32>, next: inout ContiguousArray<Int>,
  _ result: inout MutableSpan<UInt64>
) {
  let first = columns.lowerBound
  let count = UInt32(truncatingIfNeeded: columns.count)
  var next = next.mutableSpan
  for row in 0..<(offsets.count - 1) {
    let name = UInt32(truncatingIfNeeded: row)
    for slot in offsets[row]..<offsets[row + 1] {
      let arc = arcs[slot]
      let column = arc.end &- first
      if column < count {
        let place = unsafe next[unchecked: Int(column)]
        unsafe next[unchecked: Int(column)] = place &+ 1
        unsafe result[unchecked: place] = arc.turned(to: name)
      }
    }
  }
}

/// Uninitialised memory of which each worker takes a part of its own.
@unsafe struct SharedMemory<Word>: @unchecked Sendable {
  let buffer: UnsafeMutableBufferPointer<Word>

  func part(_ range: Range<Int>) -> UnsafeMutableBufferPointer<Word> {
    unsafe UnsafeMutableBufferPointer(rebasing: buffer[range])
  }
}
