import GraphCore

/// The supra-adjacency matrix of a multiplex network: every vertex on every layer, and ties between its replicas.
///
/// Replica `layer · n + vertex`. Ties within layers have their weights; all replicas of a vertex are tied to each
/// other with the coupling. Directed where a layer is.
struct SupraGraph {
  let graph: Graph
  private let vertexCount: Int
  private let layerCount: Int

  /// - Throws: `GraphError` with code `badParameter` where the coupling is not a finite number of 0 or more;
  ///   `tooLarge` where there are more replicas than 32-bit numbers can name.
  init(_ multiplex: Multiplex, coupling: Double) throws(GraphError) {
    try requireCoupling(coupling)
    try multiplex.requireReplicas()
    let n = multiplex.vertexCount
    let layers = multiplex.layers
    vertexCount = n
    layerCount = layers.count
    let arcCount =
      layers.reduce(0) { $0 + $1.arcCount } + (coupling > 0 ? n * layers.count * layers.count : 0)
    var offsets: ContiguousArray<Int> = [0]
    var targets: ContiguousArray<UInt32> = []
    var weights: ContiguousArray<Double> = []
    offsets.reserveCapacity(n * layers.count + 1)
    targets.reserveCapacity(arcCount)
    weights.reserveCapacity(arcCount)
    for (number, layer) in layers.enumerated() {
      for vertex in 0..<n {
        func couple(_ others: Range<Int>) {
          guard coupling > 0 else { return }
          for other in others {
            targets.append(UInt32(truncatingIfNeeded: other * n + vertex))
            weights.append(coupling)
          }
        }
        // Rows ascend: replicas on earlier layers, the layer's own, those on later layers.
        couple(0..<number)
        for slot in layer.offsets[vertex]..<layer.offsets[vertex + 1] {
          targets.append(UInt32(truncatingIfNeeded: number * n) + layer.targets[slot])
          weights.append(layer.weight(atSlot: slot))
        }
        couple((number + 1)..<layers.count)
        offsets.append(targets.count)
      }
    }
    let isDirected = layers.contains { $0.direction == .directed }
    graph = Graph(
      direction: isDirected ? .directed : .undirected, offsets: offsets, targets: targets,
      weights: weights.contains { $0 != 1 } ? weights : nil)
  }

  /// For each vertex the sum over its replicas, layer by layer.
  func sums(_ values: [Double]) -> [Double] {
    (0..<vertexCount).map { vertex in
      (0..<layerCount).reduce(0) { $0 + values[$1 * vertexCount + vertex] }
    }
  }
}

/// Rejects what cannot be a coupling.
func requireCoupling(_ coupling: Double) throws(GraphError) {
  guard coupling >= 0, coupling.isFinite else {
    throw GraphError(.badParameter, "the coupling must be finite and at least 0, got \(coupling)")
  }
}

extension Multiplex {
  /// Rejects what has more replicas, one more per vertex included, than 32-bit numbers can name.
  func requireReplicas() throws(GraphError) {
    let (count, overflows) = vertexCount.multipliedReportingOverflow(by: layers.count + 1)
    guard !overflows, count < Int(UInt32.max) else {
      throw GraphError(
        .tooLarge, "\(vertexCount) vertices on \(layers.count) layers are more than 32-bit numbers can name")
    }
  }
}
