/// For members that follow one another, their neighbors of larger numbers, in no particular order.
struct UpperRows: Sendable {
  let firstMember: Int
  let lengths: ContiguousArray<UInt32>
  /// Row after row.
  let targets: ContiguousArray<UInt32>
  let weights: ContiguousArray<Double>
}

/// The undirected graph whose rows above the diagonal are given: each arc is set down at both of its ends.
///
/// Arcs are set down at their larger ends first, in the order of the smaller ones, then at their smaller ends in the
/// order of the larger ones: both ways rows come out ascending, and nothing is sorted. Rows are cut into as many blocks
/// as there are threads; how many arcs each block sends to each vertex says where it sets them down, so that blocks do
/// not meet, and the graph is the same whatever the blocks are.
///
/// - Parameter parts: All rows, in the order of their members.
func mirrored(_ parts: [UpperRows], _ vertexCount: Int, _ execution: Execution) -> Graph {
  let blocks = blocks(of: parts, count: max(1, execution.threads))
  // How many arcs arrive at each vertex from each block, then where within the vertex's row they begin.
  var starts = execution.concurrently(blocks.count) { countArrivals(parts[blocks[$0]], vertexCount) }
  var lowerCounts = ContiguousArray<UInt32>(repeating: 0, count: vertexCount)
  for block in blocks.indices {
    let counts = starts[block]
    starts[block] = lowerCounts
    for vertex in 0..<vertexCount { lowerCounts[vertex] += counts[vertex] }
  }
  var offsets = ContiguousArray<Int>(repeating: 0, count: vertexCount + 1)
  for part in parts {
    for (index, length) in part.lengths.enumerated() {
      let vertex = part.firstMember + index
      offsets[vertex + 1] = offsets[vertex] + Int(lowerCounts[vertex]) + Int(length)
    }
  }
  let arcCount = offsets[vertexCount]
  var weights = ContiguousArray<Double>()
  let targets = unsafe ContiguousArray<UInt32>(unsafeUninitializedCapacity: arcCount) { targets, made in
    unsafe weights = ContiguousArray(unsafeUninitializedCapacity: arcCount) { weights, made in
      unsafe preferLargePages(UnsafeMutableRawBufferPointer(targets))
      unsafe preferLargePages(UnsafeMutableRawBufferPointer(weights))
      let rows = unsafe MirroredRows(
        offsets: offsets, lowerCounts: lowerCounts, targets: targets, weights: weights)
      _ = execution.concurrently(blocks.count) { [starts, offsets] block in
        let parts = parts[blocks[block]]
        let starts = ContiguousArray((0..<vertexCount).map { offsets[$0] + Int(starts[block][$0]) })
        rows.setDownAtSmallerEnds(parts, arrived: starts, rows.setDown(parts, from: starts))
      }
      made = arcCount
    }
    made = arcCount
  }
  return Graph(direction: .undirected, offsets: offsets, targets: targets, weights: weights)
}

private func countArrivals(_ parts: ArraySlice<UpperRows>, _ vertexCount: Int) -> ContiguousArray<UInt32> {
  var counts = ContiguousArray<UInt32>(repeating: 0, count: vertexCount)
  var places = counts.mutableSpan
  for part in parts {
    for target in part.targets { places[Int(target)] += 1 }
  }
  return counts
}

/// The rows of the graph to be, in memory that is written once a place: each place belongs to one arc, and each arc
/// to one block.
@safe private struct MirroredRows: @unchecked Sendable {
  let offsets: ContiguousArray<Int>
  let lowerCounts: ContiguousArray<UInt32>
  let targets: UnsafeMutableBufferPointer<UInt32>
  let weights: UnsafeMutableBufferPointer<Double>

  /// Sets arcs down at their larger ends and returns where in each row they end.
  ///
  /// - Parameter starts: Where in each row they begin.
  func setDown(_ parts: ArraySlice<UpperRows>, from starts: ContiguousArray<Int>) -> ContiguousArray<Int> {
    var ends = starts
    var next = ends.mutableSpan
    for part in parts {
      let (partTargets, partWeights) = (part.targets.span, part.weights.span)
      var read = 0
      for (index, length) in part.lengths.enumerated() {
        let source = UInt32(truncatingIfNeeded: part.firstMember + index)
        for _ in 0..<length {
          let target = Int(partTargets[read])
          let place = next[target]
          next[target] = place + 1
          unsafe targets[place] = source
          unsafe weights[place] = partWeights[read]
          read += 1
        }
      }
    }
    return ends
  }

  /// Sets the same arcs down at their smaller ends, vertex after vertex as they have arrived.
  func setDownAtSmallerEnds(
    _ parts: ArraySlice<UpperRows>, arrived starts: ContiguousArray<Int>, _ ends: ContiguousArray<Int>
  ) {
    guard let first = parts.first?.firstMember, let last = parts.last else { return }
    let members = first..<(last.firstMember + last.lengths.count)
    var nextArray = ContiguousArray(members.lazy.map { offsets[$0] + Int(lowerCounts[$0]) })
    var next = nextArray.mutableSpan
    for vertex in starts.indices {
      for read in starts[vertex]..<ends[vertex] {
        let source = unsafe Int(targets[read]) - first
        let place = next[source]
        next[source] = place + 1
        unsafe targets[place] = UInt32(truncatingIfNeeded: vertex)
        unsafe weights[place] = weights[read]
      }
    }
  }
}

/// Consecutive parts with about as many arcs each.
private func blocks(of parts: [UpperRows], count: Int) -> [Range<Int>] {
  let total = parts.reduce(0) { $0 + $1.targets.count }
  var blocks: [Range<Int>] = []
  var start = 0
  var arcs = 0
  for (index, part) in parts.enumerated() {
    arcs += part.targets.count
    if arcs * count >= total * (blocks.count + 1), blocks.count < count - 1 {
      blocks.append(start..<(index + 1))
      start = index + 1
    }
  }
  blocks.append(start..<parts.count)
  return blocks
}
