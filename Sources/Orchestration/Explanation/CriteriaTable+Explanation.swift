public import Ecosystem
public import GraphCore

extension NetworkView {
  /// Returns why an actor ranks where it does.
  ///
  /// - Parameters:
  ///   - actor: Index into the dataset's actors, as from `dataset.actor(named:)`.
  ///   - candidates: Whom to compare it with; nil for venues with venues and members with members.
  ///   - weights: What each criterion is worth, as in ``RankingOptions``.
  ///   - execution: Threads, progress and cancellation.
  /// - Throws: ``RankingError`` where the actor is not among the candidates; `GraphError` as
  ///   ``criteria(execution:)``.
  public func explanation(
    of actor: Int, among candidates: CandidateSet? = nil, weights: [Criterion: Double] = [:],
    execution: Execution = .serial
  ) throws -> Explanation {
    try criteria(execution: execution).explanation(of: actor, among: candidates, weights: weights)
  }
}

extension CriteriaTable {
  /// Returns why an actor ranks where it does: values, places, reasons, and the ties that produce them.
  ///
  /// - Parameters:
  ///   - actor: Index into the dataset's actors.
  ///   - candidates: Whom to compare it with; nil for venues with venues and members with members.
  ///   - weights: What each criterion is worth, as in ``RankingOptions``.
  /// - Throws: ``RankingError`` with reason `notACandidate` where the actor is not in the view, has no tie to
  ///   another, or is not among the candidates; `badWeights` as ``ranking(_:)``.
  /// - Complexity: that of ``ranking(_:)``, and the ties of the actor and of what it convenes.
  public func explanation(
    of actor: Int, among candidates: CandidateSet? = nil, weights: [Criterion: Double] = [:]
  ) throws(RankingError) -> Explanation {
    let name = view.dataset.actors.name(of: actor)
    guard let vertex = view.vertex(ofActor: actor) else {
      throw RankingError(.notACandidate, "\(name) is not in this selection")
    }
    guard isTied[vertex] else {
      throw RankingError(
        .notACandidate, "\(name) has no tie to another actor in this selection, so that it is not ranked")
    }
    guard !isDocument(vertex) else {
      throw RankingError(.notACandidate, "\(name) is a document, and documents are not ranked")
    }
    let set = candidates ?? ownCandidateSet(of: vertex)
    let ranking = try ranking(RankingOptions(candidates: set, weights: weights))
    guard let place = ranking.rows.firstIndex(where: { $0.vertex == vertex }) else {
      throw RankingError(
        .notACandidate,
        "\(name) is not among the \(set.rawValue): it is ranked among the "
          + ownCandidateSet(of: vertex).rawValue)
    }
    let row = ranking.rows[place]
    let reasons = Criterion.allCases.compactMap { reason(for: $0, row: row, count: ranking.rows.count) }
    let maker = EvidenceMaker(view.dataset)
    let own = Array(index.ties(of: actor))
    let others = Set(reasons.flatMap { $0.parts.flatMap(\.ties) }).subtracting(own).sorted()
    return Explanation(
      actor: actor, row: row, candidates: set, candidateCount: ranking.rows.count,
      summary: summary(of: row, in: ranking, set: set),
      criteria: reasons,
      shortfalls: shortfalls(of: row, in: ranking), rival: rival(of: row, in: ranking),
      evidence: (own + others).map { maker.evidence(of: $0) }, notes: ranking.notes)
  }

  private func summary(
    of row: OrchestratorRanking.Row, in ranking: OrchestratorRanking, set: CandidateSet
  ) -> String {
    let shared = ranking.rows.count { $0.rank == row.rank } > 1 ? "shared " : ""
    let noun = set == .all ? "actors" : set.rawValue
    let place =
      "\(view.name(of: row.vertex)) ranks \(shared)\(ordinal(row.rank)) of \(ranking.rows.count) \(noun)"
    return row.reason.isEmpty ? place : place + ": it " + row.reason
  }

  private func reason(
    for criterion: Criterion, row: OrchestratorRanking.Row, count: Int
  ) -> Explanation.CriterionReason? {
    guard let standing = row.standing(in: criterion) else { return nil }
    let value = row.value(of: criterion)
    let phrase = value.map { criterion.phrase($0) } ?? "has no value of \(criterion.rawValue), taken as last"
    return Explanation.CriterionReason(
      criterion: criterion, value: value, standing: standing,
      sentence: "\(phrase) (\(standing.place(among: count)))",
      parts: index.parts(of: criterion, for: row.actor))
  }

  /// The criteria that count in which an actor loses most weighted points.
  private func shortfalls(
    of row: OrchestratorRanking.Row, in ranking: OrchestratorRanking
  ) -> [Explanation.Shortfall] {
    let losses: [(loss: Double, weighted: Double, criterion: Criterion)] = ranking.criteria.compactMap {
      guard let standing = row.standing(in: $0), standing.rank > 1 else { return nil }
      let loss = 1 - standing.points
      return (loss, loss * ranking.options.weight(of: $0), $0)
    }
    return losses.sorted { ($1.weighted, $0.criterion.index) < ($0.weighted, $1.criterion.index) }.prefix(2)
      .map { loss, _, criterion in
        let values = ranking.rows.compactMap { $0.value(of: criterion) }.sorted(by: >)
        let place = row.standing(in: criterion)
        let isFarBehind = (place?.rank ?? 0) > 10 && values.count >= 10
        let goal = isFarBehind ? values[9] : values.first
        let standing = place?.place(among: ranking.rows.count) ?? ""
        let own = row.value(of: criterion).map { criterion.phrase($0) } ?? "has no value"
        let ahead = goal.map {
          "; the \(isFarBehind ? "tenth best" : "best") \(criterion.phrase($0))"
        }
        return Explanation.Shortfall(
          criterion: criterion, loss: loss,
          sentence: "\(criterion.rawValue): it \(own) (\(standing))" + (ahead ?? ""))
      }
  }

  /// The candidate next above, the first in the order of ids where several share that rank.
  private func rival(
    of row: OrchestratorRanking.Row, in ranking: OrchestratorRanking
  ) -> Explanation.Rival? {
    guard let above = ranking.rows.last(where: { $0.rank < row.rank }),
      let rival = ranking.rows.first(where: { $0.rank == above.rank })
    else { return nil }
    func order(_ criterion: Criterion) -> Int {
      (row.standing(in: criterion)?.rank ?? 0) - (rival.standing(in: criterion)?.rank ?? 0)
    }
    return Explanation.Rival(
      actor: rival.actor, leadsIn: ranking.criteria.filter { order($0) > 0 },
      trailsIn: ranking.criteria.filter { order($0) < 0 })
  }
}
