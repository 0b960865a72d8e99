import GraphCore

/// The shortest paths between the two vertices that a ``PairSearch`` has joined, and for each vertex on them the
/// share of the paths that pass through it.
///
/// From the meeting arcs each side is followed back to its end, level by level, along the arcs between a level
/// and the one before it; only vertices on shortest paths are visited. With σ the numbers of shortest paths
/// from the ends, a meeting arc (v, w) carries the share σ(v)·σ(w) / Σ σ(v')·σ(w'), and a vertex passes what it
/// carries on to those before it in proportion to their σ.
struct PairPaths: Sendable {
  /// The vertices on shortest paths, the two ends included.
  private(set) var vertices: ContiguousArray<UInt32> = []
  /// The share of the paths through each; nothing that matters at the ends.
  private(set) var shares: ContiguousArray<Double> = []
  /// Which of `vertices` are the ends.
  private(set) var ends = (0, 0)
  /// Number of vertices inside each path.
  private(set) var innerCount = 0
  /// Arcs on shortest paths, as indices of `vertices`.
  ///
  /// The high half is the end farther from the side's own end, the low half the one a level nearer; by level
  /// from the last to the first, one side after the other.
  private var arcs: ContiguousArray<UInt64> = []
  /// The arcs from level `l` of side `s` are `arcs[levels[s][l - 1]]`.
  private var levels: [ContiguousArray<Range<Int>>] = [[], []]
  /// The meeting arcs as indices of `vertices`.
  private var meetings: ContiguousArray<UInt64> = []
  /// Index in `vertices` of each vertex whose mark carries the flag.
  private var indices: ContiguousArray<UInt32>
  private let largestPlainCount: Double

  /// - Parameter largestPlainCount: Beyond this many paths to a vertex scaled counts take over.
  init(vertexCount: Int, largestPlainCount: Double = largestPlainHalfCount) {
    indices = ContiguousArray(repeating: 0, count: vertexCount)
    self.largestPlainCount = largestPlainCount
  }

  /// Finds the paths of a search that met; leaves flags on marks.
  mutating func trace<Mark: VertexMark>(_ search: borrowing PairSearch, _ marks: inout ContiguousArray<Mark>)
  {
    vertices.removeAll(keepingCapacity: true)
    arcs.removeAll(keepingCapacity: true)
    meetings.removeAll(keepingCapacity: true)
    innerCount = search.sides[0].level + search.sides[1].level
    followBack(0, search, &marks)
    ends.0 = vertices.count - 1
    followBack(1, search, &marks)
    ends.1 = vertices.count - 1
    let largest = largestPlainCount
    if !shareOut(Double.self, isAcceptable: { $0 <= largest }) {
      _ = shareOut(ScaledCount.self) { _ in true }
    }
  }

  /// Takes in the vertices and arcs from the meeting arcs to a side's end.
  private mutating func followBack<Mark: VertexMark>(
    _ side: Int, _ search: borrowing PairSearch, _ marks: inout ContiguousArray<Mark>
  ) {
    let reach = search.sides[side]
    var first = vertices.count
    enterMeetings(
      search.meetings.span, search.meetingCount, isHigh: side == search.lastSide, isFirst: side == 0, &marks,
      &indices, &vertices, &meetings)
    levels[side].removeAll(keepingCapacity: true)
    levels[side].append(contentsOf: repeatElement(0..<0, count: reach.level))
    for level in stride(from: reach.level, to: 0, by: -1) {
      let entered = first..<vertices.count
      let firstArc = arcs.count
      first = entered.upperBound
      if level == 1 {
        vertices.append(search.queue[search.frontier(side: side, level: 0)[0]])
        for index in entered { arcs.append(UInt64(index) << 32 | UInt64(first)) }
      } else {
        let effort = walkingEffort(
          reach.inward.offsets.span, vertices.span,
          Frontier(first: entered.lowerBound, step: 1, count: entered.count))
        if effort <= reach.efforts[level - 1] {
          walkBack(
            reach.inward.offsets.span, reach.inward.targets.span, entered,
            mark: Mark(side: side, level: level - 1), &marks, &indices, &vertices, &arcs)
        } else {
          walkOut(
            reach.outward.offsets.span, reach.outward.targets.span,
            search.frontier(side: side, level: level - 1), search.queue.span,
            mark: Mark(side: side, level: level) | Mark.flag, &marks, &indices, &vertices, &arcs)
        }
      }
      levels[side][level - 1] = firstArc..<arcs.count
    }
  }

