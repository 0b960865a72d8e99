public import GraphCore

extension Graph {
  /// Returns the information centrality of every vertex: how well it is joined with the others by all paths.
  ///
  /// Where ties conduct as well as their weights say, R(u,v) is the resistance between *u* and *v*; the
  /// information I(u,v) in all paths between them is 1/R(u,v). In a component of *c* vertices the centrality is
  /// the harmonic mean of the information between *v* and all, *v* itself included with infinite information:
  ///
  ///     I(v) = c / Σ_u R(u,v)
  ///
  /// Weights are conductances: more weight, more information. A tie of weight 0 is none. A directed graph is read
  /// as `symmetrized()`. Components are told apart by themselves; values of different components
  /// do not compare, as small ones score high.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: One value per vertex, in vertex order, in the unit of the weights; positive, 2·w for both ends of
  ///   a tie apart from the rest. nil for isolates: a mean of what joins nobody has no meaning.
  /// - Throws: `GraphError` with code `badWeight` where positive weights differ by a factor above 10¹², or are so
  ///   far apart in a large component that potentials do not converge; `cancelled` where the execution asked to
  ///   stop.
  /// - Complexity: For a component of *c* vertices and *e* edges, O(*c*³) time and O(*c*²) memory up to 1 024
  ///   vertices; beyond, O(*r*·*c*·*e*) time for *r* rounds of conjugate gradients, and O(*c* + *e*) memory.
  ///
  /// The result has the same bits for any number of threads. Small components are solved to rounding; in large
  /// ones residuals are at most 10⁻¹³ of the current. Agrees with R `sna::infocent` on connected graphs. NetworkX
  /// `information_centrality` (the same as `current_flow_closeness_centrality`) gives 1/Σ R: this value
  /// divided by *c*.
  ///
  /// References: K. Stephenson, M. Zelen, "Rethinking centrality: methods and examples", Social Networks 11 (1989)
  /// 1–37, doi:10.1016/0378-8733(89)90016-6; U. Brandes, D. Fleischer, "Centrality measures based on current
  /// flow", STACS 2005, doi:10.1007/978-3-540-31856-9_44.
  public func informationCentrality(execution: Execution = .serial) throws(GraphError) -> [Double?] {
    try informationCentrality(execution: execution, largestElimination: Potentials.largestElimination)
  }

  /// The same, with the size of components at which the algorithm changes; tests lower it.
  package func informationCentrality(
    execution: Execution, largestElimination: Int
  ) throws(GraphError) -> [Double?] {
    let (network, unit) = try conductors()
    let components = ComponentRows(network.connectedComponents())
    var places = ContiguousArray(repeating: UInt32.max, count: vertexCount)
    var values = [Double?](repeating: nil, count: vertexCount)
    let total = (0..<components.count).reduce(0.0) {
      $0 + Double(components[$1].count * components[$1].count)
    }
    var done = 0.0
    for label in 0..<components.count {
      let vertices = components[label]
      let cost = Double(vertices.count * vertices.count)
      let share = execution.share(from: done / total, to: (done + cost) / total)
      done += cost
      guard vertices.count > 1 else { continue }
      let potentials = Potentials(
        network.induced(on: ContiguousArray(vertices), places: &places),
        largestElimination: largestElimination)
      let sums = try potentials.resistanceSums(
        execution: vertices.count < 64 ? Execution(threads: 1, isCancelled: execution.isCancelled) : share)
      for (vertex, sum) in zip(vertices, sums) {
        values[Int(vertex)] = unit * (Double(vertices.count) / sum)
      }
    }
    execution.onProgress?(1)
    return values
  }
}

extension Potentials {
  /// For each vertex the sum of the resistances between it and all.
  ///
  /// With the matrix X of potentials, R(u,v) = X(u,u) + X(v,v) − 2·X(u,v).
  fileprivate func resistanceSums(execution: Execution) throws(GraphError) -> [Double] {
    let k = vertexCount
    let groups = (k + Self.width - 1) / Self.width
    let parts = try execution.map(Partitions(of: groups, parts: 64)) {
      part -> (rows: [Row], hasFailed: Bool) in
      var scratch = makeScratch()
      var rows: [Row] = []
      for group in part {
        let sources = (group * Self.width)..<min((group + 1) * Self.width, k)
        solve(sources: sources, &scratch)
        var sum = SIMD8<Double>.zero
        for lane in scratch.lanes { sum += lane }
        for (lane, source) in sources.enumerated() {
          rows.append(Row(diagonal: scratch.lanes[source][lane], sum: sum[lane]))
        }
      }
      return (rows, scratch.hasFailed)
    }
    if parts.contains(where: \.hasFailed) { throw unsolvedPotentials }
    let rows = parts.flatMap(\.rows)
    let trace = rows.reduce(0) { $0 + $1.diagonal }
    return rows.map { Double(k) * $0.diagonal + trace - 2 * $0.sum }
  }
}

/// What a row of the matrix of potentials has to tell.
private struct Row {
  var diagonal: Double
  var sum: Double
}
