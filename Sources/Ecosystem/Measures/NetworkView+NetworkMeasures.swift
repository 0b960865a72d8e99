public import GraphCore
import GraphMeasures

/// A measure of a whole network.
public struct NetworkMeasureValue: Sendable {
  /// Which measure.
  public let id: NetworkMeasureID
  /// Its value; nil where it is undefined or was left out.
  public let value: Double?
  /// Why it was left out, or how it was found; nil where there is nothing to say.
  public let note: String?
}

extension NetworkView {
  /// Returns measures of the network as a whole, by ties without weights, read both ways but for `reciprocity`.
  ///
  /// - Parameters:
  ///   - ids: Which measures.
  ///   - seed: Fixes the random numbers of `small-world`, `rich-club`, `core-periphery-fit` and `modularity`.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: One value for each id, in their order. What would take searches from all actors of a very large
  ///   network is left out, with a note.
  /// - Throws: `GraphError` where the graph is too large or the caller cancelled.
  /// - Complexity: As the passports say.
  public func networkMeasures(
    _ ids: [NetworkMeasureID] = NetworkMeasureID.allCases, seed: UInt64 = 1, execution: Execution = .serial
  ) throws(GraphError) -> [NetworkMeasureValue] {
    var bench = NetworkWorkbench(
      view: self, graph: try structure(.undirected, execution: Execution(threads: execution.threads)),
      seed: seed, execution: execution)
    var values: [NetworkMeasureValue] = []
    for (place, id) in ids.enumerated() {
      bench.execution = execution.share(
        from: Double(place) / Double(ids.count), to: Double(place + 1) / Double(ids.count))
      values.append(try bench.measure(id))
    }
    return values
  }
}

private struct NetworkWorkbench {
  /// Distances are left out where finding them looks at more arcs than this, as estimated beforehand.
  ///
  /// Up to it they take about a second where distances are short, and up to 15 on the longest, on one thread.
  static let largestDistanceCost = 4e9

  let view: NetworkView
  let graph: Graph
  let seed: UInt64
  var execution: Execution
  private let components: ConnectedComponents
  /// Searches from all actors are feasible.
  private let areDistancesCheap: Bool
  private var knownDistances: DistanceSummaries?

  init(view: NetworkView, graph: Graph, seed: UInt64, execution: Execution) {
    self.view = view
    self.graph = graph
    self.seed = seed
    self.execution = execution
    components = graph.connectedComponents()
    areDistancesCheap = graph.estimatedDistanceCost(components) <= Self.largestDistanceCost
  }

  mutating func measure(_ id: NetworkMeasureID) throws(GraphError) -> NetworkMeasureValue {
    if id.searchesFromAll, !areDistancesCheap {
      return NetworkMeasureValue(
        id: id, value: nil, note: "\(id.rawValue) is left out: it takes searches from all actors")
    }
    if id.sizeLimit < graph.vertexCount {
      return NetworkMeasureValue(
        id: id, value: nil, note: "\(id.rawValue) is left out: there are more than \(id.sizeLimit) actors")
    }
    do throws(GraphError) {
      return NetworkMeasureValue(id: id, value: try value(id), note: nil)
    } catch {
      guard error.code != .cancelled else { throw error }
      return NetworkMeasureValue(id: id, value: nil, note: "\(id.rawValue) is left out: \(error.message)")
    }
  }

  private mutating func value(_ id: NetworkMeasureID) throws(GraphError) -> Double? {
    let n = Double(graph.vertexCount)
    let m = Double(graph.edgeCount)
    switch id {
    case .density: return n < 2 ? nil : m / (n * (n - 1) / 2)
    case .meanDegree: return n == 0 ? nil : 2 * m / n
    case .components: return Double(components.count)
    case .averagePathLength: return try distances().averagePathLength
    case .diameter: return try distances().diameter
    case .transitivity: return try graph.transitivity(execution: execution)
    case .reciprocity:
      guard view.selection.projection == nil else { return nil }
      return try view.structure(.directed, execution: Execution(threads: execution.threads)).reciprocity()
    case .degreeAssortativity: return graph.degreeAssortativity()
    case .groupAssortativity: return graph.assortativity(groups: try view.groups(by: .country))
    case .globalEI: return graph.globalEIIndex(groups: try view.groups(by: .country))
    case .degreeCentralization: return try graph.centralization(of: .degree, execution: execution)
    case .betweennessCentralization: return try graph.centralization(of: .betweenness, execution: execution)
    case .closenessCentralization: return try graph.centralization(of: .closeness, execution: execution)
    case .smallWorld: return try graph.smallWorld(RewiringOptions(seed: seed), execution: execution).sigma
    case .richClub: return try richClub()
    case .corePeripheryFit:
      return try graph.corePeriphery(CorePeripheryOptions(seed: seed), execution: execution)?.fit
    case .modularity: return try graph.leiden(LeidenOptions(seed: seed), execution: execution).quality
    case .cliqueNumber:
      return graph.vertexCount == 0
        ? nil
        : Double(try graph.cliqueMembership(budget: describeBudget, execution: execution).largestSize)
    case .cohesion:
      return Double(try graph.cohesiveBlocks(budget: describeBudget, execution: execution).largestCohesion)
    case .fragmentation:
      guard n >= 2 else { return nil }
      var sizes = [Double](repeating: 0, count: components.count)
      for label in components.labels { sizes[Int(label)] += 1 }
      return 1 - sizes.reduce(0) { $0 + $1 * ($1 - 1) } / (n * (n - 1))
    }
  }

  /// Effort that a summary may take for one number: a few seconds.
  private var describeBudget: SearchBudget { SearchBudget(groups: 100_000, steps: 20_000_000) }

  /// The normalized coefficient above the median degree at the ends of ties.
  private func richClub() throws(GraphError) -> Double? {
    let degrees = graph.degrees()
    var ends = degrees.flatMap { repeatElement($0, count: $0) }
    guard !ends.isEmpty else { return nil }
    ends.sort()
    let median = ends[ends.count / 2]
    let club = try graph.richClub(RewiringOptions(seed: seed), execution: execution)
    return median < club.normalized.count ? club.normalized[median] : nil
  }

  private mutating func distances() throws(GraphError) -> DistanceSummaries {
    if let knownDistances { return knownDistances }
    let distances = try graph.distanceSummaries(execution: execution)
    knownDistances = distances
    return distances
  }
}

extension NetworkMeasureID {
  /// Whether it takes a search from every actor.
  fileprivate var searchesFromAll: Bool {
    switch self {
    case .averagePathLength, .diameter, .betweennessCentralization, .closenessCentralization, .smallWorld:
      true
    default: false
    }
  }

  /// Most actors that a summary spends the effort on.
  fileprivate var sizeLimit: Int {
    switch self {
    case .smallWorld, .corePeripheryFit, .cohesion: 5_000
    case .cliqueNumber, .richClub: 200_000
    case .modularity: 2_000_000
    default: .max
    }
  }
}
