public import GraphCore

extension Graph {
  /// Returns the reciprocity of the graph: the share of its arcs that are answered by one the other way.
  ///
  ///     r = |{ (u, v) : u → v and v → u }| / |{ (u, v) : u → v }|
  ///
  /// Ordered pairs: two arcs that answer each other count twice above and below. Weights are ignored. An
  /// undirected graph with edges has a reciprocity of 1.
  ///
  /// - Returns: A dimensionless value in 0 ... 1; nil where there are no arcs.
  /// - Complexity: O(*n* + *m*) time; as much memory as the graph.
  ///
  /// Exact up to one rounding. Agrees with igraph `reciprocity` in its default mode and NetworkX
  /// `overall_reciprocity`.
  ///
  /// Reference: S. Wasserman, K. Faust, "Social Network Analysis", Cambridge University Press 1994, chapter
  /// 13, doi:10.1017/CBO9780511815478.
  public func reciprocity() -> Double? {
    guard arcCount > 0 else { return nil }
    if direction == .undirected { return 1 }
    let reverse = transposed()
    var answered = 0
    for vertex in 0..<vertexCount {
      answered += countShared(
        targets.span, offsets[vertex]..<offsets[vertex + 1],
        reverse.targets.span, reverse.offsets[vertex]..<reverse.offsets[vertex + 1])
    }
    return Double(answered) / Double(arcCount)
  }
}

/// Number of vertices in both of two ascending rows.
private func countShared(
  _ left: Span<UInt32>, _ leftSlots: Range<Int>, _ right: Span<UInt32>, _ rightSlots: Range<Int>
) -> Int {
  var one = leftSlots.lowerBound
  var other = rightSlots.lowerBound
  var count = 0
  while one < leftSlots.upperBound, other < rightSlots.upperBound {
    let a = left[one]
    let b = right[other]
    if a == b { count += 1 }
    if a <= b { one += 1 }
    if b <= a { other += 1 }
  }
  return count
}
