public import GraphCore

extension Graph {
  /// Returns the E-I index of the whole graph: how far its ties leave groups.
  ///
  /// With *E* ties between groups and *I* within them, ties with an end of unknown group left out:
  ///
  ///     EI = (E − I) / (E + I)
  ///
  /// −1 where all ties stay inside, 1 where all lead outside. Weights are ignored. Undirected ties count
  /// once, and so do arcs of a directed graph.
  ///
  /// - Parameter groups: The group of each vertex, any number; nil where it is unknown. One per vertex.
  /// - Returns: A dimensionless value in −1 ... 1; nil where no tie has two ends of known group.
  /// - Precondition: As many groups as vertices.
  /// - Complexity: O(*n* + *m*) time.
  ///
  /// Exact up to one rounding.
  ///
  /// Reference: D. Krackhardt, R. N. Stern, "Informal networks and organizational crises: an experimental
  /// simulation", Social Psychology Quarterly 51 (1988) 123–140, doi:10.2307/2786835.
  public func globalEIIndex(groups: [Int?]) -> Double? {
    precondition(groups.count == vertexCount, "as many groups as vertices are needed")
    return GroupTies(self, GroupTally(groups).groups).index
  }

  /// Returns how the E-I index of the whole graph differs from that under random groups.
  ///
  /// Groups are permuted among the vertices whose group is known; the ties stay. Expectation and standard
  /// deviation are exact, over all permutations; probabilities are shares of those drawn. For *M* ties
  /// between vertices of known group and the chance *q* that two such vertices have the same group,
  ///
  ///     expected EI = 1 − 2·q
  ///
  /// which depends on the sizes of groups alone: with few large ones it is far below 0 by chance.
  ///
  /// - Parameters:
  ///   - groups: As in ``globalEIIndex(groups:)``.
  ///   - options: Number of permutations and seed.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The observed index beside those of the permutations;
  ///   ``PermutationComparison/lowerProbability`` is small where ties stay within groups more than by chance.
  ///   nil where the index is undefined.
  /// - Precondition: As many groups as vertices.
  /// - Throws: `GraphError` with code `badParameter` where there are no permutations; `cancelled` where the
  ///   execution asked to stop.
  /// - Complexity: O(*r*·(*n* + *m*)) time for *r* permutations; O(*n* + *m*) memory.
  ///
  /// The result depends on the seed alone: it has the same bits for any number of threads.
  ///
  /// References: D. Krackhardt, R. N. Stern, Social Psychology Quarterly 51 (1988) 123–140,
  /// doi:10.2307/2786835; for the variance, which is that of join counts: A. D. Cliff, J. K. Ord, "Spatial
  /// Processes: Models and Applications", Pion 1981.
  public func globalEITest(
    groups: [Int?], options: PermutationOptions = PermutationOptions(), execution: Execution = .serial
  ) throws(GraphError) -> PermutationComparison? {
    precondition(groups.count == vertexCount, "as many groups as vertices are needed")
    try options.validate()
    let labels = GroupTally(groups).groups
    let ties = GroupTies(self, labels)
    guard let observed = ties.index else { return nil }
    let internals = try execution.replicates(options.permutations, seed: options.seed) {
      PermutedLabels(labels)
    } _: { _, random, permuted throws(GraphError) -> Int in
      permuted.shuffle(&random)
      return ties.internalCount(permuted.labels)
    }
    let moments = ties.internalMoments(labels)
    let count = Double(options.permutations)
    // Fewer internal ties are a higher index.
    return PermutationComparison(
      observed: observed, expected: 1 - 2 * moments.mean / Double(ties.count),
      standardDeviation: 2 * moments.variance.squareRoot() / Double(ties.count),
      upperProbability: Double(internals.count { $0 <= ties.internalCount } + 1) / (count + 1),
      lowerProbability: Double(internals.count { $0 >= ties.internalCount } + 1) / (count + 1))
  }
}

/// The ties of a graph between vertices of known group.
private struct GroupTies: Sendable {
  /// Ends of each tie, one after the other.
  private let ends: ContiguousArray<UInt32>
  private let vertexCount: Int
  /// Those within groups.
  let internalCount: Int

  /// - Parameter labels: The group of each vertex, -1 where it is unknown.
  init(_ graph: Graph, _ labels: ContiguousArray<Int>) {
    var ends: ContiguousArray<UInt32> = []
    for source in 0..<graph.vertexCount where labels[source] >= 0 {
      for target in graph.neighbors(of: source) {
        if labels[Int(target)] < 0 || (graph.direction == .undirected && Int(target) < source) { continue }
        ends.append(UInt32(truncatingIfNeeded: source))
        ends.append(target)
      }
    }
    self.ends = ends
    vertexCount = graph.vertexCount
    internalCount = alikeCount(ends.span, labels.span)
  }

  var count: Int { ends.count / 2 }

  var index: Double? { count == 0 ? nil : Double(count - 2 * internalCount) / Double(count) }

  func internalCount(_ labels: ContiguousArray<Int>) -> Int { alikeCount(ends.span, labels.span) }

  /// Mean and variance of the number of ties within groups over all permutations of labels.
  ///
  /// Two ties are one, one and its reverse, share an end, or share none; each case has a chance that both are
  /// within groups.
  func internalMoments(_ labels: ContiguousArray<Int>) -> (mean: Double, variance: Double) {
    var sizes: [Int] = []
    for label in labels where label >= 0 {
      while sizes.count <= label { sizes.append(0) }
      sizes[label] += 1
    }
    let chances = LabelChances(sizes: sizes)
    var degrees = ContiguousArray(repeating: 0, count: vertexCount)
    for end in ends { degrees[Int(end)] += 1 }
    let total = Double(count)
    let reversed = Double(reversedCount)
    let sharing = degrees.reduce(0.0) { $0 + Double($1) * Double($1 - 1) } - 2 * reversed
    let apart = total * total - total - reversed - sharing
    let mean = total * chances.twoAlike
    let square =
      (total + reversed) * chances.twoAlike + sharing * chances.threeAlike + apart * chances.twoPairsAlike
    // What cancels leaves rounding, no variance.
    let variance = square - mean * mean
    return (mean, variance > 1e-12 * square ? variance : 0)
  }

  /// The number of arcs whose reverse is there too.
  private var reversedCount: Int {
    var pairs = Set<UInt64>()
    for tie in 0..<count { pairs.insert(UInt64(ends[2 * tie]) << 32 | UInt64(ends[2 * tie + 1])) }
    return (0..<count).count { pairs.contains(UInt64(ends[2 * $0 + 1]) << 32 | UInt64(ends[2 * $0])) }
  }
}

/// The number of pairs of ends with the same label.
private func alikeCount(_ ends: Span<UInt32>, _ labels: Span<Int>) -> Int {
  var count = 0
  for tie in 0..<ends.count / 2 where labels[Int(ends[2 * tie])] == labels[Int(ends[2 * tie + 1])] {
    count += 1
  }
  return count
}
