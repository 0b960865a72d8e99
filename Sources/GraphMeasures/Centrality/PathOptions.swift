package import GraphCore

/// How measures of shortest paths read a graph.
public struct PathOptions: Hashable, Sendable {
  /// What the length of a path is.
  public enum Lengths: String, Hashable, Sendable, CaseIterable {
    /// The number of its arcs.
    case steps
    /// The sum of the weights of its arcs, each greater than 0. An unweighted graph has weights of 1.
    case weights
  }

  /// What the length of a path is.
  public var lengths: Lengths

  /// Creates settings.
  public init(lengths: Lengths = .steps) {
    self.lengths = lengths
  }
}

extension PathOptions {
  /// The lengths of the arcs, nil where every arc is one step.
  ///
  /// - Throws: `GraphError` with code `badWeight` where a length is not greater than 0.
  package func arcLengths(of graph: Graph) throws(GraphError) -> ContiguousArray<Double>? {
    guard lengths == .weights, let weights = graph.weights else { return nil }
    for weight in weights where !(weight > 0) {
      throw GraphError(.badWeight, "the length of an arc must be greater than 0, got \(weight)")
    }
    return weights
  }
}
