import GraphCore
import GraphMeasures

extension MeasureWorkbench {
  mutating func communities(
    _ id: MeasureID, _ result: inout MeasureResult
  ) throws(GraphError) -> MeasureValues {
    switch id {
    case .component: return .counts(try components())
    case .labelPropagation:
      let communities = try cohesionGraph().labelPropagation(seed: options.seed, execution: execution)
      return .counts(communities.labels.map { $0 + 1 })
    case .consensusCommunity: return .counts(try consensus().communities.labels.map { $0 + 1 })
    case .ambiguity: return .partial(try consensus().ambiguity)
    case .multiplexCommunity:
      let communities = try multiplex(selectedAxes).network.leiden(
        MultiplexLeidenOptions(seed: options.seed), execution: execution)
      return .counts(communities.labels.map { $0 + 1 })
    default:
      let communities = try knownOrFoundCommunities()
      result.notes.append(divided(communities))
      return .counts(communities.labels.map { $0 + 1 })
    }
  }

  /// Numbers of components from 1, by falling size, equal ones by their first actor.
  private mutating func components() throws(GraphError) -> [Int] {
    let components = try structure(.undirected).connectedComponents()
    let sizes = components.sizes
    var firsts = [Int](repeating: view.vertexCount, count: components.count)
    for (vertex, label) in components.labels.enumerated() {
      firsts[Int(label)] = min(firsts[Int(label)], vertex)
    }
    let order = sizes.indices.sorted { (sizes[$1], firsts[$0]) < (sizes[$0], firsts[$1]) }
    var numbers = [Int](repeating: 0, count: components.count)
    for (place, label) in order.enumerated() { numbers[label] = place + 1 }
    return components.labels.map { numbers[Int($0)] }
  }

  private mutating func consensus() throws(GraphError) -> ConsensusCommunities {
    if let knownConsensus { return knownConsensus }
    let consensus = try cohesionGraph().consensusCommunities(
      ConsensusOptions(leiden: LeidenOptions(seed: options.seed)), execution: execution)
    knownConsensus = consensus
    return consensus
  }
}
