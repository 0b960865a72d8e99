public import GraphCore
import GraphMeasures

extension NetworkView {
  /// Returns measures of all actors of the view.
  ///
  /// - Parameters:
  ///   - ids: Which measures.
  ///   - options: How they are taken; see each passport for what it makes of them.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One column for each id, in their order; values in the order of the vertices.
  /// - Throws: `GraphError` where a graph is too large, a length is not positive, or the caller cancelled.
  /// - Complexity: As the passports say; graphs are built once, and measures of distance share their searches.
  public func measure(
    _ ids: [MeasureID], options: MeasureOptions = MeasureOptions(), execution: Execution = .serial
  ) throws(GraphError) -> [MeasureColumn] {
    var workbench = Workbench(view: self, ids: ids, options: options, execution: execution)
    var columns: [MeasureColumn] = []
    for id in ids { columns.append(try workbench.column(id)) }
    return columns
  }
}

/// The graphs and distances that measures share, each made when first asked for.
private struct Workbench {
  let view: NetworkView
  /// Whether distances to all actors are asked for, not only to those near by.
  let needsAllDistances: Bool
  let options: MeasureOptions
  let execution: Execution
  private var weighted: [Direction: Graph] = [:]
  private var structures: [Direction: Graph] = [:]
  private var layers: [Axis: [Graph]] = [:]
  private var knownDistances: DistanceSummaries?

  init(view: NetworkView, ids: [MeasureID], options: MeasureOptions, execution: Execution) {
    self.view = view
    needsAllDistances = ids.contains { [.closeness, .harmonic, .eccentricity].contains($0) }
    self.options = options
    self.execution = execution
  }

  mutating func column(_ id: MeasureID) throws(GraphError) -> MeasureColumn {
    var notes: [String] = []
    let passport = id.passport
    if options.graph.direction == .directed, passport.direction == .never {
      notes.append("\(id.rawValue) reads ties both ways, also with --directed")
    }
    if options.graph.weights == .length, passport.weights == .strengths {
      notes.append("\(id.rawValue) has no use for lengths and ignores weights")
    }
    if options.graph.weights != .none, passport.weights == .never {
      notes.append("\(id.rawValue) ignores weights")
    }
    var values = try self.values(id, &notes)
    if options.scale == .normalized {
      if let normalization = passport.normalization {
        values = normalized(values, normalization, direction: direction(for: passport))
      } else {
        notes.append("\(id.rawValue) has no published normalization by size and is given as it is")
      }
    }
    return MeasureColumn(id: id, values: values, notes: notes)
  }

  private mutating func values(_ id: MeasureID, _ notes: inout [String]) throws(GraphError) -> MeasureValues {
    switch id {
    case .degree: return .counts(try structure(.undirected).degrees())
    case .inDegree: return .counts(try structure(.directed).transposed().degrees())
    case .outDegree: return .counts(try structure(.directed).degrees())
    case .strength: return .reals(try weightedGraph(.undirected).strengths())
    case .inStrength: return .reals(try weightedGraph(.directed).transposed().strengths())
    case .outStrength: return .reals(try weightedGraph(.directed).strengths())
    case .betweenness:
      let (graph, paths) = try pathGraph()
      return .reals(try graph.betweenness(paths, execution: execution))
    case .closeness: return .reals(try distances().closeness)
    case .harmonic: return .reals(try distances().harmonicCentrality)
    case .eccentricity: return .partial(try distances().eccentricities)
    case .reach2: return .counts(try reach(steps: 2))
    case .reach3: return .counts(try reach(steps: 3))
    case .pagerank:
      let scores = try strengthGraph().pageRank(execution: execution)
      if !scores.hasConverged { notes.append(unsettled(id, rounds: scores.rounds, scores.residual)) }
      return .reals(scores.values)
    case .eigenvector:
      let scores = try strengthGraph().eigenvectorCentrality(execution: execution)
      if !scores.hasConverged { notes.append(unsettled(id, rounds: scores.rounds, scores.residual)) }
      return .reals(scores.values)
    case .coreness: return .counts(try structure(.undirected).coreNumbers())
    case .clustering:
      return .partial(try structure(.undirected).clusteringCoefficients(execution: execution))
    case .triangles: return .counts(try structure(.undirected).triangleCounts(execution: execution))
    case .articulation:
      return .counts(try structure(.undirected).articulationPoints().map { $0 ? 1 : 0 })
    case .constraint: return .partial(try strengthGraph().constraint(execution: execution))
    case .effectiveSize: return .partial(try strengthGraph().effectiveSize(execution: execution))
    case .efficiency: return .partial(try strengthGraph().efficiency(execution: execution))
    case .participation:
      return .partial(try structure(.undirected).participation(groups: view.groups(by: options.grouping)))
    case .ei:
      return .partial(try structure(.undirected).eiIndex(groups: view.groups(by: options.grouping)))
    case .missions: return .counts(try multiplex([.vertical]).activeLayerCounts())
    case .methods: return .counts(try multiplex([.horizontal]).activeLayerCounts())
    case .participationMissions: return .partial(try multiplex([.vertical]).participation())
    case .participationMethods: return .partial(try multiplex([.horizontal]).participation())
    case .overlap:
      return .counts(try multiplex(view.selection.axis.map { [$0] } ?? Axis.allCases).overlap())
    }
  }

