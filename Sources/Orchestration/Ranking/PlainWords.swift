extension Criterion {
  /// A value in words, as the end of a sentence about the actor.
  func phrase(_ value: Double) -> String {
    let whole = nearest(value)
    switch self {
    case .reach:
      return "brings together \(counted(whole, "actor", "actors"))"
    case .brokerage:
      if value == 0 { return "links no others on shortest paths" }
      return whole == 0
        ? "links hardly any others on shortest paths"
        : "links about \(counted(whole, "pair", "pairs")) of others on shortest paths"
    case .openness:
      let percent = nearest(100 * value)
      return percent < 50
        ? "has an openness of \(percent) %"
        : "has partners little tied to one another, openness \(percent) %"
    case .missions:
      return "works on \(counted(whole, "mission", "missions"))"
    case .methods:
      return "uses \(counted(whole, "method", "methods"))"
    case .borders:
      return "reaches into \(counted(whole, "country", "countries"))"
    case .convening:
      return whole == 0 ? "convenes nobody" : "convenes \(counted(whole, "actor", "actors"))"
    }
  }

  /// What the data lacks where nobody has a value.
  var whyAbsent: String {
    switch self {
    case .reach, .brokerage: "there are no ties"
    case .openness: "nobody has a partner in the network without venues"
    case .missions: "no tie has a mission"
    case .methods: "no tie has a method"
    case .borders: "no actor has a country"
    case .convening: "no tie says who convenes or joins whom"
    }
  }
}

extension Standing {
  /// Such as `2nd`, or `shared 2nd`.
  var place: String { (tied > 0 ? "shared " : "") + ordinal(rank) }

  /// Such as `2nd of 36`.
  func place(among candidates: Int) -> String { "\(place) of \(candidates)" }
}

/// Such as `1 actor` or `3 actors`.
func counted(_ count: Int, _ singular: String, _ plural: String) -> String {
  "\(count) \(count == 1 ? singular : plural)"
}

/// Such as `1st`, `2nd`, `3rd`, `11th`.
func ordinal(_ number: Int) -> String {
  let suffix =
    switch (number % 10, number % 100) {
    case (_, 11...13): "th"
    case (1, _): "st"
    case (2, _): "nd"
    case (3, _): "rd"
    default: "th"
    }
  return "\(number)\(suffix)"
}

/// The nearest whole number, halves upwards even where rounding has left them a little below.
private func nearest(_ value: Double) -> Int {
  let raised = value + 1e-9 * max(1, value.magnitude)
  return Int(exactly: (raised + 0.5).rounded(.down)) ?? (value > 0 ? .max : .min)
}
