import GraphCore

/// A smaller graph that gives the betweenness of a larger one.
///
/// Undirected, blocks are taken apart (``BlockUnion``) and twins put together (``TwinClasses``). What the smaller
/// graph does not see is known in closed form: pairs that a vertex parts, and pairs of strangers of one class,
/// which are two steps apart by way of each of their neighbors. In each graph vertices are numbered by falling
/// degree.
///
/// A directed graph is only renumbered.
///
/// - Complexity: O(*m* + *n* log *n*) time; O(*n* + *m*) memory.
struct BetweennessReduction {
  /// What to count paths on.
  let paths: PathGraph
  /// The vertex of `paths` that stands for each copy of a vertex.
  private let classes: ContiguousArray<UInt32>
  /// The vertex that each copy is of.
  private let vertices: ContiguousArray<UInt32>
  /// For each vertex of `paths`, what pairs of strangers next to it add to it.
  private let shares: ContiguousArray<Double>
  /// Unordered pairs that each vertex parts; nil where pairs are ordered.
  private let partedPairs: ContiguousArray<UInt64>?

  init(_ graph: Graph) {
    switch graph.direction {
    case .undirected: self.init(undirected: graph)
    case .directed: self.init(directed: graph)
    }
  }

  private init(directed graph: Graph) {
    let n = graph.vertexCount
    let reverse = graph.transposed()
    let order = sortedByFallingDegree((0..<n).lazy.map { UInt32(truncatingIfNeeded: $0) }) { vertex in
      graph.degree(of: vertex) + reverse.degree(of: vertex)
    }
    var numbers = ContiguousArray<UInt32>(repeating: 0, count: n)
    for (number, vertex) in order.enumerated() { numbers[Int(vertex)] = UInt32(truncatingIfNeeded: number) }
    let rows = turnedRows(graph.offsets, graph.targets, order: order, numbers: numbers)
    let inward = Graph(direction: .directed, offsets: rows.offsets, targets: rows.targets, weights: nil)
    paths = PathGraph(inward.transposed(), inward: inward)
    classes = numbers
    vertices = ContiguousArray((0..<n).map { UInt32(truncatingIfNeeded: $0) })
    shares = ContiguousArray(repeating: 0, count: n)
    partedPairs = nil
  }

  private init(undirected graph: Graph) {
    let blocks = BlockUnion(graph)
    let twins = TwinClasses(offsets: blocks.offsets, targets: blocks.targets)
    let numbering = Numbering(of: twins, in: blocks)
    let rows = turnedRows(
      blocks.offsets, blocks.targets, order: numbering.order, numbers: numbering.ofRepresentatives)
    let reduced = Graph(direction: .undirected, offsets: rows.offsets, targets: rows.targets, weights: nil)
    let classes = ContiguousArray(
      twins.representatives.map { numbering.ofRepresentatives[Int($0)] })
    let count = numbering.order.count
    var multiplicities = ContiguousArray(repeating: 0.0, count: count)
    var weights = multiplicities
    var squares = multiplicities
    for (copy, number) in classes.enumerated() {
      multiplicities[Int(number)] += 1
      weights[Int(number)] += blocks.weights[copy]
      squares[Int(number)] += blocks.weights[copy] * blocks.weights[copy]
    }
    var shares = ContiguousArray(repeating: 0.0, count: count)
    for (number, copy) in numbering.order.enumerated() where twins.areStrangers[Int(copy)] {
      // Ordered pairs of what two different strangers stand for, shared by all their common neighbors.
      let pairs = weights[number] * weights[number] - squares[number]
      let degree = blocks.offsets[Int(copy) + 1] - blocks.offsets[Int(copy)]
      for neighbor in reduced.neighbors(of: number) { shares[Int(neighbor)] += pairs / Double(degree) }
    }
    paths = PathGraph(
      outward: reduced, inward: reduced, multiplicities: multiplicities, weights: weights,
      ranges: numbering.ranges)
    self.classes = classes
    self.shares = shares
    vertices = blocks.vertices
    partedPairs = blocks.partedPairs
  }

  /// The betweenness of every vertex.
  ///
  /// - Parameter totals: For each vertex of `paths` the dependencies on it, times its multiplicity, summed over
  ///   sources by their weights.
  func betweenness(from totals: ContiguousArray<Double>) -> [Double] {
    guard let partedPairs else { return classes.map { totals[Int($0)] } }
    var values = [Double](repeating: 0, count: partedPairs.count)
    for (copy, number) in classes.enumerated() {
      let number = Int(number)
      values[Int(vertices[copy])] += totals[number] / paths.multiplicities[number] + shares[number]
    }
    for vertex in 0..<values.count { values[vertex] = values[vertex] / 2 + Double(partedPairs[vertex]) }
    return values
  }
}

/// Numbers for the representatives of twins, block by block.
private struct Numbering {
  private(set) var order: ContiguousArray<UInt32> = []
  private(set) var ranges: ContiguousArray<Range<Int>> = []
  /// The number of each copy that represents a class; `UInt32.max` for other copies.
  private(set) var ofRepresentatives: ContiguousArray<UInt32>

  init(of twins: TwinClasses, in blocks: BlockUnion) {
    let representatives = twins.representatives
    ofRepresentatives = ContiguousArray(repeating: .max, count: representatives.count)
    for block in blocks.ranges {
      let first = order.count
      let chosen = block.lazy.filter { Int(representatives[$0]) == $0 }
      order += sortedByFallingDegree(chosen.map { UInt32(truncatingIfNeeded: $0) }) { copy in
        blocks.offsets[copy + 1] - blocks.offsets[copy]
      }
      for number in first..<order.count {
        ofRepresentatives[Int(order[number])] = UInt32(truncatingIfNeeded: number)
      }
      ranges.append(first..<order.count)
    }
  }
}
