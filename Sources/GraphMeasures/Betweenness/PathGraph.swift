import GraphCore

/// A graph whose vertices stand for several, to count shortest paths on.
///
/// A path to vertex *v* can end at any of `multiplicities[v]` equal vertices, and pass any of them. Together
/// they count as `weights[v]` sources and as `weights[v]` targets: themselves, and what lies behind them.
struct PathGraph: Sendable {
  let outward: Graph
  /// The same with every arc turned round.
  let inward: Graph
  let multiplicities: ContiguousArray<Double>
  let weights: ContiguousArray<Double>
  /// No arc leads from one of these ranges of vertices to another.
  let ranges: ContiguousArray<Range<Int>>

  init(
    outward: Graph, inward: Graph, multiplicities: ContiguousArray<Double>, weights: ContiguousArray<Double>,
    ranges: ContiguousArray<Range<Int>>
  ) {
    self.outward = outward
    self.inward = inward
    self.multiplicities = multiplicities
    self.weights = weights
    self.ranges = ranges
  }

  /// A graph whose vertices stand for themselves.
  init(_ outward: Graph, inward: Graph) {
    let ones = ContiguousArray(repeating: 1.0, count: outward.vertexCount)
    self.init(
      outward: outward, inward: inward, multiplicities: ones, weights: ones, ranges: [0..<outward.vertexCount]
    )
  }

  var vertexCount: Int { outward.vertexCount }
}

/// Rows of arcs under new numbers of the vertices.
///
/// - Parameters:
///   - offsets: Where the row of each vertex begins.
///   - targets: The vertices that arcs run to, in any order.
///   - order: The vertices that are kept, by new number.
///   - numbers: The new number of each vertex; `UInt32.max` for those left out.
/// - Returns: The rows of arcs that run *to* each vertex kept, ascending.
func turnedRows(
  _ offsets: ContiguousArray<Int>, _ targets: ContiguousArray<UInt32>, order: ContiguousArray<UInt32>,
  numbers: ContiguousArray<UInt32>
) -> (offsets: ContiguousArray<Int>, targets: ContiguousArray<UInt32>) {
  var newOffsets = ContiguousArray(repeating: 0, count: order.count + 1)
  for vertex in order {
    for slot in offsets[Int(vertex)]..<offsets[Int(vertex) + 1] {
      let number = numbers[Int(targets[slot])]
      if number != .max { newOffsets[Int(number) + 1] += 1 }
    }
  }
  for number in 0..<order.count { newOffsets[number + 1] += newOffsets[number] }
  var next = newOffsets
  var newTargets = ContiguousArray<UInt32>(repeating: 0, count: newOffsets[order.count])
  for (source, vertex) in order.enumerated() {
    for slot in offsets[Int(vertex)]..<offsets[Int(vertex) + 1] {
      let number = numbers[Int(targets[slot])]
      if number == .max { continue }
      newTargets[next[Int(number)]] = UInt32(truncatingIfNeeded: source)
      next[Int(number)] += 1
    }
  }
  return (newOffsets, newTargets)
}

/// Sorts vertices by falling degree, those of one degree as they are numbered.
///
/// Many paths pass vertices of large degree; with small numbers they lie close together. And rows of equal
/// length in sequence let a processor foresee where they end.
func sortedByFallingDegree(
  _ vertices: some Sequence<UInt32>, degree: (Int) -> Int
) -> ContiguousArray<UInt32> {
  let keys = vertices.map { vertex in
    UInt64(UInt32.max - UInt32(truncatingIfNeeded: degree(Int(vertex)))) << 32 | UInt64(vertex)
  }
  return ContiguousArray(keys.sorted().map { UInt32(truncatingIfNeeded: $0) })
}