  /// What to say of scores that were still changing when the rounds were used up.
  private func unsettled(_ id: MeasureID, rounds: Int, _ residual: Double) -> String {
    "\(id.rawValue) had not settled after \(rounds) rounds; the remaining error is about \(residual)"
  }

  /// Building a graph is no share of a measure's progress.
  private var buildExecution: Execution { Execution(threads: execution.threads) }

  private mutating func weightedGraph(_ direction: Direction) throws(GraphError) -> Graph {
    if let known = weighted[direction] { return known }
    var choice = options.graph
    choice.direction = direction
    let graph = try view.graph(choice, execution: buildExecution)
    weighted[direction] = graph
    return graph
  }

  private mutating func structure(_ direction: Direction) throws(GraphError) -> Graph {
    if let known = structures[direction] { return known }
    let graph: Graph
    if let known = weighted[direction] {
      graph = known.unweighted()
    } else {
      graph = try view.structure(direction, execution: buildExecution)
    }
    structures[direction] = graph
    return graph
  }

  private mutating func strengthGraph() throws(GraphError) -> Graph {
    options.graph.weights == .strength
      ? try weightedGraph(options.graph.direction) : try structure(options.graph.direction)
  }

  private mutating func pathGraph() throws(GraphError) -> (Graph, PathOptions) {
    var paths = PathOptions()
    switch options.graph.weights {
    case .none: return (try structure(options.graph.direction), paths)
    case .strength:
      paths.lengths = .weights
      return (try weightedGraph(options.graph.direction).mapWeights { 1 / $0 }, paths)
    case .length:
      paths.lengths = .weights
      return (try weightedGraph(options.graph.direction), paths)
    }
  }

  private mutating func distances() throws(GraphError) -> DistanceSummaries {
    if let knownDistances { return knownDistances }
    let (graph, paths) = try pathGraph()
    let radii = paths.lengths == .steps ? [2.0, 3] : []
    let distances = try graph.distanceSummaries(paths, radii: radii, execution: execution)
    knownDistances = distances
    return distances
  }

  /// Actors within some steps, read off the distances where these are asked for anyway and are steps.
  private mutating func reach(steps: Int) throws(GraphError) -> [Int] {
    if options.graph.weights == .none, needsAllDistances {
      let distances = try distances()
      if let rank = distances.radii.firstIndex(of: Double(steps)) { return distances.countsWithin[rank] }
    }
    return try structure(options.graph.direction).reach(within: Double(steps), execution: execution)
  }

  private mutating func multiplex(_ axes: [Axis]) throws(GraphError) -> Multiplex {
    var all: [Graph] = []
    for axis in axes {
      if let known = layers[axis] {
        all += known
      } else {
        let graphs = try view.layers(of: axis).graphs.map { $0.unweighted() }
        layers[axis] = graphs
        all += graphs
      }
    }
    return Multiplex(vertexCount: view.vertexCount, layers: all)
  }

  private func direction(for passport: MeasurePassport) -> Direction {
    switch passport.direction {
    case .always: .directed
    case .never: .undirected
    case .whenAsked: options.graph.direction
    }
  }

  private func normalized(
    _ values: MeasureValues, _ normalization: MeasurePassport.Normalization, direction: Direction
  ) -> MeasureValues {
    let others = Double(view.vertexCount - 1)
    let divisor =
      switch normalization {
      case .otherActors: others
      case .otherPairs: others * (others - 1) / (direction == .undirected ? 2 : 1)
      }
    guard divisor > 0 else { return .partial([Double?](repeating: nil, count: view.vertexCount)) }
    return .partial((0..<view.vertexCount).map { values[$0].map { $0 / divisor } })
  }
}
