import GraphCore
import GraphMeasures

extension MeasureWorkbench {
  mutating func position(
    _ id: MeasureID, _ result: inout MeasureResult
  ) throws(GraphError) -> MeasureValues {
    switch id {
    case .inDegree: return .counts(try structure(.directed).transposed().degrees())
    case .outDegree: return .counts(try structure(.directed).degrees())
    case .strength:
      if let projection = try projection() { return .reals(projection.strengths()) }
      return .reals(try summedGraph(.undirected).strengths())
    case .inStrength: return .reals(try summedGraph(.directed).transposed().strengths())
    case .outStrength: return .reals(try summedGraph(.directed).strengths())
    case .betweenness: return .reals(try betweenness(&result))
    case .closeness: return .reals(try distances().closeness)
    case .harmonic: return .reals(try distances().harmonicCentrality)
    case .eccentricity: return .partial(try distances().eccentricities)
    case .reach2: return .counts(try reach(steps: 2))
    case .reach3: return .counts(try reach(steps: 3))
    case .pagerank: return .reals(try pageRank(&result))
    case .eigenvector:
      let scores = try strengthGraph().eigenvectorCentrality(execution: execution)
      result.notes.append(roundsNote(id, scores))
      return .reals(scores.values)
    case .katz:
      let scores = try strengthGraph().katzCentrality(execution: execution)
      result.notes.append(attenuationNote(scores))
      result.notes.append(roundsNote(id, scores))
      return .reals(scores.values)
    case .hubs, .authorities:
      let scores = try hubsAndAuthorities()
      result.notes.append(roundsNote(id, scores))
      return .reals(id == .hubs ? scores.hubs : scores.authorities)
    case .currentFlowBetweenness:
      return .reals(try cohesionGraph().currentFlowBetweenness(execution: execution))
    case .flowBetweenness:
      return .reals(try strengthGraph().flowBetweenness(execution: execution).values)
    case .information: return .partial(try information())
    default:
      // A projection is far larger than what it is made from; degrees and strengths do without.
      if !hasWeightedGraph(.undirected), let projection = try projection() {
        return .counts(try projection.degrees(execution: execution))
      }
      return .counts(try structure(.undirected).degrees())
    }
  }

  private mutating func betweenness(_ result: inout MeasureResult) throws(GraphError) -> [Double] {
    let (graph, paths) = try pathGraph()
    if let longest = options.longestPath {
      guard options.approximation == nil else {
        throw GraphError(.badParameter, "approximate betweenness counts paths of any length")
      }
      result.notes.append("betweenness counts paths of a length of at most \(shortestDecimal(longest))")
      return try graph.betweenness(within: longest, paths, execution: execution)
    }
    guard let approximation = options.approximation else {
      forecast(graph, paths)
      return try graph.betweenness(paths, execution: execution)
    }
    guard paths.lengths == .steps else {
      throw GraphError(
        .badParameter, "approximate betweenness counts steps and cannot take lengths from weights")
    }
    let scores = try graph.approximateBetweenness(approximation, execution: execution)
    result.notes.append(
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

  private mutating func pageRank(_ result: inout MeasureResult) throws(GraphError) -> [Double] {
    var settings = PageRankOptions()
    if !options.restarts.isEmpty {
      var vertices: [UInt32] = []
      for actor in options.restarts {
        guard let vertex = view.vertex(ofActor: actor) else {
          throw GraphError(
            .badParameter, "`\(view.dataset.actors.id(of: actor))` is not in the selection")
        }
        vertices.append(UInt32(truncatingIfNeeded: vertex))
      }
      settings.restarts = .at(vertices)
      let names = options.restarts.map { "`\(view.dataset.actors.id(of: $0))`" }
      result.notes.append("pagerank is that of a walker who starts anew at \(names.joined(separator: ", "))")
    }
    let scores = try strengthGraph().pageRank(settings, execution: execution)
    result.notes.append(roundsNote(.pagerank, scores))
    return scores.values
  }

  /// On the scale of current-flow closeness: 1 over the sum of resistances.
  private mutating func information() throws(GraphError) -> [Double?] {
    let graph = try cohesionGraph()
    let components = graph.connectedComponents()
    var sizes = [Double](repeating: 0, count: components.count)
    for label in components.labels { sizes[Int(label)] += 1 }
    let values = try graph.informationCentrality(execution: execution)
    return zip(values, components.labels).map { value, label in value.map { $0 / sizes[Int(label)] } }
  }

  /// How far rounds have brought some scores, or that they were still changing when the rounds were used up.
  private func roundsNote(_ id: MeasureID, _ scores: some ScoresByRounds) -> String {
    scores.hasConverged
      ? "\(id.rawValue): \(scores.rounds) rounds, residual \(scores.residual)"
      : "\(id.rawValue) had not settled after \(scores.rounds) rounds; the remaining error is about \(scores.residual)"
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

  mutating func distances() throws(GraphError) -> DistanceSummaries {
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
}

/// Scores that come nearer to what they are to be from round to round.
private protocol ScoresByRounds {
  var rounds: Int { get }
  var residual: Double { get }
  var hasConverged: Bool { get }
}

extension PageRankScores: ScoresByRounds {}
extension EigenvectorScores: ScoresByRounds {}
extension KatzScores: ScoresByRounds {}
extension HITSScores: ScoresByRounds {}
