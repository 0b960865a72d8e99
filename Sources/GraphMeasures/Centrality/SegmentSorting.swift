/// Where the arcs into a band go when they are sorted by their blocks, and within a block by the lengths of segments.
///
/// Segments are sorted by counting, and are few; their arcs go with them.
struct SegmentSorting {
  /// Segments longer than this need no order among each other: their ends are rare.
  private static let lengths = 64

  private(set) var tiles: ContiguousArray<AdjacencyBand.Tile> = []
  let segments: ContiguousArray<AdjacencyBand.Segment>
  /// Of each segment, as they are found, where its arcs go.
  private let starts: ContiguousArray<UInt32>

  init(_ arcs: ArcsByRow, blockCount: Int) {
    let lengths = Self.lengths
    func key(_ found: ArcsByRow.Found) -> Int {
      Int(found.block) * lengths + min(found.segment.length, lengths) - 1
    }
    var next = ContiguousArray(repeating: 0, count: blockCount * lengths + 1)
    for found in arcs.segments { next[key(found) + 1] += 1 }
    for key in 0..<blockCount * lengths { next[key + 1] += next[key] }
    let bounds = next

    var segments = ContiguousArray(
      repeating: AdjacencyBand.Segment(row: 0, length: 1), count: arcs.segments.count)
    var starts = ContiguousArray<UInt32>(repeating: 0, count: arcs.segments.count)
    for (index, found) in arcs.segments.enumerated() {
      let place = next[key(found)]
      next[key(found)] = place + 1
      segments[place] = found.segment
      starts[index] = UInt32(truncatingIfNeeded: place)
    }
    var arc = 0
    let firstArcs = ContiguousArray(
      segments.map { segment in
        defer { arc += segment.length }
        return UInt32(truncatingIfNeeded: arc)
      })
    for index in starts.indices { starts[index] = firstArcs[Int(starts[index])] }
    self.segments = segments
    self.starts = starts
    for block in 0..<blockCount {
      let range = bounds[block * lengths]..<bounds[(block + 1) * lengths]
      guard !range.isEmpty else { continue }
      tiles.append(
        AdjacencyBand.Tile(block: block, segments: range, firstArc: Int(firstArcs[range.lowerBound])))
    }
  }

  /// The places that arcs come from, as distances from the first of their blocks.
  func sources(of arcs: ArcsByRow) -> ContiguousArray<UInt16> {
    let mask = UInt32(truncatingIfNeeded: arcs.blocks.length - 1)
    let sources = arcs.sources.span
    var sorted = ContiguousArray<UInt16>(repeating: 0, count: sources.count)
    var places = sorted.mutableSpan
    forEachArc(of: arcs) { arc, place, _ in
      places[place] = UInt16(truncatingIfNeeded: sources[arc] & mask)
    }
    return sorted
  }

  func weights(of arcs: ArcsByRow, _ weights: ContiguousArray<Double>) -> ContiguousArray<Double> {
    let weights = weights.span
    var sorted = ContiguousArray(repeating: 0.0, count: arcs.sources.count)
    var places = sorted.mutableSpan
    forEachArc(of: arcs) { _, place, slot in places[place] = weights[slot] }
    return sorted
  }

  /// - Parameter body: Told the number of an arc, row after row, where it goes, and where the graph keeps it.
  @inline(__always) private func forEachArc(
    of arcs: ArcsByRow, _ body: (_ arc: Int, _ place: Int, _ slot: Int) -> Void
  ) {
    let sources = arcs.sources.span
    let segments = arcs.segments.span
    let starts = starts.span
    let bits = UInt32(truncatingIfNeeded: arcs.blocks.bits)
    var nextByBlock = ContiguousArray<UInt32>(repeating: 0, count: arcs.blocks.count)
    var next = nextByBlock.mutableSpan
    var arc = 0
    var index = 0
    for row in arcs.rows {
      let place = UInt16(truncatingIfNeeded: row - arcs.rows.lowerBound)
      while index < segments.count, segments[index].segment.row == place {
        next[Int(segments[index].block)] = starts[index]
        index += 1
      }
      for slot in arcs.slots(ofRow: row) {
        let block = Int(sources[arc] &>> bits)
        let place = next[block]
        next[block] = place &+ 1
        body(arc, Int(place), slot)
        arc += 1
      }
    }
  }
}
