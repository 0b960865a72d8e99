/// The drawn actors and ties, before a page is made around them.
struct Picture: Hashable, Sendable {
  /// From the back to the front.
  var elements: [Element]
  /// What the legend has to explain.
  var legend: [LegendSection]
  /// What was left out or decided while drawing.
  var notes: [String] = []
}
