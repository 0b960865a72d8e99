public import GraphCore

/// Several simple graphs over the same vertices, one per layer: say, one per mission.
public struct Multiplex: Sendable {
  /// The layers, each with the same vertices.
  public let layers: [Graph]

  /// Creates a multiplex network.
  ///
  /// - Parameter layers: One simple graph per layer.
  /// - Precondition: All have the same number of vertices.
  public init(layers: [Graph]) {
    precondition(
      layers.allSatisfy { $0.vertexCount == layers[0].vertexCount }, "layers must have the same vertices")
    self.layers = layers
  }

  /// Number of vertices; 0 where there is no layer.
  public var vertexCount: Int { layers.first?.vertexCount ?? 0 }
}
