public import GraphCore

extension Graph {
  /// Returns the assortativity by group: how much more often ties join vertices of one group than by chance.
  ///
  /// With e(a,b) the share of ties that run from group *a* to group *b*, and a and b the shares of ends
  /// there:
  ///
  ///     r = ( Σ_g e(g,g) − Σ_g a(g)·b(g) ) / ( 1 − Σ_g a(g)·b(g) )
  ///
  /// 1 where all ties stay inside, 0 where they follow the number of ends in each group alone, negative where
  /// they avoid their own. Each undirected tie counts from both of its ends; arcs of a directed graph count
  /// once. Ties with an end of unknown group are left out. Weights are ignored.
  ///
  /// - Parameter groups: The group of each vertex, any number; nil where it is unknown. One per vertex.
  /// - Returns: A dimensionless value in −1 ... 1; nil where no tie has two ends of known group, or where all
  ///   ends are in one group.
  /// - Precondition: As many groups as vertices.
  /// - Complexity: O(*n* log *n* + *m*) time, O(*n*) memory.
  ///
  /// Exact up to rounding: sums are whole numbers. Agrees with NetworkX `attribute_assortativity_coefficient`
  /// and igraph `assortativity_nominal`, which give NaN where this gives nil.
  ///
  /// Reference: M. E. J. Newman, "Mixing patterns in networks", Physical Review E 67 (2003) 026126,
  /// doi:10.1103/PhysRevE.67.026126.
  public func assortativity(groups: [Int?]) -> Double? {
    precondition(groups.count == vertexCount, "as many groups as vertices are needed")
    let labels = GroupTally(groups).groups
    let groupCount = (labels.max() ?? -1) + 1
    var starts = ContiguousArray(repeating: 0, count: groupCount)
    var ends = starts
    var inside = 0
    for source in 0..<vertexCount where labels[source] >= 0 {
      for target in neighbors(of: source) where labels[Int(target)] >= 0 {
        starts[labels[source]] += 1
        ends[labels[Int(target)]] += 1
        if labels[source] == labels[Int(target)] { inside += 1 }
      }
    }
    let total = Double(starts.reduce(0, +))
    var products = 0.0
    for group in 0..<groupCount { products += Double(starts[group]) * Double(ends[group]) }
    let range = total * total - products
    return range > 0 ? (total * Double(inside) - products) / range : nil
  }

  /// Returns the assortativity by a number: the correlation of the numbers at both ends of ties.
  ///
  /// Pearson's correlation over ties of the value x at the one end with the value y at the other:
  ///
  ///     r = Σ (x − mean x)·(y − mean y) / √( Σ (x − mean x)² · Σ (y − mean y)² )
  ///
  /// Each undirected tie counts from both of its ends; arcs of a directed graph count once, from source to
  /// target. Ties with an end of unknown value are left out. Weights are ignored.
  ///
  /// - Parameter values: The number of each vertex, finite; nil where it is unknown. One per vertex.
  /// - Returns: A dimensionless value in −1 ... 1; nil where no tie has two ends of known value, where all
  ///   values at one end are equal, or where a value is not finite.
  /// - Precondition: As many values as vertices.
  /// - Complexity: O(*n* + *m*) time.
  ///
  /// Rounded in the order of the ties. Agrees with NetworkX `numeric_assortativity_coefficient` and igraph
  /// `assortativity`, which give NaN where this gives nil.
  ///
  /// Reference: M. E. J. Newman, "Mixing patterns in networks", Physical Review E 67 (2003) 026126,
  /// doi:10.1103/PhysRevE.67.026126.
  public func assortativity(values: [Double?]) -> Double? {
    precondition(values.count == vertexCount, "as many values as vertices are needed")
    return correlationOverArcs(from: values, to: values)
  }

  /// Returns the degree assortativity: the correlation of the degrees at both ends of ties.
  ///
  /// That of ``assortativity(values:)`` for degrees. In a directed graph it is the out-degree of the source
  /// with the in-degree of the target.
  ///
  /// - Returns: A dimensionless value in −1 ... 1; nil where there are no ties, or where the degrees at one
  ///   end of ties are all equal.
  /// - Complexity: O(*n* + *m*) time.
  ///
  /// Agrees with NetworkX `degree_assortativity_coefficient` and igraph `assortativity_degree`, which give
  /// NaN where this gives nil.
  ///
  /// Reference: M. E. J. Newman, "Assortative mixing in networks", Physical Review Letters 89 (2002) 208701,
  /// doi:10.1103/PhysRevLett.89.208701.
  public func degreeAssortativity() -> Double? {
    correlationOverArcs(from: degrees().map { Double($0) }, to: transposed().degrees().map { Double($0) })
  }

  /// The correlation over arcs of one value at their sources with another at their targets.
  private func correlationOverArcs(from starts: [Double?], to ends: [Double?]) -> Double? {
    var first: (Double, Double)?
    var (isConstantStart, isConstantEnd) = (true, true)
    var count = 0.0
    var (startSum, endSum) = (0.0, 0.0)
    forEachKnownArc(starts, ends) { x, y in
      if let first {
        if x != first.0 { isConstantStart = false }
        if y != first.1 { isConstantEnd = false }
      } else {
        first = (x, y)
      }
      count += 1
      startSum += x
      endSum += y
    }
    // Whether there is variance is a matter of the values, not of rounding.
    if isConstantStart || isConstantEnd { return nil }
    let (startMean, endMean) = (startSum / count, endSum / count)
    var (startSquares, endSquares, products) = (0.0, 0.0, 0.0)
    forEachKnownArc(starts, ends) { x, y in
      startSquares += (x - startMean) * (x - startMean)
      endSquares += (y - endMean) * (y - endMean)
      products += (x - startMean) * (y - endMean)
    }
    let correlation = products / (startSquares.squareRoot() * endSquares.squareRoot())
    return correlation.isFinite ? min(1, max(-1, correlation)) : nil
  }

  private func forEachKnownArc(_ starts: [Double?], _ ends: [Double?], _ body: (Double, Double) -> Void) {
    for source in 0..<vertexCount {
      guard let x = starts[source] else { continue }
      for target in neighbors(of: source) {
        if let y = ends[Int(target)] { body(x, y) }
      }
    }
  }
}
