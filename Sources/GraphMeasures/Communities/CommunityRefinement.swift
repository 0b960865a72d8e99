import GraphCore

/// The second phase at a level: each community is taken apart into groups that are well connected within it.
///
/// Every vertex starts as a group of its own. In a community S, a vertex v that is still alone, and a group C,
/// are well connected where the weight between them and the rest of S is at least what the penalty asks:
///
///     w(C, S − C) ≥ penalty · mass(C) · mass(S − C)
///
/// Such a v joins the well connected group that gains most, a small random bonus included, if any gains. A vertex
/// moves once, towards a neighbor, and no group loses a member: so groups are connected. Communities do not look at
/// each other and are worked on at the same time; the vertices of one are taken in turn.
struct CommunityRefinement {
  let level: CommunityLevel
  let labels: SharedColumn<UInt32>
  let penalty: Double
  let bonus: RandomBonus

  /// The group of each vertex, named by one of its vertices.
  let groups: SharedColumn<UInt32>
  /// Sum of the masses in each group.
  private let totals: SharedColumn<Double>
  /// Weight between each group and the rest of its community.
  private let cuts: SharedColumn<Double>
  private let isAlone: SharedColumn<Bool>

  init(_ level: CommunityLevel, labels: SharedColumn<UInt32>, penalty: Double, bonus: RandomBonus) {
    self.bonus = bonus
    let n = level.vertexCount
    self.level = level
    self.labels = labels
    self.penalty = penalty
    groups = SharedColumn(uninitialized: n)
    totals = SharedColumn(uninitialized: n)
    cuts = SharedColumn(uninitialized: n)
    isAlone = SharedColumn(repeating: true, count: n)
  }

  func run(
    _ members: CommunityMembers, tallies: [CommunityTally], execution: Execution
  ) throws(GraphError) {
    let n = level.vertexCount
    execution.inLanes(n, piece: 4096) { _, vertices in
      for vertex in vertices { isolate(UInt32(truncatingIfNeeded: vertex)) }
    }
    try execution.checkCancellation()
    let portions = members.portions(of: level, parts: 256).sorted {
      ($0.arcs, $1.groups.lowerBound) > ($1.arcs, $0.groups.lowerBound)
    }
    execution.inLanes(portions.count, piece: 1) { lane, pieces in
      for piece in pieces {
        for community in portions[piece].groups {
          if execution.isCancelled?() == true { return }
          let range = members.starts[community]..<members.starts[community + 1]
          if range.count > 1 { refine(members.vertices, range, tally: tallies[lane]) }
        }
      }
    }
    try execution.checkCancellation()
  }

  private func isolate(_ vertex: UInt32) {
    groups[vertex] = vertex
    totals[vertex] = level.masses[Int(vertex)]
    let label = labels[vertex]
    var cut = 0.0
    if case .ones = level.weights {
      var inside = 0
      for slot in level.row(vertex) { inside &+= labels[level.targets[slot]] == label ? 1 : 0 }
      cut = Double(inside)
    } else {
      for slot in level.row(vertex) where labels[level.targets[slot]] == label { cut += level.weights[slot] }
    }
    cuts[vertex] = cut
  }

  private func refine(_ vertices: ContiguousArray<UInt32>, _ range: Range<Int>, tally: CommunityTally) {
    var whole = 0.0
    for place in range { whole += level.masses[Int(vertices[place])] }
    for place in range {
      level.prefetchRows(after: place, of: vertices)
      let vertex = vertices[place]
      let mass = level.masses[Int(vertex)]
      if !isAlone[vertex] || cuts[vertex] < penalty * mass * (whole - mass) { continue }
      if let (group, weight) = best(for: vertex, whole: whole, tally: tally) {
        groups[vertex] = group
        totals[group] += mass
        cuts[group] += cuts[vertex] - 2 * weight
        isAlone[group] = false
        isAlone[vertex] = false
      }
    }
  }

  /// The well connected group that a vertex gains most by joining; of equals the one with the smallest name.
  private func best(
    for vertex: UInt32, whole: Double, tally: CommunityTally
  ) -> (group: UInt32, weight: Double)? {
    let factor = penalty * level.masses[Int(vertex)]
    let found = tally.add(level.row(vertex), of: level, groups: groups, within: labels, labels[vertex])
    var best = 0.0
    var bestGroup = UInt32.max
    var bestWeight = 0.0
    for place in 0..<found {
      let group = tally.labels[place]
      let weight = tally.weights[group]
      tally.weights[group] = 0
      let total = totals[group]
      let gain = weight - factor * total
      if gain <= 0 { continue }
      let value = gain + bonus(vertex, group)
      let isBetter = value > best || (value == best && bestGroup != .max && group < bestGroup)
      if isBetter, cuts[group] >= penalty * total * (whole - total) {
        best = value
        bestGroup = group
        bestWeight = weight
      }
    }
    return bestGroup == .max ? nil : (bestGroup, bestWeight)
  }
}

/// A small random number for a vertex and a group it may join: what else is nearly equal comes out differently in
/// each iteration.
struct RandomBonus: Sendable {
  private let salt: UInt64
  private let scale: Double

  /// - Parameter largest: No bonus reaches this.
  init(_ random: RandomStream, largest: Double) {
    var random = random
    salt = random.next()
    scale = largest * 0x1p-53
  }

  @inline(__always) func callAsFunction(_ vertex: UInt32, _ group: UInt32) -> Double {
    // The steps that SplitMix64 scrambles its state by.
    var z = (UInt64(vertex) << 32 | UInt64(group)) ^ salt
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double(z >> 11) * scale
  }
}
