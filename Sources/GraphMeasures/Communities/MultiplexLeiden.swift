public import GraphCore

/// Settings for ``Multiplex/leiden(_:execution:)``.
public struct MultiplexLeidenOptions: Hashable, Sendable {
  /// γ in the modularity of each layer; finite, at least 0.
  public var resolution: Double
  /// What the modularity of each layer counts; finite, at least 0, one per layer, or nil for 1 each.
  public var layerWeights: [Double]?
  /// Fixes the order in which vertices are taken.
  public var seed: UInt64
  /// Searches of which the best is taken, at least 1.
  public var trials: Int
  /// Most iterations of a search, at least 1.
  public var maximumIterations: Int

  /// Creates settings.
  public init(
    resolution: Double = 1, layerWeights: [Double]? = nil, seed: UInt64 = 1, trials: Int = 10,
    maximumIterations: Int = 100
  ) {
    self.resolution = resolution
    self.layerWeights = layerWeights
    self.seed = seed
    self.trials = trials
    self.maximumIterations = maximumIterations
  }
}

extension Multiplex {
  /// Returns communities over all layers: one division of the vertices that makes the sum of the layers'
  /// modularities as large as the Leiden algorithm finds it.
  ///
  /// With the modularity Q_α of the division in layer α and the weight λ_α of the layer:
  ///
  ///     Q = Σ_α λ_α Q_α
  ///
  /// Every layer has its own expectation: a vertex with many ties in one layer is expected to meet others
  /// with many ties in this layer, whatever they have in another. That differs from the modularity of all
  /// layers put together, and a layer counts by its λ, not by its number of ties. A layer without ties adds
  /// nothing.
  ///
  /// Within layers weights and directions are read as in ``GraphCore/Graph/leiden(_:execution:)``. A vertex
  /// without ties in any layer of weight is a community of its own.
  ///
  /// - Parameters:
  ///   - options: Resolution, weights of layers, seed and effort.
  ///   - execution: Threads, which take different trials, progress and cancellation.
  /// - Returns: Communities numbered from 0 by descending size, each connected by ties of all layers; their
  ///   quality is Q, nil where no layer has ties.
  /// - Throws: `GraphError` with code `badParameter` where an option is out of range; `cancelled` where the
  ///   execution asked to stop.
  /// - Complexity: O(*i*·*M*·(*n* + *m*)) time in practice for *i* iterations, *M* layers and *m* ties in all
  ///   of them; O(*M*·*n* + *m*) memory a thread.
  ///
  /// The same for any number of threads. Agrees in what it maximizes with leidenalg
  /// `find_partition_multiplex(layers, ModularityVertexPartition)`.
  ///
  /// References: V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected
  /// communities", Scientific Reports 9 (2019) 5233, doi:10.1038/s41598-019-41695-z; sums over layers: P. J.
  /// Mucha, T. Richardson, K. Macon, M. A. Porter, J.-P. Onnela, "Community structure in time-dependent,
  /// multiscale, and multiplex networks", Science 328 (2010) 876–878, doi:10.1126/science.1184819, with
  /// infinite coupling.
  public func leiden(
    _ options: MultiplexLeidenOptions = MultiplexLeidenOptions(), execution: Execution = .serial
  ) throws(GraphError) -> Communities {
    try options.validate(layerCount: layers.count)
    let layerWeights = options.layerWeights ?? Array(repeating: 1, count: layers.count)
    let ground = try LayeredLevel(self, layerWeights: layerWeights, resolution: options.resolution)
    let outcomes = try execution.replicates(options.trials, seed: options.seed, makeScratch: {}) {
      (_, random, _) throws(GraphError) in
      var search = LayeredSearch(ground)
      while search.iterations < options.maximumIterations, !search.hasSettled {
        if execution.isCancelled?() == true {
          throw GraphError(.cancelled, "the computation was cancelled")
        }
        search.improve(&random)
      }
      return search
    }
    var best = outcomes[0]
    for outcome in outcomes.dropFirst() where outcome.value > best.value { best = outcome }
    let (numbers, sizes) = numberedBySize(ground.separated(best.labels))
    return Communities(
      labels: numbers, sizes: sizes,
      quality: modularity(of: numbers, resolution: options.resolution, layerWeights: layerWeights),
      iterations: best.iterations, hasSettled: best.hasSettled)
  }

  /// Returns the sum over layers of the modularity of one division of the vertices.
  ///
  /// - Parameters:
  ///   - communities: The community of each vertex, any number. One per vertex.
  ///   - resolution: γ, 1 in the usual definition.
  ///   - layerWeights: What each layer counts; nil for 1 each.
  /// - Returns: A dimensionless value; nil where no layer has ties of weight. Layers without are left out.
  /// - Precondition: As many communities as vertices, and as many weights as layers.
  /// - Complexity: O(*M*·*n* + *m*) time for *M* layers with *m* ties in all; O(*n*) memory.
  public func modularity(
    of communities: [Int], resolution: Double = 1, layerWeights: [Double]? = nil
  ) -> Double? {
    precondition(
      layerWeights == nil || layerWeights?.count == layers.count, "a weight for each layer is needed")
    var sum: Double?
    for (place, layer) in layers.enumerated() {
      guard let value = layer.modularity(of: communities, resolution: resolution) else { continue }
      sum = (sum ?? 0) + (layerWeights?[place] ?? 1) * value
    }
    return sum
  }
}

extension MultiplexLeidenOptions {
  fileprivate func validate(layerCount: Int) throws(GraphError) {
    guard resolution >= 0, resolution.isFinite else {
      throw GraphError(.badParameter, "the resolution must be finite and at least 0, got \(resolution)")
    }
    if let layerWeights {
      guard layerWeights.count == layerCount else {
        throw GraphError(
          .badParameter, "one weight for each of \(layerCount) layers is needed, got \(layerWeights.count)")
      }
      for weight in layerWeights where !(weight >= 0 && weight.isFinite) {
        throw GraphError(.badParameter, "the weight of a layer must be finite and at least 0, got \(weight)")
      }
    }
    guard trials > 0 else { throw GraphError(.badParameter, "trials must be at least 1, got \(trials)") }
    guard maximumIterations > 0 else {
      throw GraphError(.badParameter, "maximumIterations must be at least 1, got \(maximumIterations)")
    }
  }
}
