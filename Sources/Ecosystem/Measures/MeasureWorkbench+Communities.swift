import GraphCore
import GraphMeasures

extension MeasureWorkbench {
  mutating func communities(
    _ id: MeasureID, _ result: inout MeasureResult
  ) throws(GraphError) -> MeasureValues {
    switch id {
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

  private mutating func consensus() throws(GraphError) -> ConsensusCommunities {
    if let knownConsensus { return knownConsensus }
    let consensus = try cohesionGraph().consensusCommunities(
      ConsensusOptions(leiden: LeidenOptions(seed: options.seed)), execution: execution)
    knownConsensus = consensus
    return consensus
  }
}
