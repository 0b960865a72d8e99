/// How significance is judged where many tests are made at once.
public enum MultipleTesting: String, Hashable, Sendable, CaseIterable {
  /// Each test by itself: of true null hypotheses, the level's share is rejected.
  case none
  /// Holm's step-down rule: the probability of rejecting any true null hypothesis is at most the level.
  ///
  /// S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979)
  /// 65–70.
  case holm
  /// Benjamini and Hochberg's step-up rule: the expected share of true null hypotheses among the rejected is at most
  /// the level, if tests are independent or positively dependent.
  ///
  /// Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate: a practical and powerful approach to multiple
  /// testing", Journal of the Royal Statistical Society B 57 (1995) 289–300,
  /// doi:10.1111/j.2517-6161.1995.tb02031.x.
  case benjaminiHochberg

  /// Returns p-values that may be compared with the level as if each were the only one.
  ///
  /// - Parameters:
  ///   - pValues: Probabilities in 0 ... 1.
  ///   - testCount: Number of tests made, where the others had p-values of 1; nil for as many as p-values.
  /// - Returns: Adjusted p-values in 0 ... 1, in the same order.
  /// - Complexity: O(*k*·log *k*) for *k* p-values.
  ///
  /// Agrees with R `p.adjust`.
  public func adjusted(_ pValues: [Double], testCount: Int? = nil) -> [Double] {
    let count = max(testCount ?? 0, pValues.count)
    if self == .none { return pValues }
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var adjusted = pValues
    if self == .holm {
      var largest = 0.0
      for (rank, index) in order.enumerated() {
        largest = max(largest, min(1, Double(count - rank) * pValues[index]))
        adjusted[index] = largest
      }
    } else {
      var smallest = 1.0
      for (rank, index) in order.enumerated().reversed() {
        smallest = min(smallest, Double(count) / Double(rank + 1) * pValues[index])
        adjusted[index] = smallest
      }
    }
    return adjusted
  }
}
