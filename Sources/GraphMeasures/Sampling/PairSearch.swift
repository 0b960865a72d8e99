import GraphCore

/// A breadth-first search from both ends of a pair until the two meet, and its scratch.
///
/// The side whose last level looks cheaper to walk goes next. Sides meet on arcs between their last levels:
/// every shortest path crosses exactly one of them, so nothing beyond is looked at. Once one such arc is seen,
/// the rest of the level is searched for others alone.
///
/// Marks tell what was reached, one for each vertex: 0, or that of a side and level, with the highest bit left for
/// others to use. Small marks make for few misses of the cache, and do not reach deep.
struct PairSearch: Sendable {
  /// What one side has reached.
  struct Side: Sendable {
    /// The graph as this side walks it: turned round for the side of the target.
    let outward: Graph
    /// The graph turned round as against `outward`.
    let inward: Graph
    /// Place of the first vertex of each level.
    fileprivate(set) var starts: ContiguousArray<Int> = []
    /// Number of vertices reached.
    fileprivate(set) var count = 0
    /// About what it costs to walk the arcs that leave each level, 0 where there are none.
    fileprivate(set) var efforts: ContiguousArray<Int> = []
    /// The last level.
    var level: Int { starts.count - 1 }
  }

  /// How a search ended.
  enum End {
    /// Sides met, see `meetings`.
    case met
    /// There is no path.
    case apart
    /// A level is too deep for marks of this type.
    case tooDeep
  }

  /// Vertices reached: those of the source's side from the front, those of the target's from the back.
  private(set) var queue: ContiguousArray<UInt32>
  private(set) var sides: [Side]
  /// Arcs on which the sides met: the end on the side that went last in the high half, the other in the low one.
  private(set) var meetings: ContiguousArray<UInt64> = []
  private(set) var meetingCount = 0
  /// The side that went last.
  private(set) var lastSide = 0
  /// About the cost of all searches so far.
  private(set) var effort = 0

  init(_ graph: Graph, inward: Graph) {
    let n = graph.vertexCount
    // One place to spare, so that the place after the last vertex of either side is never the other's.
    queue = ContiguousArray(repeating: 0, count: n + 1)
    sides = [Side(outward: graph, inward: inward), Side(outward: inward, inward: graph)]
  }

  /// Where in `queue` a side's place is.
  func slot(side: Int, place: Int) -> Int { side == 0 ? place : queue.count - 1 - place }

  /// Searches for paths between two vertices.
  ///
  /// - Parameter marks: All 0; call `clear` before the next search.
  mutating func run<Mark: VertexMark>(
    source: Int, target: Int, _ marks: inout ContiguousArray<Mark>
  ) -> End {
    begin(source, side: 0, &marks)
    begin(target, side: 1, &marks)
    meetingCount = 0
    while true {
      let efforts = (sides[0].efforts[sides[0].level], sides[1].efforts[sides[1].level])
      if efforts.0 == 0 || efforts.1 == 0 { return .apart }
      let side = efforts.0 <= efforts.1 ? 0 : 1
      if sides[side].level == Mark.deepest { return .tooDeep }
      effort += min(efforts.0, efforts.1)
      if advance(side, &marks) { return .met }
    }
  }

  /// Sets the marks of the last search to 0.
  func clear<Mark: VertexMark>(_ marks: inout ContiguousArray<Mark>) {
    var marks = marks.mutableSpan
    for place in 0..<sides[0].count { marks[Int(queue[place])] = 0 }
    for place in 0..<sides[1].count { marks[Int(queue[queue.count - 1 - place])] = 0 }
  }

  private mutating func begin<Mark: VertexMark>(
    _ vertex: Int, side: Int, _ marks: inout ContiguousArray<Mark>
  ) {
    queue[side == 0 ? 0 : queue.count - 1] = UInt32(truncatingIfNeeded: vertex)
    marks[vertex] = Mark(side: side, level: 0)
    sides[side].starts.removeAll(keepingCapacity: true)
    sides[side].efforts.removeAll(keepingCapacity: true)
    sides[side].starts.append(0)
    sides[side].count = 1
    let graph = sides[side].outward
    sides[side].efforts.append(
      walkingEffort(graph.offsets.span, queue.span, frontier(side: side, level: 0)))
  }

  /// The places of a side's level in the queue.
  func frontier(side: Int, level: Int) -> Frontier {
    let starts = sides[side].starts
    let first = starts[level]
    let count = (level + 1 < starts.count ? starts[level + 1] : sides[side].count) - first
    return Frontier(
      first: side == 0 ? first : queue.count - 1 - first, step: side == 0 ? 1 : -1, count: count)
  }

  /// Enters the next level of a side, or finds where the sides meet and answers true.
  private mutating func advance<Mark: VertexMark>(_ side: Int, _ marks: inout ContiguousArray<Mark>) -> Bool {
    let level = sides[side].level
    let frontier = frontier(side: side, level: level)
    let graph = sides[side].outward
    let other = Mark(side: 1 - side, level: sides[1 - side].level)
    let (entered, contact) = enter(
      graph.offsets.span, graph.targets.span, frontier, mark: Mark(side: side, level: level + 1),
      other: other, &marks, &queue)
    let first = sides[side].count
    sides[side].count += entered
    guard let contact else {
      sides[side].starts.append(first)
      sides[side].efforts.append(
        walkingEffort(
          graph.offsets.span, queue.span, self.frontier(side: side, level: level + 1)))
      return false
    }
    lastSide = side
    meetingCount = collect(
      graph.offsets.span, graph.targets.span, frontier, from: contact, other: other, marks.span, queue,
      &meetings)
    return true
  }
}

