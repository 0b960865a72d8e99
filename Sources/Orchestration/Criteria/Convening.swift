extension TieIndex {
  /// Collects the actors that an actor convenes: as a host, funder, coordinator, governor or founder, or as
  /// the venue that they joined.
  ///
  ///     convening(v) = |C(v) ∪ J(v)|
  ///
  /// C(v) are the actors at the far end of its outgoing ties of a convening relation, J(v) those that joined
  /// it. Which relations convene and which join is the dataset's vocabulary.
  ///
  /// Size: for a venue it is its membership, which is what a convener is for; venues are therefore compared
  /// with venues by default. For others it counts the venues they convene, each as 1, however large.
  ///
  /// Reference: K. G. Provan, P. Kenis, "Modes of network governance: structure, management, and
  /// effectiveness", Journal of Public Administration Research and Theory 18 (2008) 229–252,
  /// doi:10.1093/jopart/mum015.
  func collectConvened(by actor: Int, into met: inout DistinctActors) {
    for tie in ties(of: actor) where convenes(actor, by: tie) || isJoined(actor, by: tie) {
      met.insert(partner(of: actor, by: tie))
    }
  }

  /// Whether more actors join an actor than it joins.
  func isJoinedMoreThanItJoins(_ actor: Int, using met: inout DistinctActors) -> Bool {
    met.removeAll()
    for tie in ties(of: actor) where isJoined(actor, by: tie) { met.insert(partner(of: actor, by: tie)) }
    let joined = met.members.count
    met.removeAll()
    for tie in ties(of: actor) where joins(actor, by: tie) { met.insert(partner(of: actor, by: tie)) }
    return joined > met.members.count
  }
}
