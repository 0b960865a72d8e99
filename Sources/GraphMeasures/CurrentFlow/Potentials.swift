import GraphCore

/// The potentials that currents cause in a connected network of conductors.
///
/// Small networks are eliminated once for all; in larger ones currents are sent one by one. Both read the network
/// alone, so that results do not depend on threads.
struct Potentials: Sendable {
  /// Networks of up to this many vertices are eliminated.
  static let largestElimination = 1_024
  /// Number of currents that are solved for together.
  static let width = 8

  /// Number of vertices.
  let vertexCount: Int
  private let elimination: NodeElimination?
  private let gradients: PotentialGradients?

  /// Memory that solving works in.
  struct Scratch {
    /// Eight currents, and then potentials, per vertex.
    var lanes: ContiguousArray<SIMD8<Double>>
    fileprivate var gradients: PotentialGradients.Scratch?
    /// Whether some current did not come to the tolerance.
    fileprivate(set) var hasFailed = false
  }

  init(_ network: Graph, largestElimination: Int = Self.largestElimination) {
    vertexCount = network.vertexCount
    if vertexCount <= largestElimination {
      elimination = NodeElimination(network)
      gradients = nil
    } else {
      elimination = nil
      gradients = PotentialGradients(network)
    }
  }

  func makeScratch() -> Scratch {
    Scratch(
      lanes: ContiguousArray(repeating: .zero, count: vertexCount),
      gradients: gradients == nil ? nil : PotentialGradients.Scratch(vertexCount: vertexCount))
  }

  /// Sends a unit of current in at each of up to eight vertices; out it goes where all currents go out, at one
  /// vertex or evenly at all.
  ///
  /// Row *v*, column *x* of the potentials at *x* of currents into *v* make a symmetric matrix.
  func solve(sources: Range<Int>, _ scratch: inout Scratch) {
    let spread = gradients == nil ? 0 : -1 / Double(vertexCount)
    var everywhere = SIMD8<Double>.zero
    for lane in 0..<sources.count { everywhere[lane] = spread }
    for vertex in 0..<vertexCount { scratch.lanes[vertex] = everywhere }
    for (lane, vertex) in sources.enumerated() { scratch.lanes[vertex][lane] += 1 }
    solve(&scratch, from: sources.lowerBound)
  }

  /// Sends a unit of current from one end of each of up to eight edges to the other.
  func solve(edges: ArraySlice<(UInt32, UInt32)>, _ scratch: inout Scratch) {
    for vertex in 0..<vertexCount { scratch.lanes[vertex] = .zero }
    for (lane, edge) in edges.enumerated() {
      scratch.lanes[Int(edge.0)][lane] += 1
      scratch.lanes[Int(edge.1)][lane] -= 1
    }
    solve(&scratch, from: 0)
  }

  private func solve(_ scratch: inout Scratch, from first: Int) {
    if let elimination {
      elimination.solve(&scratch.lanes, from: first)
    } else if let gradients, var vectors = scratch.gradients.take() {
      if !gradients.solve(&scratch.lanes, &vectors) { scratch.hasFailed = true }
      scratch.gradients = vectors
    }
  }
}

extension Graph {
  /// The graph as conductors: undirected, without those that conduct nothing, the best with a conductance of 1.
  ///
  /// - Returns: The conductors and the conductance that they are relative to.
  /// - Throws: `GraphError` with code `badWeight` where weights are too far apart or too large.
  func conductors() throws(GraphError) -> (network: Graph, unit: Double) {
    let network = symmetrized().withoutZeroWeights()
    guard let weights = network.weights, let largest = weights.max(), let smallest = weights.min() else {
      return (network, 1)
    }
    guard largest <= 1e280, smallest >= largest * 1e-12 else {
      throw GraphError(
        .badWeight,
        "conductances must be at most 1e280 and differ by a factor of at most 1e12, got \(smallest) to \(largest)"
      )
    }
    return (network.mapWeights { $0 / largest }, largest)
  }
}

/// What is thrown where conjugate gradients do not come to their end.
let unsolvedPotentials = GraphError(
  .badWeight, "conductances are too far apart for so large a network: potentials did not converge")
