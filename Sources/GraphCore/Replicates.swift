extension Execution {
  /// Calls `body` for each of `count` replicates, concurrently, and returns the results in their order.
  ///
  /// Replicates that follow one another on a thread share scratch memory, which `body` must not read anything
  /// from that an earlier replicate left; random numbers come from a sequence of each replicate's own. So the
  /// results depend on the seed alone.
  ///
  /// - Parameters:
  ///   - count: Number of replicates.
  ///   - seed: Fixes the random numbers.
  ///   - makeScratch: Makes the memory that a run of replicates works in.
  ///   - body: Gets the number of the replicate, its random numbers and the scratch memory.
  /// - Throws: `cancelled` where the caller asked to stop, checked before each replicate; what `body` throws.
  package func replicates<Scratch, Result: Sendable>(
    _ count: Int, seed: UInt64, makeScratch: @Sendable () -> Scratch,
    _ body: @Sendable (_ replicate: Int, inout RandomStream, inout Scratch) throws(GraphError) -> Result
  ) throws(GraphError) -> [Result] {
    let isCancelled = isCancelled
    var results: [Result] = []
    results.reserveCapacity(count)
    var failure: GraphError?
    try reduce(Partitions(of: count, parts: 64)) { replicates in
      var scratch = makeScratch()
      var part: [Swift.Result<Result, GraphError>] = []
      for replicate in replicates {
        if isCancelled?() == true {
          part.append(.failure(GraphError(.cancelled, "the computation was cancelled")))
          break
        }
        var random = RandomStream(seed: seed, stream: replicate)
        do throws(GraphError) {
          part.append(.success(try body(replicate, &random, &scratch)))
        } catch {
          part.append(.failure(error))
          break
        }
      }
      return part
    } merge: { part in
      for result in part {
        switch result {
        case .success(let value): results.append(value)
        case .failure(let error): failure = failure ?? error
        }
      }
    }
    if let failure { throw failure }
    return results
  }
}
