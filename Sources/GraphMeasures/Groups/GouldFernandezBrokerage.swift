public import GraphCore

/// What a broker *v* that passes on from *i* to *k* is to the two, by the groups of all three.
public enum BrokerageRole: Int, Hashable, Sendable, CaseIterable {
  /// All three are in one group: A → A → A.
  case coordinator
  /// The broker is in another group than the two, who share one: A → B → A; also called consultant.
  case itinerant
  /// The broker passes on from its own group to another: A → A → B.
  case representative
  /// The broker passes on to its own group from another: A → B → B.
  case gatekeeper
  /// All three are in different groups: A → B → C.
  case liaison
}

/// How often somebody acts in each of the roles of a broker.
public struct BrokerageCounts: Hashable, Sendable {
  /// A → A → A.
  public let coordinator: Int
  /// A → B → A.
  public let itinerant: Int
  /// A → A → B.
  public let representative: Int
  /// A → B → B.
  public let gatekeeper: Int
  /// A → B → C.
  public let liaison: Int

  /// The sum over all roles.
  public var total: Int { coordinator + itinerant + representative + gatekeeper + liaison }

  /// The number for a role.
  public subscript(role: BrokerageRole) -> Int {
    switch role {
    case .coordinator: coordinator
    case .itinerant: itinerant
    case .representative: representative
    case .gatekeeper: gatekeeper
    case .liaison: liaison
    }
  }
}

/// The brokerage roles of all vertices, made by
/// ``GraphCore/Graph/gouldFernandezBrokerage(groups:execution:)``.
public struct BrokerageRoles: Hashable, Sendable {
  /// The counts of each vertex, in vertex order; nil where its own group is unknown.
  public let vertices: [BrokerageCounts?]
  /// For each vertex the open two-paths that it brokers in which a group, its own or that of an end, is
  /// unknown.
  public let unknownCounts: [Int]
  /// The sum over vertices.
  public let overall: BrokerageCounts
}

extension Graph {
  /// Returns Gould and Fernandez's brokerage roles of every vertex: whom it joins that are not joined
  /// directly, by their groups and its own.
  ///
  /// The broker *v* is counted once for every ordered pair of others *i* ≠ *k* with
  ///
  ///     i → v → k   and no arc i → k
  ///
  /// in the role that the groups of *i*, *v* and *k* make: ``BrokerageRole`` lists them. A tie of an
  /// undirected graph counts as arcs both ways, so that each pair counts in both orders and a vertex is as
  /// often representative as gatekeeper. Each two-path counts fully, however many other brokers the pair has.
  /// Weights are ignored.
  ///
  /// - Parameters:
  ///   - groups: The group of each vertex, any number; nil where it is unknown. One per vertex.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The counts, in ordered pairs, per vertex and in total. Two-paths of which a group is unknown
  ///   have no role; they are left out of the roles and counted apart. All are 0 for isolates.
  /// - Precondition: As many groups as vertices.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*m*^1.5) time: all two-paths are counted group by group in O(*n* + *m*), and those that
  ///   an arc closes, found as triangles, are taken away. Beside the graph 14 bytes an arc and 200 bytes a
  ///   vertex of memory.
  ///
  /// Exact. Agrees with the columns w_I, w_O, b_IO, b_OI and b_O of R sna `brokerage`, in this order: b_IO
  /// passes from inside to outside and is the representative, b_OI the gatekeeper. The R package netrics takes
  /// the columns from there and names these two the other way round.
  ///
  /// Reference: R. V. Gould, R. M. Fernandez, "Structures of mediation: a formal approach to brokerage in
  /// transaction networks", Sociological Methodology 19 (1989) 89–126, doi:10.2307/270949.
  public func gouldFernandezBrokerage(
    groups: [Int?], execution: Execution = .serial
  ) throws(GraphError) -> BrokerageRoles {
    precondition(groups.count == vertexCount, "as many groups as vertices are needed")
    let labels = GroupTally(groups).groups
    let counter = try RoleCounter(
      self, groupCount: (labels.max() ?? -1) + 1, execution.share(from: 0, to: 0.4))
    let counts = try counter.counts(labels, execution.share(from: 0.4, to: 1))
    return BrokerageRoles(counts, labels)
  }

