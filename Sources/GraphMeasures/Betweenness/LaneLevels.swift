import GraphCore

/// Breadth-first search from up to 64 sources at once: which sources reach which vertices at which level.
///
/// Each source has a bit. Levels hold events, a vertex with the sources that reach it at that level. A level is
/// found along the arcs out of the one before, or along those into vertices that some source has yet to reach,
/// whichever are fewer.
///
/// Reference: M. Then et al., "The more the merrier: efficient multi-source graph traversal", PVLDB 8 (2014)
/// 449–460, doi:10.14778/2735496.2735507.
struct LaneLevels: ~Copyable {
  /// Vertices of the events, level by level; longer than there are events.
  private(set) var vertices: ContiguousArray<UInt32> = []
  /// The sources that reach them at that level.
  private(set) var masks: ContiguousArray<UInt64> = []
  /// The sources among these that go on from them to a further level.
  private(set) var successors: ContiguousArray<UInt64> = []
  /// Number of sources.
  private(set) var sourceCount = 0
  /// Vertices reached, counted once for each source.
  private(set) var visits = 0
  private var starts: ContiguousArray<Int> = []
  /// The sources that have reached each vertex.
  private var reached: ContiguousArray<UInt64>
  /// The sources that reached each vertex at the last level.
  private var frontier: ContiguousArray<UInt64>
  /// Scratch; 0 between levels.
  private var found: ContiguousArray<UInt64>

  init(vertexCount n: Int) {
    reached = ContiguousArray(repeating: 0, count: n)
    frontier = reached
    found = reached
  }

  /// Most sources at once.
  static let width = 64

  /// Number of levels.
  var count: Int { starts.count - 1 }

  /// The places of the events of a level.
  subscript(level: Int) -> Range<Int> { starts[level]..<starts[level + 1] }

  /// Number of events.
  var eventCount: Int { starts[count] }

  /// Finds the levels around some sources of one range of the graph.
  ///
  /// - Returns: False where sources reach vertices at so many different levels that more than eight events a
  ///   vertex would be needed.
  mutating func search(from sources: ArraySlice<UInt32>, range: Range<Int>, of paths: PathGraph) -> Bool {
    let outward = paths.outward
    let inward = paths.inward
    let all = sources.count == Self.width ? UInt64.max : (1 << UInt64(sources.count)) - 1
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    makeRoom(for: sources.count)
    for (lane, source) in sources.enumerated() {
      vertices[lane] = source
      masks[lane] = 1 << UInt64(lane)
      reached[Int(source)] = masks[lane]
      frontier[Int(source)] = masks[lane]
    }
    starts.append(sources.count)
    visits = sources.count
    sourceCount = sources.count
    var incompleteArcs = inward.offsets[range.upperBound] - inward.offsets[range.lowerBound]
    var isComplete = true
    while true {
      let level = self[count - 1]
      if level.upperBound > 8 * range.count {
        isComplete = false
        break
      }
      makeRoom(for: level.upperBound + range.count)
      var end = level.upperBound
      // A vertex to pull into costs about a quarter of an arc to push along.
      if 4 * arcCount(of: level, outward) < incompleteArcs + range.count {
        end = push(outward, level, reached, &found, &vertices, &masks)
      } else {
        end = pull(inward, from: end, range, all: all, reached, frontier, &vertices, &masks)
      }
      for place in level { frontier[Int(vertices[place])] = 0 }
      if end == level.upperBound { break }
      incompleteArcs -= enter(level.upperBound..<end, all: all, inward)
      starts.append(end)
    }
    if isComplete { findAllSuccessors(outward) }
    clear(range)
    return isComplete
  }

  private mutating func makeRoom(for count: Int) {
    guard vertices.count < count else { return }
    let more = count - vertices.count
    vertices.append(contentsOf: repeatElement(0, count: more))
    masks.append(contentsOf: repeatElement(0, count: more))
    successors.append(contentsOf: repeatElement(0, count: more))
  }

  private func arcCount(of level: Range<Int>, _ graph: Graph) -> Int {
    var count = 0
    for place in level { count += graph.degree(of: Int(vertices[place])) }
    return count
  }

  /// Makes a level the frontier; returns the arcs into vertices that all sources have now reached.
  private mutating func enter(_ level: Range<Int>, all: UInt64, _ inward: Graph) -> Int {
    var arcs = 0
    for place in level {
      let v = Int(vertices[place])
      let mask = masks[place]
      frontier[v] = mask
      reached[v] |= mask
      visits += mask.nonzeroBitCount
      if reached[v] == all { arcs += inward.degree(of: v) }
    }
    return arcs
  }

  /// Finds the sources that go on from each event, level by level from the last.
  private mutating func findAllSuccessors(_ outward: Graph) {
    var beyond = 0..<0
    for number in (0..<count).reversed() {
      let level = self[number]
      findSuccessors(outward, level, frontier, vertices, masks, &successors)
      for place in beyond { frontier[Int(vertices[place])] = 0 }
      for place in level { frontier[Int(vertices[place])] |= masks[place] }
      beyond = level
    }
  }

