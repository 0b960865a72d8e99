/// A bar along the lower edge of a box, as long as the actor's share of the largest size.
enum SizeBar {
  private static let height = 3.0
  private static let inset = 10.0

  /// What a box needs below its text for a bar.
  static func room(in map: MapSpecification) -> Double { map.sizeName == nil ? 0 : height + 1 }

  /// The bar, or nothing where no measure was chosen: the lines themselves show ties.
  static func element(for node: MapSpecification.Node, in map: MapSpecification, frame: Rect) -> Element? {
    guard map.sizeName != nil, let largest = map.nodes.map(\.size).max(), largest > 0, node.size > 0 else {
      return nil
    }
    let length = max(2, (frame.width - 2 * inset) * node.size / largest)
    return .rect(
      Rect(x: frame.minX + inset, y: frame.maxY - height - 2, width: length, height: height), corner: 1.5,
      .filled(node.isVenue ? .onStrong : .mutedText))
  }

  static func section(for map: MapSpecification) -> LegendSection? {
    guard map.sizeName != nil, let largest = map.nodes.map(\.size).max(), largest > 0 else { return nil }
    return LegendSection(
      heading: map.sizeHeading,
      entries: map.sizeExamples.map { value in
        LegendSection.Entry(
          sample: [
            .rect(
              Rect(x: 0, y: 0, width: max(2, 30 * value / largest), height: height), corner: 1.5,
              .filled(.mutedText))
          ], text: ShortNumber.text(value) + " (length of the bar)")
      })
  }
}
