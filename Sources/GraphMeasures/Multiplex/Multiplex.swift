public import GraphCore

/// Several simple graphs over the same vertices, one per layer: say, one per mission.
public struct Multiplex: Sendable {
  /// Number of vertices.
  public let vertexCount: Int
  /// The layers, each with the same vertices.
  public let layers: [Graph]

  /// Creates a multiplex network.
  ///
  /// - Parameters:
  ///   - vertexCount: Number of vertices, which each layer must have.
  ///   - layers: One simple graph per layer; may be empty.
  /// - Precondition: All layers have `vertexCount` vertices.
  public init(vertexCount: Int, layers: [Graph]) {
    precondition(layers.allSatisfy { $0.vertexCount == vertexCount }, "layers must have the same vertices")
    self.vertexCount = vertexCount
    self.layers = layers
  }

  /// Creates a multiplex network of one layer or more; without layers it has no vertices.
  ///
  /// - Precondition: All layers have the same number of vertices.
  public init(layers: [Graph]) {
    self.init(vertexCount: layers.first?.vertexCount ?? 0, layers: layers)
  }
}
