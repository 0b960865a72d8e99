import GraphCore

/// The arcs into the places of a band, row after row, and how many of a row come from each block.
struct ArcsByRow {
  /// The arcs from one block into one row.
  struct Found {
    let block: UInt32
    let segment: AdjacencyBand.Segment
  }

  let rows: Range<Int>
  let blocks: PlaceBlocks
  /// The place that each arc comes from.
  private(set) var sources: ContiguousArray<UInt32> = []
  /// The segments of each row, in no order but that.
  private(set) var segments: ContiguousArray<Found> = []
  private let graph: Graph
  private let order: ProductOrder

  init(_ rows: Range<Int>, inward graph: Graph, _ order: ProductOrder, _ blocks: PlaceBlocks) {
    self.rows = rows
    self.graph = graph
    self.order = order
    self.blocks = blocks
    if let places = order.places {
      let places = places.span
      // There is a place for every vertex.
      find { unsafe places[unchecked: Int($0)] }
    } else {
      find { $0 }
    }
  }

  /// Where the graph keeps the arcs into a row.
  func slots(ofRow row: Int) -> Range<Int> {
    let vertex = order.vertex(at: row)
    return graph.offsets[vertex]..<graph.offsets[vertex + 1]
  }

  /// Looks up where arcs come from, and counts by row and block.
  @inline(__always) private mutating func find(place: (UInt32) -> UInt32) {
    let graph = graph
    let targets = graph.targets.span
    let offsets = graph.offsets.span
    let bits = UInt32(truncatingIfNeeded: blocks.bits)
    var sourceOfArc = ContiguousArray<UInt32>(
      repeating: 0, count: rows.reduce(0) { $0 + slots(ofRow: $1).count })
    var lengthInBlock = ContiguousArray<Int32>(repeating: 0, count: blocks.count)
    // One more than there are, as the next place is written to before it is known whether it counts.
    var seenInRow = ContiguousArray<UInt32>(repeating: 0, count: blocks.count + 1)
    var sources = sourceOfArc.mutableSpan
    var lengths = lengthInBlock.mutableSpan
    var seen = seenInRow.mutableSpan
    var found: ContiguousArray<Found> = []
    var arc = 0
    for row in rows {
      prefetch(after: row, offsets, targets)
      var seenCount = 0
      for slot in slots(ofRow: row) {
        let source = place(targets[slot])
        sources[arc] = source
        arc += 1
        let block = source &>> bits
        let length = lengths[Int(block)]
        seen[seenCount] = block
        seenCount &+= length == 0 ? 1 : 0
        lengths[Int(block)] = length &+ 1
      }
      let place = UInt16(truncatingIfNeeded: row - rows.lowerBound)
      for index in 0..<seenCount {
        let block = seen[index]
        let segment = AdjacencyBand.Segment(row: place, length: Int(lengths[Int(block)]))
        found.append(Found(block: block, segment: segment))
        lengths[Int(block)] = 0
      }
    }
    self.sources = sourceOfArc
    segments = found
  }

  /// Asks for rows that will be worked on soon: for where one begins, and nearer for its arcs.
  @inline(__always)
  private func prefetch(after row: Int, _ offsets: Span<Int>, _ targets: Span<UInt32>) {
    if row + 16 < rows.upperBound { offsets.prefetch(order.vertex(at: row + 16)) }
    guard row + 8 < rows.upperBound else { return }
    let slots = slots(ofRow: row + 8)
    // A cache line holds 16 targets.
    for slot in stride(from: slots.lowerBound, to: min(slots.upperBound, slots.lowerBound + 64), by: 16) {
      targets.prefetch(slot)
    }
  }
}
