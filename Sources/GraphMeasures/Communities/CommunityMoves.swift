import GraphCore

/// The first phase at a level: vertices move to the community of neighbors that gains most, until few want to.
///
/// Vertices are taken in rounds of those whose neighborhood changed, in a shuffled order. A long round is cut
/// into batches. Within a batch all vertices look at the same state and only note where they would go, which
/// any number of threads can do; the moves are then made one by one, each only where it still gains by the
/// totals of that moment. A short round is worked on vertex by vertex, as in the serial algorithm. Which of
/// the two happens depends on the length of the round alone, so the result does not depend on threads.
struct CommunityMoves {
  /// Rounds up to this length are worked on vertex by vertex, and no batch is shorter.
  private static let shortRound = 1024
  /// Batches in a long round.
  ///
  /// With more, fewer neighbors move at the same time.
  private static let batchesPerRound = 64
  /// An end for rounds that rounding errors might keep going.
  private static let roundLimit = 100

  private let state: CommunityState
  /// The order in which vertices are taken.
  let order: ContiguousArray<UInt32>
  private let wishes: SharedColumn<CommunityState.Wish>
  private let tallies: [CommunityTally]
  private let execution: Execution
  /// Labels that no vertex has.
  private var unused: ContiguousArray<UInt32>

  /// - Parameter labels: A community for each vertex, numbered below the number of vertices.
  init(
    _ level: CommunityLevel, labels: SharedColumn<UInt32>, penalty: Double, random: RandomStream,
    tallies: [CommunityTally], execution: Execution
  ) {
    let n = level.vertexCount
    state = CommunityState(level, labels: labels, penalty: penalty)
    order = shuffledOrder(n, random)
    wishes = SharedColumn(uninitialized: max(Self.shortRound, n / Self.batchesPerRound + 1))
    self.tallies = tallies
    self.execution = execution
    unused = state.unusedLabels()
  }

  /// Moves vertices until a round moves no more than a share of all.
  mutating func run(untilShare share: Double) throws(GraphError) {
    let enough = Int(share * Double(state.level.vertexCount))
    for _ in 0..<Self.roundLimit {
      let round = ContiguousArray(order.lazy.filter { [state] in state.isPending.isSet($0) })
      if round.isEmpty { break }
      let isShort = round.count <= Self.shortRound
      let moved = try isShort ? oneByOne(round) : inBatches(round)
      if moved <= enough { break }
      if !isShort {
        state.compact()
        unused = state.unusedLabels()
      }
    }
  }

  private mutating func oneByOne(_ round: ContiguousArray<UInt32>) throws(GraphError) -> Int {
    var moved = 0
    for (place, vertex) in round.enumerated() {
      if place & 127 == 0 { try execution.checkCancellation() }
      state.isPending.clear(vertex)
      let wish = state.wish(of: vertex, tally: tallies[0])
      if state.move(vertex, wish, &unused) {
        state.markNeighbors(of: vertex)
        moved += 1
      }
    }
    return moved
  }

  private mutating func inBatches(_ round: ContiguousArray<UInt32>) throws(GraphError) -> Int {
    let batch = max(Self.shortRound, (round.count + Self.batchesPerRound - 1) / Self.batchesPerRound)
    let state = state
    let wishes = wishes
    let tallies = tallies
    var moved = 0
    for start in stride(from: 0, to: round.count, by: batch) {
      try execution.checkCancellation()
      let length = min(batch, round.count - start)
      execution.inLanes(length, piece: 64) { lane, places in
        for place in places {
          state.level.prefetchRows(after: start + place, of: round)
          let vertex = round[start + place]
          state.isPending.clear(vertex)
          wishes[place] = state.wish(of: vertex, tally: tallies[lane])
        }
      }
      var movers: ContiguousArray<UInt32> = []
      for place in 0..<length where state.move(round[start + place], wishes[place], &unused) {
        movers.append(round[start + place])
      }
      let moversToFollow = movers
      execution.inLanes(movers.count, piece: 64) { _, places in
        for place in places {
          state.level.prefetchRows(after: place, of: moversToFollow)
          state.markNeighbors(of: moversToFollow[place])
        }
      }
      moved += movers.count
    }
    return moved
  }
}

/// Who is in which community, and who should look again for a better one.
private struct CommunityState: Sendable {
  /// Where a vertex would go.
  struct Wish: BitwiseCopyable {
    /// The community it would join, its own where it would stay, `.max` for a new one.
    var label: UInt32
    /// Weight to the community it would join, less the weight to its own.
    var weightGain: Double
  }

  let level: CommunityLevel
  let labels: SharedColumn<UInt32>
  let penalty: Double
  let isPending: SharedMarks
  /// Sum of the masses in each community.
  let totals: SharedColumn<Double>
  /// Number of vertices in each community.
  let sizes: SharedColumn<UInt32>

