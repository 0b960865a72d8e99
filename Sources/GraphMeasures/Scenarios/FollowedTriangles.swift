import GraphCore

/// Triangle counts that follow ties as they come and go.
///
/// A tie closes a triangle with each neighbor that its ends share, so that only these three change.
struct FollowedTriangles: Sendable {
  private(set) var counts: [Int]

  mutating func addVertex() { counts.append(0) }

  mutating func added(_ u: Int, _ v: Int, in rows: ChangedRows) { change(u, v, by: 1, in: rows) }

  mutating func removed(_ u: Int, _ v: Int, in rows: ChangedRows) { change(u, v, by: -1, in: rows) }

  private mutating func change(_ u: Int, _ v: Int, by step: Int, in rows: ChangedRows) {
    let left = rows.targets(of: u)
    let right = rows.targets(of: v)
    var i = left.startIndex
    var j = right.startIndex
    while i < left.endIndex, j < right.endIndex {
      if left[i] < right[j] {
        i += 1
      } else if left[i] > right[j] {
        j += 1
      } else {
        counts[Int(left[i])] += step
        counts[u] += step
        counts[v] += step
        i += 1
        j += 1
      }
    }
  }
}

extension Scenario {
  /// Triangles of each vertex, as ``GraphCore/Graph/triangleCounts(execution:)``; nil where not followed.
  public var triangleCounts: [Int]? { triangles?.counts }

  /// Local clustering of each vertex, as ``GraphCore/Graph/clusteringCoefficients(execution:)``, the same
  /// bits; nil where triangles are not followed.
  ///
  /// - Complexity: O(*n*).
  public var clusteringCoefficients: [Double?]? {
    triangles.map { triangles in
      (0..<vertexCount).map { localClustering(triangles: triangles.counts[$0], degree: rows.degree(of: $0)) }
    }
  }
}
