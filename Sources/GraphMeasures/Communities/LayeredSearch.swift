import GraphCore

/// A search for communities over layers: iterations of the Leiden algorithm, vertex by vertex.
///
/// The phases are those of the search on one graph: vertices move to the community that gains most;
/// communities are taken apart into well connected groups; groups are the vertices of the next level.
struct LayeredSearch: Sendable {
  private let ground: LayeredLevel
  /// The community of each vertex.
  private(set) var labels: ContiguousArray<UInt32>
  /// Weight within communities less the penalty, each pair twice.
  private(set) var value = -Double.infinity
  private(set) var iterations = 0
  /// Whether the last iteration improved nothing.
  private(set) var hasSettled = false

  init(_ ground: LayeredLevel) {
    self.ground = ground
    labels = ContiguousArray((0..<ground.vertexCount).map { UInt32(truncatingIfNeeded: $0) })
  }

  /// Carries out an iteration, and keeps its outcome where it is better.
  mutating func improve(_ random: inout RandomStream) {
    var level = ground
    var labels = labels
    var steps: [ContiguousArray<UInt32>] = []
    while true {
      var order = ContiguousArray(0..<level.vertexCount)
      order.shuffle(using: &random)
      var moves = LayeredMoves(level, labels: labels)
      moves.run(order)
      labels = moves.labels
      let count = numberInOrder(&labels)
      if count == level.vertexCount { break }
      let groups = LayeredRefinement(level, labels: labels, count: count).groups(order)
      let groupCount = Int(groups.max() ?? 0) + 1
      if groupCount == level.vertexCount { break }
      var upper = ContiguousArray<UInt32>(repeating: 0, count: groupCount)
      for vertex in 0..<level.vertexCount { upper[Int(groups[vertex])] = labels[vertex] }
      level = level.aggregated(by: groups, count: groupCount)
      steps.append(groups)
      labels = upper
    }
    for step in steps.reversed() { labels = ContiguousArray(step.map { labels[Int($0)] }) }
    iterations += 1
    let value = value(of: labels)
    guard value > self.value + ground.leastGain else {
      hasSettled = true
      return
    }
    self.value = value
    self.labels = labels
  }

  private func value(of labels: ContiguousArray<UInt32>) -> Double {
    let count = Int(labels.max() ?? 0) + 1
    var inside = 0.0
    for vertex in 0..<ground.vertexCount {
      for slot in ground.offsets[vertex]..<ground.offsets[vertex + 1]
      where labels[Int(ground.targets[slot])] == labels[vertex] {
        inside += ground.weights[slot]
      }
    }
    var penalty = 0.0
    for total in ground.totals(of: labels, count: count) { penalty += total * total }
    return inside - penalty
  }
}

/// Numbers labels from 0 in the order in which they first appear; returns how many there are.
private func numberInOrder(_ labels: inout ContiguousArray<UInt32>) -> Int {
  var numbers = ContiguousArray(repeating: UInt32.max, count: Int(labels.max() ?? 0) + 1)
  var used: UInt32 = 0
  for vertex in labels.indices {
    let label = Int(labels[vertex])
    if numbers[label] == .max {
      numbers[label] = used
      used += 1
    }
    labels[vertex] = numbers[label]
  }
  return Int(used)
}

/// The first phase at a level: vertices whose neighborhood changed move to the community that gains most.
private struct LayeredMoves {
  private let level: LayeredLevel
  private(set) var labels: ContiguousArray<UInt32>
  private var totals: ContiguousArray<Double>
  private var sizes: ContiguousArray<Int>
  /// Labels that no vertex has.
  private var unused: ContiguousArray<UInt32> = []
  private var tally: GroupWeights

  init(_ level: LayeredLevel, labels: ContiguousArray<UInt32>) {
    self.level = level
    self.labels = labels
    totals = level.totals(of: labels, count: level.vertexCount)
    sizes = ContiguousArray(repeating: 0, count: level.vertexCount)
    for label in labels { sizes[Int(label)] += 1 }
    for label in sizes.indices where sizes[label] == 0 { unused.append(UInt32(truncatingIfNeeded: label)) }
    tally = GroupWeights(count: level.vertexCount)
  }

