import GraphCore

/// A search for communities on one graph: iterations of the Leiden algorithm, each from the outcome of the last.
struct LeidenSearch {
  private let ground: CommunityGround
  private let seed: UInt64
  private let tallies: [CommunityTally]
  private let execution: Execution
  /// The community of each vertex of the ground level.
  private(set) var labels: SharedColumn<UInt32>
  /// Weight within communities less the penalty, on the scale of the ground level; each edge and pair twice.
  private(set) var value = -Double.infinity

  init(_ ground: CommunityGround, seed: UInt64, execution: Execution) {
    let count = ground.level.vertexCount
    self.ground = ground
    self.seed = seed
    tallies = (0..<execution.threads).map { _ in CommunityTally(labelsBelow: count) }
    self.execution = execution
    labels = SharedColumn(uninitialized: count)
    for vertex in 0..<count { labels[vertex] = UInt32(truncatingIfNeeded: vertex) }
  }

  /// Carries out an iteration; keeps its outcome and returns true where that is an improvement.
  mutating func improve(_ schedule: LeidenSchedule, iteration: Int) throws(GraphError) -> Bool {
    var level = ground.level
    var labels = SharedColumn<UInt32>(uninitialized: level.vertexCount)
    for vertex in 0..<level.vertexCount { labels[vertex] = self.labels[vertex] }
    var steps: [SharedColumn<UInt32>] = []
    while true {
      let random = RandomStream(seed: seed, stream: iteration << 8 + steps.count)
      var moves = CommunityMoves(
        level, labels: labels, penalty: ground.penalty, random: random, tallies: tallies,
        execution: execution)
      try moves.run(untilShare: schedule.leastShare(iteration))
      let count = makeDense(labels)
      if count == level.vertexCount { break }
      let (groups, groupCount, upperLabels) =
        schedule.isRough(iteration)
        ? wholeCommunities(labels, count: count)
        : try refinedGroups(
          level, labels, communityCount: count, order: moves.order,
          bonus: RandomBonus(random, largest: schedule.bonus * ground.meanWeight))
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
  private typealias Groups = (SharedColumn<UInt32>, count: Int, communities: SharedColumn<UInt32>)

  private func wholeCommunities(_ labels: SharedColumn<UInt32>, count: Int) -> Groups {
    let communities = SharedColumn<UInt32>(uninitialized: count)
    for community in 0..<count { communities[community] = UInt32(truncatingIfNeeded: community) }
    return (labels, count, communities)
  }

  private func refinedGroups(
    _ level: CommunityLevel, _ labels: SharedColumn<UInt32>, communityCount: Int,
    order: ContiguousArray<UInt32>, bonus: RandomBonus
  ) throws(GraphError) -> Groups {
    let refinement = CommunityRefinement(level, labels: labels, penalty: ground.penalty, bonus: bonus)
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
        crossing += level.weights[slot]
      }
    }
    var penalized = 0.0
    for total in totals { penalized += total * total }
    return -crossing - ground.penalty * penalized
  }
}
