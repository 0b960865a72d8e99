public import GraphCore

extension Graph {
  /// Returns the communities of clique percolation: unions of cliques of *k* vertices that can be walked
  /// through by exchanging one vertex at a time.
  ///
  /// Two k-cliques are adjacent where they share k − 1 vertices; a community is all that a chain of adjacent
  /// k-cliques covers. Communities may overlap, and a vertex in no k-clique is in none. With k = 2 they are
  /// the components of more than one vertex. Directions and weights are ignored: arcs both ways between two
  /// vertices, or one, are a tie.
  ///
  /// Found from maximal cliques: those of at least *k* vertices that share k − 1 belong together. A step is a
  /// vertex looked at in the search for cliques, or a clique met at a vertex of another.
  ///
  /// - Parameters:
  ///   - k: Vertices in a clique; at least 2.
  ///   - budget: Most maximal cliques and steps.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Lists of vertices, ascending; the largest communities first, those of one size in
  ///   lexicographic order.
  /// - Throws: `GraphError` with code `badParameter` where *k* is below 2; `budgetExhausted` where there is
  ///   more to do than the budget allows; `cancelled` where the execution asked to stop.
  /// - Complexity: That of ``maximalCliques(minimumSize:budget:execution:)``, and Σ c(v)² for c(v) cliques at
  ///   a vertex.
  ///
  /// Exact; the same for any number of threads. Agrees with NetworkX `k_clique_communities`.
  ///
  /// Reference: G. Palla, I. Derényi, I. Farkas, T. Vicsek, "Uncovering the overlapping community structure
  /// of complex networks in nature and society", Nature 435 (2005) 814–818, doi:10.1038/nature03607.
  public func cliquePercolation(
    k: Int, budget: SearchBudget = SearchBudget(), execution: Execution = .serial
  ) throws(GraphError) -> [[Int]] {
    guard k > 1 else { throw GraphError(.badParameter, "k must be at least 2, got \(k)") }
    var communities: [[Int]]
    if k == 2 {
      let components = connectedComponents()
      communities = Array(repeating: [], count: components.count)
      for (vertex, component) in components.labels.enumerated() { communities[Int(component)].append(vertex) }
      communities.removeAll { $0.count < 2 }
    } else {
      let cliques = try maximalCliques(minimumSize: k, budget: budget, execution: execution)
      var chains = CliqueChains(cliques, vertexCount: vertexCount)
      let meter = SearchMeter(budget, execution)
      var gauge = SearchGauge(meter)
      chains.join(sharing: k - 1, &gauge)
      gauge.flush()
      if let stop = gauge.stop { throw meter.error(stop, searchingFor: "communities of cliques") }
      communities = chains.unions()
    }
    return communities.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
  }
}

/// Cliques, joined where they share enough vertices.
private struct CliqueChains {
  private let cliques: [[Int]]
  /// For each vertex the cliques it is in, of those looked at so far.
  private var cliquesAt: [[Int]]
  /// A tree for each chain; a clique's parent is never after it.
  private var parents: [Int]
  private var shared: [Int]

  init(_ cliques: [[Int]], vertexCount: Int) {
    self.cliques = cliques
    cliquesAt = Array(repeating: [], count: vertexCount)
    parents = Array(cliques.indices)
    shared = Array(repeating: 0, count: cliques.count)
  }

  mutating func join(sharing enough: Int, _ gauge: inout SearchGauge) {
    var met: [Int] = []
    for (clique, vertices) in cliques.enumerated() {
      for vertex in vertices {
        gauge.countSteps(cliquesAt[vertex].count)
        if gauge.stop != nil { return }
        for other in cliquesAt[vertex] {
          if shared[other] == 0 { met.append(other) }
          shared[other] += 1
          if shared[other] == enough { unite(clique, other) }
        }
        cliquesAt[vertex].append(clique)
      }
      for other in met { shared[other] = 0 }
      met.removeAll(keepingCapacity: true)
    }
  }

  private mutating func root(_ clique: Int) -> Int {
    var clique = clique
    while parents[clique] != clique {
      parents[clique] = parents[parents[clique]]
      clique = parents[clique]
    }
    return clique
  }

  private mutating func unite(_ one: Int, _ other: Int) {
    let a = root(one)
    let b = root(other)
    parents[max(a, b)] = min(a, b)
  }

  /// The vertices of each chain, ascending.
  mutating func unions() -> [[Int]] {
    var members: [Int: Set<Int>] = [:]
    for (clique, vertices) in cliques.enumerated() { members[root(clique), default: []].formUnion(vertices) }
    return members.values.map { $0.sorted() }
  }
}
