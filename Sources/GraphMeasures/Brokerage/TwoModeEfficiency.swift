public import GraphCore

extension Graph {
  /// Returns the efficiency of the network of every member of a two-mode graph: the share of those it meets in groups
  /// that is not redundant.
  ///
  /// ``twoModeEffectiveSize(memberCount:execution:)`` by the number of other members that it shares a group with.
  /// Directions and weights are ignored, and so are ties within a mode.
  ///
  /// - Parameters:
  ///   - memberCount: How many of the first vertices are members, in 0 ... vertexCount.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per member, in vertex order, dimensionless and in 0 ... 1; nil for a member that shares no
  ///   group.
  /// - Precondition: `memberCount` is in range.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``twoModeEffectiveSize(memberCount:execution:)``.
  ///
  /// The result has the same bits for any number of threads.
  ///
  /// References: as for ``twoModeEffectiveSize(memberCount:execution:)``.
  public func twoModeEfficiency(
    memberCount: Int, execution: Execution = .serial
  ) throws(GraphError) -> [Double?] {
    let sizes = try twoModeEffectiveSize(
      memberCount: memberCount, execution: execution.share(from: 0, to: 0.9))
    let met = try TwoModeProjection(self, memberCount: memberCount, weighting: .count)
      .degrees(execution: execution.share(from: 0.9, to: 1))
    return zip(sizes, met).map { size, count in size.map { $0 / Double(count) } }
  }
}
