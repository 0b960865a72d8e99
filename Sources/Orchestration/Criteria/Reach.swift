extension TieIndex {
  /// Collects the actors that an actor brings together: the set behind *reach* and *borders*.
  ///
  /// With N(v) the actors tied to *v*, C(v) those that it convenes, J(u) those that joined *u*:
  ///
  ///     R(v) = N(v) ∪ ⋃ { J(u) : u ∈ C(v) } \ {v}        reach(v) = |R(v)|
  ///
  /// An orchestrator enlists intermediaries and through them those who joined them; degree alone misses the
  /// second step, and two steps along any tie would give each member of a large network all the others. So
  /// the second step is taken only through what the actor itself convenes (an outgoing tie of a convening
  /// relation) and only to those who joined it. Being a member adds the venue alone.
  ///
  /// Size: actors are counted once however many rows tie them, and membership of a large venue adds 1 as
  /// that of a small one does. Whoever convenes a large venue is credited with all of it, alone or with
  /// others, since sharing the credit would punish venues whose boards are well recorded; *reach per tie*,
  /// reach ÷ |N(v)|, stands beside it and tells those who reach many through a single venue.
  ///
  /// - Complexity: O(ties of *v* + ties of all it convenes).
  ///
  /// References: L. C. Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1
  /// (1978) 215–239, doi:10.1016/0378-8733(78)90021-7; K. W. Abbott, P. Genschel, D. Snidal, B. Zangl (eds),
  /// "International Organizations as Orchestrators", Cambridge 2015, doi:10.1017/CBO9781139979696.
  func collectReach(of actor: Int, into met: inout DistinctActors) {
    collectPartners(of: actor, into: &met)
    for tie in ties(of: actor) where convenes(actor, by: tie) {
      let venue = partner(of: actor, by: tie)
      for joining in ties(of: venue) where isJoined(venue, by: joining) {
        let member = partner(of: venue, by: joining)
        if member != actor { met.insert(member) }
      }
    }
  }

  /// Collects the actors tied to an actor.
  func collectPartners(of actor: Int, into met: inout DistinctActors) {
    for tie in ties(of: actor) { met.insert(partner(of: actor, by: tie)) }
  }
}
