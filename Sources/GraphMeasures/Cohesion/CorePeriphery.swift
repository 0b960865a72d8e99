public import GraphCore

/// Settings for ``GraphCore/Graph/corePeriphery(_:execution:)``.
public struct CorePeripheryOptions: Hashable, Sendable {
  /// What is asked of ties between core and periphery.
  public enum Between: String, Hashable, Sendable, CaseIterable {
    /// Nothing: such pairs are left out.
    case ignored
    /// All are there: the core ties in the periphery.
    case tied
    /// None are there: the core is all there is.
    case absent
  }

  /// What is asked of ties between core and periphery.
  public var between: Between
  /// Searches that start at random, beside those that start from the vertices of highest degree; at least 0.
  public var trials: Int
  /// Fixes the random starts.
  public var seed: UInt64

  /// Creates settings.
  public init(between: Between = .tied, trials: Int = 10, seed: UInt64 = 1) {
    self.between = between
    self.trials = trials
    self.seed = seed
  }
}

/// A division of a graph into a core, where all are tied, and a periphery, where nobody is.
public struct CorePeriphery: Sendable, Equatable {
  /// Whether each vertex is in the core.
  public let isCore: [Bool]
  /// The correlation between ties and those of the ideal pattern, between −1 and 1.
  public let fit: Double
  /// Density among core vertices; nil where there are fewer than two.
  public let coreDensity: Double?
  /// Density among peripheral vertices; nil where there are fewer than two.
  public let peripheryDensity: Double?
  /// Density between core and periphery.
  public let betweenDensity: Double

  /// Number of vertices in the core.
  public var coreSize: Int { isCore.count { $0 } }
}

extension Graph {
  /// Returns the division into core and periphery that comes nearest to an ideal: all ties within the core,
  /// none within the periphery.
  ///
  /// The fit is the Pearson correlation, over unordered pairs of vertices, between whether they are tied and
  /// whether the ideal pattern asks for it. By default the core is to be tied to the periphery as well; the
  /// options leave such pairs out, or want none:
  ///
  ///     δ(u,v) = 1 where u and v are in the core, 0 where both are in the periphery,
  ///              and between them 1 (tied), 0 (absent) or nothing (ignored)
  ///
  /// A core has at least one vertex, the periphery too. Directions and weights are ignored: arcs both ways
  /// between two vertices, or one, are a tie.
  ///
  /// The search goes uphill: a vertex changes sides, or two of different sides change places, as long as that
  /// improves the fit. It starts from every set of the vertices of highest degree where there are at most 64
  /// of them, from 64 sizes otherwise, and from random sets. So the outcome is a local optimum, nearly always
  /// the best one in small graphs; the problem is as hard as finding the densest subgraph. Where only the
  /// number of wrong pairs counts, and those between are ignored, a set of highest degrees is best (Lip); all
  /// of these are among the starts.
  ///
  /// - Parameters:
  ///   - options: The pattern, random starts and seed.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The division of the best fit, of equals the one found first; nil where the fit is undefined
  ///   for all: without ties, where all are tied, and below three vertices.
  /// - Throws: `GraphError` with code `badParameter` where `trials` is negative; `cancelled` where the
  ///   execution asked to stop.
  /// - Complexity: O(*r*·(*n* + *m*)) time for *r* rounds from each of up to 64 starts and the trials, where
  ///   a round of changing places takes O(*n*²) in graphs of up to 200 vertices and is left out in larger
  ///   ones; O(*n*) memory a thread.
  ///
  /// The same for any number of threads. UCINET's categorical core/periphery does the same with a genetic
  /// algorithm; netrics `node_is_core` finds the core by Lip's rule; NetworkX and igraph have no equivalent.
  ///
  /// References: S. P. Borgatti, M. G. Everett, "Models of core/periphery structures", Social Networks 21
  /// (2000) 375–395, doi:10.1016/S0378-8733(99)00019-2; S. Z. W. Lip, "A fast algorithm for the discrete
  /// core/periphery bipartitioning problem", arXiv:1102.5511 (2011).
  public func corePeriphery(
    _ options: CorePeripheryOptions = CorePeripheryOptions(), execution: Execution = .serial
  ) throws(GraphError) -> CorePeriphery? {
    guard options.trials >= 0, options.trials <= 1 << 32 else {
      throw GraphError(.badParameter, "trials must be from 0 to 2^32, got \(options.trials)")
    }
    let graph = symmetrized().unweighted()
    let n = vertexCount
    guard n > 2, graph.edgeCount > 0, graph.arcCount < n * (n - 1) else { return nil }
    let order = (0..<n).sorted { (graph.degree(of: $1), $0) < (graph.degree(of: $0), $1) }
    let prefixes = min(n - 1, 64)
    let found = try execution.replicates(prefixes + options.trials, seed: options.seed, makeScratch: {}) {
      (start, random, _) throws(GraphError) in
      var isCore = ContiguousArray(repeating: false, count: n)
      if start < prefixes {
        for vertex in order[0..<(1 + (n - 2) * start / max(1, prefixes - 1))] { isCore[vertex] = true }
      } else {
        for vertex in 0..<n { isCore[vertex] = random.next() & 1 == 1 }
      }
      var search = CoreSearch(graph, between: options.between, isCore: isCore)
      search.climb(isCancelled: execution.isCancelled)
      return search
    }
    try execution.checkCancellation()
    var best: CoreSearch?
    for search in found where search.fit > best?.fit ?? -.infinity { best = search }
    return best.map { $0.division() }
  }
}

