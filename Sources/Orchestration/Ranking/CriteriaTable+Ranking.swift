public import Ecosystem
public import GraphCore

extension NetworkView {
  /// Returns candidates ranked by how much they bring others together.
  ///
  /// To rank several sets of candidates, make the ``criteria(execution:)`` once and rank from them.
  ///
  /// - Throws: ``RankingError`` where the weights are no weights; `GraphError` as ``criteria(execution:)``.
  /// - Complexity: O(actors · ties), for betweenness.
  public func orchestrators(
    _ options: RankingOptions = RankingOptions(), execution: Execution = .serial
  ) throws -> OrchestratorRanking {
    try options.validate()
    return try criteria(execution: execution).ranking(options)
  }
}

extension CriteriaTable {
  /// Returns candidates ranked by the Borda count of their criteria.
  ///
  /// Each criterion gives a candidate the share of the other candidates that it beats there, those tied with
  /// counting half; the score is the mean of these points over the criteria, each times its weight. A value
  /// that is undefined counts as last, tied with others undefined, and is counted in
  /// ``OrchestratorRanking/Row/missing``; a criterion undefined for every candidate is left out and named in the
  /// notes. Actors without a tie are not ranked, so that adding one changes nothing.
  ///
  /// The result depends on the data and the options alone: values that differ by rounding only are tied.
  ///
  /// - Returns: An empty ranking where there are no candidates.
  /// - Throws: ``RankingError`` with reason `badWeights` where a weight is negative or not finite, or where no
  ///   criterion with a weight above 0 is defined.
  /// - Complexity: O(*n* log *n* + *n*·*f*) for *n* candidates, *f* of them unbeaten.
  public func ranking(_ options: RankingOptions = RankingOptions()) throws(RankingError)
    -> OrchestratorRanking
  {
    try options.validate()
    let candidates = vertices(of: options.candidates)
    let values = columns.map { column in candidates.map { column[$0] } }
    let defined = Criterion.allCases.filter { values[$0.index].contains { $0 != nil } }
    let used = defined.filter { options.weight(of: $0) > 0 }
    if !candidates.isEmpty, used.isEmpty {
      throw RankingError(
        .badWeights,
        "none of the criteria with a weight above 0 is defined here; defined are "
          + defined.map(\.rawValue).joined(separator: ", "))
    }

    var standings: [[Standing]?] = Array(repeating: nil, count: Criterion.allCases.count)
    for criterion in defined { standings[criterion.index] = Standing.standings(of: values[criterion.index]) }
    let usedStandings = used.compactMap { standings[$0.index] }
    let borda = BordaCount(standings: usedStandings, weights: used.map { options.weight(of: $0) })
    let isUnbeaten = paretoFront(of: usedStandings)

    let rows = candidates.indices.map { candidate in
      let vertex = candidates[candidate]
      let own = standings.map { $0?[candidate] }
      let ownValues = values.map { $0[candidate] }
      let carriers = carriers(of: own, values: ownValues, among: used, options: options)
      return OrchestratorRanking.Row(
        vertex: vertex, actor: view.actors[vertex], rank: borda.ranks[candidate],
        score: borda.scores[candidate], isUnbeaten: isUnbeaten[candidate], carriers: carriers,
        missing: used.count { ownValues[$0.index] == nil }, partners: partners[vertex],
        reachPerTie: reachPerTie[vertex], shareAbroad: shareAbroad[vertex],
        reason: reason(carriers, values: ownValues, standings: own, candidates: candidates.count),
        values: ownValues, standings: own)
    }
    return OrchestratorRanking(
      rows: rows.sorted { ($0.rank, view.id(of: $0.vertex)) < ($1.rank, view.id(of: $1.vertex)) },
      options: options, criteria: used, unranked: isTied.count { !$0 },
      notes: rankingNotes(candidates: candidates, defined: defined, options: options))
  }

  /// The two criteria with the largest weighted points; where equal, the place that fewer share, then the
  /// order in which criteria are listed.
  private func carriers(
    of standings: [Standing?], values: [Double?], among used: [Criterion], options: RankingOptions
  ) -> [Criterion] {
    let carrying: [(gain: Double, tied: Int, criterion: Criterion)] = used.compactMap { criterion in
      guard values[criterion.index] != nil, let standing = standings[criterion.index], standing.points > 0
      else { return nil }
      return (options.weight(of: criterion) * standing.points, standing.tied, criterion)
    }
    return carrying.sorted {
      ($1.gain, $0.tied, $0.criterion.index) < ($0.gain, $1.tied, $1.criterion.index)
    }.prefix(2).map(\.criterion)
  }

  private func reason(
    _ carriers: [Criterion], values: [Double?], standings: [Standing?], candidates: Int
  ) -> String {
    carriers.compactMap { criterion in
      guard let value = values[criterion.index], let standing = standings[criterion.index] else { return nil }
      let place = criterion == carriers.first ? standing.place(among: candidates) : standing.place
      return "\(criterion.phrase(value)) (\(place))"
    }.joined(separator: "; ")
  }

  private func rankingNotes(
    candidates: [Int], defined: [Criterion], options: RankingOptions
  ) -> [String] {
    var notes = notes
    let unranked = isTied.count { !$0 }
    if unranked > 0 {
      notes.append(
        "\(counted(unranked, "actor", "actors")) without a tie to another "
          + (unranked == 1 ? "is not ranked" : "are not ranked"))
    }
    if candidates.isEmpty { return notes + ["there is nobody to rank among \(options.candidates.rawValue)"] }
    for criterion in Criterion.allCases where !defined.contains(criterion) {
      notes.append("\(criterion.rawValue) is left out: \(criterion.whyAbsent)")
    }
    let muted = defined.filter { options.weight(of: $0) == 0 }
    if !muted.isEmpty {
      notes.append("given no weight: " + muted.map(\.rawValue).joined(separator: ", "))
    }
    return notes
  }
}

extension RankingOptions {
  func validate() throws(RankingError) {
    for criterion in Criterion.allCases {
      let weight = weight(of: criterion)
      guard weight >= 0, weight.isFinite else {
        throw RankingError(
          .badWeights, "the weight of \(criterion.rawValue) must be 0 or more and finite, got \(weight)")
      }
    }
    guard Criterion.allCases.contains(where: { weight(of: $0) > 0 }) else {
      throw RankingError(.badWeights, "at least one criterion needs a weight above 0")
    }
  }
}
