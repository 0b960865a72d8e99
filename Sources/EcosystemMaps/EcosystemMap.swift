public import Ecosystem
public import GraphvizLayout

/// A picture of an ecosystem.
///
/// Data runs one way: a view becomes a description of the map, Graphviz finds places for it, and the picture
/// is drawn here. The same view and options give the same bytes on the same version of Graphviz.
public struct EcosystemMap: Sendable {
  /// The arrangement drawn.
  public let style: MapStyle
  /// What colors stand for.
  public let coloring: MapColoring
  /// What was chosen, taken for granted or left out, in plain words.
  public let notes: [String]

  let specification: MapSpecification
  let drawing: DrawnMap

  /// Draws the map of a view.
  ///
  /// - Parameters:
  ///   - view: The actors and ties to draw.
  ///   - options: How the map is to look.
  ///   - sizes: A measure to show by size; nil for the number of ties.
  ///   - layoutEngine: What finds places for circles and boxes.
  /// - Throws: ``MapError`` where the view is too large or the sizes do not fit it; `LayoutError` where
  ///   Graphviz is missing or fails; `GraphError` where venues cannot be projected away.
  public static func make(
    of view: NetworkView, options: MapOptions = MapOptions(), sizes: ActorSizes? = nil,
    layoutEngine: GraphvizLayoutEngine = GraphvizLayoutEngine()
  ) throws -> EcosystemMap {
    let specification = try MapSpecification(of: view, options: options, sizes: sizes)
    let choice = StyleChoice(for: specification)
    let style = options.style ?? choice.style
    try MapLimits.check(specification, style: style)
    var notes = view.notes + specification.notes
    if options.style == nil { notes.append(choice.reason) }

    func layout(_ request: LayoutRequest) throws -> Layout {
      let layout = try layoutEngine.layout(request)
      if let reason = layout.fallbackReason { notes.append("drawn with a simpler layout: \(reason.message)") }
      return layout
    }
    let picture: Picture
    switch style {
    case .columns:
      let columns = ColumnsStyle(map: specification)
      picture = columns.picture(try layout(columns.request))
    case .constellation:
      let constellation = ConstellationStyle(map: specification)
      picture = constellation.picture(try layout(constellation.request))
    case .cards:
      picture = CardsStyle(map: specification).picture()
    case .network:
      let network = NetworkStyle(map: specification, maximumLabels: options.maximumLabels)
      picture = network.picture(try layout(network.request))
    }
    return EcosystemMap(
      style: style, coloring: specification.coloring, notes: notes + picture.notes,
      specification: specification, drawing: Page.map(of: picture, texts: specification.texts))
  }

  /// The map as SVG, with a title, a description, and colors for dark screens.
  public func svg() -> String { SVGWriter.svg(drawing) }

  /// The actors and ties as text in the DOT language of Graphviz, for other programs.
  public func dot() -> String { DOTWriter.text(of: specification, style: style) }
}
