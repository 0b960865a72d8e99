extension Execution {
  /// Calls `body` once for each part, concurrently, each thread with scratch memory that it keeps from one part
  /// to the next.
  ///
  /// For work whose results have places of their own, or are whole numbers: parts run in no particular order,
  /// and which of them share scratch memory depends on the threads. Nothing in the scratch memory that `body`
  /// leaves may change what it does to the next part.
  ///
  /// - Returns: The scratch memory of each thread, for sums that any order gives.
  /// - Throws: `cancelled` where the caller asked to stop before all parts were done.
  @discardableResult
  package func forEachPart<Scratch: Sendable>(
    of partitions: Partitions, scratch makeScratch: @Sendable () -> Scratch,
    _ body: @Sendable (Range<Int>, inout Scratch) -> Void
  ) throws(GraphError) -> [Scratch] {
    guard partitions.count > 0 else { return [] }
    let begun = Ticket()
    let ended = Ticket()
    let made = concurrently(Swift.min(threads, partitions.parts)) { _ -> Scratch? in
      var scratch = makeScratch()
      while let part = begun.next(below: partitions.parts) {
        if isCancelled?() == true { return nil }
        body(partitions[part], &scratch)
        if let onProgress, let before = ended.next(below: partitions.parts) {
          onProgress(Double(before + 1) / Double(partitions.parts))
        }
      }
      return scratch
    }
    let scratch = made.compactMap { $0 }
    if scratch.count < made.count { throw GraphError(.cancelled, "the computation was cancelled") }
    return scratch
  }

  /// The same, but its work is the given share of the progress of a whole.
  package func share(from start: Double, to end: Double) -> Execution {
    guard let onProgress else { return self }
    return Execution(
      threads: threads, onProgress: { onProgress(start + (end - start) * $0) }, isCancelled: isCancelled)
  }
}
