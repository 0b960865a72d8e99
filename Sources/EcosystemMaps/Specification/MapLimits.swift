/// How much a map can show.
enum MapLimits {
  /// Actors in any map.
  static let actors = 20_000
  /// Drawn ties in any map.
  static let ties = 60_000

  static func actors(in style: MapStyle) -> Int {
    switch style {
    case .columns: 400
    case .constellation: 400
    case .cards: 2_000
    case .network: actors
    }
  }

  static func ties(in style: MapStyle) -> Int {
    switch style {
    case .columns, .constellation: 2_000
    case .cards: 20_000
    case .network: ties
    }
  }

  static func check(_ specification: MapSpecification, style: MapStyle) throws(MapError) {
    let (actors, ties) = (specification.nodes.count, specification.ties.count)
    guard actors <= Self.actors(in: style), ties <= Self.ties(in: style) else {
      let other = style == .network ? "" : ", or take the style `network`"
      throw MapError(
        .tooLarge,
        "the style `\(style.rawValue)` shows up to \(Self.actors(in: style)) actors and \(Self.ties(in: style)) tied "
          + "pairs, not \(actors) and \(ties); \(advice)\(other)")
    }
  }

  static func tooManyActors(_ count: Int) -> MapError {
    MapError(.tooLarge, "a map shows up to \(actors) actors, not \(count); \(advice)")
  }

  static func tooManyTies(_ count: Int) -> MapError {
    MapError(.tooLarge, "a map shows up to \(ties) tied pairs, not \(count); \(advice)")
  }

  private static let advice =
    "narrow the selection (--mission, --method, --kind, --country, --since), or map the surroundings of one actor "
    + "(--around ACTOR --steps 1)"
}
