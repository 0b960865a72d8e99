/// The candidates that nobody beats, whatever the criteria are worth.
///
/// One candidate beats another where it stands at least as well in every criterion and better in one. Whoever
/// is beaten ranks behind somebody under any weights; among those whom nobody beats, to prefer one is to value
/// one criterion above another.
///
/// - Parameter standings: By criterion, then candidate.
/// - Returns: Whether each candidate is on the front.
/// - Complexity: O(*n* log *n* + *n*·*f*·*c*) for *f* candidates on the front and *c* criteria.
///
/// Reference: R. Brüggemann, G. P. Patil, "Ranking and Prioritization for Multi-indicator Systems", Springer
/// 2011.
func paretoFront(of standings: [[Standing]]) -> [Bool] {
  let candidates = standings.first?.count ?? 0
  let totals = (0..<candidates).map { candidate in
    standings.reduce(0) { $0 + $1[candidate].halfPoints }
  }
  var isOnFront = [Bool](repeating: false, count: candidates)
  var front: [Int] = []
  // Whoever beats a candidate has a larger total, and is itself on the front or beaten by one who is.
  for candidate in (0..<candidates).sorted(by: { (totals[$1], $0) < (totals[$0], $1) }) {
    let isBeaten = front.contains { rival in
      totals[rival] > totals[candidate]
        && standings.allSatisfy { $0[rival].halfPoints >= $0[candidate].halfPoints }
    }
    if !isBeaten {
      isOnFront[candidate] = true
      front.append(candidate)
    }
  }
  return isOnFront
}
