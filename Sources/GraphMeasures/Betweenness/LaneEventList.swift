import CVectorKernels
import GraphCore

/// The events of eight of the sources around which levels have been found.
struct LaneEventList: ~Copyable {
  /// Arcs of the events of a level: those out of them and into them, and those out of events that go on.
  struct Arcs {
    var outward = 0
    var inward = 0
    var leadingOn = 0
  }

  /// By level.
  private(set) var arcs: ContiguousArray<Arcs> = []
  private var starts: ContiguousArray<Int> = []
  private var vertices = Scratch<UInt32>(count: 0)
  private var masks = Scratch<UInt8>(count: 0)
  private var successors = Scratch<UInt8>(count: 0)

  /// Number of levels with events.
  var levelCount: Int { arcs.count }
  /// Number of events.
  var count: Int { starts[levelCount] }

  /// The vertex of an event.
  func vertex(at place: Int) -> Int { Int(vertices[place]) }

  /// The events of a level; valid until others are selected.
  @unsafe subscript(level: Int) -> LaneEvents {
    let first = starts[level]
    return unsafe LaneEvents(
      vertices: vertices.base + first, masks: masks.base + first, successors: successors.base + first,
      count: starts[level + 1] - first)
  }

  /// Picks out the events of eight sources.
  mutating func select(octet: Int, from levels: borrowing LaneLevels, of paths: borrowing PinnedPaths) {
    vertices.makeRoom(for: levels.eventCount + 1)
    masks.makeRoom(for: levels.eventCount + 1)
    successors.makeRoom(for: levels.eventCount + 1)
    arcs.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    var end = 0
    for level in 0..<levels.count {
      let first = end
      var arcs = Arcs()
      end = unsafe pick(
        levels.vertices.span, levels.masks.span, levels.successors.span, levels[level],
        shift: UInt64(8 * octet), from: first, paths.outward.offsets, &arcs)
      if end == first { break }
      arcs.inward = arcs.outward
      if paths.isDirected {
        arcs.inward = 0
        for place in first..<end { arcs.inward += unsafe paths.inward.degree(of: vertex(at: place)) }
      }
      self.arcs.append(arcs)
      starts.append(end)
    }
  }

  /// Copies those events of a level whose masks have bits in the eight from `shift` on.
  @unsafe private func pick(
    _ allVertices: Span<UInt32>, _ allMasks: Span<UInt64>, _ allSuccessors: Span<UInt64>, _ level: Range<Int>,
    shift: UInt64, from first: Int, _ offsets: UnsafePointer<Int>, _ arcs: inout Arcs
  ) -> Int {
    let vertices = unsafe vertices.base
    let masks = unsafe masks.base
    let successors = unsafe successors.base
    var end = first
    var outward = 0
    var leadingOn = 0
    precondition(level.lowerBound >= 0 && level.upperBound <= allVertices.count)
    precondition(allMasks.count == allVertices.count && allSuccessors.count == allVertices.count)
    // Each event is written behind the last and stays where it is chosen; there is room for one more than all.
    for place in level {
      let vertex = unsafe allVertices[unchecked: place]
      let mask = unsafe UInt8(truncatingIfNeeded: allMasks[unchecked: place] &>> shift)
      let successor = unsafe UInt8(truncatingIfNeeded: allSuccessors[unchecked: place] &>> shift)
      let degree = unsafe offsets[Int(vertex) + 1] - offsets[Int(vertex)]
      unsafe vertices[end] = vertex
      unsafe masks[end] = mask
      unsafe successors[end] = successor
      // Sums without branches, which nobody could foresee: all bits of a factor are set, or none.
      let isChosen = (Int(mask) &+ 255) &>> 8
      let leadsOn = (Int(successor) &+ 255) &>> 8
      end &+= isChosen
      outward &+= degree & (0 &- isChosen)
      leadingOn &+= degree & (0 &- leadsOn)
    }
    arcs.outward = outward
    arcs.leadingOn = leadingOn
    return end
  }
}
