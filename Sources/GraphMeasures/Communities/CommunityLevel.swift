import GraphCore

/// The graph at one level of the search: vertices are groups of vertices of the level below.
///
/// Weights and masses are whole numbers held as `Double`, with sums below 2⁵³: every sum of them is exact, so
/// it has the same bits in any order of summation. What lies within a vertex shows in its mass alone.
struct CommunityLevel: Sendable {
  let vertexCount: Int
  /// Arcs of vertex `v` are `offsets[v] ..< offsets[v + 1]`.
  let offsets: SharedColumn<Int>
  /// The vertex each arc runs to, never the vertex itself; in no order within a vertex.
  let targets: SharedColumn<UInt32>
  /// Greater than 0.
  let weights: ArcWeights
  /// What a vertex weighs in the penalty for large communities: its strength, or the vertices it stands for.
  let masses: SharedColumn<Double>

  var arcCount: Int { offsets[vertexCount] }

  @inline(__always) func row(_ vertex: UInt32) -> Range<Int> {
    // Offsets ascend.
    unsafe Range(uncheckedBounds: (offsets[Int(vertex)], offsets[Int(vertex) + 1]))
  }

  /// Asks for the rows of vertices that will be worked on soon: for where one begins, and nearer for its arcs.
  ///
  /// Rows are taken in a shuffled order, which the processor does not foresee.
  @inline(__always) func prefetchRows(after place: Int, of vertices: ContiguousArray<UInt32>) {
    if place + 16 < vertices.count { offsets.prefetch(Int(vertices[place + 16])) }
    guard place + 8 < vertices.count else { return }
    let row = row(vertices[place + 8])
    let start = row.lowerBound
    let end = min(row.upperBound, start + 64)
    // A cache line holds 16 targets.
    for slot in stride(from: start, to: end, by: 16) { targets.prefetch(slot) }
    weights.prefetch(start..<end)
  }
}

/// The graph that a search starts from, without vertices that have no ties.
struct CommunityGround {
  let level: CommunityLevel
  /// The vertex of the graph at each vertex of the level: by descending degree, ties by number.
  ///
  /// Neighbors of many then stand close together in memory, which saves time looking up their labels.
  let vertices: ContiguousArray<UInt32>
  /// Mean weight of an arc, on the scale of the level's weights.
  let meanWeight: Double
  /// Penalty per product of two masses, in units of the level's weights.
  let penalty: Double

  init(_ original: Graph, quality: CommunityQuality) {
    let (graph, divided) = original.tiesBothWays()
    let scaling = WeightScaling(graph)
    let n = graph.vertexCount
    var degrees = ContiguousArray(repeating: 0, count: n)
    for vertex in 0..<n { degrees[vertex] = scaling.degree(of: vertex, in: graph) }
    let vertices = verticesByDescendingDegree(degrees)
    let count = vertices.count
    var ranks = ContiguousArray<UInt32>(repeating: 0, count: n)
    for (rank, vertex) in vertices.enumerated() { ranks[Int(vertex)] = UInt32(truncatingIfNeeded: rank) }

    let offsets = SharedColumn(repeating: 0, count: count + 1)
    for rank in 0..<count { offsets[rank + 1] = offsets[rank] + degrees[Int(vertices[rank])] }
    let targets = SharedColumn<UInt32>(uninitialized: offsets[count])
    let weights: ArcWeights =
      graph.isWeighted ? .sums(SharedColumn(uninitialized: offsets[count])) : .ones
    let masses = SharedColumn<Double>(uninitialized: count)
    var total = 0.0
    for rank in 0..<count {
      let vertex = Int(vertices[rank])
      var place = offsets[rank]
      var strength = 0.0
      for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1] {
        let weight = scaling.scaled(graph.weight(atSlot: slot))
        if weight == 0 { continue }
        targets[place] = ranks[Int(graph.targets[slot])]
        weights[place] = weight
        strength += weight
        place += 1
      }
      total += strength
      switch quality {
      case .modularity: masses[rank] = strength
      case .constantPotts: masses[rank] = 1
      }
    }
    self.vertices = vertices
    meanWeight = total / Double(max(1, offsets[count]))
    level = CommunityLevel(
      vertexCount: count, offsets: offsets, targets: targets, weights: weights, masses: masses)
    switch quality {
    case .modularity(let resolution): penalty = total > 0 ? resolution / total : 0
    // No weight exceeds 2⁵³: a penalty beyond that keeps all vertices apart, as a greater one would.
    case .constantPotts(let resolution):
      let exponent = (scaling.exponent ?? 0) - divided
      penalty = min(Double(sign: .plus, exponent: exponent, significand: resolution), 0x1p60)
    }
  }
}

/// Weights as whole numbers: multiples of a power of two that is as small as keeps their sum below 2⁵³.
///
/// Whole weights with a sum up to 2⁵² stay as they are or become multiples of each other exactly as they were;
/// others are rounded by at most 2⁻⁵² of the sum of all.
private struct WeightScaling {
  /// Weights are multiplied by 2 to this power; nil where all are 1.
  let exponent: Int?

  init(_ graph: Graph) {
    let sum = graph.weights?.reduce(0, +)
    exponent = sum.map { $0 > 0 ? 51 - Int($0.exponent) : 0 }
  }

  @inline(__always) func scaled(_ weight: Double) -> Double {
    guard let exponent else { return weight }
    return Double(sign: .plus, exponent: exponent, significand: weight).rounded()
  }

  /// The arcs of a vertex that keep a weight.
  func degree(of vertex: Int, in graph: Graph) -> Int {
    guard exponent != nil else { return graph.degree(of: vertex) }
    var degree = 0
    for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1]
    where scaled(graph.weight(atSlot: slot)) > 0 { degree += 1 }
    return degree
  }
}

/// The vertices that have arcs, by descending degree, ties by number: a counting sort.
private func verticesByDescendingDegree(_ degrees: ContiguousArray<Int>) -> ContiguousArray<UInt32> {
  let largest = degrees.max() ?? 0
  var starts = ContiguousArray(repeating: 0, count: largest + 2)
  for degree in degrees where degree > 0 { starts[largest - degree + 1] += 1 }
  for place in 0...largest { starts[place + 1] += starts[place] }
  var vertices = ContiguousArray<UInt32>(repeating: 0, count: starts[largest])
  for (vertex, degree) in degrees.enumerated() where degree > 0 {
    vertices[starts[largest - degree]] = UInt32(truncatingIfNeeded: vertex)
    starts[largest - degree] += 1
  }
  return vertices
}
