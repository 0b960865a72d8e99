/// The pairs that arrive at a member from smaller ones.
private struct Arrivals: Sendable {
  var count: UInt32 = 0
  /// The smaller member of the last of them.
  var last = UInt32.max
}

extension TwoModeProjection {
  /// The number of neighbors of each member.
  ///
  /// Each pair is met at its smaller member and counted at both, for the larger one by each thread on its own.
  func rowLengths(_ parts: Partitions, _ execution: Execution) throws(GraphError) -> ContiguousArray<UInt32> {
    var lengths = ContiguousArray<UInt32>(repeating: 0, count: memberCount)
    let counts = try unsafe lengths.withUnsafeMutableBufferPointer { buffer throws(GraphError) in
      nonisolated(unsafe) let lengths = unsafe buffer
      let makeScratch: @Sendable () -> ContiguousArray<Arrivals> = {
        ContiguousArray(repeating: Arrivals(), count: memberCount)
      }
      return try execution.forEachPart(of: parts, scratch: makeScratch) { members, arrivals in
        for member in members { unsafe lengths[member] = countPairs(of: member, &arrivals) }
      }
    }
    for arrivals in counts {
      for (member, arrivals) in arrivals.enumerated() { lengths[member] += arrivals.count }
    }
    return lengths
  }

  /// Counts a member's larger neighbors, and its pairs at these.
  private func countPairs(of member: Int, _ arrivalsArray: inout ContiguousArray<Arrivals>) -> UInt32 {
    let own = UInt32(truncatingIfNeeded: member)
    let targets = graph.targets.span
    var arrivals = arrivalsArray.mutableSpan
    var count: UInt32 = 0
    if let direct {
      for other in direct.neighbors(of: member) where other > own {
        arrivals[Int(other)].count += 1
        arrivals[Int(other)].last = own
        count += 1
      }
    }
    forEachGroup(of: member) { group, size in
      let start = graph.offsets[group]
      var slot = start + size
      // From the back, where the larger ones are.
      while slot > start {
        slot -= 1
        // The first targets of a group are its members, whose number is the length of the array.
        let other = unsafe targets[unchecked: slot]
        if other <= own { break }
        // Whether it was met before nobody can foretell: so there is no branch.
        let before = unsafe arrivals[unchecked: Int(other)]
        let added: UInt32 = before.last == own ? 0 : 1
        unsafe arrivals[unchecked: Int(other)] = Arrivals(count: before.count &+ added, last: own)
        count &+= added
      }
    }
    return count
  }
}
