public import GraphCore

extension Graph {
  /// Returns communities by label propagation: each vertex takes the label that most of its ties lead to,
  /// until all have it.
  ///
  /// Every vertex starts with a label of its own. Vertices that are not tied to each other are taken
  /// together, group by group (semi-synchronous): each keeps its label where no other has more weight among
  /// its neighbors, and otherwise takes the one with most, of equals one that the seed decides on, each
  /// vertex by itself. Every change adds to the weight of ties within communities, so it comes to an end.
  ///
  /// Edges pull by their weight; an edge of weight 0 is no edge. Directed graphs are read as `symmetrized()`:
  /// the weights of arcs both ways add up. A vertex without edges is a community of its own. A community need
  /// not be connected. Nothing is maximized, and all of a graph without clear groups can end up as one
  /// community; ``leiden(_:execution:)`` finds divisions of higher modularity.
  ///
  /// - Parameters:
  ///   - seed: Fixes which of several labels with equal weight a vertex takes.
  ///   - maximumRounds: Most rounds through all vertices; at least 1.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Communities numbered from 0 by descending size; their quality is the modularity.
  /// - Throws: `GraphError` with code `badParameter` where `maximumRounds` is below 1; `cancelled` where the
  ///   execution asked to stop.
  /// - Complexity: O(*r*·(*n* + *m*)) time for *r* rounds, five or ten as a rule; about 8 bytes an arc of
  ///   memory, and 12 bytes a vertex for each thread.
  ///
  /// The same for any number of threads. Weights are rounded as in ``leiden(_:execution:)``, so that equal
  /// sums are equal. NetworkX `label_propagation_communities` does the same but takes the label with the
  /// highest number of equals; igraph's `community_label_propagation` takes vertices one by one. Other orders
  /// give other communities.
  ///
  /// References: U. N. Raghavan, R. Albert, S. Kumara, "Near linear time algorithm to detect community
  /// structures in large-scale networks", Physical Review E 76 (2007) 036106, doi:10.1103/PhysRevE.76.036106;
  /// in groups: G. Cordasco, L. Gargano, "Community detection via semi-synchronous label propagation
  /// algorithms", BASNA 2010, 1–8, doi:10.1109/BASNA.2010.5730298.
  public func labelPropagation(
    seed: UInt64 = 1, maximumRounds: Int = 1_000, execution: Execution = .serial
  ) throws(GraphError) -> Communities {
    guard maximumRounds > 0 else {
      throw GraphError(.badParameter, "maximumRounds must be at least 1, got \(maximumRounds)")
    }
    let ground = CommunityGround(self, quality: .constantPotts(resolution: 0))
    let propagation = LabelRounds(ground.level, seed: seed, threads: execution.threads)
    var rounds = 0
    var hasSettled = false
    while rounds < maximumRounds, !hasSettled {
      hasSettled = try propagation.run(execution) == 0
      rounds += 1
      execution.onProgress?(1 - 1 / Double(rounds + 1))
    }
    // Vertices without edges have labels behind all others.
    let first = ground.level.vertexCount
    var labels = ContiguousArray(first..<(first + vertexCount))
    for (place, vertex) in ground.vertices.enumerated() {
      labels[Int(vertex)] = Int(propagation.labels[place])
    }
    let (numbers, sizes) = numberedBySize(labels)
    execution.onProgress?(1)
    return Communities(
      labels: numbers, sizes: sizes, quality: modularity(of: numbers), iterations: rounds,
      hasSettled: hasSettled)
  }
}

/// Rounds of label propagation on a level, whose vertices stand in descending order of degree.
private struct LabelRounds: Sendable {
  private let level: CommunityLevel
  let labels: SharedColumn<UInt32>
  private let tallies: [CommunityTally]
  /// Decides between labels of equal weight.
  private let preference: RandomBonus
  /// Vertices by color; no two of one color are tied.
  private let colored: CommunityMembers

  init(_ level: CommunityLevel, seed: UInt64, threads: Int) {
    preference = RandomBonus(RandomStream(seed: seed, stream: 0), largest: 1)
    let n = level.vertexCount
    self.level = level
    labels = SharedColumn(uninitialized: n)
    for vertex in 0..<n { labels[vertex] = UInt32(truncatingIfNeeded: vertex) }
    tallies = (0..<threads).map { _ in CommunityTally(labelsBelow: n) }
    // Each vertex gets the first color that no neighbor before it has.
    let colors = SharedColumn<UInt32>(repeating: .max, count: n)
    var lastSeen = ContiguousArray(repeating: -1, count: n + 1)
    var count = 0
    for vertex in 0..<n {
      for slot in level.row(UInt32(truncatingIfNeeded: vertex)) {
        let color = colors[level.targets[slot]]
        if color != .max { lastSeen[Int(color)] = vertex }
      }
      var color = 0
      while lastSeen[color] == vertex { color += 1 }
      colors[vertex] = UInt32(truncatingIfNeeded: color)
      count = max(count, color + 1)
    }
    colored = CommunityMembers(colors, order: 0..<UInt32(truncatingIfNeeded: n), groupCount: count)
  }

  /// Takes all vertices once; returns how many changed their label.
  func run(_ execution: Execution) throws(GraphError) -> Int {
    var changed = 0
    for color in 0..<colored.count {
      try execution.checkCancellation()
      let start = colored.starts[color]
      let size = colored.starts[color + 1] - start
      let marks = SharedColumn(repeating: 0, count: tallies.count)
      execution.inLanes(size, piece: 512) { lane, places in
        for place in places where update(colored.vertices[start + place], tallies[lane]) { marks[lane] += 1 }
      }
      for lane in tallies.indices { changed += marks[lane] }
    }
    return changed
  }

  private func update(_ vertex: UInt32, _ tally: CommunityTally) -> Bool {
    let found = tally.add(level.row(vertex), of: level, labels: labels)
    let own = labels[vertex]
    var best = tally.weights[own]
    var bestLabel = own
    var liking = Double.infinity
    for place in 0..<found {
      let label = tally.labels[place]
      let weight = tally.weights[label]
      if weight < best || label == own { continue }
      let other = preference(vertex, label)
      // What another label needs to win over the own one is more weight, over a third one to be liked better.
      if weight > best || other > liking || (other == liking && label < bestLabel) {
        best = weight
        bestLabel = label
        liking = other
      }
    }
    for place in 0..<found { tally.weights[tally.labels[place]] = 0 }
    labels[vertex] = bestLabel
    return bestLabel != own
  }
}
