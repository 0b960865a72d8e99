import GraphCore

/// An adjacency matrix cut for the cache: a product gathers from one block of places after the other.
///
/// Where vectors outgrow the cache next to a core, almost every arc of a plain product waits for a number from farther
/// away. Here a block of values stays in the cache until all that is to be gathered from it has been. And where a plain
/// product stumbles over the end of every row, here sums of equally many arcs follow each other. Both hold for small
/// graphs, too, as far as a product takes long enough to gain by.
///
/// Blocks and bands depend on the graph alone, and the sum of each place is added up in the order of the blocks: it
/// has the same bits however bands are shared among threads.
///
/// Reference: R. Nishtala, R. W. Vuduc, J. W. Demmel, K. A. Yelick, "When cache blocking of sparse matrix vector
/// multiply works and why", Applicable Algebra in Engineering, Communication and Computing 18 (2007) 297–311,
/// doi:10.1007/s00200-007-0038-9.
struct BlockedAdjacency: Sendable {
  private let blocks: PlaceBlocks
  private let bands: [AdjacencyBand]
  /// Band `b` holds the places `bounds[b] ..< bounds[b + 1]`.
  private let bounds: ContiguousArray<Int>
  /// The arcs before each band, and of all.
  private let work: ContiguousArray<Int>

  /// Whether it gains milliseconds where there are twenty products on the graph, or more.
  ///
  /// Cutting takes as long as six plain products, and each product then half as long as a plain one. Nothing is gained
  /// where vertices are many and arcs so spread that most come alone from their block: then each arc waits for the sum
  /// that it is added to.
  static func pays(for graph: Graph) -> Bool {
    guard graph.arcCount > 1 << 18 else { return false }
    return graph.vertexCount <= 1 << 18 || arcsPerSegment(of: graph) >= 2
  }

  /// How many arcs come from one block into one vertex, where any do; an estimate from about 4,096 rows.
  private static func arcsPerSegment(of graph: Graph) -> Double {
    var arcs = 0
    var segments = 0
    for row in stride(from: 0, to: graph.vertexCount, by: max(1, graph.vertexCount / 4_096)) {
      // Targets ascend, so that those in one block follow each other.
      var last: UInt32?
      for target in graph.neighbors(of: row) {
        let block = target >> UInt32(PlaceBlocks.usualBits)
        if block != last { segments += 1 }
        last = block
      }
      arcs += graph.degree(of: row)
    }
    return Double(arcs) / Double(max(1, segments))
  }

  /// - Parameters:
  ///   - inward: The graph with every arc turned round.
  ///   - order: Tells the place of each vertex.
  ///   - blocks: How the places that arcs come from are cut.
  ///   - partitions: The places of each band, not more than a block has.
  init(
    inward graph: Graph, _ order: ProductOrder, _ blocks: PlaceBlocks, bands partitions: Partitions,
    execution: Execution
  ) throws(GraphError) {
    self.blocks = blocks
    bands = try execution.map(partitions) { AdjacencyBand($0, inward: graph, order, blocks) }
    var bounds: ContiguousArray<Int> = [0]
    var work: ContiguousArray<Int> = [0]
    for (part, band) in bands.enumerated() {
      bounds.append(partitions[part].upperBound)
      work.append(work[part] + band.arcCount)
    }
    self.bounds = bounds
    self.work = work
  }

  /// Replaces `product` by what each place gathers from a vector.
  func multiply(
    _ vector: ContiguousArray<Double>, into product: inout ContiguousArray<Double>, execution: Execution
  ) throws(GraphError) {
    precondition(vector.count == blocks.placeCount && product.count == blocks.placeCount)
    // Each group of bands takes every block into the cache once.
    let groups = Partitions(balancing: work, parts: execution.threads == 1 ? 1 : 4 * execution.threads)
    try execution.update(&product, ofRows: bounds, groups) { gather(from: vector, into: $0, &$1) }
  }

  private func gather(
    from vector: ContiguousArray<Double>, into group: Range<Int>, _ sums: inout MutableSpan<Double>
  ) {
    let vector = vector.span
    for place in 0..<sums.count { sums[place] = 0 }
    var next = ContiguousArray(repeating: 0, count: group.count)
    for block in 0..<blocks.count {
      let values = vector.extracting(blocks[block])
      for band in group {
        let tile = next[band - group.lowerBound]
        guard bands[band].block(ofTile: tile) == block else { continue }
        let first = bounds[band] - bounds[group.lowerBound]
        bands[band].gather(tile: tile, from: values, into: &sums, at: first)
        next[band - group.lowerBound] += 1
      }
    }
  }
}
