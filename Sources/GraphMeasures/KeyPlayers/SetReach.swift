public import GraphCore

extension Graph {
  /// Returns how many vertices a set reaches within a number of steps, its members among them: m-reach.
  ///
  ///     R_m(S) = |{ j : d(S,j) ≤ m }|,   d(S,j) = min { d(i,j) : i ∈ S }
  ///
  /// Members are at distance 0 and count, as they do in ``distanceWeightedReach(from:)``; for a single vertex that
  /// is one more than ``reach(within:_:execution:)``. Distances follow directions away from the set; weights are
  /// ignored.
  ///
  /// - Parameters:
  ///   - vertices: The set, in any order; a vertex named twice counts once.
  ///   - steps: The largest distance that counts, at least 0.
  /// - Returns: A number of vertices, in |S| ... *n*; 0 for the empty set.
  /// - Throws: `GraphError` with code `vertexOutOfRange` where a member of the set is no vertex; `badParameter`
  ///   where `steps` is negative.
  /// - Complexity: O(*n* + *m*): one search from all members at once.
  ///
  /// Exact.
  ///
  /// Reference: S. P. Borgatti, "Identifying sets of key players in a social network", Computational and
  /// Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x.
  public func reach(from vertices: [Int], within steps: Int) throws(GraphError) -> Int {
    guard steps >= 0 else { throw GraphError(.badParameter, "steps must be at least 0, got \(steps)") }
    var search = SetDistances(vertexCount: vertexCount)
    search.run(self, from: try vertexSet(vertices), limit: searchLimit(steps))
    return search.reachedCount
  }

  /// Returns the distance-weighted reach ᴰR of a set: the share of the graph it reaches, far vertices counting less.
  ///
  ///     ᴰR(S) = Σ_j 1/d(S,j) / n,   d(S,j) = min { d(i,j) : i ∈ S }
  ///
  /// over all vertices *j*, with 1 for the members themselves and 0 for those out of reach. 1 where every vertex
  /// is in the set or next to it. Distances are in steps and follow directions away from the set; weights are
  /// ignored.
  ///
  /// - Parameter vertices: The set, in any order; a vertex named twice counts once.
  /// - Returns: A value in 0 ... 1, dimensionless, 0 for the empty set; nil in a graph without vertices.
  /// - Throws: `GraphError` with code `vertexOutOfRange` where a member of the set is no vertex.
  /// - Complexity: O(*n* + *m*): one search from all members at once.
  ///
  /// References: S. P. Borgatti, "Identifying sets of key players in a social network", Computational and
  /// Mathematical Organization Theory 12 (2006) 21–34, doi:10.1007/s10588-006-7084-x; W. An, Y.-H. Liu, "keyplayer:
  /// an R package for locating key players in social networks", The R Journal 8(1) (2016) 257–268,
  /// doi:10.32614/RJ-2016-018.
  public func distanceWeightedReach(from vertices: [Int]) throws(GraphError) -> Double? {
    let set = try vertexSet(vertices)
    guard vertexCount > 0 else { return nil }
    var search = SetDistances(vertexCount: vertexCount)
    search.run(self, from: set, limit: .max)
    return search.closenessSum / Double(vertexCount)
  }
}

/// A number of steps as searches count them; none is longer than the largest.
func searchLimit(_ steps: Int) -> UInt32 { UInt32(min(steps, Int(UInt32.max - 2))) }

/// What a vertex at a distance in steps from a set adds to its distance-weighted reach.
func closeness(atDistance distance: UInt32) -> Double {
  distance == .max ? 0 : distance == 0 ? 1 : 1 / Double(distance)
}

/// Distances from a set of vertices, and what they would be with another vertex in the set.
struct SetDistances {
  /// Distance in steps of each vertex; `UInt32.max` where it was not reached.
  private(set) var distances: ContiguousArray<UInt32>
  private(set) var reachedCount = 0
  private var queue: ContiguousArray<UInt32>
  /// Distances from one more vertex where they are smaller, and for which vertex they were found.
  private var trial: ContiguousArray<UInt32>
  private var triedFrom: ContiguousArray<UInt32>
  private var trialQueue: ContiguousArray<UInt32>

  init(vertexCount: Int) {
    distances = ContiguousArray(repeating: .max, count: vertexCount)
    queue = ContiguousArray(repeating: 0, count: vertexCount)
    trial = distances
    triedFrom = distances
    trialQueue = queue
  }

