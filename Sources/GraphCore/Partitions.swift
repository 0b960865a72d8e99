import Dispatch

/// A way to cut `0 ..< count` into parts that never depends on the number of threads.
package struct Partitions: Sendable {
  package let count: Int
  package let parts: Int
  /// Part `p` is `bounds[p] ..< bounds[p + 1]`; nil where all parts are equally long.
  private let bounds: ContiguousArray<Int>?

  /// At most `parts` equally long parts, none empty unless there is nothing to cut.
  package init(of count: Int, parts: Int) {
    self.count = count
    self.parts = Swift.max(1, Swift.min(parts, count))
    bounds = nil
  }

  /// At most `parts` ranges of vertices with about as many arcs and vertices each; some may be empty.
  package init(balancing graph: Graph, parts: Int) {
    self.init(balancing: graph.offsets, parts: parts)
  }

  /// At most `parts` ranges with about as much work and as many items each; some may be empty.
  ///
  /// - Parameters:
  ///   - offsets: At `i` the work of all items before `i`; one place more than items.
  ///   - longest: The most items of a range; where it takes that, there are more ranges.
  package init(balancing offsets: ContiguousArray<Int>, parts: Int, longest: Int = .max) {
    let count = offsets.count - 1
    let partCount = Swift.max(1, Swift.min(parts, count))
    let load = offsets[count] + count
    var bounds: ContiguousArray<Int> = [0]
    var vertex = 0
    for part in 1...partCount {
      let share = load / partCount * part
      let start = vertex
      while vertex < count, part == partCount || offsets[vertex] + vertex < share { vertex += 1 }
      let pieces = Partitions(of: vertex - start, parts: (vertex - start - 1) / longest + 1)
      for piece in 0..<pieces.parts { bounds.append(start + pieces[piece].upperBound) }
    }
    self.count = count
    self.parts = bounds.count - 1
    self.bounds = bounds
  }

  package subscript(part: Int) -> Range<Int> {
    if let bounds { return bounds[part]..<bounds[part + 1] }
    return (count * part / parts)..<(count * (part + 1) / parts)
  }
}

extension Execution {
  /// Calls `body` once for each part, concurrently, and returns the results in the order of the parts.
  ///
  /// - Throws: `cancelled` where the caller asked to stop before all parts were done.
  package func map<Result: Sendable>(
    _ partitions: Partitions, _ body: @Sendable (Range<Int>) -> Result
  ) throws(GraphError) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(partitions.parts)
    try reduce(partitions, work: body) { results.append($0) }
    return results
  }

  /// Calls `work` for each part, concurrently, and `merge` with each result in the order of the parts, so
  /// that a floating-point sum has one value whatever the number of threads.
  ///
  /// Parts are worked on in batches of four a thread: that bounds the results alive at a time, and leaves
  /// threads enough to choose from when parts differ in size.
  ///
  /// - Throws: `cancelled` where the caller asked to stop.
  package func reduce<Result: Sendable>(
    _ partitions: Partitions, work: @Sendable (Range<Int>) -> Result, merge: (Result) -> Void
  ) throws(GraphError) {
    guard partitions.count > 0 else { return }
    let batchSize = threads == 1 ? 1 : 4 * threads
    var done = 0
    while done < partitions.parts {
      if isCancelled?() == true { throw GraphError(.cancelled, "the computation was cancelled") }
      let first = done
      let batch = Swift.min(batchSize, partitions.parts - first)
      for result in concurrently(batch, { work(partitions[first + $0]) }) { merge(result) }
      done += batch
      onProgress?(Double(done) / Double(partitions.parts))
    }
  }

  /// Runs `body` for `0 ..< count` on at most `threads` threads and returns the results in order.
  package func concurrently<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    guard threads > 1, count > 1 else { return (0..<count).map(body) }
    let lanes = Swift.min(threads, count)
    return unsafe [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let base = buffer.baseAddress else { return }
      let slots = unsafe DisjointSlots(base: base)
      let ticket = Ticket()
      DispatchQueue.concurrentPerform(iterations: lanes) { _ in
        while let index = ticket.next(below: count) { slots.initialize(index, to: body(index)) }
      }
      initialized = count
    }
  }
}

extension Execution {
  /// The elements that `body` appends, part after part, each part being made by one thread.
  ///
  /// - Parameters:
  ///   - counts: By part, its number of elements.
  ///   - body: Given a part and room for its elements, all of which it has to append.
  package func elements<Element: Sendable>(
    inParts counts: [Int], _ body: @Sendable (_ part: Int, _ elements: inout OutputSpan<Element>) -> Void
  ) -> [Element] {
    var starts = [0]
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    let total = starts[counts.count]
    return unsafe [Element](unsafeUninitializedCapacity: total) { [starts] buffer, initialized in
      unsafe preferLargePages(UnsafeMutableRawBufferPointer(buffer))
      let slots = unsafe SharedMemory(buffer: buffer)
      _ = concurrently(counts.count) { part in
        let memory = unsafe slots.part(starts[part]..<starts[part + 1])
        var span = unsafe OutputSpan(buffer: memory, initializedCount: 0)
        body(part, &span)
        let count = unsafe span.finalize(for: memory)
        precondition(count == counts[part], "a part lacks elements")
      }
      initialized = total
    }
  }
}

/// Uninitialised memory in which each slot is written by exactly one worker.
@safe private struct DisjointSlots<Element>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  init(base: UnsafeMutablePointer<Element>) { unsafe self.base = base }
  func initialize(_ slot: Int, to value: consuming Element) { unsafe (base + slot).initialize(to: value) }
}
