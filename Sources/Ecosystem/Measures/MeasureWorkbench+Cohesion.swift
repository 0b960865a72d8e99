import GraphCore
import GraphMeasures

extension MeasureWorkbench {
  mutating func cohesion(
    _ id: MeasureID, _ result: inout MeasureResult
  ) throws(GraphError) -> MeasureValues {
    switch id {
    case .clustering:
      return .partial(try structure(.undirected).clusteringCoefficients(execution: execution))
    case .triangles: return .counts(try structure(.undirected).triangleCounts(execution: execution))
    case .cliques: return .counts(try cliques().counts)
    case .largestClique: return .counts(try cliques().largestSizes)
    case .plexes:
      return .counts(
        try structure(.undirected).plexMembership(k: 2, minimumSize: 5, execution: execution).counts)
    case .embeddedness:
      return .counts(try structure(.undirected).cohesiveBlocks(execution: execution).embeddedness)
    case .corePeriphery:
      let settings = CorePeripheryOptions(seed: options.seed)
      guard let division = try structure(.undirected).corePeriphery(settings, execution: execution) else {
        return .partial([Double?](repeating: nil, count: view.vertexCount))
      }
      result.notes.append(
        "core-periphery: \(division.coreSize) in the core, fit \(rounded(division.fit)) (seed \(options.seed))"
      )
      return .counts(division.isCore.map { $0 ? 1 : 0 })
    case .continuousCoreness:
      guard let coreness = try cohesionGraph().continuousCoreness(execution: execution) else {
        return .partial([Double?](repeating: nil, count: view.vertexCount))
      }
      if let fit = coreness.fit { result.notes.append("continuous-coreness: fit \(rounded(fit))") }
      if !coreness.hasConverged {
        result.notes.append("continuous-coreness had not settled after \(coreness.rounds) rounds")
      }
      return .reals(coreness.values)
    case .folds: return .counts(try structure(.undirected).structuralFolds(k: 3, execution: execution))
    default: return .counts(try structure(.undirected).coreNumbers())
    }
  }

  private mutating func cliques() throws(GraphError) -> GroupMembership {
    if let knownCliques { return knownCliques }
    let cliques = try structure(.undirected).cliqueMembership(execution: execution)
    knownCliques = cliques
    return cliques
  }
}
