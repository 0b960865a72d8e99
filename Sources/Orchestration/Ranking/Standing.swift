/// Where a value stands among those of all candidates.
public struct Standing: Hashable, Sendable {
  /// 1 for the largest; equal values share the best of their places, so that 1, 2, 2, 4 may occur.
  public let rank: Int
  /// How many others share it.
  public let tied: Int
  /// Candidates beaten, plus half of those tied with, as a share of all others: 1 for an unshared first, 0
  /// for an unshared last; 1 where there are no others.
  public let points: Double

  /// Twice the candidates beaten, plus those tied with: the points in whole numbers.
  let halfPoints: Int
}

extension Standing {
  /// The standing of each of some values, larger being better.
  ///
  /// Undefined values are last, tied among themselves. Values count as equal where they differ by no more
  /// than rounding can have made: where in descending order each is within 10⁻¹² of the next, relative to
  /// the larger of the two or to 1. So actors of equal position in the network are tied although the sums
  /// behind their betweenness were added in different order, and renumbering the actors changes no rank.
  ///
  /// - Complexity: O(*n* log *n*).
  static func standings(of values: [Double?]) -> [Standing] {
    let order = values.indices.sorted { a, b in
      switch (values[a], values[b]) {
      case (let x?, let y?): x != y ? x > y : a < b
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): a < b
      }
    }
    let n = values.count
    var standings = [Standing](repeating: Standing(rank: 1, tied: 0, points: 1, halfPoints: 0), count: n)
    var first = 0
    while first < n {
      var end = first + 1
      while end < n, areEqual(values[order[end - 1]], values[order[end]]) { end += 1 }
      let tied = end - first - 1
      let halfPoints = 2 * (n - end) + tied
      let points = n == 1 ? 1 : Double(halfPoints) / Double(2 * (n - 1))
      for place in first..<end {
        standings[order[place]] = Standing(
          rank: first + 1, tied: tied, points: points, halfPoints: halfPoints)
      }
      first = end
    }
    return standings
  }

  private static func areEqual(_ larger: Double?, _ smaller: Double?) -> Bool {
    guard let larger, let smaller else { return larger == nil && smaller == nil }
    return larger - smaller <= 1e-12 * Swift.max(1, larger.magnitude)
  }
}