  /// Returns how the brokerage roles of every vertex differ from those under random groups.
  ///
  /// Groups are permuted among the vertices whose group is known, the broker included; the ties stay. With
  /// T(v) open two-paths whose three groups are known, the expected number in a role is T(v) times the chance
  /// that three different vertices drawn at random have groups that make it. Standard deviations are those of
  /// the permutations around this number, and probabilities are shares of the permutations. The same for the
  /// sums over vertices.
  ///
  /// - Parameters:
  ///   - groups: As in ``gouldFernandezBrokerage(groups:execution:)``.
  ///   - options: Number of permutations and seed.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: For each vertex and role the observed number beside those of the permutations; nil for a
  ///   vertex whose group is unknown.
  /// - Precondition: As many groups as vertices.
  /// - Throws: `GraphError` with code `badParameter` where there are no permutations; `cancelled` where the
  ///   execution asked to stop.
  /// - Complexity: That of the roles for each permutation; 160 bytes a vertex of memory for each part of the
  ///   permutations kept until it is merged.
  ///
  /// The result depends on the seed alone: it has the same bits for any number of threads. R sna `brokerage`
  /// takes expectation and variance under random ties of the same number between groups as they are, so that
  /// its scores answer another question.
  ///
  /// Reference: R. V. Gould, R. M. Fernandez, Sociological Methodology 19 (1989) 89–126, doi:10.2307/270949,
  /// for the roles; P. Good, "Permutation, Parametric and Bootstrap Tests of Hypotheses", Springer 2005, for
  /// the test.
  public func gouldFernandezTest(
    groups: [Int?], options: PermutationOptions = PermutationOptions(), execution: Execution = .serial
  ) throws(GraphError) -> BrokerageRoleComparison {
    precondition(groups.count == vertexCount, "as many groups as vertices are needed")
    try options.validate()
    let labels = GroupTally(groups).groups
    let groupCount = (labels.max() ?? -1) + 1
    let counter = try RoleCounter(self, groupCount: groupCount, execution.withoutProgress)
    let observed = try counter.counts(labels, execution.withoutProgress)
    var sizes = [Int](repeating: 0, count: groupCount)
    for label in labels where label >= 0 { sizes[label] += 1 }
    let chances = LabelChances(sizes: sizes)
    var sums = RoleDeviations(observed: observed, chances)
    let empty = sums
    var isStopped = false
    try execution.reduce(Partitions(of: options.permutations, parts: 64)) { replicates -> RoleDeviations? in
      var part = empty
      var permuted = PermutedLabels(labels)
      for replicate in replicates {
        if execution.isCancelled?() == true { return nil }
        var random = RandomStream(seed: options.seed, stream: replicate)
        permuted.shuffle(&random)
        part.add(counter.counts(permuted.labels))
      }
      return part
    } merge: { part in
      if let part { sums.merge(part) } else { isStopped = true }
    }
    if isStopped { throw GraphError(.cancelled, "the computation was cancelled") }
    return BrokerageRoleComparison(
      comparisons: sums.comparisons(permutations: options.permutations), isKnown: labels.map { $0 >= 0 })
  }
}

extension BrokerageCounts {
  fileprivate init(_ row: ArraySlice<Int>) {
    let first = row.startIndex
    self.init(
      coordinator: row[first], itinerant: row[first + 1], representative: row[first + 2],
      gatekeeper: row[first + 3], liaison: row[first + 4])
  }
}

extension BrokerageRoles {
  fileprivate init(_ counts: ContiguousArray<Int>, _ labels: ContiguousArray<Int>) {
    let width = RoleCounter.width
    vertices = labels.indices.map { vertex in
      labels[vertex] < 0 ? nil : BrokerageCounts(counts[(vertex * width)..<((vertex + 1) * width)])
    }
    unknownCounts = labels.indices.map { counts[($0 + 1) * width - 1] }
    var sums = ContiguousArray(repeating: 0, count: width)
    for place in counts.indices { sums[place % width] += counts[place] }
    overall = BrokerageCounts(sums[...])
  }
}
