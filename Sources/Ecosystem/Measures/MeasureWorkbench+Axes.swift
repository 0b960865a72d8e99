import GraphCore
import GraphMeasures

extension MeasureWorkbench {
  mutating func axes(
    _ id: MeasureID, _ result: inout MeasureResult
  ) throws(GraphError) -> MeasureValues {
    switch id {
    case .missions: return .counts(try multiplex([.vertical]).network.activeLayerCounts())
    case .methods: return .counts(try multiplex([.horizontal]).network.activeLayerCounts())
    case .participationMissions: return .partial(try multiplex([.vertical]).network.participation())
    case .participationMethods: return .partial(try multiplex([.horizontal]).network.participation())
    case .participationTopics: return .partial(try multiplex(Axis.allCases).network.participation())
    case .relevance:
      let (network, chosen) = try chosenLayers(id)
      return .partial(try network.relevance(ofLayers: chosen))
    case .exclusiveRelevance:
      let (network, chosen) = try chosenLayers(id)
      return .partial(try network.exclusiveRelevance(ofLayers: chosen))
    case .connectiveRedundancy:
      guard !options.layers.isEmpty else {
        return .partial(try multiplex(selectedAxes).network.connectiveRedundancy())
      }
      let (network, chosen) = try chosenLayers(id)
      return .partial(try network.connectiveRedundancy(onLayers: chosen))
    case .versatilityPageRank, .versatilityEigenvector, .versatilityBetweenness:
      return try versatility(id, &result)
    default: return .counts(try multiplex(selectedAxes).network.overlap())
    }
  }

  /// The network of all layers, and the places of those that were named.
  private mutating func chosenLayers(
    _ id: MeasureID
  ) throws(GraphError) -> (network: Multiplex, chosen: [Int]) {
    guard !options.layers.isEmpty else {
      throw GraphError(
        .badParameter, "\(id.rawValue) is asked of missions or methods: name them with --layer")
    }
    let (network, topics) = try multiplex(selectedAxes)
    // A topic without ties in the view is no layer; nobody is met there.
    let wanted = options.layers.reduce(into: Set<Int>()) {
      $0.formUnion(view.dataset.topicAndDescendants($1))
    }
    return (network, topics.indices.filter { wanted.contains(topics[$0]) })
  }

  private mutating func versatility(
    _ id: MeasureID, _ result: inout MeasureResult
  ) throws(GraphError) -> MeasureValues {
    let network = try multiplex(selectedAxes).network
    guard !network.layers.isEmpty else {
      throw GraphError(
        .badParameter, "\(id.rawValue) needs ties with a mission or a method, and there are none")
    }
    var columns: [MeasureValues] = []
    for coupling in options.couplings {
      switch id {
      case .versatilityPageRank:
        columns.append(
          .reals(try network.versatilityPageRank(coupling: coupling, execution: execution).values))
      case .versatilityEigenvector:
        columns.append(
          .reals(try network.versatilityEigenvector(coupling: coupling, execution: execution).values))
      default:
        columns.append(.reals(try network.versatilityBetweenness(coupling: coupling, execution: execution)))
      }
    }
    guard let first = columns.first else { return .reals([]) }
    result.companions = zip(options.couplings, columns).dropFirst().map { coupling, values in
      .init(suffix: "@\(coupling)", values: values)
    }
    result.notes.append("\(id.rawValue): coupling \(options.couplings[0])")
    return first
  }
}
