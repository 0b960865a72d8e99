public import GraphCore

extension Multiplex {
  /// Returns the relevance of some layers to each vertex: the share of its neighbors that it reaches on them.
  ///
  /// With N(v,L) the vertices that *v* has a tie to on at least one layer of *L*:
  ///
  ///     R(v) = |N(v, layers)| / |N(v, all layers)|
  ///
  /// A neighbor counts once, however many layers have the tie. Weights are ignored. In directed layers neighbors
  /// are those that arcs run to.
  ///
  /// - Parameter layers: Places in ``layers``; one named twice counts once.
  /// - Returns: One value per vertex, in vertex order, dimensionless and in 0 ... 1; nil where a vertex has no tie
  ///   on any layer.
  /// - Throws: `GraphError` with code `badParameter` where a layer is named that is not there.
  /// - Complexity: O(*n* + *m*) time for *m* arcs in all layers; O(*n*) memory.
  ///
  /// Exact up to one rounding. Agrees with multinet `relevance_ml`, which in directed layers counts arcs in as well
  /// unless told otherwise.
  ///
  /// Reference: M. Berlingerio, M. Coscia, F. Giannotti, A. Monreale, D. Pedreschi, "Foundations of
  /// multidimensional network analysis", ASONAM 2011, 485–489, doi:10.1109/ASONAM.2011.103.
  public func relevance(ofLayers layers: [Int]) throws(GraphError) -> [Double?] {
    let isChosen = try chosen(layers)
    return neighborCounts(isChosen).map { $0.share($0.reached) }
  }

  /// Returns the exclusive relevance of some layers to each vertex: the share of its neighbors that it reaches on
  /// them alone.
  ///
  ///     XR(v) = |N(v, layers) ∖ N(v, other layers)| / |N(v, all layers)|
  ///
  /// N is that of ``relevance(ofLayers:)``, and so is what it says about weights and direction. The share of
  /// neighbors that would be lost, were the ties of these layers to end.
  ///
  /// - Parameter layers: Places in ``layers``; one named twice counts once.
  /// - Returns: One value per vertex, in vertex order, dimensionless, from 0 to the relevance; nil where a vertex
  ///   has no tie on any layer.
  /// - Throws: `GraphError` with code `badParameter` where a layer is named that is not there.
  /// - Complexity: O(*n* + *m*) time for *m* arcs in all layers; O(*n*) memory.
  ///
  /// Exact up to one rounding. Agrees with multinet `xrelevance_ml`.
  ///
  /// Reference: M. Berlingerio, M. Coscia, F. Giannotti, A. Monreale, D. Pedreschi, "Foundations of
  /// multidimensional network analysis", ASONAM 2011, 485–489, doi:10.1109/ASONAM.2011.103.
  public func exclusiveRelevance(ofLayers layers: [Int]) throws(GraphError) -> [Double?] {
    let isChosen = try chosen(layers)
    return neighborCounts(isChosen).map { $0.share($0.exclusive) }
  }

  /// Returns the connective redundancy of each vertex on some layers: the share of its ties without which it would
  /// have the same neighbors.
  ///
  /// With k(v,α) the degree on layer α and N as in ``relevance(ofLayers:)``:
  ///
  ///     CR(v) = 1 − |N(v, layers)| / Σ { k(v,α) : α in layers }
  ///
  /// 0 where every neighbor is met on one layer only, 1 − 1/*L* where all are met on all of *L* layers. Weights are
  /// ignored. In directed layers neighbors are those that arcs run to.
  ///
  /// - Parameter layers: Places in ``layers``; one named twice counts once. nil stands for all.
  /// - Returns: One value per vertex, in vertex order, dimensionless and in 0 ..< 1; nil where a vertex has no tie
  ///   on these layers.
  /// - Throws: `GraphError` with code `badParameter` where a layer is named that is not there.
  /// - Complexity: O(*n* + *m*) time for *m* arcs in all layers; O(*n*) memory.
  ///
  /// Exact up to one rounding. Agrees with multinet `connective_redundancy_ml`.
  ///
  /// Reference: M. Berlingerio, M. Coscia, F. Giannotti, A. Monreale, D. Pedreschi, "Foundations of
  /// multidimensional network analysis", ASONAM 2011, 485–489, doi:10.1109/ASONAM.2011.103; M. Magnani, L. Rossi,
  /// "The ML-model for multi-layer social networks", ASONAM 2011, 5–12, doi:10.1109/ASONAM.2011.114.
  public func connectiveRedundancy(onLayers layers: [Int]? = nil) throws(GraphError) -> [Double?] {
    let isChosen = try chosen(layers ?? Array(self.layers.indices))
    return neighborCounts(isChosen).map { counts in
      counts.ties > 0 ? Double(counts.ties - counts.reached) / Double(counts.ties) : nil
    }
  }

  /// Whether each layer is among some.
  private func chosen(_ layers: [Int]) throws(GraphError) -> [Bool] {
    var isChosen = [Bool](repeating: false, count: self.layers.count)
    for layer in layers {
      guard isChosen.indices.contains(layer) else {
        throw GraphError(.badParameter, "there is no layer \(layer) among \(isChosen.count)")
      }
      isChosen[layer] = true
    }
    return isChosen
  }

  /// For each vertex how many neighbors it has where.
  private func neighborCounts(_ isChosen: [Bool]) -> [NeighborCounts] {
    // Of the last vertex that met each other: by a chosen layer 2·vertex + 2, by others alone 2·vertex + 1.
    var marks = [Int](repeating: 0, count: vertexCount)
    return (0..<vertexCount).map { vertex in
      var counts = NeighborCounts()
      for (layer, isChosen) in zip(layers, isChosen) where !isChosen {
        for neighbor in layer.neighbors(of: vertex) where marks[Int(neighbor)] <= 2 * vertex {
          marks[Int(neighbor)] = 2 * vertex + 1
          counts.all += 1
        }
      }
      for (layer, isChosen) in zip(layers, isChosen) where isChosen {
        for neighbor in layer.neighbors(of: vertex) {
          counts.ties += 1
          let mark = marks[Int(neighbor)]
          if mark == 2 * vertex + 2 { continue }
          marks[Int(neighbor)] = 2 * vertex + 2
          counts.reached += 1
          if mark <= 2 * vertex {
            counts.exclusive += 1
            counts.all += 1
          }
        }
      }
      return counts
    }
  }
}

/// Neighbors of a vertex by where it meets them.
private struct NeighborCounts {
  /// On any layer.
  var all = 0
  /// On the chosen layers.
  var reached = 0
  /// On the chosen layers alone.
  var exclusive = 0
  /// Ties on the chosen layers.
  var ties = 0

  func share(_ count: Int) -> Double? { all > 0 ? Double(count) / Double(all) : nil }
}