  /// Counts paths and shares them out; answers false where a count is not acceptable.
  private mutating func shareOut<Count: PathCount>(
    _: Count.Type, isAcceptable: (Count) -> Bool
  ) -> Bool {
    var counts = ContiguousArray(repeating: Count.zero, count: vertices.count)
    counts[ends.0] = .one
    counts[ends.1] = .one
    for side in levels {
      for level in side {
        for place in level {
          let arc = arcs[place]
          counts[Int(arc >> 32)] += counts[Int(arc & 0xFFFF_FFFF)]
        }
      }
    }
    var total = Count.zero
    for meeting in meetings {
      let (one, other) = (counts[Int(meeting >> 32)], counts[Int(meeting & 0xFFFF_FFFF)])
      guard isAcceptable(one), isAcceptable(other) else { return false }
      total += one * other
    }
    shares.removeAll(keepingCapacity: true)
    shares.append(contentsOf: repeatElement(0, count: vertices.count))
    for meeting in meetings {
      let (one, other) = (Int(meeting >> 32), Int(meeting & 0xFFFF_FFFF))
      let share = (counts[one] * counts[other]).share(of: total)
      shares[one] += share
      shares[other] += share
    }
    for side in levels {
      for level in side.reversed() {
        for place in level {
          let (outer, inner) = (Int(arcs[place] >> 32), Int(arcs[place] & 0xFFFF_FFFF))
          shares[inner] += shares[outer] * counts[inner].share(of: counts[outer])
        }
      }
    }
    return true
  }
}

/// Takes in the ends of the meeting arcs on one side.
private func enterMeetings<Mark: VertexMark>(
  _ found: Span<UInt64>, _ count: Int, isHigh: Bool, isFirst: Bool, _ marks: inout ContiguousArray<Mark>,
  _ indices: inout ContiguousArray<UInt32>, _ vertices: inout ContiguousArray<UInt32>,
  _ meetings: inout ContiguousArray<UInt64>
) {
  var marks = marks.mutableSpan
  var indices = indices.mutableSpan
  for place in 0..<count {
    let vertex = UInt32(truncatingIfNeeded: isHigh ? found[place] >> 32 : found[place])
    let index = UInt64(enter(vertex, &marks, &indices, &vertices))
    if isFirst { meetings.append(index << 32) } else { meetings[place] |= index }
  }
}

/// Finds the arcs between two levels from the rows of the outer one.
private func walkBack<Mark: VertexMark>(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, _ outer: Range<Int>, mark: Mark,
  _ marks: inout ContiguousArray<Mark>, _ indices: inout ContiguousArray<UInt32>,
  _ vertices: inout ContiguousArray<UInt32>, _ arcs: inout ContiguousArray<UInt64>
) {
  precondition(marks.count == offsets.count - 1)
  var marks = marks.mutableSpan
  var indices = indices.mutableSpan
  for index in outer {
    let v = Int(vertices[index])
    for slot in offsets[v]..<offsets[v + 1] {
      let target = targets[slot]
      // Targets are below the number of marks.
      if unsafe marks[unchecked: Int(target)] & ~Mark.flag == mark {
        arcs.append(UInt64(index) << 32 | UInt64(enter(target, &marks, &indices, &vertices)))
      }
    }
  }
}

/// Finds the arcs between two levels from the rows of the inner one.
private func walkOut<Mark: VertexMark>(
  _ offsets: Span<Int>, _ targets: Span<UInt32>, _ inner: Frontier, _ queue: Span<UInt32>, mark: Mark,
  _ marks: inout ContiguousArray<Mark>, _ indices: inout ContiguousArray<UInt32>,
  _ vertices: inout ContiguousArray<UInt32>, _ arcs: inout ContiguousArray<UInt64>
) {
  precondition(marks.count == offsets.count - 1)
  var marks = marks.mutableSpan
  var indices = indices.mutableSpan
  for place in 0..<inner.count {
    let vertex = queue[inner[place]]
    for slot in offsets[Int(vertex)]..<offsets[Int(vertex) + 1] {
      let target = Int(targets[slot])
      // Targets are below the number of marks.
      if unsafe marks[unchecked: target] == mark {
        arcs.append(UInt64(indices[target]) << 32 | UInt64(enter(vertex, &marks, &indices, &vertices)))
      }
    }
  }
}

/// Gives a vertex an index, or tells the one it has.
@inline(__always)
private func enter<Mark: VertexMark>(
  _ vertex: UInt32, _ marks: inout MutableSpan<Mark>, _ indices: inout MutableSpan<UInt32>,
  _ vertices: inout ContiguousArray<UInt32>
) -> UInt32 {
  let mark = marks[Int(vertex)]
  if mark & Mark.flag != 0 { return indices[Int(vertex)] }
  let index = UInt32(truncatingIfNeeded: vertices.count)
  marks[Int(vertex)] = mark | Mark.flag
  indices[Int(vertex)] = index
  vertices.append(vertex)
  return index
}

/// Beyond this many paths on either side, the sum of products of both comes near the largest `Double`.
package let largestPlainHalfCount = 1e140

/// A number of paths.
private protocol PathCount {
  static var zero: Self { get }
  static var one: Self { get }
  static func += (left: inout Self, right: Self)
  static func * (left: Self, right: Self) -> Self
  /// This number divided by one that is not smaller.
  func share(of whole: Self) -> Double
}

extension Double: PathCount {
  fileprivate static var one: Double { 1 }
  fileprivate func share(of whole: Double) -> Double { self / whole }
}

extension ScaledCount: PathCount {
  fileprivate static func * (left: ScaledCount, right: ScaledCount) -> ScaledCount {
    let product = left.fraction * right.fraction
    return ScaledCount(
      fraction: product.significand, exponent: left.exponent + right.exponent + Int(product.exponent))
  }
}
