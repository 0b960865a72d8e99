import GraphCore

/// Sums over samples of the shares of vertices.
///
/// A share is a whole number of 2⁻³²; sums of whole numbers do not depend on their order, so samples may be
/// added up by any thread.
struct SampleTally: Sendable {
  /// One in the unit of the sums.
  static let unit = 4_294_967_296.0
  /// For each vertex the sum of its shares, and the sum of their squares.
  private(set) var sums: ContiguousArray<UInt64>
  /// Sum of the numbers of vertices inside the paths of each sample.
  private(set) var innerSum: UInt64 = 0

  init(vertexCount: Int) { sums = ContiguousArray(repeating: 0, count: 2 * vertexCount) }

  /// Number of vertices.
  var vertexCount: Int { sums.count / 2 }

  /// Sum of the shares of a vertex.
  func sum(at vertex: Int) -> Double { Double(sums[2 * vertex]) / Self.unit }
  /// Sum of the squares of the shares of a vertex.
  func squareSum(at vertex: Int) -> Double { Double(sums[2 * vertex + 1]) / Self.unit }

  /// Adds a sample.
  mutating func add(_ paths: borrowing PairPaths) {
    innerSum += UInt64(paths.innerCount)
    let vertices = paths.vertices.span
    let shares = paths.shares.span
    var sums = sums.mutableSpan
    for index in 0..<vertices.count where index != paths.ends.0 && index != paths.ends.1 {
      let v = Int(vertices[index])
      // Rounding can lift the sum of shares that make one a little above it.
      let share = min(1, shares[index])
      sums[2 * v] &+= UInt64(share * Self.unit + 0.5)
      sums[2 * v + 1] &+= UInt64(share * share * Self.unit + 0.5)
    }
  }

  /// Adds another tally, which begins anew.
  mutating func take(_ other: inout SampleTally) {
    innerSum += other.innerSum
    other.innerSum = 0
    for place in 0..<sums.count {
      sums[place] &+= other.sums[place]
      other.sums[place] = 0
    }
  }
}