  /// Forgets all sources.
  private mutating func clear(_ range: Range<Int>) {
    let events = eventCount
    if events < range.count / 2 {
      for place in 0..<events { forget(Int(vertices[place])) }
    } else {
      for vertex in range { forget(vertex) }
    }
  }

  private mutating func forget(_ vertex: Int) {
    reached[vertex] = 0
    frontier[vertex] = 0
  }
}

/// Finds the next level along the arcs out of this one; returns where it ends.
private func push(
  _ graph: Graph, _ level: Range<Int>, _ reached: ContiguousArray<UInt64>,
  _ found: inout ContiguousArray<UInt64>, _ vertices: inout ContiguousArray<UInt32>,
  _ masks: inout ContiguousArray<UInt64>
) -> Int {
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  precondition(reached.count == offsets.count - 1 && found.count == reached.count)
  let reached = reached.span
  var found = found.mutableSpan
  var vertices = vertices.mutableSpan
  var masks = masks.mutableSpan
  var end = level.upperBound
  for place in level {
    let v = Int(vertices[place])
    let mask = masks[place]
    for slot in offsets[v]..<offsets[v + 1] {
      let w = Int(targets[slot])
      // Targets are below the vertex count, the length of both arrays.
      let entering = unsafe mask & ~reached[unchecked: w]
      if entering == 0 { continue }
      let before = unsafe found[unchecked: w]
      unsafe found[unchecked: w] = before | entering
      if before == 0 {
        vertices[end] = UInt32(truncatingIfNeeded: w)
        end += 1
      }
    }
  }
  for place in level.upperBound..<end {
    let v = Int(vertices[place])
    masks[place] = found[v]
    found[v] = 0
  }
  return end
}

/// Finds the next level along the arcs into vertices of a range that not all sources have reached.
private func pull(
  _ graph: Graph, from start: Int, _ range: Range<Int>, all: UInt64, _ reached: ContiguousArray<UInt64>,
  _ frontier: ContiguousArray<UInt64>, _ vertices: inout ContiguousArray<UInt32>,
  _ masks: inout ContiguousArray<UInt64>
) -> Int {
  let offsets = graph.offsets.span
  let sources = graph.targets.span
  precondition(frontier.count == offsets.count - 1)
  let reached = reached.span
  let frontier = frontier.span
  var vertices = vertices.mutableSpan
  var masks = masks.mutableSpan
  var end = start
  for v in range {
    let missing = all & ~reached[v]
    if missing == 0 { continue }
    let mask = missing & union(frontier, at: sources, offsets[v]..<offsets[v + 1], until: missing)
    // Written in any case and left behind where it is no event.
    vertices[end] = UInt32(truncatingIfNeeded: v)
    masks[end] = mask
    end += mask == 0 ? 0 : 1
  }
  return end
}

/// Finds the sources that go on from the events of one level to the frontier, the level after it.
private func findSuccessors(
  _ graph: Graph, _ level: Range<Int>, _ frontier: ContiguousArray<UInt64>,
  _ vertices: ContiguousArray<UInt32>, _ masks: ContiguousArray<UInt64>,
  _ successors: inout ContiguousArray<UInt64>
) {
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  precondition(frontier.count == offsets.count - 1)
  let frontier = frontier.span
  let vertices = vertices.span
  let masks = masks.span
  var successors = successors.mutableSpan
  for place in level {
    let v = Int(vertices[place])
    let mask = masks[place]
    successors[place] = mask & union(frontier, at: targets, offsets[v]..<offsets[v + 1], until: mask)
  }
}

/// The bits set at any of some vertices; may stop once all of `wanted` are found.
@inline(__always)
private func union(
  _ bits: Span<UInt64>, at vertices: Span<UInt32>, _ slots: Range<Int>, until wanted: UInt64
) -> UInt64 {
  precondition(slots.lowerBound >= 0 && slots.upperBound <= vertices.count)
  var result: UInt64 = 0
  var slot = slots.lowerBound
  // Slots are in bounds by the precondition, vertices because a graph's targets are below its vertex count.
  while slot + 4 <= slots.upperBound {
    unsafe result |=
      bits[unchecked: Int(vertices[unchecked: slot])] | bits[unchecked: Int(vertices[unchecked: slot + 1])]
      | bits[unchecked: Int(vertices[unchecked: slot + 2])]
      | bits[unchecked: Int(vertices[unchecked: slot + 3])]
    slot += 4
    if result & wanted == wanted { return result }
  }
  while slot < slots.upperBound {
    unsafe result |= bits[unchecked: Int(vertices[unchecked: slot])]
    slot += 1
  }
  return result
}
