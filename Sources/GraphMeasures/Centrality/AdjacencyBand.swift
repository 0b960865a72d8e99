import GraphCore

/// The arcs into up to 65,536 consecutive places, sorted by the block of places that they come from.
///
/// Places are vertices in the order of a product. Within a block, arcs into one place follow each other: a segment.
/// Segments come by their lengths, so that the processor foresees where the next one ends. A place is kept by its
/// distance from the first of its band or block, in two bytes.
struct AdjacencyBand: Sendable {
  /// The arcs from one block into one place; as there are no parallel arcs, not more than 65,536.
  struct Segment {
    let row: UInt16
    private let lengthLessOne: UInt16

    init(row: UInt16, length: Int) {
      self.row = row
      lengthLessOne = UInt16(length - 1)
    }

    @inline(__always) var length: Int { Int(lengthLessOne) + 1 }
  }

  /// The arcs from one block, where there are any.
  struct Tile {
    let block: Int
    let segments: Range<Int>
    let firstArc: Int
  }

  private let tiles: ContiguousArray<Tile>
  private let segments: ContiguousArray<Segment>
  private let sources: ContiguousArray<UInt16>
  private let weights: ContiguousArray<Double>?

  /// - Parameters:
  ///   - rows: The places of the band, as many as a block has at most.
  ///   - graph: The graph with every arc turned round.
  ///   - order: Tells the place of each vertex.
  ///   - blocks: How the places that arcs come from are cut.
  init(_ rows: Range<Int>, inward graph: Graph, _ order: ProductOrder, _ blocks: PlaceBlocks) {
    precondition(rows.count <= blocks.length)
    let arcs = ArcsByRow(rows, inward: graph, order, blocks)
    let sorting = SegmentSorting(arcs, blockCount: blocks.count)
    tiles = sorting.tiles
    segments = sorting.segments
    sources = sorting.sources(of: arcs)
    weights = graph.weights.map { sorting.weights(of: arcs, $0) }
  }

  var arcCount: Int { sources.count }

  /// The block that the arcs of a tile come from, later for a later tile; nil where there is no such tile.
  func block(ofTile tile: Int) -> Int? { tile < tiles.count ? tiles[tile].block : nil }

  /// Adds to the sum of each place what it gathers from the block of a tile.
  ///
  /// - Parameters:
  ///   - values: One for each place of the block.
  ///   - first: Where the sums of the band begin.
  func gather(tile: Int, from values: Span<Double>, into sums: inout MutableSpan<Double>, at first: Int) {
    let tile = tiles[tile]
    let segments = segments.span
    let sources = sources.span
    var arc = tile.firstArc
    if let weights {
      let weights = weights.span
      for segment in tile.segments {
        let end = arc + segments[segment].length
        sums[first + Int(segments[segment].row)] += sumOfValues(
          values, at: sources, times: weights, arc..<end)
        arc = end
      }
    } else {
      for segment in tile.segments {
        let end = arc + segments[segment].length
        sums[first + Int(segments[segment].row)] += sumOfValues(values, at: sources, arc..<end)
        arc = end
      }
    }
  }
}
