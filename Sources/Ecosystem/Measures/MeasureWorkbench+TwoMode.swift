import GraphCore
import GraphMeasures

extension MeasureWorkbench {
  mutating func twoMode(
    _ id: MeasureID, _ result: inout MeasureResult
  ) throws(GraphError) -> MeasureValues {
    let network = try view.twoMode(of: structure(.undirected), for: id.rawValue)
    if let note = network.note { result.notes.append(note) }
    let graph = network.graph
    let values: [Double?]
    switch id {
    case .twoModeDegree: values = try graph.twoModeDegree(modes: network.modes)
    case .twoModeCloseness: values = try graph.twoModeCloseness(modes: network.modes, execution: execution)
    case .twoModeBetweenness:
      values = try graph.twoModeBetweenness(modes: network.modes, execution: execution)
    case .twoModeConstraint:
      values = try graph.twoModeConstraint(memberCount: network.members.count, execution: execution)
    case .twoModeEfficiency:
      values = try graph.twoModeEfficiency(memberCount: network.members.count, execution: execution)
    case .twoModeHierarchy:
      values = try graph.twoModeHierarchy(memberCount: network.members.count, execution: execution)
    default:
      values = try graph.twoModeEffectiveSize(memberCount: network.members.count, execution: execution)
    }
    var all = [Double?](repeating: nil, count: view.vertexCount)
    for (vertex, value) in zip(network.vertices, values) { all[vertex] = value }
    return .partial(all)
  }
}