/// What stands at a vertex during a search: 0, or a side and a level, and perhaps the flag.
protocol VertexMark: FixedWidthInteger, UnsignedInteger, Sendable {}
extension UInt8: VertexMark {}
extension UInt32: VertexMark {}

extension VertexMark {
  /// The mark of a vertex that a side reached at a level.
  init(side: Int, level: Int) { self.init(truncatingIfNeeded: 1 + 2 * level + side) }
  /// The bit that is not the search's.
  static var flag: Self { 1 << (bitWidth - 1) }
  /// A level after which there is a mark for one more and not for two.
  static var deepest: Int { Int(flag) / 2 - 3 }
}

/// The places of a level in the queue.
struct Frontier {
  let first: Int
  let step: Int
  let count: Int

  subscript(index: Int) -> Int { first + step * index }
}

/// Number of arcs that are looked at between questions whether the other side was met.
private let blockLength = 128

/// Enters the vertices not yet reached that arcs lead to from a frontier, behind the frontier in the queue.
///
/// Stops soon after the first arc to the other side's last level.
///
/// - Returns: The number of vertices entered, and the index in the frontier of that arc's end.
private func enter<Mark: VertexMark>(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, _ frontier: Frontier, mark: Mark, other: Mark,
  _ marks: inout ContiguousArray<Mark>, _ queue: inout ContiguousArray<UInt32>
) -> (entered: Int, contact: Int?) {
  precondition(marks.count == offsets.count - 1 && queue.count == marks.count + 1)
  var marks = marks.mutableSpan
  var queue = queue.mutableSpan
  let step = frontier.step
  let start = frontier[frontier.count]
  var end = start
  for index in 0..<frontier.count {
    let v = Int(queue[frontier[index]])
    var slot = offsets[v]
    let rowEnd = offsets[v + 1]
    while slot < rowEnd {
      let blockEnd = min(rowEnd, slot + blockLength)
      precondition(blockEnd <= targets.count)
      var isMet = false
      // Targets are below the number of marks. Each vertex enters the queue once, from one side, and the
      // queue has one place more than there are vertices, so `end` stays in range. No branches: which
      // vertices are new is hard to predict.
      while slot < blockEnd {
        let target = unsafe targets[unchecked: slot]
        let known = unsafe marks[unchecked: Int(target)]
        let isNew = known == 0
        unsafe marks[unchecked: Int(target)] = isNew ? mark : known
        unsafe queue[unchecked: end] = target
        end &+= isNew ? step : 0
        isMet = isMet || known == other
        slot &+= 1
      }
      if isMet { return ((end - start) * step, index) }
    }
  }
  return ((end - start) * step, nil)
}

/// Gathers the arcs from a frontier, beginning at one of its vertices, to the other side's last level.
private func collect<Mark: VertexMark>(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, _ frontier: Frontier, from first: Int, other: Mark,
  _ marks: Span<Mark>, _ queue: ContiguousArray<UInt32>, _ meetings: inout ContiguousArray<UInt64>
) -> Int {
  precondition(marks.count == offsets.count - 1)
  var count = 0
  for index in first..<frontier.count {
    let vertex = queue[frontier[index]]
    var slot = offsets[Int(vertex)]
    let rowEnd = offsets[Int(vertex) + 1]
    let origin = UInt64(vertex) << 32
    while slot < rowEnd {
      let blockEnd = min(rowEnd, slot + 4 * blockLength)
      precondition(blockEnd <= targets.count)
      if meetings.count < count + 4 * blockLength {
        meetings.append(contentsOf: repeatElement(0, count: max(meetings.count, 4 * blockLength)))
      }
      var found = meetings.mutableSpan
      while slot < blockEnd {
        let target = unsafe targets[unchecked: slot]
        unsafe found[unchecked: count] = origin | UInt64(target)
        count &+= unsafe marks[unchecked: Int(target)] == other ? 1 : 0
        slot &+= 1
      }
    }
  }
  return count
}

/// About the cost of walking the rows of some vertices, counted in arcs; 0 where there are no arcs.
///
/// To jump to another row costs as much as to walk some sixteen arcs. Where vertices are many, every so many of
/// them stand for all.
func walkingEffort(_ offsets: Span<Int>, _ vertices: Span<UInt32>, _ places: Frontier) -> Int {
  let stride = max(1, places.count / 512)
  var arcs = 0
  var index = 0
  while index < places.count {
    let v = Int(vertices[places[index]])
    arcs += offsets[v + 1] - offsets[v]
    index += stride
  }
  // Rows that were passed over may have arcs.
  return arcs == 0 && stride == 1 ? 0 : arcs * stride + 16 * places.count
}
