import GraphCore

/// Sets of small graphs on which measures are compared with brute force from their definitions.
public enum SmallGraphSet: String, CaseIterable, Sendable {
  /// All undirected graphs of up to five vertices: 1,100.
  case undirected
  /// All directed graphs of up to four vertices: 4,166.
  case directed
  /// One of each of the latter that differ in more than the names of vertices, for slow measures: 239.
  case directedShapes
  /// All undirected graphs of up to four vertices and directed ones of up to three, all weights 1 or 2: 1,501.
  case weighted
  /// Random graphs of up to nine vertices, in both directions: 2,000, half of them with weights that make ties.
  case random
  /// Random graphs some of whose ties have weight 0: 500.
  case zeroWeights

  /// What measures take whose lengths are weights: no set with weights of 0.
  public static let withLengths: [Self] = [.undirected, .directed, .weighted, .random]
  /// What slow measures take.
  public static let smaller: [Self] = [.undirected, .directedShapes, .weighted, .random, .zeroWeights]
  /// What slow measures take that ignore weights and directions.
  public static let ties: [Self] = [.undirected, .directedShapes, .random, .zeroWeights]
  /// What measures take that ignore weights.
  public static let unweighted: [Self] = [.undirected, .directed, .random, .zeroWeights]
  /// All but what ``directed`` has already.
  public static let all: [Self] = [.undirected, .directed, .weighted, .random, .zeroWeights]

  /// The graphs, made once.
  public var graphs: [Graph] {
    switch self {
    case .undirected: Self.undirectedGraphs
    case .directed: Self.directedGraphs
    case .directedShapes: Self.directedShapeGraphs
    case .weighted: Self.weightedGraphs
    case .random: Self.randomGraphs
    case .zeroWeights: Self.zeroWeightGraphs
    }
  }

  private static let undirectedGraphs = (0...5).flatMap { allGraphs(vertices: $0) }
  private static let directedGraphs = (0...4).flatMap { allDigraphs(vertices: $0) }
  private static let directedShapeGraphs = (0...4).flatMap { upToNames(allDigraphs(vertices: $0)) }
  private static let weightedGraphs =
    (0...4).flatMap { allGraphs(vertices: $0) }.flatMap { withAllWeights($0) }
    + (0...3).flatMap { allDigraphs(vertices: $0) }.flatMap { withAllWeights($0) }
  private static let randomGraphs =
    randomGraphs(1_000, seed: 1, weights: [1]) + randomGraphs(1_000, seed: 2, weights: [0.5, 1, 2, 3])
  private static let zeroWeightGraphs = randomGraphs(500, seed: 3, weights: [0, 1, 3])

  private static func randomGraphs(_ count: Int, seed: UInt64, weights: [Double]) -> [Graph] {
    var graphs: [Graph] = []
    // The vertices of edges are in range, the only thing that could be wrong.
    try? forEachSmallGraph(count, seed: seed, weights: weights) { graph, _ in graphs.append(graph) }
    return graphs
  }
}

/// A graph with weights 1 and 2 on its edges in all ways.
private func withAllWeights(_ graph: Graph) -> [Graph] {
  let edges = graph.edges
  return (0..<(1 << edges.count)).compactMap { mask in
    var list = EdgeList()
    for (place, edge) in edges.enumerated() {
      list.append(
        from: UInt32(edge.source), to: UInt32(edge.target), weight: mask & (1 << place) == 0 ? 1 : 2)
    }
    return try? Graph(vertexCount: graph.vertexCount, edges: list, direction: graph.direction, rule: .once)
  }
}
