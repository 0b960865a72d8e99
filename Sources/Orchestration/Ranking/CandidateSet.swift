import Ecosystem

/// Who is ranked, and compared with whom.
///
/// Whatever is chosen, the criteria are those of the whole view. On data about membership venues lead every
/// centrality, since all ties run to them; so venues are best compared with venues, and members with members.
/// Documents, such as reports and laws, are never ranked: they are in the network, but cannot act.
public enum CandidateSet: String, Hashable, Sendable, CaseIterable {
  /// Every actor with a tie to another, documents excepted.
  case all
  /// Those that are no venues: governments, cities, agencies. The ranking tells *who connects*.
  case members
  /// Those that others join: actors of a kind that the dataset's vocabulary calls a venue, and any that more
  /// actors join than it joins, as the European Union among governments. The ranking tells *who convenes*.
  case venues
}

extension CriteriaTable {
  /// The vertices that belong to a set of candidates, ascending.
  public func vertices(of candidates: CandidateSet) -> [Int] {
    (0..<view.vertexCount).filter { vertex in
      guard isTied[vertex], !isDocument(vertex) else { return false }
      switch candidates {
      case .all: return true
      case .members: return !isVenue[vertex]
      case .venues: return isVenue[vertex]
      }
    }
  }

  /// Whether a vertex is a document, which is not ranked.
  public func isDocument(_ vertex: Int) -> Bool { view.dataset.isDocument(view.actors[vertex]) }

  /// Whether a vertex is ranked among venues or among members.
  public func ownCandidateSet(of vertex: Int) -> CandidateSet { isVenue[vertex] ? .venues : .members }
}
