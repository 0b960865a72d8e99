/// The style that suits a map, and why.
struct StyleChoice: Hashable, Sendable {
  var style: MapStyle
  var reason: String

  init(for map: MapSpecification) {
    let actors = map.nodes.count
    let venues = map.nodes.count { $0.isVenue }
    let crossing = map.ties.count { map.nodes[$0.source].isVenue != map.nodes[$0.target].isVenue }
    let isTwoMode = venues > 0 && crossing * 10 >= map.ties.count * 8
    let across = map.ties.count { map.nodes[$0.source].group != map.nodes[$0.target].group }
    if actors <= 60, isTwoMode, venues * 3 <= actors * 2 {
      style = .columns
      reason = "style columns: \(counted(actors, "actor")), and most ties join a venue and a member"
    } else if actors <= 70, map.ties.count <= 4 * actors {
      style = .constellation
      reason = "style constellation: \(counted(actors, "actor"))"
    } else if actors <= 300, across * 2 <= map.ties.count, map.groups.count > 1 || isTwoMode {
      style = .cards
      reason = "style cards: \(counted(actors, "actor")), most of whose ties stay within a group"
    } else {
      style = .network
      reason = "style network: \(counted(actors, "actor")) and \(counted(map.ties.count, "tied pair"))"
    }
  }
}
