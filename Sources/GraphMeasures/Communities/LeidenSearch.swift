import GraphCore

/// A search for communities on one graph: iterations of the Leiden algorithm, each from the outcome of the last.
struct LeidenSearch {
  /// What stands for a vertex at the level above.
  enum Aggregation {
    /// Whole communities, as in the Louvain algorithm: a rough start at half the price.
    case communities
    /// The well connected parts of communities.
    case refinedGroups
  }

  private let ground: CommunityGround
  private let seed: UInt64
  private let tallies: [CommunityTally]
  private let execution: Execution
  /// The community of each vertex of the ground level.
  private(set) var labels: SharedColumn<UInt32>
  /// Weight within communities less the penalty, on the scale of the ground level; each edge and pair twice.
  private(set) var value = -Double.infinity

  init(_ ground: CommunityGround, seed: UInt64, tallies: [CommunityTally], execution: Execution) {
    let count = ground.level.vertexCount
    self.ground = ground
    self.seed = seed
    self.tallies = tallies
    self.execution = execution
    labels = SharedColumn(uninitialized: count)
    for vertex in 0..<count { labels[vertex] = UInt32(truncatingIfNeeded: vertex) }
  }

  /// Carries out an iteration; keeps its outcome and returns true where that is an improvement.
  ///
  /// - Parameters:
  ///   - aggregation: What the levels are made of.
  ///   - share: A level is left when a round moves no more than this share of its vertices.
  mutating func improve(
    _ aggregation: Aggregation, iteration: Int, untilShare share: Double
  ) throws(GraphError) -> Bool {
    var level = ground.level
    var labels = SharedColumn<UInt32>(uninitialized: level.vertexCount)
    for vertex in 0..<level.vertexCount { labels[vertex] = self.labels[vertex] }
    var steps: [SharedColumn<UInt32>] = []
    while true {
      let random = RandomStream(seed: seed, stream: iteration << 8 + steps.count)
      var moves = CommunityMoves(
        level, labels: labels, penalty: ground.penalty, random: random, tallies: tallies,
        execution: execution)
      _ = try moves.run(untilShare: share)
      let count = makeDense(labels)
      if count == level.vertexCount { break }
      let (groups, groupCount, upperLabels) = try self.groups(
        aggregation, level, labels, communityCount: count, order: moves.order)
      if groupCount == level.vertexCount {
        separate(labels, in: level)
        break
      }
      let vertices = 0..<UInt32(truncatingIfNeeded: level.vertexCount)
      level = try level.aggregated(
        by: groups, members: CommunityMembers(groups, order: vertices, groupCount: groupCount),
        tallies: tallies, execution: execution)
      steps.append(groups)
      labels = upperLabels
    }
    let value = value(of: labels, in: level)
    guard value > self.value else { return false }
    self.value = value
    for step in steps.reversed() {
      for vertex in 0..<step.count { step[vertex] = labels[step[vertex]] }
      labels = step
    }
    self.labels = labels
    return true
  }

  /// The vertices of the level above: the group of each vertex, and the community of each group.
  private func groups(
    _ aggregation: Aggregation, _ level: CommunityLevel, _ labels: SharedColumn<UInt32>, communityCount: Int,
    order: ContiguousArray<UInt32>
  ) throws(GraphError) -> (SharedColumn<UInt32>, count: Int, communities: SharedColumn<UInt32>) {
    guard aggregation == .refinedGroups else {
      let upper = SharedColumn<UInt32>(uninitialized: communityCount)
      for community in 0..<communityCount { upper[community] = UInt32(truncatingIfNeeded: community) }
      return (labels, communityCount, upper)
    }
    let refinement = CommunityRefinement(level, labels: labels, penalty: ground.penalty)
    let members = CommunityMembers(labels, order: order, groupCount: communityCount)
    try refinement.run(members, tallies: tallies, execution: execution)
    // Numbered community by community, so that those who may join each other stand together in memory.
    let groups = refinement.groups
    var numbers = ContiguousArray(repeating: UInt32.max, count: level.vertexCount)
    var communities: ContiguousArray<UInt32> = []
    for vertex in members.vertices {
      let founder = Int(groups[vertex])
      if numbers[founder] == .max {
        numbers[founder] = UInt32(truncatingIfNeeded: communities.count)
        communities.append(labels[vertex])
      }
    }
    for vertex in 0..<level.vertexCount { groups[vertex] = numbers[Int(groups[vertex])] }
    let upper = SharedColumn<UInt32>(uninitialized: communities.count)
    for (group, community) in communities.enumerated() { upper[group] = community }
    return (groups, communities.count, upper)
  }

  /// Makes communities of the connected parts of communities: nothing is lost, and less is penalized.
  private func separate(_ labels: SharedColumn<UInt32>, in level: CommunityLevel) {
    let unseen = UInt32.max
    var parts = ContiguousArray(repeating: unseen, count: level.vertexCount)
    var stack: ContiguousArray<UInt32> = []
    var part: UInt32 = 0
    for start in 0..<level.vertexCount where parts[start] == unseen {
      parts[start] = part
      stack.append(UInt32(truncatingIfNeeded: start))
      while let vertex = stack.popLast() {
        for slot in level.row(vertex) {
          let target = level.targets[slot]
          if parts[Int(target)] != unseen || labels[target] != labels[vertex] { continue }
          parts[Int(target)] = part
          stack.append(target)
        }
      }
      part += 1
    }
    for vertex in 0..<level.vertexCount { labels[vertex] = parts[vertex] }
  }

  private func value(of labels: SharedColumn<UInt32>, in level: CommunityLevel) -> Double {
    var totals = ContiguousArray(repeating: 0.0, count: level.vertexCount)
    var crossing = 0.0
    for vertex in 0..<level.vertexCount {
      let label = labels[vertex]
      totals[Int(label)] += level.masses[vertex]
      for slot in level.row(UInt32(truncatingIfNeeded: vertex)) where labels[level.targets[slot]] != label {
        crossing += level.weights?[slot] ?? 1
      }
    }
    var penalized = 0.0
    for total in totals { penalized += total * total }
    return -crossing - ground.penalty * penalized
  }
}
