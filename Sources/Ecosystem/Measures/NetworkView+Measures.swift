public import GraphCore
import GraphMeasures

extension NetworkView {
  /// Returns measures of all actors of the view.
  ///
  /// - Parameters:
  ///   - ids: Which measures.
  ///   - options: How they are taken; see each passport for what it makes of them.
  ///   - execution: Threads, progress and cancellation.
  ///   - onForecast: Told of a measure that will take longer than ten seconds, before it is taken. Changes no
  ///     result; nil saves the time of finding out.
  /// - Returns: One column for each id, in their order; values in the order of the vertices.
  /// - Throws: `GraphError` where a graph is too large, a length is not positive, an approximation is asked for
  ///   that is out of range or by weights, or the caller cancelled.
  /// - Complexity: As the passports say; graphs are built once, and measures of distance share their searches.
  public func measure(
    _ ids: [MeasureID], options: MeasureOptions = MeasureOptions(), execution: Execution = .serial,
    onForecast: ((MeasureForecast) -> Void)? = nil
  ) throws(GraphError) -> [MeasureColumn] {
    var workbench = Workbench(
      view: self, ids: ids, options: options, execution: execution, onForecast: onForecast)
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
  let onForecast: ((MeasureForecast) -> Void)?
  private var weighted: [Direction: Graph] = [:]
  private var layers: [Axis: [Graph]] = [:]
  private var knownDistances: DistanceSummaries?
  private var knownHITS: HITSScores?

  init(
    view: NetworkView, ids: [MeasureID], options: MeasureOptions, execution: Execution,
    onForecast: ((MeasureForecast) -> Void)?
  ) {
    self.view = view
    self.onForecast = onForecast
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
    case .degree:
      // A projection is far larger than what it is made from; degrees and strengths do without.
      if weighted[.undirected] == nil, let projection = try projection() {
        return .counts(try projection.degrees(execution: execution))
      }
      return .counts(try structure(.undirected).degrees())
    case .inDegree: return .counts(try structure(.directed).transposed().degrees())
    case .outDegree: return .counts(try structure(.directed).degrees())
    case .strength:
      if let projection = try projection() { return .reals(projection.strengths()) }
      return .reals(try weightedGraph(.undirected).strengths())
    case .inStrength: return .reals(try weightedGraph(.directed).transposed().strengths())
    case .outStrength: return .reals(try weightedGraph(.directed).strengths())
    case .betweenness: return .reals(try betweenness(&notes))
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
    case .katz:
      let scores = try strengthGraph().katzCentrality(execution: execution)
      notes.append(attenuationNote(scores))
      if !scores.hasConverged { notes.append(unsettled(id, rounds: scores.rounds, scores.residual)) }
      return .reals(scores.values)
    case .hubs, .authorities:
      let scores = try hubsAndAuthorities()
      if !scores.hasConverged { notes.append(unsettled(id, rounds: scores.rounds, scores.residual)) }
      return .reals(id == .hubs ? scores.hubs : scores.authorities)
    case .coreness: return .counts(try structure(.undirected).coreNumbers())
    case .clustering:
      return .partial(try structure(.undirected).clusteringCoefficients(execution: execution))
    case .triangles: return .counts(try structure(.undirected).triangleCounts(execution: execution))
    case .articulation:
      return .counts(try structure(.undirected).articulationPoints().map { $0 ? 1 : 0 })
    case .constraint: return .partial(try strengthGraph().constraint(execution: execution))
    case .effectiveSize: return .partial(try strengthGraph().effectiveSize(execution: execution))
    case .efficiency: return .partial(try strengthGraph().efficiency(execution: execution))
    case .community:
      let communities = try cohesionGraph().leiden(LeidenOptions(seed: options.seed), execution: execution)
      notes.append(divided(communities))
      return .counts(communities.labels.map { $0 + 1 })
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

  private mutating func betweenness(_ notes: inout [String]) throws(GraphError) -> [Double] {
    let (graph, paths) = try pathGraph()
    guard let approximation = options.approximation else {
      forecast(graph, paths)
      return try graph.betweenness(paths, execution: execution)
    }
    guard paths.lengths == .steps else {
      throw GraphError(
        .badParameter, "approximate betweenness counts steps and cannot take lengths from weights")
    }
    let scores = try graph.approximateBetweenness(approximation, execution: execution)
    notes.append(
      scores.basis == .exact
        ? "betweenness is exact: approximate values would take as long"
        : "betweenness is approximate: with probability \(approximation.confidence) no value is off by more than \(Int(scores.error.rounded(.up))) before any normalization, \(approximation.epsilon) of all pairs; \(scores.samples) pairs were sampled with seed \(approximation.seed)"
    )
    return scores.values
  }

  /// Tells how long exact betweenness will take, where that may be long.
  private func forecast(_ graph: Graph, _ paths: PathOptions) {
    let work = Double(graph.vertexCount) * Double(graph.vertexCount + graph.arcCount)
    guard let onForecast, work > 1e9 else { return }
    let alternative = Approximation(epsilon: 0.005)
    let forecast = graph.betweennessForecast(paths, sampling: alternative, threads: execution.threads)
    guard forecast.exactSeconds > 10 else { return }
    onForecast(
      MeasureForecast(
        id: .betweenness, exactSeconds: forecast.exactSeconds,
        alternative: forecast.approximateSeconds.flatMap {
          $0 < forecast.exactSeconds / 2 ? (alternative, $0) : nil
        }))
  }

  /// What to say of scores that were still changing when the rounds were used up.
  private func unsettled(_ id: MeasureID, rounds: Int, _ residual: Double) -> String {
    "\(id.rawValue) had not settled after \(rounds) rounds; the remaining error is about \(residual)"
  }

  private func attenuationNote(_ scores: KatzScores) -> String {
    let alpha = "katz: alpha = \(scores.attenuation), beta = 1"
    return scores.eigenvalue > 0
      ? alpha + "; the largest eigenvalue is \(scores.eigenvalue)"
      : alpha + "; no positive eigenvalue, so the largest strength of incoming ties stands in for it"
  }

  private mutating func hubsAndAuthorities() throws(GraphError) -> HITSScores {
    if let known = knownHITS { return known }
    let graph =
      options.graph.weights == .strength ? try weightedGraph(.directed) : try structure(.directed)
    let scores = try graph.hubsAndAuthorities(execution: execution)
    knownHITS = scores
    return scores
  }

  private func divided(_ communities: Communities) -> String {
    let quality = communities.quality.map { "modularity \(($0 * 1e4).rounded() / 1e4)" } ?? "no ties"
    return "community found \(communities.count) communities, \(quality) (seed \(options.seed))"
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

  private func projection() throws(GraphError) -> TwoModeProjection? {
    var choice = options.graph
    choice.direction = .undirected
    return try view.projection(of: view.ties, choice, buildExecution)
  }

  private mutating func structure(_ direction: Direction) throws(GraphError) -> Graph {
    try weightedGraph(direction).unweighted()
  }

  private mutating func strengthGraph() throws(GraphError) -> Graph {
    options.graph.weights == .strength
      ? try weightedGraph(options.graph.direction) : try structure(options.graph.direction)
  }

  /// Ties both ways, as strong as asked for.
  private mutating func cohesionGraph() throws(GraphError) -> Graph {
    options.graph.weights == .strength ? try weightedGraph(.undirected) : try structure(.undirected)
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
