import GraphCore

/// What is lost where the layers of a multiplex network are added up: see ``Multiplex/aggregationLoss()``.
public struct AggregationLoss: Sendable, Equatable {
  /// Pairs of vertices tied on at least one layer; ordered where a layer is directed.
  public let tieCount: Int
  /// For each number of layers from 1, the pairs tied on so many.
  public let tieCounts: [Int]
  /// For each layer the pairs tied on it.
  public let layerTieCounts: [Int]
  /// For each layer the pairs tied on it alone.
  public let exclusiveTieCounts: [Int]

  /// The share of all ties that one layer has alone, at most 1; nil where there are none.
  public var exclusiveShare: Double? {
    tieCount > 0 ? Double(exclusiveTieCounts.reduce(0, +)) / Double(tieCount) : nil
  }

  /// For each layer the share of its ties that no other has, at most 1; nil where it has none.
  public var exclusiveShares: [Double?] {
    zip(exclusiveTieCounts, layerTieCounts).map { $1 > 0 ? Double($0) / Double($1) : nil }
  }

  /// The mean number of layers of a tie, from 1 to the number of layers; nil where there are none.
  public var meanLayerCount: Double? {
    tieCount > 0 ? Double(layerTieCounts.reduce(0, +)) / Double(tieCount) : nil
  }
}

extension Multiplex {
  /// Returns how ties spread over layers: which share of them only one layer has, and which of each layer's.
  ///
  /// With E(α) the ties of layer α and E those of all layers together:
  ///
  ///     exclusive share of α = |E(α) ∖ ∪ { E(β) : β ≠ α }| / |E(α)|
  ///     exclusive share      = Σ_α |E(α) ∖ ∪ { E(β) : β ≠ α }| / |E|
  ///
  /// 1 where no tie is on two layers, so that adding layers up merges nothing; 0 where each is on several. Weights are
  /// ignored. Where a layer is directed, arcs are counted, a tie without direction counting as both.
  ///
  /// - Complexity: O(*n*·*M* + *m*) time for *M* layers with *m* arcs; O(*n* + *M*) memory.
  ///
  /// Exact.
  ///
  /// References: F. Battiston, V. Nicosia, V. Latora, "Structural measures for multiplex networks", Physical Review E
  /// 89 (2014) 032804, doi:10.1103/PhysRevE.89.032804 (edge overlap); M. Berlingerio, M. Coscia, F. Giannotti,
  /// A. Monreale, D. Pedreschi, "Foundations of multidimensional network analysis", ASONAM 2011, 485–489,
  /// doi:10.1109/ASONAM.2011.103 (edge exclusive dimension connectivity, counted beside all ties there).
  public func aggregationLoss() -> AggregationLoss {
    var counts = ContiguousArray(repeating: 0, count: vertexCount)
    var lastLayers = counts
    var seen: [Int] = []
    var tieCounts = [Int](repeating: 0, count: layers.count)
    var exclusive = tieCounts
    for vertex in 0..<vertexCount {
      for (number, layer) in layers.enumerated() {
        for neighbor in layer.neighbors(of: vertex) {
          let neighbor = Int(neighbor)
          if counts[neighbor] == 0 { seen.append(neighbor) }
          counts[neighbor] += 1
          lastLayers[neighbor] = number
        }
      }
      for neighbor in seen {
        tieCounts[counts[neighbor] - 1] += 1
        if counts[neighbor] == 1 { exclusive[lastLayers[neighbor]] += 1 }
        counts[neighbor] = 0
      }
      seen.removeAll(keepingCapacity: true)
    }
    // Without directed layers every tie was met from both ends.
    let ends = layers.contains { $0.direction == .directed } ? 1 : 2
    return AggregationLoss(
      tieCount: tieCounts.reduce(0, +) / ends, tieCounts: tieCounts.map { $0 / ends },
      layerTieCounts: layers.map { $0.arcCount / ends }, exclusiveTieCounts: exclusive.map { $0 / ends })
  }
}
