import GraphCore

/// Sums of weights by community, cleared in as many steps as it was filled; one for each thread.
struct CommunityTally: Sendable {
  /// Weight by label; 0 where nothing was added.
  let weights: SharedColumn<Double>
  /// The labels that something was added to, in the order in which they were met.
  let labels: SharedColumn<UInt32>

  /// Room for labels below a bound.
  ///
  /// Pages never touched take no memory.
  init(labelsBelow count: Int) {
    weights = SharedColumn(repeating: 0, count: count)
    labels = SharedColumn(uninitialized: count + 1)
  }

  /// Adds the weights of a row by the labels of the vertices it leads to.
  ///
  /// Labels are noted without a branch, as whether one is new cannot be predicted.
  ///
  /// - Parameter found: Number of labels met before.
  /// - Returns: Number of labels met.
  @inline(__always) func add(
    _ row: Range<Int>, of level: CommunityLevel, labels vertexLabels: SharedColumn<UInt32>, found: Int = 0
  ) -> Int {
    let targets = level.targets
    let sums = weights
    let met = labels
    var found = found
    @inline(__always) func add(_ weight: (Int) -> Double) {
      for slot in row {
        let label = vertexLabels[targets[slot]]
        let sum = sums[label]
        met[found] = label
        found &+= sum == 0 ? 1 : 0
        sums[label] = sum + weight(slot)
      }
    }
    // One loop for each kind of weights.
    switch level.weights {
    case .ones: add { _ in 1 }
    case .counts(let weights): add { Double(weights[$0]) }
    case .sums(let weights): add { weights[$0] }
    }
    return found
  }

  /// Adds the weights of those arcs of a row that stay in a community, by the groups of the vertices they lead to;
  /// returns the number of groups met.
  @inline(__always) func add(
    _ row: Range<Int>, of level: CommunityLevel, groups: SharedColumn<UInt32>,
    within communities: SharedColumn<UInt32>, _ community: UInt32
  ) -> Int {
    let targets = level.targets
    let weights = level.weights
    let sums = self.weights
    let met = labels
    var found = 0
    for slot in row {
      let target = targets[slot]
      if communities[target] != community { continue }
      let group = groups[target]
      let sum = sums[group]
      met[found] = group
      found &+= sum == 0 ? 1 : 0
      sums[group] = sum + weights[slot]
    }
    return found
  }
}

extension Execution {
  /// Calls `body` for pieces of `0 ..< count` on at most `threads` threads, with the number of the thread.
  ///
  /// Which thread gets which piece differs from run to run; `body` must not let it show.
  func inLanes(_ count: Int, piece: Int, _ body: @Sendable (_ lane: Int, _ piece: Range<Int>) -> Void) {
    let pieces = (count + piece - 1) / piece
    let ticket = Ticket()
    _ = concurrently(min(threads, pieces)) { lane in
      while let index = ticket.next(below: pieces) {
        body(lane, (index * piece)..<min(count, (index + 1) * piece))
      }
    }
  }

  func checkCancellation() throws(GraphError) {
    if isCancelled?() == true { throw GraphError(.cancelled, "the computation was cancelled") }
  }
}