  /// The sum of 1/distance over the vertices reached, members of the set counting 1.
  ///
  /// Vertices of one distance are counted first, so that the sum does not depend on their names.
  var closenessSum: Double {
    var sum = 0.0
    var place = 0
    while place < reachedCount {
      let distance = distances[Int(queue[place])]
      var end = place
      while end < reachedCount, distances[Int(queue[end])] == distance { end += 1 }
      sum += Double(end - place) * closeness(atDistance: distance)
      place = end
    }
    return sum
  }

  /// Searches from different vertices along arcs, at most `limit` steps far.
  mutating func run(_ graph: Graph, from sources: ContiguousArray<UInt32>, limit: UInt32) {
    for place in 0..<reachedCount { distances[Int(queue[place])] = .max }
    // What was tried with another set says nothing about this one.
    for place in triedFrom.indices { triedFrom[place] = .max }
    reachedCount = search(
      graph.offsets.span, graph.targets.span, sources.span, limit: limit, &distances, &queue)
  }

  /// Calls `body` with each vertex that one more member of the set would come nearer to within `limit` steps, and
  /// with its distance before and then.
  ///
  /// The search does not go on behind a vertex that is as near already: nothing there comes nearer.
  mutating func nearer(
    _ graph: Graph, with source: UInt32, limit: UInt32, _ body: (_ before: UInt32, _ after: UInt32) -> Void
  ) {
    visitNearer(graph, source, limit: limit, distances, &trial, &triedFrom, &trialQueue, body)
  }
}

/// Fills distances and the queue and returns the number of vertices reached.
private func search(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, _ sources: Span<UInt32>, limit: UInt32,
  _ distanceArray: inout ContiguousArray<UInt32>, _ queueArray: inout ContiguousArray<UInt32>
) -> Int {
  var distances = distanceArray.mutableSpan
  var queue = queueArray.mutableSpan
  precondition(distances.count == offsets.count - 1 && queue.count == distances.count)
  var tail = 0
  for place in 0..<sources.count {
    distances[Int(sources[place])] = 0
    queue[tail] = sources[place]
    tail += 1
  }
  var head = 0
  while head < tail {
    let vertex = Int(queue[head])
    head += 1
    let distance = distances[vertex]
    if distance >= limit { break }
    for slot in offsets[vertex]..<offsets[vertex + 1] {
      let target = targets[slot]
      // Targets are below the vertex count, the length of both arrays; a vertex enters the queue once.
      if unsafe distances[unchecked: Int(target)] == .max {
        unsafe distances[unchecked: Int(target)] = distance + 1
        unsafe queue[unchecked: tail] = target
        tail += 1
      }
    }
  }
  return tail
}

/// The search of ``SetDistances/nearer(_:with:limit:_:)``.
@inline(__always)
private func visitNearer(
  _ graph: Graph, _ source: UInt32, limit: UInt32, _ distances: ContiguousArray<UInt32>,
  _ trialArray: inout ContiguousArray<UInt32>, _ stampArray: inout ContiguousArray<UInt32>,
  _ queueArray: inout ContiguousArray<UInt32>, _ body: (_ before: UInt32, _ after: UInt32) -> Void
) {
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  let before = distances.span
  var after = trialArray.mutableSpan
  var stamps = stampArray.mutableSpan
  var queue = queueArray.mutableSpan
  if before[Int(source)] == 0 { return }
  after[Int(source)] = 0
  stamps[Int(source)] = source
  queue[0] = source
  body(before[Int(source)], 0)
  var head = 0
  var tail = 1
  while head < tail {
    let vertex = Int(queue[head])
    head += 1
    let distance = after[vertex] + 1
    if distance > limit { break }
    for slot in offsets[vertex]..<offsets[vertex + 1] {
      // Targets are below the vertex count, the length of the arrays.
      let target = unsafe targets[unchecked: slot]
      let place = Int(target)
      if unsafe before[unchecked: place] <= distance || stamps[unchecked: place] == source { continue }
      unsafe after[unchecked: place] = distance
      unsafe stamps[unchecked: place] = source
      queue[tail] = target
      tail += 1
      unsafe body(before[unchecked: place], distance)
    }
  }
}
