public import GraphCore

extension Graph {
  /// Returns the constraint of every member of a two-mode graph: how far the others that it meets in one
  /// group lead it to its other groups.
  ///
  /// Vertices below `memberCount` are members, such as organizations; those from there on are groups, such as
  /// venues. With d(v) the number of ties of *v* across, a member *i* spends the share p(i,a) = 1/d(i) on
  /// each of its groups *a*, and this is Burt's constraint with ways of three steps, *i* → *b* → *j* → *a*,
  /// in the place of ways of two:
  ///
  ///     C(i) = Σ_a ( p(i,a) + Σ_{b≠a} Σ_{j≠i} p(i,b) · p(b,j) · p(j,a) )²
  ///
  /// over the groups *a* and *b* of *i* and the other members *j* of both. Low for a member whose groups have
  /// no other member in common. Directions and weights are ignored, and so are ties within a mode.
  ///
  /// - Parameters:
  ///   - memberCount: How many of the first vertices are members, in 0 ... vertexCount.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per member, in vertex order, dimensionless and greater than 0; 1/d(i) where groups
  ///   share nobody else, 1 with a single group. nil for a member of no group.
  /// - Precondition: `memberCount` is in range.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*n* + Σ d(a)²) time over groups *a*; 24 bytes a vertex of memory a thread.
  ///
  /// The result has the same bits for any number of threads. Agrees with the R package netrics,
  /// `node_by_constraint` of a two-mode network.
  ///
  /// Reference: J. Hollway, J.-F. Morin, J. Pauwelyn, "Structural conditions for novelty: the introduction of
  /// new environmental clauses to the trade regime complex", International Environmental Agreements 20 (2020)
  /// 61–83, doi:10.1007/s10784-019-09464-5.
  public func twoModeConstraint(
    memberCount: Int, execution: Execution = .serial
  ) throws(GraphError) -> [Double?] {
    try twoModeTerms(memberCount: memberCount, execution: execution) { terms in
      terms.isEmpty ? nil : terms.reduce(0, +)
    }
  }

  /// What the terms of each member's constraint, one for each of its groups, come to.
  func twoModeTerms(
    memberCount: Int, execution: Execution, _ summary: @Sendable (_ terms: [Double]) -> Double?
  ) throws(GraphError) -> [Double?] {
    precondition(memberCount >= 0 && memberCount <= vertexCount, "more members than vertices")
    let graph = symmetrized().acrossModes(memberCount: memberCount)
    var work = ContiguousArray(repeating: 0, count: memberCount + 1)
    for member in 0..<memberCount {
      work[member + 1] = graph.neighbors(of: member).reduce(work[member]) { $0 + graph.degree(of: Int($1)) }
    }
    let parts = try execution.map(Partitions(balancing: work, parts: 64)) { members in
      var shares = ContiguousArray(repeating: 0.0, count: memberCount)
      return members.map { summary(graph.twoModeTerms(of: $0, &shares)) }
    }
    return parts.flatMap { $0 }
  }

  /// The ties of a graph between the first vertices and the others.
  private func acrossModes(memberCount: Int) -> Graph {
    var newOffsets: ContiguousArray<Int> = [0]
    var newTargets: ContiguousArray<UInt32> = []
    newOffsets.reserveCapacity(vertexCount + 1)
    newTargets.reserveCapacity(arcCount)
    for vertex in 0..<vertexCount {
      for target in neighbors(of: vertex) where (Int(target) < memberCount) != (vertex < memberCount) {
        newTargets.append(target)
      }
      newOffsets.append(newTargets.count)
    }
    return Graph(direction: .undirected, offsets: newOffsets, targets: newTargets, weights: nil)
  }

  /// - Parameter shares: Σ 1/d over the groups shared with each member; 0 before and after.
  private func twoModeTerms(of member: Int, _ shares: inout ContiguousArray<Double>) -> [Double] {
    let groups = neighbors(of: member)
    for group in groups {
      let share = 1 / Double(degree(of: Int(group)))
      for other in neighbors(of: Int(group)) { shares[Int(other)] += share }
    }
    var terms: [Double] = []
    for group in groups {
      let share = 1 / Double(degree(of: Int(group)))
      var around = 0.0
      for other in neighbors(of: Int(group)) where Int(other) != member {
        // Ways that come by this group itself do not count.
        around += (shares[Int(other)] - share) / Double(degree(of: Int(other)))
      }
      let term = (1 + around) / Double(groups.count)
      terms.append(term * term)
    }
    for group in groups {
      for other in neighbors(of: Int(group)) { shares[Int(other)] = 0 }
    }
    return terms
  }
}