  mutating func run(_ order: ContiguousArray<Int>) {
    var isQueued = ContiguousArray(repeating: true, count: level.vertexCount)
    var queue = order
    // An end for what rounding errors might keep going.
    var left = 100 * level.vertexCount
    var head = 0
    while head < queue.count, left > 0 {
      let vertex = queue[head]
      head += 1
      left -= 1
      isQueued[vertex] = false
      guard move(vertex) else { continue }
      for slot in level.offsets[vertex]..<level.offsets[vertex + 1] {
        let neighbor = Int(level.targets[slot])
        if !isQueued[neighbor], labels[neighbor] != labels[vertex] {
          isQueued[neighbor] = true
          queue.append(neighbor)
        }
      }
    }
  }

  private mutating func move(_ vertex: Int) -> Bool {
    let own = labels[vertex]
    for slot in level.offsets[vertex]..<level.offsets[vertex + 1] {
      tally.add(level.weights[slot], to: labels[Int(level.targets[slot])])
    }
    level.add(vertex, to: Int(own), of: &totals, sign: -1)
    sizes[Int(own)] -= 1
    var best = tally[own] - level.penalty(vertex, Int(own), in: totals)
    var bestLabel = own
    if sizes[Int(own)] > 0, let free = unused.last, best < -level.leastGain {
      best = 0
      bestLabel = free
    }
    for label in tally.met where label != own {
      let value = tally[label] - level.penalty(vertex, Int(label), in: totals)
      if value > best + level.leastGain {
        best = value
        bestLabel = label
      }
    }
    tally.clear()
    if sizes[Int(bestLabel)] == 0, bestLabel != own { unused.removeLast() }
    level.add(vertex, to: Int(bestLabel), of: &totals)
    sizes[Int(bestLabel)] += 1
    if sizes[Int(own)] == 0 {
      unused.append(own)
      // What rounding left behind.
      for layer in 0..<level.layerCount { totals[Int(own) * level.layerCount + layer] = 0 }
    }
    labels[vertex] = bestLabel
    return bestLabel != own
  }
}

/// The second phase at a level: the vertices of each community join groups that are well connected within it.
private struct LayeredRefinement {
  private let level: LayeredLevel
  private let labels: ContiguousArray<UInt32>
  /// The masses of each community.
  private let whole: ContiguousArray<Double>

  init(_ level: LayeredLevel, labels: ContiguousArray<UInt32>, count: Int) {
    self.level = level
    self.labels = labels
    whole = level.totals(of: labels, count: count)
  }

  /// The group of each vertex, numbered from 0.
  func groups(_ order: ContiguousArray<Int>) -> ContiguousArray<UInt32> {
    let n = level.vertexCount
    var groups = ContiguousArray((0..<n).map { UInt32(truncatingIfNeeded: $0) })
    var totals = level.masses
    var cuts = ContiguousArray(repeating: 0.0, count: n)
    for vertex in 0..<n {
      for slot in level.offsets[vertex]..<level.offsets[vertex + 1]
      where labels[Int(level.targets[slot])] == labels[vertex] {
        cuts[vertex] += level.weights[slot]
      }
    }
    var isAlone = ContiguousArray(repeating: true, count: n)
    var tally = GroupWeights(count: n)
    for vertex in order where isAlone[vertex] {
      let community = Int(labels[vertex])
      if !isWellConnected(vertex, community, totals, cuts) { continue }
      for slot in level.offsets[vertex]..<level.offsets[vertex + 1] {
        let target = Int(level.targets[slot])
        if Int(labels[target]) == community { tally.add(level.weights[slot], to: groups[target]) }
      }
      var best = level.leastGain
      var joined: UInt32?
      for group in tally.met where Int(group) != vertex {
        let value = tally[group] - level.penalty(vertex, Int(group), in: totals)
        if value > best, isWellConnected(Int(group), community, totals, cuts) {
          best = value
          joined = group
        }
      }
      if let joined {
        groups[vertex] = joined
        level.add(vertex, to: Int(joined), of: &totals)
        cuts[Int(joined)] += cuts[vertex] - 2 * tally[joined]
        isAlone[Int(joined)] = false
        isAlone[vertex] = false
      }
      tally.clear()
    }
    _ = numberInOrder(&groups)
    return groups
  }

  /// Whether the weight between a group and the rest of its community is what the penalty asks.
  private func isWellConnected(
    _ group: Int, _ community: Int, _ totals: ContiguousArray<Double>, _ cuts: ContiguousArray<Double>
  ) -> Bool {
    let count = level.layerCount
    var asked = 0.0
    for layer in 0..<count {
      let own = totals[group * count + layer]
      asked += own * (whole[community * count + layer] - own)
    }
    return cuts[group] >= asked - level.leastGain
  }
}
