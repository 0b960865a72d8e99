import GraphCore

extension CommunityLevel {
  /// The level above: one vertex for each group, arcs between two groups merged into one where that saves much.
  ///
  /// - Parameters:
  ///   - groups: The group of each vertex, below `members.count`.
  ///   - members: The vertices of each group.
  func aggregated(
    by groups: SharedColumn<UInt32>, members: CommunityMembers, tallies: [CommunityTally],
    execution: Execution
  ) throws(GraphError) -> CommunityLevel {
    let count = members.count
    let portions = members.portions(of: self, parts: 256)
    // Each portion writes from the place where it would start if no arc were merged or left out.
    var starts: [Int] = [0]
    for portion in portions { starts.append(starts[starts.count - 1] + portion.arcs) }
    let offsets = SharedColumn<Int>(uninitialized: count + 1)
    let targets = SharedColumn<UInt32>(uninitialized: arcCount)
    let isMerged = isWorthMerging(by: groups, members: members, tally: tallies[0])
    let weights = isMerged ? self.weights.room(forMerged: arcCount) : .ones
    let masses = SharedColumn<Double>(uninitialized: count)
    let places = starts
    execution.inLanes(portions.count, piece: 1) { lane, pieces in
      for piece in pieces {
        var place = places[piece]
        for group in portions[piece].groups {
          if execution.isCancelled?() == true { return }
          let tally = tallies[lane]
          var found = 0
          var mass = 0.0
          for member in members.starts[group]..<members.starts[group + 1] {
            prefetchRows(after: member, of: members.vertices)
            let vertex = members.vertices[member]
            mass += self.masses[Int(vertex)]
            if isMerged {
              found = tally.add(row(vertex), of: self, labels: groups, found: found)
            } else {
              place = copyRow(vertex, of: group, by: groups, to: targets, from: place)
            }
          }
          masses[group] = mass
          for index in 0..<found {
            let other = tally.labels[index]
            if Int(other) != group {
              targets[place] = other
              weights[place] = tally.weights[other]
              place += 1
            }
            tally.weights[other] = 0
          }
          // The end of the row within its portion for now.
          offsets[group + 1] = place
        }
      }
    }
    try execution.checkCancellation()

    // Close the gaps between portions.
    offsets[0] = 0
    var end = 0
    for (index, portion) in portions.enumerated() {
      let from = places[index]
      let to = offsets[portion.groups.upperBound]
      targets.shift(from..<to, to: end)
      weights.shift(from..<to, to: end)
      for group in portion.groups { offsets[group + 1] -= from - end }
      end += to - from
    }
    return CommunityLevel(
      vertexCount: count, offsets: offsets, targets: targets, weights: weights, masses: masses)
  }

  /// Writes down the groups that the arcs of a vertex lead to, but its own; returns where they end.
  @inline(__always) private func copyRow(
    _ vertex: UInt32, of group: Int, by groups: SharedColumn<UInt32>, to upper: SharedColumn<UInt32>,
    from start: Int
  ) -> Int {
    var place = start
    for slot in row(vertex) {
      let other = groups[targets[slot]]
      upper[place] = other
      place &+= Int(other) == group ? 0 : 1
    }
    return place
  }

  /// Whether merging takes away a quarter of the arcs at least, by every 64th group.
  ///
  /// Merged arcs need a number each, which takes as much memory again; where nearly all stay single, as at the
  /// first level of a graph without clear communities, the level above is better off with several arcs between
  /// two groups.
  private func isWorthMerging(
    by groups: SharedColumn<UInt32>, members: CommunityMembers, tally: CommunityTally
  ) -> Bool {
    guard case .ones = weights else { return true }
    var arcs = 0.0
    var merged = 0.0
    for group in stride(from: 0, to: members.count, by: 64) {
      var found = 0
      for member in members.starts[group]..<members.starts[group + 1] {
        found = tally.add(row(members.vertices[member]), of: self, labels: groups, found: found)
      }
      for index in 0..<found {
        let other = tally.labels[index]
        if Int(other) != group {
          arcs += tally.weights[other]
          merged += 1
        }
        tally.weights[other] = 0
      }
    }
    return merged <= 0.75 * arcs
  }
}
