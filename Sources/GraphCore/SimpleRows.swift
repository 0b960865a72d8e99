/// The rows of a simple graph, built straight from edges: sorted, without self-loops, parallel arcs merged.
///
/// Arcs are sorted in two steps, each of which stays in the processor's caches: they are dealt out to buckets, each
/// of a range of rows; then each bucket is sorted, by vectors or by digits. Until then an arc is one word, its row within the bucket above
/// its target. What comes out depends on the set of arcs alone, so it does not matter which thread takes which
/// part of the edges and which bucket.
package struct SimpleRows {
  /// Arcs of vertex `v` are `offsets[v] ..< offsets[v + 1]`.
  package private(set) var offsets: ContiguousArray<Int>
  /// The vertex each arc runs to, ascending within a row.
  package private(set) var targets: ContiguousArray<UInt32> = []
  /// Slots of arcs that stand for several parallel ones, ascending, and for how many.
  package private(set) var merged: [(slot: Int, count: Int)] = []

  /// Builds rows; weights are not looked at.
  ///
  /// - Throws: ``GraphError`` where an edge names a vertex that is not there, or the caller cancelled.
  /// - Complexity: O(*n* + *m* log *m*) time, by digits O(*n* + *m*). Beside the result, no memory where two vertex
  ///   numbers fit in 44 bits, as for up to four million vertices; else 8 bytes an arc.
  package init(
    _ edges: EdgeList, vertexCount: Int, direction: Direction, execution: Execution
  ) throws(GraphError) {
    guard vertexCount > 0, vertexCount < Int(UInt32.max), edges.count > 0, edges.count < Int(UInt32.max)
    else {
      try Multigraph.validate(vertexCount: vertexCount, edges: edges)
      offsets = ContiguousArray(repeating: 0, count: vertexCount + 1)
      return
    }
    unsafe offsets = ContiguousArray(unsafeUninitializedCapacity: vertexCount + 1) { buffer, initialized in
      // All others are written with the rows, by whoever sorts them.
      unsafe preferLargePages(UnsafeMutableRawBufferPointer(buffer))
      unsafe buffer[0] = 0
      initialized = vertexCount + 1
    }
    let layout = BucketLayout(vertexCount: vertexCount, edgeCount: edges.count)
    let rule = TwoWayRule(edges, direction)
    let parts = Partitions(of: edges.count, parts: max(1, min(16 * execution.threads, edges.count >> 16)))
    let counts = try execution.map(parts) { part in
      countByBucket(edges.sources.span, edges.targets.span, part, rule, layout)
    }
    // A part with an end out of range was not counted.
    if counts.contains(where: \.isEmpty) {
      try Multigraph.validate(vertexCount: vertexCount, edges: edges)
    }
    let places = BucketPlaces(counts, bucketCount: layout.bucketCount)
    var kept: Int?
    targets = unsafe ContiguousArray(unsafeUninitializedCapacity: places.arcCount) { buffer, initialized in
      unsafe preferLargePages(UnsafeMutableRawBufferPointer(buffer))
      if layout.isNarrow {
        // Words of 32 bits become targets where they stand.
        kept = unsafe sort(edges, rule, layout, parts, places, keys: buffer, into: buffer, execution)
      } else {
        let keys = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: places.arcCount)
        kept = unsafe sort(edges, rule, layout, parts, places, keys: keys, into: buffer, execution)
        unsafe keys.deallocate()
      }
      initialized = kept ?? 0
    }
    guard let kept else { throw GraphError(.cancelled, "the computation was cancelled") }
    // What was made room for and not used is given back where it is worth a copy.
    if kept < places.arcCount / 4 * 3 { targets = ContiguousArray(targets[...]) }
  }

  /// Deals out the arcs, sorts the buckets, and closes the gaps that merging left.
  ///
  /// - Returns: The number of arcs that are left; nil where the caller cancelled.
  private mutating func sort<Key: FixedWidthInteger & UnsignedInteger & Sendable>(
    _ edges: EdgeList, _ rule: TwoWayRule, _ layout: BucketLayout, _ parts: Partitions,
    _ places: BucketPlaces, keys: UnsafeMutableBufferPointer<Key>,
    into targets: UnsafeMutableBufferPointer<UInt32>, _ execution: Execution
  ) -> Int? {
    let keyMemory = unsafe SharedMemory(buffer: keys)
    _ = execution.concurrently(parts.parts) { part in
      unsafe deal(
        edges.sources.span, edges.targets.span, parts[part], rule, layout, places.first[part], to: keyMemory)
    }
    if execution.isCancelled?() == true { return nil }

    let targetMemory = unsafe SharedMemory(buffer: targets)
    let lanes = min(execution.threads, layout.bucketCount)
    let ticket = Ticket()
    let found = unsafe offsets.withUnsafeMutableBufferPointer { offsets in
      let ends = unsafe SharedMemory(buffer: offsets)
      return execution.concurrently(lanes) { _ in
        var sorter = BucketSorter<Key>(layout)
        var found: [(bucket: Int, kept: Int, merged: [(slot: Int, count: Int)])] = []
        while execution.isCancelled?() != true, let bucket = ticket.next(below: layout.bucketCount) {
          let arcs = places.starts[bucket]..<places.starts[bucket + 1]
          let rows = layout.rows(of: bucket)
          let (kept, merged) = unsafe sorter.sort(
            keyMemory.part(arcs), into: targetMemory.part(arcs), from: arcs.lowerBound,
            ends: ends.part(rows.lowerBound + 1..<rows.upperBound + 1))
          found.append((bucket, kept, merged))
        }
        return found
      }
    }
    var buckets = found.flatMap(\.self)
    guard buckets.count == layout.bucketCount else { return nil }
    buckets.sort { $0.bucket < $1.bucket }
    var end = 0
    for (bucket, kept, merged) in buckets {
      let start = places.starts[bucket]
      if start > end, let base = targets.baseAddress {
        unsafe (base + end).update(from: base + start, count: kept)
        for row in layout.rows(of: bucket) { offsets[row + 1] -= start - end }
      }
      self.merged += merged.map { ($0.slot + end, $0.count) }
      end += kept
    }
    return end
  }
}

extension SimpleRows {
  /// The weights of the arcs where parallel ones are added up; nil where all are 1.
  package func sums() -> ContiguousArray<Double>? {
    guard !merged.isEmpty else { return nil }
    var sums = ContiguousArray(onLargePages: 1.0, count: targets.count)
    for (slot, count) in merged { sums[slot] = Double(count) }
    return sums
  }
}
