public import GraphCore

/// Settings for ``GraphCore/Graph/eigenvectorCentrality(_:execution:)``.
public struct EigenvectorOptions: Hashable, Sendable {
  /// The result counts as converged where ‖Ax − λx‖ ≤ tolerance · λ; greater than 0.
  public var tolerance: Double

  /// Give up after about this many products of the matrix with a vector; at least 1.
  public var maximumRounds: Int

  /// Creates settings.
  public init(tolerance: Double = 1e-13, maximumRounds: Int = 100_000) {
    self.tolerance = tolerance
    self.maximumRounds = maximumRounds
  }
}

/// The outcome of ``GraphCore/Graph/eigenvectorCentrality(_:execution:)``.
public struct EigenvectorScores: Sendable {
  /// One score per vertex, in vertex order.
  public let values: [Double]
  /// The largest eigenvalue; 0 where there is no positive one, and then all scores are 0.
  public let eigenvalue: Double
  /// Products of the matrix with a vector carried out.
  public let rounds: Int
  /// ‖Ax − λx‖/λ, measured on the scores returned.
  public let residual: Double
  /// Whether `residual` is at or below the tolerance.
  public let hasConverged: Bool
}

extension Graph {
  /// Returns the eigenvector centrality of every vertex: high where its neighbors score high.
  ///
  /// The scores are the non-negative eigenvector of the largest eigenvalue λ of the adjacency matrix, with
  /// weights *w*:
  ///
  ///     λ x(v) = Σ { w(u,v) · x(u) : u → v }, Σ x(v)² = 1
  ///
  /// Weights are strengths. Undirected: the vector belongs to the component with the largest eigenvalue and is
  /// 0 elsewhere; of components whose eigenvalues agree to 12 digits, the one with the smallest vertex is
  /// taken. Directed: scores come along incoming arcs; `transposed()` gives the other reading. The vector
  /// belongs to the strongly connected component with the largest eigenvalue and to the vertices reached from
  /// it, and is 0 elsewhere; of components with equal eigenvalues one is taken that reaches none of the others,
  /// and of these the one with the smallest vertex.
  ///
  /// - Parameters:
  ///   - options: Stopping rule.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Dimensionless scores in vertex order, 0 ... 1. A graph without a positive eigenvalue (no edges,
  ///   or directed without cycles) has no such vector: all scores are 0 and so is
  ///   ``EigenvectorScores/eigenvalue``.
  /// - Throws: `GraphError` with code `badParameter` where an option is out of range; `cancelled` where the
  ///   execution asked to stop.
  /// - Complexity: O(*r*·(*b*·*n* + *m*)) time for *r* products, O(*b*·*n*) memory, with *b* up to 40 basis
  ///   vectors in undirected graphs and 1 in directed ones. *r* grows as the largest eigenvalues come close.
  ///
  /// The result has the same bits for any number of threads. Errors are about the residual divided by the
  /// relative gap between the two largest eigenvalues. Agrees with NetworkX `eigenvector_centrality_numpy` on
  /// connected graphs; igraph scales the largest score to 1.
  ///
  /// References: P. Bonacich, "Power and centrality: a family of measures", American Journal of Sociology 92
  /// (1987) 1170–1182, doi:10.1086/228631; algorithm for undirected graphs: K. Wu, H. Simon, "Thick-restart
  /// Lanczos method for large symmetric eigenvalue problems", SIAM Journal on Matrix Analysis and Applications
  /// 22 (2000) 602–616, doi:10.1137/S0895479898334605.
  public func eigenvectorCentrality(
    _ options: EigenvectorOptions = EigenvectorOptions(), execution: Execution = .serial
  ) throws(GraphError) -> EigenvectorScores {
    try options.validate()
    let graph = withoutZeroWeights()
    let silent = execution.withoutProgress
    let pair =
      direction == .undirected
      ? try graph.leadingSymmetricPair(options, execution: silent)
      : try graph.leadingDirectedPair(options, execution: silent)
    execution.onProgress?(1)
    guard let pair else {
      return EigenvectorScores(
        values: Array(repeating: 0, count: vertexCount), eigenvalue: 0, rounds: 0, residual: 0,
        hasConverged: true)
    }
    let residual = try graph.relativeResidual(of: pair, execution: silent)
    return EigenvectorScores(
      values: Array(pair.vector), eigenvalue: pair.value, rounds: pair.rounds, residual: residual,
      hasConverged: residual <= options.tolerance)
  }

  /// ‖Ax − λx‖/λ over the whole graph, for a vector of length 1.
  private func relativeResidual(of pair: LeadingPair, execution: Execution) throws(GraphError) -> Double {
    let product = try AdjacencyProduct(inward: transposed()).times(pair.vector, execution: execution)
    var squares = 0.0
    for vertex in 0..<vertexCount {
      let difference = product[vertex] - pair.value * pair.vector[vertex]
      squares += difference * difference
    }
    return squares.squareRoot() / pair.value
  }
}

extension EigenvectorOptions {
  fileprivate func validate() throws(GraphError) {
    guard tolerance > 0, tolerance.isFinite else {
      throw GraphError(.badParameter, "tolerance must be finite and greater than 0, got \(tolerance)")
    }
    guard maximumRounds > 0 else {
      throw GraphError(.badParameter, "maximumRounds must be greater than 0, got \(maximumRounds)")
    }
  }
}

/// The largest eigenvalue and a non-negative vector of length 1 that belongs to it.
struct LeadingPair {
  var value: Double
  var vector: ContiguousArray<Double>
  /// Products of the matrix with a vector spent on it.
  var rounds: Int
}

extension LeadingPair {
  /// Two eigenvalues this close count as equal, since rounding alone could part them.
  static func isTie(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-12 * max(left, right)
  }
}
