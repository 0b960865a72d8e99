import GraphCore
import GraphMeasures

extension MeasureWorkbench {
  mutating func borders(
    _ id: MeasureID, _ result: inout MeasureResult
  ) throws(GraphError) -> MeasureValues {
    let groups = try groups(&result)
    let graph = try structure(.undirected)
    switch id {
    case .ei:
      if options.permutations > 0 { try compareWithChance(graph, groups, &result) }
      return .partial(graph.eiIndex(groups: groups))
    case .withinModuleZ: return .partial(graph.withinModuleZ(groups: groups))
    default: return .partial(graph.participation(groups: groups))
    }
  }

  private func compareWithChance(
    _ graph: Graph, _ groups: [Int?], _ result: inout MeasureResult
  ) throws(GraphError) {
    let settings = PermutationOptions(permutations: options.permutations, seed: options.seed)
    guard let test = try graph.globalEITest(groups: groups, options: settings, execution: execution) else {
      return
    }
    // One in very many permutations must not read as none.
    let p = test.twoSidedProbability
    result.notes.append(
      "ei of the whole network by \(options.grouping.rawValue): \(rounded(test.observed)), "
        + "expected \(rounded(test.expected)) where groups are permuted; p = \(p < 0.001 ? p : rounded(p)) two-sided, "
        + "\(options.permutations) permutations, seed \(options.seed)")
  }
}
