public import GraphCore

extension Graph {
  /// Returns the effective size of the network of every member of a two-mode graph: those that it meets in
  /// groups, less what is redundant among them.
  ///
  /// Vertices below `memberCount` are members, such as organizations; those from there on are groups, such as
  /// venues. With w(i,j) the number of groups that two members share, and the shares p(i,q) = w(i,q) / Σ_k
  /// w(i,k):
  ///
  ///     E(i) = Σ_j ( 1 − Σ_q p(i,q) · m(j,q) )
  ///
  /// over the members *j* that *i* shares a group with, and the others *q* of them; m(j,q) is 1 where *j* and
  /// *q* share a group, whether *i* is in it or not. So a redundant contact costs more where *i* meets it
  /// often. Directions and weights are ignored, and so are ties within a mode.
  ///
  /// - Parameters:
  ///   - memberCount: How many of the first vertices are members, in 0 ... vertexCount.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value per member, in vertex order, in members; 1 where all whom it meets meet each other.
  ///   nil for a member that shares no group.
  /// - Precondition: `memberCount` is in range.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*m*^1.5) time for the *m* ties of the projection, which is made: O(Σ d²) over groups of
  ///   *d* members; about 60 bytes a tie of it of memory.
  ///
  /// The result has the same bits for any number of threads. Agrees with the R package netrics,
  /// `node_by_effsize` of a two-mode network, which is Burt's measure on the projection with shares by shared
  /// groups; Burchard and Cornwell's own formula takes equal shares, and counts only groups that *i* is in.
  ///
  /// References: J. Burchard, B. Cornwell, "Structural holes and bridging in two-mode networks", Social
  /// Networks 55 (2018) 11–20, doi:10.1016/j.socnet.2018.04.001; R. S. Burt, "Structural Holes", Harvard
  /// University Press 1992, chapter 2.
  public func twoModeEffectiveSize(
    memberCount: Int, execution: Execution = .serial
  ) throws(GraphError) -> [Double?] {
    precondition(memberCount >= 0 && memberCount <= vertexCount, "more members than vertices")
    let projection = try TwoModeProjection(self, memberCount: memberCount, weighting: .count)
      .graph(execution: execution.share(from: 0, to: 0.2))
    let ordered = try DegreeOrderedGraph(projection, execution: execution.share(from: 0.2, to: 0.3))
    let rows = ordered.rows
    let arcs = BackwardArcs(rows)
    let common = try tieSums(
      rows.unweighted(), arcs, divisors: ContiguousArray(repeating: 1, count: memberCount),
      execution: execution.share(from: 0.3, to: 1))
    var values = [Double?](repeating: nil, count: memberCount)
    for number in 0..<memberCount {
      var weight = 0.0
      var redundancy = 0.0
      for slot in rows.offsets[number]..<rows.offsets[number + 1] {
        weight += rows.weight(atSlot: slot)
        redundancy += rows.weight(atSlot: slot) * common[slot]
      }
      for place in arcs.graph.offsets[number]..<arcs.graph.offsets[number + 1] {
        let slot = Int(arcs.slots[place])
        weight += rows.weight(atSlot: slot)
        redundancy += rows.weight(atSlot: slot) * common[slot]
      }
      let vertex = Int(ordered.vertices[number])
      if weight > 0 { values[vertex] = Double(projection.degree(of: vertex)) - redundancy / weight }
    }
    return values
  }
}
