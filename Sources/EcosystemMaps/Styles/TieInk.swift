import Ecosystem

/// How ties are drawn: in the color of their group; solid for missions, dashed for methods, dots for neither;
/// broader for several ties.
///
/// A tie for a mission and by a method is drawn as what the map is about: dashed on a map of methods, solid
/// on others.
struct TieInk: Hashable, Sendable {
  /// Width of a single tie.
  var width: Double
  /// How far the ground shows through, 0...1.
  var opacity: Double
  /// What the map is about; nil where all ties are plain.
  var subject: Axis?

  /// Width of the line for a number of ties between the same two actors.
  func width(forTies count: Int) -> Double { width * (1 + 0.3 * Double(min(count, 5) - 1)) }

  /// The line along a path.
  func elements(along path: Path, axes: TieAxes, color: Int?, count: Int = 1) -> [Element] {
    let width = width(forTies: count)
    var stroke = Stroke(
      fill: Stroke.Fill.none, line: .line(color), width: width, dashes: dashes(for: axes), opacity: opacity)
    stroke.hasRoundCaps = axes == .none
    return [.path(path, stroke)]
  }

  /// All of a tie, under its title.
  func group(along path: Path, tie: MapSpecification.Tie, color: Int?) -> Element {
    .group(
      Element.Group(
        title: tie.title, children: elements(along: path, axes: tie.axes, color: color, count: tie.count)))
  }

  private func dashes(for axes: TieAxes) -> [Double] {
    switch axes {
    case .vertical: []
    case .both: subject == .horizontal ? dashes(for: .horizontal) : []
    case .horizontal: [max(3.5, width * 3.4), max(2.5, width * 1.8)]
    case .none: subject == nil ? [] : [0.1, max(2.4, width * 2)]
    }
  }
}
