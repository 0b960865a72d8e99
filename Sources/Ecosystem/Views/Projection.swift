import GraphCore

extension Dataset {
  /// Checks that taking venues away stays within bounds, and says what it does.
  func projectionNotes(
    _ projection: Selection.Projection, isVisible: [Bool], ties chosen: [Int]
  ) throws(SelectionError) -> [String] {
    let members = venueMembers(ties: chosen, isVisible: isVisible)
    var notes: [String] = []
    var pairs = 0
    var large: [(venue: Int, members: Int)] = []
    var leftOut: [Int] = []
    for (venue, joined) in members {
      if let most = projection.maximumMembers, joined.count > most {
        leftOut.append(venue)
        continue
      }
      pairs += joined.count * (joined.count - 1) / 2
      large.append((venue, joined.count))
    }
    if pairs > projection.maximumPairs {
      large.sort { ($1.members, actors.id(of: $0.venue)) < ($0.members, actors.id(of: $1.venue)) }
      let biggest = large.prefix(3).map {
        "`\(actors.id(of: $0.venue))` (\($0.members) members, \($0.members * ($0.members - 1) / 2) pairs)"
      }.joined(separator: ", ")
      throw SelectionError(
        .tooManyPairs,
        """
        projecting the venues away would make up to \(pairs) pairs of members, more than \(projection.maximumPairs); \
        the largest: \(biggest). Leave large venues out with --max-members N, allow more with --max-pairs N, \
        narrow the selection, or measure with the venues kept (without --project)
        """)
    }
    let venueCount = (0..<actors.count).count { isVisible[$0] && isVenue($0) }
    notes.append(
      "\(venueCount) venues are projected away; members of one venue are tied with "
        + (projection.weighting == .newman ? "weight 1 / (members - 1)" : "weight 1") + " a shared venue")
    if !leftOut.isEmpty {
      let names = leftOut.prefix(5).map { actors.id(of: $0) }.joined(separator: ", ")
      notes.append(
        "\(leftOut.count) venues with more than \(projection.maximumMembers ?? 0) members tie nobody: \(names)"
          + (leftOut.count > 5 ? " ..." : ""))
    }
    let between = chosen.count { isVenue(ties.source(of: $0)) && isVenue(ties.target(of: $0)) }
    if between > 0 { notes.append("\(between) ties between two venues are not carried over") }
    return notes
  }

  /// The distinct actors tied to each visible venue, ascending, venues ascending.
  func venueMembers(
    ties chosen: some Sequence<Int>, isVisible: [Bool]
  ) -> [(venue: Int, members: [Int])] {
    var members: [Int: Set<Int>] = [:]
    for tie in chosen {
      let ends = (ties.source(of: tie), ties.target(of: tie))
      for (venue, other) in [ends, (ends.1, ends.0)]
      where isVenue(venue) && !isVenue(other) && isVisible[venue] && isVisible[other] {
        members[venue, default: []].insert(other)
      }
    }
    return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }
}

extension NetworkView {
  /// The graph of members: direct ties, and for each pair the weights of the venues they share.
  ///
  /// Built a row at a time into the final arrays, so that no list of pairs exists beside it.
  ///
  /// Source: M. E. J. Newman, "Scientific collaboration networks. II", Physical Review E 64 (2001) 016132,
  /// doi:10.1103/PhysRevE.64.016132.
  func projectedGraph(
    of ties: some RandomAccessCollection<Int>, _ projection: Selection.Projection, _ options: GraphOptions
  ) throws(GraphError) -> Graph {
    guard options.direction == .undirected else {
      throw GraphError(
        .badParameter, "ties made by projecting venues away have no direction; leave --directed out")
    }
    let n = vertexCount
    let everybody = [Bool](repeating: true, count: dataset.actors.count)
    var rosters: [[Int]] = []
    for (_, members) in dataset.venueMembers(ties: ties, isVisible: everybody) {
      if let most = projection.maximumMembers, members.count > most { continue }
      let present = members.compactMap { vertex(ofActor: $0) }
      if present.count > 1 { rosters.append(present) }
    }
    var rostersOf = [[Int]](repeating: [], count: n)
    for (roster, members) in rosters.enumerated() {
      for member in members { rostersOf[member].append(roster) }
    }
    let direct = try Multigraph(vertexCount: n, edges: edges(of: ties), direction: .undirected).reduced(
      options.rule)

    var offsets = ContiguousArray(repeating: 0, count: n + 1)
    var targets: ContiguousArray<UInt32> = []
    var weights: ContiguousArray<Double> = []
    var row = ContiguousArray(repeating: 0.0, count: n)
    var isInRow = ContiguousArray(repeating: false, count: n)
    var columns: [Int] = []
    for vertex in 0..<n {
      columns.removeAll(keepingCapacity: true)
      for slot in direct.offsets[vertex]..<direct.offsets[vertex + 1] {
        let neighbor = Int(direct.targets[slot])
        isInRow[neighbor] = true
        columns.append(neighbor)
        row[neighbor] = direct.weight(atSlot: slot)
      }
      for roster in rostersOf[vertex] {
        let members = rosters[roster]
        let weight = projection.weighting == .newman ? 1 / Double(members.count - 1) : 1
        for member in members where member != vertex {
          if !isInRow[member] {
            isInRow[member] = true
            columns.append(member)
          }
          row[member] += weight
        }
      }
      columns.sort()
      for column in columns {
        targets.append(UInt32(truncatingIfNeeded: column))
        weights.append(row[column])
        row[column] = 0
        isInRow[column] = false
      }
      offsets[vertex + 1] = targets.count
    }
    return Graph(direction: .undirected, offsets: offsets, targets: targets, weights: weights)
  }
}
