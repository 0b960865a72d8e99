public import GraphCore

/// What may say that a tie is plausible between two vertices.
public enum LinkScore: String, Hashable, Sendable, CaseIterable {
  /// Number of shared neighbors.
  case commonNeighbors
  /// Share of shared neighbors among the neighbors of either.
  case jaccard
  /// Shared neighbors, each counting 1/ln of its degree.
  case adamicAdar
  /// Shared neighbors, each counting 1/degree.
  case resourceAllocation
  /// Product of the two degrees.
  case preferentialAttachment
}

/// Two vertices and what speaks for a tie between them: a plausible partnership, not a forecast.
public struct LinkCandidate: Sendable, Hashable {
  /// The two vertices, the smaller first.
  public let first, second: Int
  /// The vertices tied to both, ascending.
  public let sharedNeighbors: [Int]
  /// Share of shared neighbors among the neighbors of either, at most 1; nil where neither has any.
  public let jaccard: Double?
  /// Sum over shared neighbors of 1/ln d.
  public let adamicAdar: Double
  /// Sum over shared neighbors of 1/d.
  public let resourceAllocation: Double
  /// Product of the two degrees.
  public let preferentialAttachment: Double

  /// Number of shared neighbors.
  public var commonNeighbors: Int { sharedNeighbors.count }

  /// One of the five scores; nil where it is undefined.
  public func score(_ score: LinkScore) -> Double? {
    switch score {
    case .commonNeighbors: Double(commonNeighbors)
    case .jaccard: jaccard
    case .adamicAdar: adamicAdar
    case .resourceAllocation: resourceAllocation
    case .preferentialAttachment: preferentialAttachment
    }
  }
}

extension Graph {
  /// Returns what speaks for a tie between two vertices, tied already or not.
  ///
  /// With N(v) the neighbors of *v* and d(v) their number:
  ///
  ///     common neighbors         |N(u) ∩ N(v)|
  ///     Jaccard                  |N(u) ∩ N(v)| / |N(u) ∪ N(v)|
  ///     Adamic–Adar              Σ { 1/ln d(z) : z ∈ N(u) ∩ N(v) }
  ///     resource allocation      Σ { 1/d(z) : z ∈ N(u) ∩ N(v) }
  ///     preferential attachment  d(u) · d(v)
  ///
  /// A shared neighbor has at least two neighbors, so that no logarithm is 0. Directions and weights are ignored.
  ///
  /// - Parameters:
  ///   - first: A vertex.
  ///   - second: Another.
  /// - Returns: The five scores, dimensionless but for the counts, and the shared neighbors.
  /// - Throws: `GraphError` with code `vertexOutOfRange` where one is no vertex; `badParameter` where both are the
  ///   same.
  /// - Complexity: O(d(u) + d(v)), and O(*n* + *m*) before that in a directed graph.
  ///
  /// The same bits on any platform; sums run by degree, so that pairs whose shared neighbors have the same degrees have
  /// the same scores. Agrees with NetworkX `jaccard_coefficient`, `adamic_adar_index`, `resource_allocation_index`
  /// and `preferential_attachment`; igraph's `similarity` with method `invlogweighted` is Adamic–Adar. NetworkX gives
  /// a Jaccard coefficient of 0 where neither has neighbors, which is undefined here.
  ///
  /// References: L. A. Adamic, E. Adar, "Friends and neighbors on the Web", Social Networks 25 (2003) 211–230,
  /// doi:10.1016/S0378-8733(03)00009-1; T. Zhou, L. Lü, Y.-C. Zhang, "Predicting missing links via local
  /// information", European Physical Journal B 71 (2009) 623–630, doi:10.1140/epjb/e2009-00335-8; D. Liben-Nowell,
  /// J. Kleinberg, "The link-prediction problem for social networks", Journal of the American Society for
  /// Information Science and Technology 58 (2007) 1019–1031, doi:10.1002/asi.20591.
  public func linkCandidate(_ first: Int, _ second: Int) throws(GraphError) -> LinkCandidate {
    for vertex in [first, second] where vertex < 0 || vertex >= vertexCount {
      throw GraphError(
        .vertexOutOfRange, "vertex \(vertex) is not among \(vertexCount), numbered from 0")
    }
    guard first != second else {
      throw GraphError(.badParameter, "a tie needs two vertices, got \(first) twice")
    }
    return symmetrized().candidate(min(first, second), max(first, second))
  }

  /// The scores of a pair of an undirected graph.
  func candidate(_ first: Int, _ second: Int) -> LinkCandidate {
    let shared = sharedNeighbors(of: first, second)
    let degrees = shared.map { degree(of: $0) }.sorted()
    let union = degree(of: first) + degree(of: second) - shared.count
    return LinkCandidate(
      first: first, second: second, sharedNeighbors: shared,
      jaccard: union > 0 ? Double(shared.count) / Double(union) : nil,
      adamicAdar: degrees.reduce(0) { $0 + 1 / Portable.log(Double($1)) },
      resourceAllocation: degrees.reduce(0) { $0 + 1 / Double($1) },
      preferentialAttachment: Double(degree(of: first)) * Double(degree(of: second)))
  }

  /// The vertices tied to both, ascending.
  private func sharedNeighbors(of first: Int, _ second: Int) -> [Int] {
    var shared: [Int] = []
    var left = offsets[first]
    var right = offsets[second]
    while left < offsets[first + 1], right < offsets[second + 1] {
      let (one, other) = (targets[left], targets[right])
      if one == other { shared.append(Int(one)) }
      if one <= other { left += 1 }
      if other <= one { right += 1 }
    }
    return shared
  }
}
