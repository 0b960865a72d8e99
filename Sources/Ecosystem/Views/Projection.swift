import GraphCore

extension Dataset {
  /// Checks that taking venues away stays within bounds, and says what it does.
  func projectionNotes(
    _ projection: Selection.Projection, isVisible: [Bool], ties chosen: [Int]
  ) throws(SelectionError) -> [String] {
    let affiliations: Affiliations
    do {
      affiliations = try Affiliations(of: self, ties: chosen, memberCount: actors.count) {
        isVisible[$0] ? $0 : nil
      }
    } catch {
      throw SelectionError(.tooManyPairs, error.message)
    }
    let venues = affiliations.venues
    try checkPairs(affiliations, projection)

    let venueCount = venues.count { isVisible[$0] }
    var notes = [
      "\(venueCount) venues are projected away; members of one venue are tied with "
        + projection.weighting.text
    ]
    let leftOut = venues.indices.filter {
      affiliations.memberCount(ofVenue: $0) > projection.maximumMembers ?? .max
    }
    if !leftOut.isEmpty {
      let names = leftOut.prefix(5).map { actors.id(of: venues[$0]) }.joined(separator: ", ")
      notes.append(
        "\(leftOut.count) venues with more than \(projection.maximumMembers ?? 0) members tie nobody: \(names)"
          + (leftOut.count > 5 ? " ..." : ""))
    }
    let isVenue = (0..<actors.count).map(isVenue)
    let between = chosen.count { isVenue[ties.source(of: $0)] && isVenue[ties.target(of: $0)] }
    if between > 0 { notes.append("\(between) ties between two venues are not carried over") }
    return notes
  }

  private func checkPairs(
    _ affiliations: Affiliations, _ projection: Selection.Projection
  ) throws(SelectionError) {
    let projected = affiliations.projection(projection)
    if projected.pairCount <= projection.maximumPairs { return }
    let large = affiliations.venues.enumerated().map { index, venue in
      (venue: venue, members: projected.countedMembers(ofGroup: affiliations.memberCount + index))
    }
    let largest = large.sorted {
      ($1.members, actors.id(of: $0.venue)) < ($0.members, actors.id(of: $1.venue))
    }
    let biggest = largest.prefix(3).map {
      "`\(actors.id(of: $0.venue))` (\($0.members) members, \($0.members * ($0.members - 1) / 2) pairs)"
    }.joined(separator: ", ")
    throw SelectionError(
      .tooManyPairs,
      """
      projecting the venues away would make up to \(projected.pairCount) pairs of members, more than \
      \(projection.maximumPairs); the largest: \(biggest). Leave large venues out with --max-members N, allow more \
      with --max-pairs N, narrow the selection, or measure with the venues kept (without --project)
      """)
  }
}

extension NetworkView {
  /// The members of the view seen through the venues they share, direct ties added; nil where venues are kept.
  func projection(
    of ties: some RandomAccessCollection<Int>, _ options: GraphOptions, _ execution: Execution
  ) throws(GraphError) -> TwoModeProjection? {
    guard let projection = selection.projection else { return nil }
    guard options.direction == .undirected else {
      throw GraphError(
        .badParameter, "ties made by projecting venues away have no direction; leave --directed out")
    }
    let affiliations = try Affiliations(
      of: dataset, ties: ties, memberCount: vertexCount, member: vertex(ofActor:))
    let direct = try Graph(
      vertexCount: vertexCount, edges: edges(of: ties), direction: .undirected, rule: options.rule,
      execution: execution)
    return affiliations.projection(projection, direct: direct)
  }
}

extension Selection.Projection.Weighting {
  /// The weight of a tie that is made, in words.
  fileprivate var text: String {
    switch self {
    case .newman: "weight 1 / (members - 1) a shared venue"
    case .hyperbolic: "weight 1 / members a shared venue"
    case .count: "weight 1 a shared venue"
    case .jaccard: "the share that venues of both are of the venues of either as weight"
    case .overlap: "the share that venues of both are of the venues of the one with fewer as weight"
    }
  }
}
