import GraphCore
import GraphMeasures

extension MeasureWorkbench {
  mutating func twoMode(_ id: MeasureID) throws(GraphError) -> MeasureValues {
    let graph = try structure(.undirected)
    let modes = try view.modes(of: graph, for: id.rawValue)
    switch id {
    case .twoModeDegree: return .partial(try graph.twoModeDegree(modes: modes))
    case .twoModeCloseness: return .reals(try graph.twoModeCloseness(modes: modes, execution: execution))
    case .twoModeBetweenness:
      return .partial(try graph.twoModeBetweenness(modes: modes, execution: execution))
    default:
      let network = try view.twoMode(of: graph, modes: modes)
      let count = network.members.count
      let values =
        id == .twoModeConstraint
        ? try network.graph.twoModeConstraint(memberCount: count, execution: execution)
        : try network.graph.twoModeEffectiveSize(memberCount: count, execution: execution)
      var all = [Double?](repeating: nil, count: view.vertexCount)
      for (member, value) in zip(network.members, values) { all[member] = value }
      return .partial(all)
    }
  }
}
