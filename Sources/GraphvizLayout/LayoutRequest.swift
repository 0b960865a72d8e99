/// What is to be placed, and how: sizes and ends, never text.
///
/// All lengths are in points (1/72 inch). Every number is checked before a layout starts; see ``LayoutError``.
public struct LayoutRequest: Sendable, Codable, Hashable {
  /// The method that finds the positions.
  public enum Engine: String, Sendable, Codable, Hashable, CaseIterable {
    /// Ranks along the direction of the edges, with few crossings and routed edges; up to 500 nodes, 2,000 edges.
    ///
    /// Reference: E. R. Gansner, E. Koutsofios, S. C. North, K.-P. Vo, "A technique for drawing directed graphs",
    /// IEEE Transactions on Software Engineering 19 (1993) 214–230, doi:10.1109/32.221135.
    case layered
    /// Distances on the page close to distances in the graph; up to 500 nodes, 2,000 edges.
    ///
    /// Reference: E. R. Gansner, Y. Koren, S. North, "Graph drawing by stress majorization", Graph Drawing 2004,
    /// LNCS 3383, 239–250, doi:10.1007/978-3-540-31843-9_25.
    case stress
    /// Edges as springs between nodes that repel each other, on several scales; up to 20,000 nodes, 60,000 edges.
    ///
    /// Reference: Y. Hu, "Efficient, high-quality force-directed graph drawing", The Mathematica Journal 10 (2006)
    /// 37–71.
    case spring
    /// Groups side by side, each with its members in an array; edges do not matter; up to 20,000 nodes.
    case packed
  }

  /// The outline of a node, where edges end.
  public enum Shape: String, Sendable, Codable, Hashable, CaseIterable {
    case box
    /// A circle; width and height are equal.
    case circle
  }

  /// A thing to place.
  public struct Node: Sendable, Codable, Hashable {
    /// Width in points; 7.2...5,000.
    public var width: Double
    /// Height in points; 7.2...5,000.
    public var height: Double
    /// The outline, where edges end.
    public var shape: Shape
    /// Index into ``LayoutRequest/groups``.
    ///
    /// The stress and spring engines take no notice of it.
    public var group: Int?

    /// Creates a node.
    public init(width: Double, height: Double, shape: Shape = .box, group: Int? = nil) {
      self.width = width
      self.height = height
      self.shape = shape
      self.group = group
    }
  }

  /// A tie between two nodes.
  ///
  /// Self-loops and parallel edges are allowed.
  public struct Edge: Sendable, Codable, Hashable {
    /// Whether an edge is routed.
    public enum Visibility: String, Sendable, Codable, Hashable {
      case visible
      /// Acts on the positions, but has no route in the result.
      case hidden
    }

    /// Index of the node where the edge starts.
    public var from: Int
    /// Index of the node where the edge ends.
    public var to: Int
    /// Wished distance of the centers in points, 7.2...1,440; for the stress engine only.
    ///
    /// `nil` means 72.
    public var length: Double?
    /// How strongly the edge pulls, 1...100.
    ///
    /// The layered engine rounds it to a whole number. `nil` means 1.
    public var weight: Double?
    /// Whether the edge is routed.
    public var visibility: Visibility

    /// Creates an edge.
    public init(
      from: Int, to: Int, length: Double? = nil, weight: Double? = nil, visibility: Visibility = .visible
    ) {
      self.from = from
      self.to = to
      self.length = length
      self.weight = weight
      self.visibility = visibility
    }
  }

  /// Nodes drawn together on one area, by the layered and the packed engine.
  public struct Group: Sendable, Codable, Hashable {
    /// Least width kept free above the members, for a heading, in points; 0...5,000.
    public var headerWidth: Double
    /// Height kept free above the members, for a heading, in points; 0...500; 0 means no heading.
    public var headerHeight: Double

    /// Creates a group.
    public init(headerWidth: Double = 0, headerHeight: Double = 0) {
      self.headerWidth = headerWidth
      self.headerHeight = headerHeight
    }
  }

  /// The method that finds the positions.
  public var engine: Engine
  /// What is placed.
  ///
  /// Positions depend on the order.
  public var nodes: [Node]
  /// What ties them together.
  ///
  /// Positions do not depend on the order, but for parallel edges.
  public var edges: [Edge]
  /// The groups that nodes name.
  ///
  /// The stress and spring engines take no notice of them.
  public var groups: [Group]
  /// Settings of the layered engine.
  public var layered = Layered()
  /// How overlaps are removed, by the stress and the spring engine.
  public var overlap = Overlap()
  /// Settings of the spring engine.
  public var spring = Spring()
  /// Settings of the packed engine.
  public var packing = Packing()
  /// Free space around the members of a group, in points; 0...500.
  public var groupMargin = 14.0
  /// Start of the random numbers, which the stress and the spring engine use.
  public var seed: UInt16 = 7

  /// Creates a request with the usual settings.
  public init(engine: Engine, nodes: [Node], edges: [Edge] = [], groups: [Group] = []) {
    self.engine = engine
    self.nodes = nodes
    self.edges = edges
    self.groups = groups
  }
}
