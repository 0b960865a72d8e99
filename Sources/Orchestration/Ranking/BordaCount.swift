/// Folds the standings of candidates in several criteria into one score.
///
///     score(v) = Σ w(c) · points(v, c) / Σ w(c)          0 ... 1
///
/// points(v, c) is the share of the other candidates that *v* beats in criterion *c*, those tied with counting
/// half: the Borda count on average ranks. It reads: the probability that *v* beats a candidate taken at random
/// in a criterion taken at random. A score of 1 is first and alone in everything, one half is the middle.
///
/// Only the order within each criterion counts, so that criteria of any unit and spread weigh the same, and
/// one huge value cannot carry a rank. Raising a candidate in one criterion, the rest unchanged, never lowers
/// its rank. As in every method of ranks, a candidate that enters or leaves can change the order of two
/// others.
///
/// References: J.-C. de Borda, "Mémoire sur les élections au scrutin", Histoire de l'Académie royale des
/// sciences, Paris 1781; ties by average rank: M. G. Kendall, "The treatment of ties in ranking problems",
/// Biometrika 33 (1945) 239–251, doi:10.1093/biomet/33.3.239.
struct BordaCount {
  /// One score per candidate.
  let scores: [Double]
  /// The rank of each score.
  let ranks: [Int]

  /// - Parameters:
  ///   - standings: By criterion, then candidate; at least one criterion.
  ///   - weights: One per criterion, not negative, their sum positive.
  init(standings: [[Standing]], weights: [Double]) {
    let total = weights.reduce(0, +)
    let candidates = standings.first?.count ?? 0
    scores = (0..<candidates).map { candidate in
      var sum = 0.0
      for (criterion, weight) in weights.enumerated() {
        sum += weight * standings[criterion][candidate].points
      }
      return sum / total
    }
    ranks = Standing.standings(of: scores).map(\.rank)
  }
}
