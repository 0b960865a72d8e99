/// Edges in the order they were added: what a ``Multigraph`` is built from.
///
/// Columns, not objects: 8 bytes an edge, 8 more where a weight was given, 1 more where some edges of a
/// directed graph run both ways.
public struct EdgeList: Sendable {
  package var sources: ContiguousArray<UInt32> = []
  package var targets: ContiguousArray<UInt32> = []
  /// Empty while every weight is 1.
  package var weights: ContiguousArray<Double> = []
  /// Empty while no edge is marked; matters to directed graphs only.
  package var runsBothWays: ContiguousArray<Bool> = []

  /// Creates an empty list.
  public init() {}

  /// Creates an unweighted list from pairs of vertices.
  public init(_ pairs: some Sequence<(UInt32, UInt32)>) {
    for (source, target) in pairs { append(from: source, to: target) }
  }

  /// Takes columns over; `weights` is empty where all are 1.
  package init(
    sources: ContiguousArray<UInt32>, targets: ContiguousArray<UInt32>, weights: ContiguousArray<Double> = []
  ) {
    precondition(sources.count == targets.count, "every edge has two ends")
    precondition(weights.isEmpty || weights.count == sources.count, "every edge has a weight, or none has")
    self.sources = sources
    self.targets = targets
    self.weights = weights
  }

  /// Number of edges.
  public var count: Int { sources.count }

  /// Number of edges that join a vertex to itself.
  public var selfLoopCount: Int {
    let sources = sources.span
    let targets = targets.span
    var count = 0
    for edge in sources.indices where sources[edge] == targets[edge] { count += 1 }
    return count
  }

  /// Adds an edge of weight 1.
  public mutating func append(from source: UInt32, to target: UInt32) {
    append(from: source, to: target, weight: 1)
  }

  /// Adds an edge.
  ///
  /// - Parameters:
  ///   - source: The vertex it runs from.
  ///   - target: The vertex it runs to; may equal `source`.
  ///   - weight: Finite and not negative; checked when the graph is built.
  ///   - direction: In a directed graph an edge marked `undirected` runs both ways; an undirected graph
  ///     ignores the mark.
  public mutating func append(
    from source: UInt32, to target: UInt32, weight: Double, direction: Direction = .directed
  ) {
    if weight != 1, weights.isEmpty {
      weights = ContiguousArray(repeating: 1, count: sources.count)
      weights.reserveCapacity(sources.capacity)
    }
    if direction == .undirected, runsBothWays.isEmpty {
      runsBothWays = ContiguousArray(repeating: false, count: sources.count)
    }
    if !weights.isEmpty || weight != 1 { weights.append(weight) }
    if !runsBothWays.isEmpty || direction == .undirected {
      runsBothWays.append(direction == .undirected)
    }
    sources.append(source)
    targets.append(target)
  }

  /// Makes room for more edges.
  public mutating func reserveCapacity(_ count: Int) {
    sources.reserveCapacity(count)
    targets.reserveCapacity(count)
  }
}