  init(_ level: CommunityLevel, labels: SharedColumn<UInt32>, penalty: Double) {
    let n = level.vertexCount
    self.level = level
    self.labels = labels
    self.penalty = penalty
    isPending = SharedMarks(settingAll: n)
    totals = SharedColumn(uninitialized: n)
    sizes = SharedColumn(uninitialized: n)
    compact()
  }

  /// Numbers the labels in use from 0, so that what is looked up by label stands close together in memory.
  func compact() {
    let count = makeDense(labels)
    for label in 0..<count {
      totals[label] = 0
      sizes[label] = 0
    }
    for vertex in 0..<level.vertexCount {
      totals[labels[vertex]] += level.masses[vertex]
      sizes[labels[vertex]] += 1
    }
    for label in count..<level.vertexCount {
      totals[label] = 0
      sizes[label] = 0
    }
  }

  /// Labels that no vertex has, the smallest last.
  func unusedLabels() -> ContiguousArray<UInt32> {
    var unused: ContiguousArray<UInt32> = []
    for label in stride(from: level.vertexCount - 1, through: 0, by: -1) where sizes[label] == 0 {
      unused.append(UInt32(truncatingIfNeeded: label))
    }
    return unused
  }

  /// The community that a vertex gains most by joining; of equals its own, or the one with the smallest label.
  ///
  /// A community C is worth w(v, C) − penalty · mass(v) · mass(C without v) to a vertex v.
  func wish(of vertex: UInt32, tally: CommunityTally) -> Wish {
    let labels = labels
    let totals = totals
    let sums = tally.weights
    let own = labels[vertex]
    let found = tally.add(level.row(vertex), of: level, labels: labels)
    let mass = level.masses[vertex]
    let factor = penalty * mass
    let ownWeight = sums[own]
    let ownValue = ownWeight - factor * (totals[own] - mass)
    // So that the loop below finds nothing to prefer in its own community.
    sums[own] = -.infinity
    var best = ownValue
    var bestLabel = own
    var bestWeight = ownWeight
    for place in 0..<found {
      let label = tally.labels[place]
      let weight = sums[label]
      sums[label] = 0
      let value = weight - factor * totals[label]
      if value > best || (value == best && bestLabel != own && label < bestLabel) {
        best = value
        bestLabel = label
        bestWeight = weight
      }
    }
    sums[own] = 0
    if best < 0 { return Wish(label: .max, weightGain: -ownWeight) }
    return Wish(label: bestLabel, weightGain: bestWeight - ownWeight)
  }

  /// Moves a vertex where it wishes to go, if that still gains by the totals of the moment.
  func move(_ vertex: UInt32, _ wish: Wish, _ unused: inout ContiguousArray<UInt32>) -> Bool {
    let own = labels[vertex]
    if wish.label == own { return false }
    let mass = level.masses[vertex]
    var label = wish.label
    if label == .max {
      guard let free = unused.last, sizes[own] > 1 else { return false }
      label = free
    } else if sizes[label] == 0 {
      return false
    }
    let gain = wish.weightGain - penalty * mass * (totals[label] - (totals[own] - mass))
    guard gain > 0 else { return false }
    if sizes[label] == 0 { unused.removeLast() }
    sizes[own] -= 1
    sizes[label] += 1
    if sizes[own] == 0 { unused.append(own) }
    totals[own] -= mass
    totals[label] += mass
    labels[vertex] = label
    return true
  }

  /// Neighbors outside the community that a vertex joined may want to follow it.
  func markNeighbors(of vertex: UInt32) {
    let label = labels[vertex]
    for slot in level.row(vertex) {
      let neighbor = level.targets[slot]
      if labels[neighbor] != label { isPending.set(neighbor) }
    }
  }
}

/// Vertices in a shuffled order: blocks of neighbors in memory where there are many, for locality.
private func shuffledOrder(_ count: Int, _ random: RandomStream) -> ContiguousArray<UInt32> {
  let shift = count < 1 << 14 ? 0 : 4
  var blocks = ContiguousArray(0..<UInt32(truncatingIfNeeded: (count + (1 << shift) - 1) >> shift))
  var random = random
  for place in stride(from: blocks.count - 1, to: 0, by: -1) {
    // The upper half of the product of a random number and a limit is below the limit.
    let drawn = random.next().multipliedFullWidth(by: UInt64(place + 1)).high
    blocks.swapAt(place, Int(drawn))
  }
  if shift == 0 { return blocks }
  var order: ContiguousArray<UInt32> = []
  order.reserveCapacity(count)
  for block in blocks {
    let first = Int(block) << shift
    for vertex in first..<min(count, first + 1 << shift) {
      order.append(UInt32(truncatingIfNeeded: vertex))
    }
  }
  return order
}
