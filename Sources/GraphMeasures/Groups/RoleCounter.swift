import GraphCore

/// Counts the roles of brokers for one grouping of a graph's vertices after the other.
struct RoleCounter: Sendable {
  /// Numbers of a row of counts: one for each role, in order, and one for two-paths with an unknown group.
  static let width = BrokerageRole.allCases.count + 1

  private let outward: Graph
  private let inward: Graph
  private let groupCount: Int
  /// Ties once each, from the end of the higher number.
  private let ordered: DegreeOrderedGraph
  /// For each of these the arcs that make it: 1 for one from the higher number, 2 for one to it, 3 for both.
  private let arcs: ContiguousArray<UInt8>

  /// - Parameter groupCount: Groups are below this number.
  init(_ graph: Graph, groupCount: Int, _ execution: Execution) throws(GraphError) {
    outward = graph
    inward = graph.transposed()
    self.groupCount = groupCount
    ordered = try DegreeOrderedGraph(graph.symmetrized().unweighted(), execution: execution)
    arcs =
      graph.direction == .undirected
      ? ContiguousArray(repeating: 3, count: ordered.rows.arcCount)
      : tieDirections(of: ordered, outward: outward, inward: inward)
  }

  /// The counts of all vertices, row by row, under some groups.
  ///
  /// - Parameter groups: The group of each vertex, -1 where it is unknown.
  func counts(_ groups: ContiguousArray<Int>, _ execution: Execution) throws(GraphError) -> ContiguousArray<
    Int
  > {
    var counts = pairCounts(groups)
    let size = counts.count
    try execution.reduce(Partitions(balancing: ordered.rows, parts: 16)) { rows in
      var closed = ContiguousArray(repeating: 0, count: size)
      subtractClosed(rows, groups, from: &closed)
      return closed
    } merge: { closed in
      for place in counts.indices { counts[place] += closed[place] }
    }
    return counts
  }

  /// The same on this thread.
  func counts(_ groups: ContiguousArray<Int>) -> ContiguousArray<Int> {
    var counts = pairCounts(groups)
    subtractClosed(0..<outward.vertexCount, groups, from: &counts)
    return counts
  }

  /// The counts of two-paths, closed ones included.
  private func pairCounts(_ groups: ContiguousArray<Int>) -> ContiguousArray<Int> {
    var counts = ContiguousArray(repeating: 0, count: outward.vertexCount * Self.width)
    var tally = PairTally(groupCount: groupCount)
    for vertex in 0..<outward.vertexCount {
      tally.addPairs(
        at: groups[vertex], from: inward.neighbors(of: vertex), to: outward.neighbors(of: vertex), groups,
        &counts, row: vertex * Self.width)
    }
    return counts
  }

  /// Takes two-paths away that an arc closes, those in triangles whose highest numbers are in a range.
  private func subtractClosed(
    _ range: Range<Int>, _ groups: ContiguousArray<Int>, from counts: inout ContiguousArray<Int>
  ) {
    var marks = ContiguousArray<UInt8>(repeating: 0, count: outward.vertexCount)
    let groups = groups.span
    let vertices = ordered.vertices.span
    var counts = counts.mutableSpan
    let offsets = ordered.rows.offsets.span
    let targets = ordered.rows.targets.span
    let arcs = arcs.span
    for highest in range where offsets[highest + 1] - offsets[highest] > 1 {
      let row = offsets[highest]..<offsets[highest + 1]
      for slot in row { marks[Int(targets[slot])] = arcs[slot] }
      for slot in row {
        let middle = Int(targets[slot])
        for other in offsets[middle]..<offsets[middle + 1] {
          let lowest = Int(targets[other])
          let mark = marks[lowest]
          if mark == 0 { continue }
          subtractTriangle(
            Int(vertices[highest]), Int(vertices[middle]), Int(vertices[lowest]), upper: arcs[slot],
            lower: arcs[other], outer: mark, groups, from: &counts)
        }
      }
      for slot in row { marks[Int(targets[slot])] = 0 }
    }
  }
}

/// The role of a broker, by number, -1 for an unknown group.
@inline(__always) private func role(_ source: Int, _ broker: Int, _ target: Int) -> Int {
  if source < 0 || broker < 0 || target < 0 { return RoleCounter.width - 1 }
  let role: BrokerageRole =
    if source == broker {
      target == broker ? .coordinator : .representative
    } else if target == broker {
      .gatekeeper
    } else {
      source == target ? .itinerant : .liaison
    }
  return role.rawValue
}

