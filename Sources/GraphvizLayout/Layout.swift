/// Where everything goes: points (1/72 inch) from the top left corner, y downwards as in SVG, rounded to 0.01.
public struct Layout: Sendable, Codable, Hashable {
  /// A place on the page.
  public struct Point: Sendable, Codable, Hashable {
    /// Distance from the left edge, in points.
    public var x: Double
    /// Distance from the top edge, in points.
    public var y: Double

    /// Creates a point.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A width and a height.
  public struct Size: Sendable, Codable, Hashable {
    /// Points.
    public var width: Double
    /// Points.
    public var height: Double

    /// Creates a size.
    public init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }

  /// An upright rectangle.
  public struct Rect: Sendable, Codable, Hashable {
    /// The top left corner.
    public var origin: Point
    /// Width and height.
    public var size: Size

    /// Creates a rectangle.
    public init(origin: Point, size: Size) {
      self.origin = origin
      self.size = size
    }
  }

  /// The course of an edge from the outline of one node to that of another.
  public struct Route: Sendable, Codable, Hashable {
    /// A piece of a route, from where the piece before it ends.
    public enum Segment: Sendable, Codable, Hashable {
      case line(to: Point)
      /// A cubic Bézier curve with two control points.
      case curve(Point, Point, to: Point)

      /// Where the piece ends.
      public var end: Point {
        switch self {
        case .line(let end), .curve(_, _, let end): end
        }
      }
    }

    /// Where the edge leaves its first node.
    public var start: Point
    /// The pieces, at least one.
    public var segments: [Segment]

    /// Creates a route.
    public init(start: Point, segments: [Segment]) {
      self.start = start
      self.segments = segments
    }

    /// Where the edge reaches its second node.
    public var end: Point { segments.last?.end ?? start }
  }

  /// The engine that found the positions; `spring` where the wanted one failed.
  public var engine: LayoutRequest.Engine
  /// Why this is the plain spring layout instead of the wanted one; `nil` where all went as asked.
  public var fallbackReason: LayoutError?
  /// The smallest page that holds nodes, routes and groups, without a margin.
  public var size: Size
  /// The centers of the nodes, in the order of the request.
  public var nodes: [Point]
  /// The routes of the edges, in the order of the request; `nil` for hidden edges and where there is none to draw.
  public var routes: [Route?]
  /// The areas of the groups, in the order of the request; `nil` where the engine has no groups.
  public var groups: [Rect]?
  /// What Graphviz warned of, for reports; empty as a rule.
  ///
  /// Printable ASCII.
  public var diagnostics: String

  package init(
    engine: LayoutRequest.Engine, fallbackReason: LayoutError? = nil, size: Size, nodes: [Point],
    routes: [Route?], groups: [Rect]?, diagnostics: String = ""
  ) {
    self.engine = engine
    self.fallbackReason = fallbackReason
    self.size = size
    self.nodes = nodes
    self.routes = routes
    self.groups = groups
    self.diagnostics = diagnostics
  }
}
