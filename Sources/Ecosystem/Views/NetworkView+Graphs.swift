public import GraphCore

/// What the weights of ties are taken for.
public enum WeightRule: String, Hashable, Sendable, CaseIterable {
  /// Nothing: every tie counts the same.
  case none
  /// Strengths: more is closer. A path measure takes 1 / strength for the length.
  case strength
  /// Lengths: more is farther.
  case length
}

/// How ties become the edges of a graph.
public struct GraphOptions: Hashable, Sendable {
  /// Whether direction is read; undirected ties run both ways either way.
  public var direction: Direction
  /// What parallel ties become; nil for the usual: added up, or the shortest where weights are lengths.
  public var parallelTies: ParallelEdgeRule?
  /// What weights are taken for.
  public var weights: WeightRule

  /// Creates options.
  public init(
    direction: Direction = .undirected, parallelTies: ParallelEdgeRule? = nil, weights: WeightRule = .none
  ) {
    self.direction = direction
    self.parallelTies = parallelTies
    self.weights = weights
  }

  /// The rule in force.
  public var rule: ParallelEdgeRule { parallelTies ?? (weights == .length ? .min : .sum) }
}

extension NetworkView {
  /// The ties of the view as a multigraph, edge `e` being tie `ties[e]` of the dataset.
  ///
  /// - Throws: `GraphError` where there are too many.
  public func multigraph(direction: Direction) throws(GraphError) -> Multigraph {
    try Multigraph(vertexCount: vertexCount, edges: edges(of: ties), direction: direction)
  }

  /// The simple graph that measures run on, weights included; venues projected away where the selection
  /// says so.
  ///
  /// - Throws: `GraphError`.
  /// - Complexity: O(actors + ties), and the pairs made where venues are projected away.
  public func graph(
    _ options: GraphOptions = GraphOptions(), execution: Execution = .serial
  ) throws(GraphError) -> Graph {
    try graph(of: ties, options, execution)
  }

  /// The simple graphs of the topics of one axis, in the order of the dataset's topics, leaving out
  /// topics without a tie in the view.
  ///
  /// - Returns: The topic indices, and one graph over all vertices of the view for each.
  public func layers(
    of axis: Axis, _ options: GraphOptions = GraphOptions(), execution: Execution = .serial
  ) throws(GraphError) -> (topics: [Int], graphs: [Graph]) {
    var tiesByTopic = [[Int]](repeating: [], count: dataset.topics.count)
    for tie in ties {
      if let topic = dataset.ties.topic(of: tie, on: axis) { tiesByTopic[topic].append(tie) }
    }
    var topics: [Int] = []
    var graphs: [Graph] = []
    for (topic, ties) in tiesByTopic.enumerated() where !ties.isEmpty {
      topics.append(topic)
      graphs.append(try graph(of: ties, options, execution))
    }
    return (topics, graphs)
  }

  /// The simple graph without weights: who is tied to whom.
  ///
  /// - Throws: `GraphError`.
  /// - Complexity: O(actors + ties), and the pairs made where venues are projected away.
  public func structure(_ direction: Direction, execution: Execution = .serial) throws(GraphError) -> Graph {
    guard selection.projection == nil else {
      return try graph(GraphOptions(direction: direction), execution: execution).unweighted()
    }
    var edges = edges(of: ties)
    edges.weights = []
    return try Graph(
      vertexCount: vertexCount, edges: edges, direction: direction, rule: .once, execution: execution)
  }

  private func graph(
    of ties: some RandomAccessCollection<Int>, _ options: GraphOptions, _ execution: Execution
  ) throws(GraphError) -> Graph {
    if let projection = try projection(of: ties, options, execution) {
      return try projection.graph(execution: execution)
    }
    return try Graph(
      vertexCount: vertexCount, edges: edges(of: ties), direction: options.direction, rule: options.rule,
      execution: execution)
  }

  func edges(of ties: some RandomAccessCollection<Int>) -> EdgeList {
    let table = dataset.ties
    if vertexCount == dataset.actors.count, ties.count == table.count, table.areDirected.isEmpty {
      // All ties between all actors: the columns as they are, shared and not copied.
      return EdgeList(sources: table.sources, targets: table.targets, weights: table.weights)
    }
    var edges = EdgeList()
    edges.reserveCapacity(ties.count)
    for tie in ties {
      guard let source = vertex(ofActor: table.source(of: tie)),
        let target = vertex(ofActor: table.target(of: tie))
      else { continue }
      edges.append(
        from: UInt32(source), to: UInt32(target), weight: table.weight(of: tie),
        direction: table.isDirected(tie) ? .directed : .undirected)
    }
    return edges
  }
}
