/// Sizes as areas of circles.
struct CircleScale: Hashable, Sendable {
  /// Radius of a circle for nothing.
  var smallest: Double
  /// Radius of the largest circle.
  var largest: Double
  /// What the largest circle stands for.
  var largestValue: Double

  func radius(for value: Double) -> Double {
    guard largestValue > 0 else { return smallest }
    let share = min(1, max(0, value / largestValue))
    return (smallest * smallest + (largest * largest - smallest * smallest) * share).squareRoot()
  }

  /// Two circles, one in the other, with the values that they stand for.
  func section(for map: MapSpecification) -> LegendSection? {
    let examples = map.sizeExamples
    guard let largest = examples.first, self.largest > smallest else { return nil }
    let stroke = Stroke(fill: Stroke.Fill.none, line: .line(nil), width: 1.2)
    let sample = examples.map { value in
      let radius = radius(for: value)
      return Element.circle(Point(x: 0, y: -radius), radius: radius, stroke)
    }
    var text = ShortNumber.text(largest)
    if examples.count > 1 { text += " outside, " + ShortNumber.text(examples[1]) + " inside" }
    return LegendSection(
      heading: map.sizeHeading + " (size)", entries: [LegendSection.Entry(sample: sample, text: text)])
  }

  /// What filled circles and rings are.
  static func actorSection(for map: MapSpecification) -> LegendSection? {
    let venues = map.nodes.count { $0.isVenue }
    let members = map.nodes.count - venues
    let center = Point(x: 0, y: 0)
    var entries: [LegendSection.Entry] = []
    if venues > 0 {
      entries.append(
        LegendSection.Entry(
          sample: [.circle(center, radius: 7, .filled(.strong(nil)))], text: "venue: others join it",
          count: venues))
    }
    if members > 0 {
      entries.append(
        LegendSection.Entry(
          sample: [.circle(center, radius: 7, .filled(.surface, line: .line(nil), width: 2))],
          text: venues > 0 ? "member" : "actor", count: members))
    }
    return entries.isEmpty ? nil : LegendSection(heading: "Actors", entries: entries)
  }
}
