public import GraphCore

extension Graph {
  /// Returns the hierarchy of every member of a two-mode graph: how far its constraint comes from one group rather than
  /// from all.
  ///
  /// Burt's hierarchy of the terms c(i,a) of ``twoModeConstraint(memberCount:execution:)``, one for each of the *N*
  /// groups *a* of a member *i*. With r(i,a) = c(i,a) / (C(i)/N):
  ///
  ///     H(i) = Σ_a r(i,a) · ln r(i,a) / ( N · ln N )
  ///
  /// 0 where every group constrains alike, near 1 where one does all of it; 1 with a single group, where the formula is
  /// 0/0. Directions and weights are ignored, and so are ties within a mode.
  ///
  /// - Parameters:
  ///   - memberCount: How many of the first vertices are members, in 0 ... vertexCount.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per member, in vertex order, dimensionless and in 0 ... 1; nil for a member of no group.
  /// - Precondition: `memberCount` is in range.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``twoModeConstraint(memberCount:execution:)``.
  ///
  /// The result has the same bits for any number of threads and on any platform.
  ///
  /// References: R. S. Burt, "Structural Holes", Harvard University Press 1992, chapter 2; on the terms of J. Hollway,
  /// J.-F. Morin, J. Pauwelyn, International Environmental Agreements 20 (2020) 61–83, doi:10.1007/s10784-019-09464-5.
  public func twoModeHierarchy(
    memberCount: Int, execution: Execution = .serial
  ) throws(GraphError) -> [Double?] {
    try twoModeTerms(memberCount: memberCount, execution: execution) { terms in
      guard !terms.isEmpty else { return nil }
      var concentration = Concentration(of: terms.reduce(0, +), terms: terms.count)
      for term in terms { concentration.add(term) }
      return concentration.value
    }
  }
}
