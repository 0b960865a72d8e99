/// What makes one division of a graph into communities better than another.
public enum CommunityQuality: Hashable, Sendable {
  /// Ties within communities beyond what is expected of vertices with these strengths.
  ///
  /// See ``GraphCore/Graph/modularity(of:resolution:)``. A higher resolution gives smaller communities; 1 is
  /// the usual one.
  case modularity(resolution: Double)
  /// Ties within communities beyond a number per pair of members: the constant Potts model.
  ///
  /// See ``GraphCore/Graph/constantPotts(of:resolution:)``. The resolution is the density that communities have
  /// at least within, and at most between each other.
  case constantPotts(resolution: Double)

  /// Finite, at least 0.
  var resolution: Double {
    switch self {
    case .modularity(let resolution), .constantPotts(let resolution): resolution
    }
  }
}
