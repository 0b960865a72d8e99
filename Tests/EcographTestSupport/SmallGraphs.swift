import GraphCore

/// Every simple directed graph on `vertices` vertices: 2^(n(n-1)) of them.
public func allDigraphs(vertices: Int) -> [Graph] {
  let arcs = (0..<vertices).flatMap { u in
    (0..<vertices).filter { $0 != u }.map { (UInt32(u), UInt32($0)) }
  }
  return graphs(vertices: vertices, of: arcs, direction: .directed)
}

/// Every two-mode graph, the `first` vertices of one mode before the `second` of the other: 2^(first · second).
public func allBipartiteGraphs(first: Int, second: Int) -> [Graph] {
  let ties = (0..<first).flatMap { u in (0..<second).map { (UInt32(u), UInt32(first + $0)) } }
  return graphs(vertices: first + second, of: ties, direction: .undirected)
}

/// The sizes of both modes of two-mode graphs of at most so many vertices.
public func modeSizes(upTo vertices: Int) -> [(first: Int, second: Int)] {
  (0...vertices).flatMap { first in (0...(vertices - first)).map { (first, $0) } }
}

private func graphs(vertices: Int, of pairs: [(UInt32, UInt32)], direction: Direction) -> [Graph] {
  (0..<(1 << pairs.count)).compactMap { mask in
    let chosen = pairs.indices.filter { mask & (1 << $0) != 0 }.map { pairs[$0] }
    return try? Graph(vertexCount: vertices, edges: chosen, direction: direction)
  }
}

/// All orders of some elements.
public func permutations<Element>(of elements: [Element]) -> [[Element]] {
  if elements.isEmpty { return [[]] }
  return elements.indices.flatMap { first in
    var rest = elements
    let element = rest.remove(at: first)
    return permutations(of: rest).map { [element] + $0 }
  }
}

/// One of each set of graphs that differ by the names of vertices alone, where all graphs of some size are given.
public func upToNames(_ graphs: [Graph]) -> [Graph] {
  guard let n = graphs.first?.vertexCount else { return [] }
  let orders = permutations(of: Array(0..<n))
  return graphs.filter { graph in
    let edges = graph.edges
    func bits(_ names: [Int]) -> UInt64 {
      edges.reduce(0) { bits, edge in
        let (u, v) = (names[edge.source], names[edge.target])
        return bits | 1 << UInt64(graph.direction == .directed ? u * n + v : min(u, v) * n + max(u, v))
      }
    }
    let own = bits(Array(0..<n))
    return orders.allSatisfy { bits($0) >= own }
  }
}

/// Calls `body` with random graphs, undirected and directed in turn, and with what drew them.
///
/// Edges run in parallel and to themselves before one of the rules makes a simple graph; isolates are common.
public func forEachSmallGraph(
  _ count: Int, seed: UInt64, vertices: ClosedRange<Int> = 0...9, weights: [Double] = [0, 0.5, 1, 3],
  body: (_ graph: Graph, _ generator: inout SeededGenerator) throws -> Void
) throws {
  var generator = SeededGenerator(seed: seed)
  for number in 0..<count {
    let graph = try smallGraph(
      vertices: Int.random(in: vertices, using: &generator),
      direction: number % 2 == 0 ? .undirected : .directed, weights: weights, using: &generator)
    try body(graph, &generator)
  }
}

/// A random graph, from sparse to dense, with parallel edges made one by any of the rules.
public func smallGraph(
  vertices: Int, direction: Direction, weights: [Double] = [1], using generator: inout SeededGenerator
) throws -> Graph {
  let edges = randomEdges(
    vertices: vertices, edges: Int.random(in: 0...(3 * vertices), using: &generator), weights: weights,
    using: &generator)
  return try Multigraph(vertexCount: vertices, edges: edges, direction: direction)
    .reduced(generator.pick(ParallelEdgeRule.allCases))
}

extension SeededGenerator {
  /// One of some values, each as likely.
  public mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &self)]
  }
}

extension Graph {
  /// The graph without ties that fail a condition.
  public func keeping(_ isKept: (_ source: Int, _ target: Int) -> Bool) throws -> Graph {
    var list = EdgeList()
    for edge in edges where isKept(edge.source, edge.target) {
      list.append(from: UInt32(edge.source), to: UInt32(edge.target), weight: edge.weight)
    }
    return try Multigraph(vertexCount: vertexCount, edges: list, direction: direction).reduced(.once)
  }

  /// The graph in a line, for messages.
  public var line: String {
    let arrow = direction == .directed ? ">" : "-"
    let ties = edges.map { "\($0.source)\(arrow)\($0.target)" + ($0.weight == 1 ? "" : ":\($0.weight)") }
    return "\(vertexCount) vertices, \(ties.joined(separator: " "))"
  }
}
