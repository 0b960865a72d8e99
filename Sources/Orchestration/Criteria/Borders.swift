import Ecosystem

/// The countries among the actors that one actor brings together.
///
///     borders(v) = |{ country(u) : u ∈ R(v), country(u) known } \ {country(v)}|
///
/// R(v) is the set of *reach*. An actor whose own country is unknown, as that of a transnational network,
/// has none to leave out. Blank countries are not guessed, so that the count is a lower bound; it is
/// undefined where the whole view names no country.
///
/// Size: the number of countries grows with reach, but with many partners in one country it does not; beside
/// it stands the *share abroad*, the share of those of known country in R(v) that are in another country,
/// undefined where none is known or the actor's own is not.
///
/// References: R. Reagans, B. McEvily, "Network structure and knowledge transfer: the effects of cohesion and
/// range", Administrative Science Quarterly 48 (2003) 240–267, doi:10.2307/3556658; D. Krackhardt, R. N.
/// Stern, "Informal networks and organizational crises", Social Psychology Quarterly 51 (1988) 123–140,
/// doi:10.2307/2786835.
struct Borders {
  /// Distinct countries other than the actor's own.
  let countries: Int
  /// Share of the actors of known country that are in another, nil where that cannot be said.
  let shareAbroad: Double?

  init(of actor: Int, bringingTogether others: [Int], countries column: TextColumn) {
    let own = column.code(ofRow: actor)
    var seen: Set<Int> = []
    var known = 0
    var abroad = 0
    for other in others {
      guard let country = column.code(ofRow: other) else { continue }
      known += 1
      if country != own {
        abroad += 1
        seen.insert(country)
      }
    }
    countries = seen.count
    shareAbroad = own == nil || known == 0 ? nil : Double(abroad) / Double(known)
  }
}
