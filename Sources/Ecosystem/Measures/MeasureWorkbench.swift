import GraphCore
import GraphMeasures

/// The graphs and distances that measures share, each made when first asked for.
struct MeasureWorkbench {
  let view: NetworkView
  let options: MeasureOptions
  /// Its progress is that of the measure being taken.
  var execution: Execution
  let onForecast: ((MeasureForecast) -> Void)?
  /// Whether distances to all actors are asked for, not only to those near by.
  let needsAllDistances: Bool
  private var weighted: [Direction: Graph] = [:]
  private var structures: [Direction: Graph] = [:]
  private var layers: [Axis: LayerGraphs] = [:]
  var knownDistances: DistanceSummaries?
  var knownHITS: HITSScores?
  var knownCommunities: Communities?
  var knownConsensus: ConsensusCommunities?
  var knownRoles: BrokerageRoles?
  var knownRoleComparison: BrokerageRoleComparison?
  var knownPositions: BrokeragePositions?
  var knownCliques: GroupMembership?

  private typealias LayerGraphs = (topics: [Int], graphs: [Graph])

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

  /// The column of a measure, with what the reader should know of how it came about.
  mutating func column(_ id: MeasureID) throws(GraphError) -> MeasureColumn {
    var result = MeasureResult(unusedOptions(id.passport))
    do throws(GraphError) {
      try take(id, into: &result)
    } catch {
      guard options.refusals == .noted, error.code != .cancelled else { throw error }
      result.values = .partial([Double?](repeating: nil, count: view.vertexCount))
      result.notes.append("\(id.rawValue) is left empty: \(error.message)")
      return result.column(id)
    }
    try rescale(id, &result)
    return result.column(id)
  }

  private mutating func take(_ id: MeasureID, into result: inout MeasureResult) throws(GraphError) {
    switch id.family {
    case .position: result.values = try position(id, &result)
    case .cohesion: result.values = try cohesion(id, &result)
    case .brokerage: result.values = try brokerage(id, &result)
    case .groups: result.values = try communities(id, &result)
    case .borders: result.values = try borders(id, &result)
    case .axes: result.values = try axes(id, &result)
    case .twoMode: result.values = try twoMode(id, &result)
    }
  }

  /// What a measure makes nothing of, though it was asked for.
  private func unusedOptions(_ passport: MeasurePassport) -> [String] {
    let id = passport.id.rawValue
    var notes: [String] = []
    if options.graph.direction == .directed, passport.direction == .never {
      notes.append("\(id) reads ties both ways, also with --directed")
    }
    if options.graph.weights == .length, passport.weights == .strengths {
      notes.append("\(id) has no use for lengths and ignores weights")
    }
    if options.graph.weights != .none, passport.weights == .never { notes.append("\(id) ignores weights") }
    return notes
  }

  // MARK: Graphs

  /// Building a graph is no share of a measure's progress.
  private var buildExecution: Execution { Execution(threads: execution.threads) }

  /// Whether the graph with weights was made already.
  func hasWeightedGraph(_ direction: Direction) -> Bool { weighted[direction] != nil }

  mutating func weightedGraph(_ direction: Direction) throws(GraphError) -> Graph {
    if let known = weighted[direction] { return known }
    var choice = options.graph
    choice.direction = direction
    let graph = try view.graph(choice, execution: buildExecution)
    weighted[direction] = graph
    return graph
  }

  /// The graph whose weights are added up, which is what strength means, also where weights are lengths.
  mutating func summedGraph(_ direction: Direction) throws(GraphError) -> Graph {
    guard options.graph.weights == .length, options.graph.parallelTies == nil else {
      return try weightedGraph(direction)
    }
    var choice = options.graph
    choice.direction = direction
    choice.parallelTies = .sum
    return try view.graph(choice, execution: buildExecution)
  }

  func projection() throws(GraphError) -> TwoModeProjection? {
    var choice = options.graph
    choice.direction = .undirected
    return try view.projection(of: view.ties, choice, buildExecution)
  }

  /// Who is tied to whom.
  mutating func structure(_ direction: Direction) throws(GraphError) -> Graph {
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

  /// Ties as strong as asked for, in the direction asked for.
  mutating func strengthGraph() throws(GraphError) -> Graph {
    options.graph.weights == .strength
      ? try weightedGraph(options.graph.direction) : try structure(options.graph.direction)
  }

  /// Ties both ways, as strong as asked for.
  mutating func cohesionGraph() throws(GraphError) -> Graph {
    options.graph.weights == .strength ? try weightedGraph(.undirected) : try structure(.undirected)
  }

  /// The graph in which paths are looked for, and what their lengths are.
  mutating func pathGraph() throws(GraphError) -> (Graph, PathOptions) {
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

  /// The layers of some axes, and the topic of each.
  mutating func multiplex(
    _ axes: [Axis]
  ) throws(GraphError) -> (network: Multiplex, topics: [Int]) {
    var topics: [Int] = []
    var graphs: [Graph] = []
    for axis in axes {
      if layers[axis] == nil {
        let found = try view.layers(of: axis)
        // A topic of self-ties alone is no layer: they are ignored.
        let tied = found.graphs.indices.filter { found.graphs[$0].arcCount > 0 }
        layers[axis] = (tied.map { found.topics[$0] }, tied.map { found.graphs[$0].unweighted() })
      }
      if let known = layers[axis] {
        topics += known.topics
        graphs += known.graphs
      }
    }
    return (Multiplex(vertexCount: view.vertexCount, layers: graphs), topics)
  }

  /// The axis that was selected, or both.
  var selectedAxes: [Axis] { view.selection.axis.map { [$0] } ?? Axis.allCases }

  /// The group of each actor, by a column or by communities.
  mutating func groups(_ result: inout MeasureResult) throws(GraphError) -> [Int?] {
    guard options.grouping == .community else { return try view.groups(by: options.grouping) }
    let communities = try knownOrFoundCommunities()
    result.notes.append(divided(communities))
    return communities.labels
  }

  func divided(_ communities: Communities) -> String {
    let name =
      switch options.communityQuality {
      case .modularity(1): "modularity"
      case .modularity(let resolution): "modularity at resolution \(resolution)"
      case .constantPotts(let resolution): "constant Potts quality at resolution \(resolution)"
      }
    let quality = communities.quality.map { "\(name) \(rounded($0))" } ?? "no ties"
    return "community found \(communities.count) communities, \(quality) (seed \(options.seed))"
  }

  mutating func knownOrFoundCommunities() throws(GraphError) -> Communities {
    if let knownCommunities { return knownCommunities }
    let communities = try cohesionGraph().leiden(
      LeidenOptions(quality: options.communityQuality, seed: options.seed), execution: execution)
    knownCommunities = communities
    return communities
  }
}

/// A number as notes show it: to four places.
func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

/// A column in the making.
struct MeasureResult {
  var values = MeasureValues.counts([])
  var notes: [String]
  var companions: [MeasureColumn.Companion] = []

  init(_ notes: [String]) { self.notes = notes }

  func column(_ id: MeasureID) -> MeasureColumn {
    MeasureColumn(id: id, values: values, notes: notes, companions: companions)
  }
}
