extension LayoutRequest {
  /// Settings of the layered engine.
  public struct Layered: Sendable, Codable, Hashable {
    /// Where an edge leads on the page.
    public enum Direction: String, Sendable, Codable, Hashable, CaseIterable {
      case leftToRight, topToBottom
    }

    /// How an edge runs.
    public enum Routing: String, Sendable, Codable, Hashable, CaseIterable {
      case straight
      /// Smooth curves around the nodes.
      case splines
    }

    /// Where an edge meets its nodes.
    public enum Attachment: String, Sendable, Codable, Hashable, CaseIterable {
      /// Wherever the route crosses the outline.
      case outline
      /// In the middle of the facing sides, which gathers the edges of a node into a bundle.
      case facingSides
    }

    /// Where an edge leads on the page.
    public var direction = Direction.leftToRight
    /// How an edge runs.
    public var routing = Routing.splines
    /// Where an edge meets its nodes.
    public var attachment = Attachment.facingSides
    /// Least distance between neighbors in a rank, in points; 1...1,000.
    public var nodeSeparation = 7.2
    /// Least distance between ranks, in points; 1...2,000.
    public var rankSeparation = 187.2

    /// Creates the usual settings.
    public init() {}
  }

  /// How the stress and the spring engine deal with nodes that cover each other.
  public struct Overlap: Sendable, Codable, Hashable {
    /// What is done about overlaps.
    public enum Removal: String, Sendable, Codable, Hashable, CaseIterable {
      case none
      /// Moves nodes apart while keeping neighbors neighbors; up to 5,000 nodes.
      ///
      /// Reference: E. R. Gansner, Y. Hu, "Efficient, proximity-preserving node overlap removal", Journal of Graph
      /// Algorithms and Applications 14 (2010) 53–74, doi:10.7155/jgaa.00198.
      case prism
    }

    /// How the whole layout is stretched before single nodes are moved.
    public enum Scaling: Sendable, Codable, Hashable {
      /// Not at all for the stress engine, which has lengths to keep; to four node sizes for the spring engine, whose
      /// layouts come out small, and would be pulled apart in many slow steps.
      case automatic
      case none
      /// By this factor; 0.1...10.
      case factor(Double)
      /// So far that edges are about this many mean node sizes long; 0.1...10.
      case nodeSizes(Double)
    }

    /// What is done about overlaps.
    public var removal = Removal.prism
    /// How the whole layout is stretched before single nodes are moved.
    public var scaling = Scaling.automatic
    /// Free space kept around each node, in points; 0...500.
    public var margin = 7.0

    /// Creates the usual settings.
    public init() {}
  }

  /// Settings of the spring engine.
  public struct Spring: Sendable, Codable, Hashable {
    /// Length of a spring at rest, in points; 7.2...1,440.
    public var length = 43.2
    /// Power of the distance by which repulsion falls off; 0.1...5.
    ///
    /// Larger values keep far parts closer together.
    public var repulsion = 1.6

    /// Creates the usual settings.
    public init() {}
  }

  /// Settings of the packed engine.
  public struct Packing: Sendable, Codable, Hashable {
    /// How things are put into rows and columns, in the order of the request.
    public enum Arrangement: Sendable, Codable, Hashable {
      /// Row by row, about as many rows as columns.
      case square
      /// Row by row; 1...1,000 columns.
      case rows(columns: Int)
      /// Column by column; 1...1,000 rows.
      case columns(rows: Int)
    }

    /// Free space between neighbors, in points; 0...500.
    public var spacing = 14.0
    /// How the groups, and the nodes that have none, are arranged.
    public var groups = Arrangement.square
    /// How the members of a group are arranged.
    public var members = Arrangement.square

    /// Creates the usual settings.
    public init() {}
  }
}