/// A division that is improved step by step.
private struct CoreSearch: Sendable {
  private let graph: Graph
  private let between: CorePeripheryOptions.Between
  private var isCore: ContiguousArray<Bool>
  /// For each vertex its ties to the core.
  private var coreTies: ContiguousArray<Int>
  private var counts = CoreCounts()
  private(set) var fit: Double

  init(_ graph: Graph, between: CorePeripheryOptions.Between, isCore: ContiguousArray<Bool>) {
    let n = graph.vertexCount
    self.graph = graph
    self.between = between
    self.isCore = isCore
    coreTies = ContiguousArray(repeating: 0, count: n)
    for vertex in 0..<n {
      coreTies[vertex] = graph.neighbors(of: vertex).count { isCore[Int($0)] }
    }
    counts.vertices = n
    counts.edges = graph.edgeCount
    for vertex in 0..<n where isCore[vertex] {
      counts.coreSize += 1
      counts.coreDegrees += graph.degree(of: vertex)
      counts.coreEdgesTwice += coreTies[vertex]
    }
    fit = counts.fit(between) ?? -.infinity
  }

  mutating func climb(isCancelled: (@Sendable () -> Bool)?) {
    let n = graph.vertexCount
    var isBetter = true
    while isBetter, isCancelled?() != true {
      isBetter = false
      for vertex in 0..<n {
        if accept(counts.moving(graph.degree(of: vertex), ties: coreTies[vertex], isCore: isCore[vertex])) {
          move(vertex)
          isBetter = true
        }
      }
      if isBetter || n > 200 { continue }
      for one in 0..<n where isCore[one] {
        let without = counts.moving(graph.degree(of: one), ties: coreTies[one], isCore: true)
        var isTied = ContiguousArray(repeating: 0, count: n)
        for neighbor in graph.neighbors(of: one) { isTied[Int(neighbor)] = 1 }
        for other in 0..<n where !isCore[other] {
          let ties = coreTies[other] - isTied[other]
          if accept(without.moving(graph.degree(of: other), ties: ties, isCore: false)) {
            move(one)
            move(other)
            isBetter = true
            break
          }
        }
      }
    }
  }

  /// Whether counts have a better fit, by more than rounding; then it is noted.
  private mutating func accept(_ new: CoreCounts) -> Bool {
    guard let value = new.fit(between), value > fit + 1e-12 || fit == -.infinity else { return false }
    fit = value
    return true
  }

  private mutating func move(_ vertex: Int) {
    counts = counts.moving(graph.degree(of: vertex), ties: coreTies[vertex], isCore: isCore[vertex])
    let change = isCore[vertex] ? -1 : 1
    isCore[vertex].toggle()
    for neighbor in graph.neighbors(of: vertex) { coreTies[Int(neighbor)] += change }
  }

  func division() -> CorePeriphery {
    let size = Double(counts.coreSize)
    let rest = Double(counts.vertices - counts.coreSize)
    let corePairs = size * (size - 1) / 2
    let restPairs = rest * (rest - 1) / 2
    return CorePeriphery(
      isCore: Array(isCore), fit: min(1, max(-1, fit)),
      coreDensity: corePairs > 0 ? counts.coreEdges / corePairs : nil,
      peripheryDensity: restPairs > 0 ? counts.peripheryEdges / restPairs : nil,
      betweenDensity: (Double(counts.edges) - counts.coreEdges - counts.peripheryEdges) / (size * rest))
  }
}

/// What the fit of a division follows from.
private struct CoreCounts: Sendable {
  var vertices = 0
  var edges = 0
  var coreSize = 0
  /// Sum of the degrees in the core.
  var coreDegrees = 0
  /// Twice the edges within the core.
  var coreEdgesTwice = 0

  var coreEdges: Double { Double(coreEdgesTwice / 2) }
  var peripheryEdges: Double { Double(edges - coreDegrees + coreEdgesTwice / 2) }

  /// The counts when a vertex with a degree and ties to the core changes sides.
  func moving(_ degree: Int, ties: Int, isCore: Bool) -> CoreCounts {
    var new = self
    let sign = isCore ? -1 : 1
    new.coreSize += sign
    new.coreDegrees += sign * degree
    new.coreEdgesTwice += 2 * sign * ties
    return new
  }

  /// The correlation between ties and pattern; nil where either does not vary, or a side is empty.
  func fit(_ between: CorePeripheryOptions.Between) -> Double? {
    guard coreSize > 0, coreSize < vertices else { return nil }
    let size = Double(coreSize)
    let rest = Double(vertices - coreSize)
    let corePairs = size * (size - 1) / 2
    let restPairs = rest * (rest - 1) / 2
    var pairs = corePairs + restPairs
    var tied = coreEdges + peripheryEdges
    var wanted = corePairs
    var both = coreEdges
    if between != .ignored {
      pairs += size * rest
      tied = Double(edges)
      if between == .tied {
        wanted += size * rest
        both = Double(edges) - peripheryEdges
      }
    }
    // The correlation of two columns of zeros and ones.
    let spread = tied * (pairs - tied) * wanted * (pairs - wanted)
    guard spread > 0 else { return nil }
    return (pairs * both - tied * wanted) / spread.squareRoot()
  }
}
