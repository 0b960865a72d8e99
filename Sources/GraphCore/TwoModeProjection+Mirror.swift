/// For members that follow one another, their neighbors of larger numbers.
struct UpperRows: Sendable {
  let firstMember: Int
  private(set) var lengths: ContiguousArray<UInt32> = []
  private(set) var targets: ContiguousArray<UInt32> = []
  private(set) var weights: ContiguousArray<Double> = []

  init(firstMember: Int) { self.firstMember = firstMember }

  mutating func append(
    _ newTargets: ArraySlice<UInt32>, _ newWeights: ArraySlice<Double>
  ) {
    lengths.append(UInt32(truncatingIfNeeded: newTargets.count))
    targets.append(contentsOf: newTargets)
    weights.append(contentsOf: newWeights)
  }
}

/// The undirected graph whose rows above the diagonal are given: each arc is set down at both of its ends.
///
/// Rows are cut into as many blocks as there are threads. How many arcs each block sends to each vertex says where it
/// sets them down, so that blocks do not meet and rows come out ascending, whatever the blocks are.
///
/// - Parameter parts: All rows, in the order of their members.
func mirrored(_ parts: [UpperRows], _ vertexCount: Int, _ execution: Execution) -> Graph {
  let blocks = blocks(of: parts, count: max(1, execution.threads))
  var places = execution.concurrently(blocks.count) { block in
    var counts = ContiguousArray<UInt32>(repeating: 0, count: vertexCount)
    for part in parts[blocks[block]] { for target in part.targets { counts[Int(target)] += 1 } }
    return counts
  }
  // From how many arcs arrive from each block to where they begin within the row.
  var offsets = ContiguousArray<Int>(repeating: 0, count: vertexCount + 1)
  var lowerCounts = ContiguousArray<UInt32>(repeating: 0, count: vertexCount)
  for block in blocks.indices {
    for vertex in 0..<vertexCount {
      let count = places[block][vertex]
      places[block][vertex] = lowerCounts[vertex]
      lowerCounts[vertex] += count
    }
  }
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
      nonisolated(unsafe) let (targets, weights) = unsafe (targets, weights)
      _ = execution.concurrently(blocks.count) { [places, offsets, lowerCounts] block in
        var place = places[block]
        for part in parts[blocks[block]] {
          var read = 0
          for (index, length) in part.lengths.enumerated() {
            let source = part.firstMember + index
            var write = offsets[source] + Int(lowerCounts[source])
            for _ in 0..<length {
              let target = part.targets[read]
              let weight = part.weights[read]
              let mirror = offsets[Int(target)] + Int(place[Int(target)])
              place[Int(target)] += 1
              // Each arc of the graph is written once: its place is below the sum of all lengths.
              unsafe targets[write] = target
              unsafe weights[write] = weight
              unsafe targets[mirror] = UInt32(truncatingIfNeeded: source)
              unsafe weights[mirror] = weight
              write += 1
              read += 1
            }
          }
        }
      }
      made = arcCount
    }
    made = arcCount
  }
  return Graph(direction: .undirected, offsets: offsets, targets: targets, weights: weights)
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
