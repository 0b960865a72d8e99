extension Execution {
  /// Calls `body` once for each part with that part of a vector to change in place, concurrently, and returns
  /// the results in the order of the parts.
  ///
  /// - Throws: `cancelled` where the caller asked to stop before all parts were done.
  package func update<Element, Result: Sendable>(
    _ vector: inout ContiguousArray<Element>, _ partitions: Partitions,
    _ body: @Sendable (Range<Int>, inout MutableSpan<Element>) -> Result
  ) throws(GraphError) -> [Result] {
    precondition(vector.count == partitions.count)
    return try unsafe vector.withUnsafeMutableBufferPointer { buffer throws(GraphError) in
      let memory = unsafe DividedMemory(buffer: buffer)
      return try map(partitions) { range in
        let slice = unsafe memory.part(range)
        var part = unsafe slice.mutableSpan
        return body(range, &part)
      }
    }
  }

  /// Calls `body` once for each part of some rows with the slots of these rows to change in place, as above;
  /// row `r` has the slots `offsets[r] ..< offsets[r + 1]`.
  @discardableResult
  package func update<Element, Result: Sendable>(
    _ slots: inout ContiguousArray<Element>, ofRows offsets: ContiguousArray<Int>, _ partitions: Partitions,
    _ body: @Sendable (Range<Int>, inout MutableSpan<Element>) -> Result
  ) throws(GraphError) -> [Result] {
    precondition(offsets.count == partitions.count + 1 && offsets[partitions.count] == slots.count)
    return try unsafe slots.withUnsafeMutableBufferPointer { buffer throws(GraphError) in
      let memory = unsafe DividedMemory(buffer: buffer)
      return try map(partitions) { rows in
        let slice = unsafe memory.part(offsets[rows.lowerBound]..<offsets[rows.upperBound])
        var part = unsafe slice.mutableSpan
        return body(rows, &part)
      }
    }
  }

  /// Calls `body` once for each part with that part of two vectors to change in place, as above.
  package func update<First, Second, Result: Sendable>(
    _ first: inout ContiguousArray<First>, _ second: inout ContiguousArray<Second>,
    _ partitions: Partitions,
    _ body: @Sendable (Range<Int>, inout MutableSpan<First>, inout MutableSpan<Second>) -> Result
  ) throws(GraphError) -> [Result] {
    precondition(first.count == partitions.count && second.count == partitions.count)
    return try unsafe first.withUnsafeMutableBufferPointer { first throws(GraphError) in
      let firstMemory = unsafe DividedMemory(buffer: first)
      return try unsafe second.withUnsafeMutableBufferPointer { second throws(GraphError) in
        let secondMemory = unsafe DividedMemory(buffer: second)
        return try map(partitions) { range in
          let firstSlice = unsafe firstMemory.part(range)
          let secondSlice = unsafe secondMemory.part(range)
          var firstPart = unsafe firstSlice.mutableSpan
          var secondPart = unsafe secondSlice.mutableSpan
          return body(range, &firstPart, &secondPart)
        }
      }
    }
  }
}

/// Memory of which each worker takes a part of its own: the parts of ``Partitions`` do not overlap.
@unsafe private struct DividedMemory<Element>: @unchecked Sendable {
  let buffer: UnsafeMutableBufferPointer<Element>

  func part(_ range: Range<Int>) -> UnsafeMutableBufferPointer<Element> {
    unsafe UnsafeMutableBufferPointer(rebasing: buffer[range])
  }
}
