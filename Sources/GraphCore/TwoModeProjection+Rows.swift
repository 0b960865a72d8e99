extension TwoModeProjection {
  /// Calls `body` with each member's row: the members it is tied to, ascending, and the weights of the ties.
  ///
  /// Rows are made when they are asked for and gone when `body` returns. They come from several threads at a
  /// time and in no particular order, but each has the same bits whatever the number of threads.
  ///
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*n* + ``pairCount``) time; 20 bytes a member of memory a thread.
  public func forEachRow(
    execution: Execution = .serial,
    _ body: @Sendable (_ member: Int, _ targets: Span<UInt32>, _ weights: Span<Double>) -> Void
  ) throws(GraphError) {
    let makeRow: @Sendable () -> ProjectedRow = { ProjectedRow(memberCount: memberCount) }
    try execution.forEachPart(of: rowParts(), scratch: makeRow) { members, row in
      for member in members {
        let count = self.makeRow(of: member, &row)
        body(member, row.targets.span.extracting(first: count), row.weights.span.extracting(first: count))
      }
    }
  }

  /// Makes a member's row, and returns how many it is tied to.
  func makeRow(of member: Int, _ row: inout ProjectedRow) -> Int {
    makeRow(of: member, &row.sums, &row.targets, &row.weights)
  }

  private func makeRow(
    of member: Int, _ sums: inout RowSums, _ targetArray: inout ContiguousArray<UInt32>,
    _ weightArray: inout ContiguousArray<Double>
  ) -> Int {
    var targets = targetArray.mutableSpan
    var weights = weightArray.mutableSpan
    return makeRow(of: member, &sums, &targets, &weights, at: 0)
  }

  /// Adds up the weights of a member's ties, writes them down from some place on, and returns where they end.
  ///
  /// A pair's weight is added up in the order of the groups from either end, so that it is the same from both.
  func makeRow(
    of member: Int, _ sums: inout RowSums, _ targets: inout MutableSpan<UInt32>,
    _ weights: inout MutableSpan<Double>, at start: Int
  ) -> Int {
    let directSlots = direct.map { $0.offsets[member]..<$0.offsets[member + 1] } ?? 0..<0
    if let direct {
      for slot in directSlots {
        // Shares are made of numbers of groups, to which nothing must be added before.
        sums.add(weighting.isShare ? 0 : direct.weight(atSlot: slot), to: direct.targets[slot])
      }
    }
    forEachGroup(of: member) { group, size in
      let share =
        switch weighting {
        case .newman: 1 / Double(size - 1)
        case .hyperbolic: 1 / Double(size)
        case .count, .jaccard, .overlap: 1.0
        }
      // The first targets of a group are its members.
      let start = graph.offsets[group]
      sums.add(share, toEach: graph.targets.span.extracting(start..<(start + size)))
    }
    sums.remove(UInt32(truncatingIfNeeded: member))
    let end = sums.readOff(&targets, &weights, from: start)
    if weighting.isShare {
      var slots = directSlots.makeIterator()
      var slot = slots.next()
      for place in start..<end {
        weights[place] = groupShare(weights[place], member, Int(targets[place]))
        if let direct, let next = slot, direct.targets[next] == targets[place] {
          weights[place] += direct.weight(atSlot: next)
          slot = slots.next()
        }
      }
    }
    return end
  }

  /// The share that some shared groups are of the groups of two members.
  private func groupShare(_ shared: Double, _ first: Int, _ second: Int) -> Double {
    if shared == 0 { return 0 }
    let (one, other) = (Double(memberships[first]), Double(memberships[second]))
    return weighting == .jaccard ? shared / (one + other - shared) : shared / min(one, other)
  }
}

/// Room for a row at a time.
struct ProjectedRow: Sendable {
  var sums: RowSums
  var targets: ContiguousArray<UInt32>
  var weights: ContiguousArray<Double>

  init(memberCount: Int) {
    sums = RowSums(memberCount: memberCount)
    targets = ContiguousArray(repeating: 0, count: memberCount)
    weights = ContiguousArray(repeating: 0, count: memberCount)
  }
}
