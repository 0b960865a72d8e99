import GraphCore
import GraphMeasures

extension MeasureWorkbench {
  mutating func brokerage(
    _ id: MeasureID, _ result: inout MeasureResult
  ) throws(GraphError) -> MeasureValues {
    switch id {
    case .bridges: return .counts(try structure(.undirected).bridges().counts)
    case .constraint: return .partial(try strengthGraph().constraint(execution: execution))
    case .effectiveSize: return .partial(try strengthGraph().effectiveSize(execution: execution))
    case .efficiency: return .partial(try strengthGraph().efficiency(execution: execution))
    case .hierarchy: return .partial(try strengthGraph().hierarchy(execution: execution))
    case .brokerage:
      let (graph, paths) = try pathGraph()
      return .reals(try graph.brokerage(paths, execution: execution))
    case .bridging: return .partial(try structure(.undirected).bridging(execution: execution))
    case .bridgingCentrality:
      let (graph, paths) = try pathGraph()
      return .partial(try graph.bridgingCentrality(paths, execution: execution))
    case .bridgeness:
      return .reals(try structure(options.graph.direction).bridgeness(execution: execution))
    case .gfCoordinator: return try role(.coordinator, &result)
    case .gfItinerant: return try role(.itinerant, &result)
    case .gfRepresentative: return try role(.representative, &result)
    case .gfGatekeeper: return try role(.gatekeeper, &result)
    case .gfLiaison: return try role(.liaison, &result)
    case .gfTotal: return try totalOfRoles(&result)
    case .brokerageActivity: return .counts(try positions().activity)
    case .brokerageExclusivity: return .counts(try positions().exclusivity)
    case .brokeragePosition: return .labels(try positions().positions.map(\.rawValue))
    default: return .counts(try structure(.undirected).articulationPoints().map { $0 ? 1 : 0 })
    }
  }

  private mutating func positions() throws(GraphError) -> BrokeragePositions {
    if let knownPositions { return knownPositions }
    let positions = try structure(options.graph.direction).brokeragePositions(execution: execution)
    knownPositions = positions
    return positions
  }

  private mutating func roles(_ result: inout MeasureResult) throws(GraphError) -> BrokerageRoles {
    let groups = try groups(&result)
    if let knownRoles { return knownRoles }
    let roles = try structure(options.graph.direction).gouldFernandezBrokerage(
      groups: groups, execution: execution)
    knownRoles = roles
    return roles
  }

  private mutating func role(
    _ role: BrokerageRole, _ result: inout MeasureResult
  ) throws(GraphError) -> MeasureValues {
    let roles = try roles(&result)
    if options.permutations > 0 {
      let comparison = try roleComparison()
      let vertices = 0..<view.vertexCount
      result.companions = [
        .init(suffix: "-expected", values: .partial(vertices.map { comparison[$0, role]?.expected })),
        .init(suffix: "-z", values: .partial(vertices.map { comparison[$0, role]?.score })),
      ]
    }
    return .partial(roles.vertices.map { $0.map { Double($0[role]) } })
  }

  private mutating func totalOfRoles(_ result: inout MeasureResult) throws(GraphError) -> MeasureValues {
    .partial(try roles(&result).vertices.map { $0.map { Double($0.total) } })
  }

  private mutating func roleComparison() throws(GraphError) -> BrokerageRoleComparison {
    if let knownRoleComparison { return knownRoleComparison }
    var nothing = MeasureResult([])
    let groups = try groups(&nothing)
    let comparison = try structure(options.graph.direction).gouldFernandezTest(
      groups: groups,
      options: PermutationOptions(permutations: options.permutations, seed: options.seed),
      execution: execution)
    knownRoleComparison = comparison
    return comparison
  }
}