/// The ties of each row as arcs of a directed graph.
private func tieDirections(
  of ordered: DegreeOrderedGraph, outward: Graph, inward: Graph
) -> ContiguousArray<UInt8> {
  let rows = ordered.rows
  var arcs = ContiguousArray<UInt8>(repeating: 0, count: rows.arcCount)
  var marks = ContiguousArray<UInt8>(repeating: 0, count: rows.vertexCount)
  for number in 0..<rows.vertexCount {
    let vertex = Int(ordered.vertices[number])
    for target in outward.neighbors(of: vertex) { marks[Int(target)] |= 1 }
    for source in inward.neighbors(of: vertex) { marks[Int(source)] |= 2 }
    for slot in rows.offsets[number]..<rows.offsets[number + 1] {
      arcs[slot] = marks[Int(ordered.vertices[Int(rows.targets[slot])])]
    }
    for target in outward.neighbors(of: vertex) { marks[Int(target)] = 0 }
    for source in inward.neighbors(of: vertex) { marks[Int(source)] = 0 }
  }
  return arcs
}

/// Takes away the two-paths of a triangle that an arc closes.
///
/// - Parameters:
///   - x: A vertex, as are `y` and `z`.
///   - upper: The arcs between `x` and `y`: 1 for one from `x`, 2 for one to it.
///   - lower: Those between `y` and `z`, 1 for one from `y`.
///   - outer: Those between `x` and `z`, 1 for one from `x`.
@inline(__always) private func subtractTriangle(
  _ x: Int, _ y: Int, _ z: Int, upper: UInt8, lower: UInt8, outer: UInt8, _ groups: Span<Int>,
  from counts: inout MutableSpan<Int>
) {
  let (ofX, ofY, ofZ) = (groups[x], groups[y], groups[z])
  let width = RoleCounter.width
  // x → y → z with x → z, and back.
  if upper & lower & outer & 1 != 0 { counts[y * width + role(ofX, ofY, ofZ)] -= 1 }
  if upper & lower & outer & 2 != 0 { counts[y * width + role(ofZ, ofY, ofX)] -= 1 }
  // y → x → z with y → z, and z → x → y with z → y.
  if upper & 2 != 0, outer & lower & 1 != 0 { counts[x * width + role(ofY, ofX, ofZ)] -= 1 }
  if upper & 1 != 0, outer & lower & 2 != 0 { counts[x * width + role(ofZ, ofX, ofY)] -= 1 }
  // x → z → y with x → y, and y → z → x with y → x.
  if lower & 2 != 0, outer & upper & 1 != 0 { counts[z * width + role(ofX, ofZ, ofY)] -= 1 }
  if lower & 1 != 0, outer & upper & 2 != 0 { counts[z * width + role(ofY, ofZ, ofX)] -= 1 }
}

/// Tallies of neighbors by group, cleared in as many steps as they were filled.
private struct PairTally {
  private var comers: ContiguousArray<Int>
  private var goals: ContiguousArray<Int>
  private var seen: ContiguousArray<Int> = []

  init(groupCount: Int) {
    comers = ContiguousArray(repeating: 0, count: groupCount)
    goals = comers
  }

  /// Adds the ordered pairs of different vertices, one of the sources and one of the targets.
  mutating func addPairs(
    at own: Int, from sources: ArraySlice<UInt32>, to targets: ArraySlice<UInt32>,
    _ groups: ContiguousArray<Int>, _ counts: inout ContiguousArray<Int>, row: Int
  ) {
    if sources.isEmpty || targets.isEmpty { return }
    var (knownSources, knownTargets) = (0, 0)
    for source in sources where groups[Int(source)] >= 0 {
      let group = groups[Int(source)]
      if comers[group] == 0, goals[group] == 0 { seen.append(group) }
      comers[group] += 1
      knownSources += 1
    }
    for target in targets where groups[Int(target)] >= 0 {
      let group = groups[Int(target)]
      if comers[group] == 0, goals[group] == 0 { seen.append(group) }
      goals[group] += 1
      knownTargets += 1
    }
    let (ownSources, ownTargets) = own < 0 ? (0, 0) : (comers[own], goals[own])
    var alike = 0
    for group in seen {
      alike += comers[group] * goals[group]
      comers[group] = 0
      goals[group] = 0
    }
    seen.removeAll(keepingCapacity: true)
    let known = own < 0 ? 0 : knownSources * knownTargets
    if own >= 0 {
      let itinerant = alike - ownSources * ownTargets
      let strangers = (knownSources - ownSources) * (knownTargets - ownTargets)
      counts[row + BrokerageRole.coordinator.rawValue] += ownSources * ownTargets
      counts[row + BrokerageRole.itinerant.rawValue] += itinerant
      counts[row + BrokerageRole.representative.rawValue] += ownSources * (knownTargets - ownTargets)
      counts[row + BrokerageRole.gatekeeper.rawValue] += (knownSources - ownSources) * ownTargets
      counts[row + BrokerageRole.liaison.rawValue] += strangers - itinerant
    }
    counts[row + RoleCounter.width - 1] += sources.count * targets.count - known
    // A vertex on both sides makes no pair with itself.
    var place = targets.startIndex
    for source in sources {
      while place < targets.endIndex, targets[place] < source { place += 1 }
      if place == targets.endIndex { break }
      if targets[place] == source {
        let group = groups[Int(source)]
        counts[row + role(group, own, group)] -= 1
      }
    }
  }
}
