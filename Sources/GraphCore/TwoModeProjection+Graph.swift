extension TwoModeProjection {
  /// Returns the projection as a graph.
  ///
  /// The lengths of rows are counted first, so that each row is made at its place and there is no memory beside the
  /// graph's that grows with it.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: A weighted undirected graph with ``memberCount`` vertices.
  /// - Throws: `GraphError` with code `cancelled` where the execution asked to stop.
  /// - Complexity: O(*n* + ``pairCount``) time; 12 bytes an arc of the result, and 8 bytes a member a thread.
  ///
  /// Agrees with NetworkX `bipartite.collaboration_weighted_projected_graph` under ``Weighting/newman``, with its
  /// `weighted_projected_graph` and the multiplicities of igraph `bipartite_projection` under ``Weighting/count``, and
  /// with NetworkX `overlap_weighted_projected_graph` under ``Weighting/jaccard``, with `jaccard=False` under
  /// ``Weighting/overlap``.
  public func graph(execution: Execution = .serial) throws(GraphError) -> Graph {
    let parts = rowParts()
    let offsets = rowOffsets(try rowLengths(parts, execution.share(from: 0, to: 0.3)))
    let arcCount = offsets[memberCount]
    var weights = ContiguousArray<Double>()
    var stop: GraphError?
    let targets = unsafe ContiguousArray<UInt32>(unsafeUninitializedCapacity: arcCount) { targets, made in
      unsafe weights = ContiguousArray(unsafeUninitializedCapacity: arcCount) { weights, made in
        unsafe preferLargePages(UnsafeMutableRawBufferPointer(targets))
        unsafe preferLargePages(UnsafeMutableRawBufferPointer(weights))
        let rows = unsafe RowMemory(offsets: offsets, targets: targets, weights: weights)
        do throws(GraphError) {
          let makeSums: @Sendable () -> RowSums = { RowSums(memberCount: memberCount) }
          let rest = execution.share(from: 0.3, to: 1)
          try rest.forEachPart(of: parts, scratch: makeSums) { rows.make($0, of: self, &$1) }
          made = arcCount
        } catch {
          stop = error
        }
      }
      made = weights.count
    }
    if let stop { throw stop }
    return Graph(direction: .undirected, offsets: offsets, targets: targets, weights: weights)
  }

  private func rowOffsets(_ lengths: ContiguousArray<UInt32>) -> ContiguousArray<Int> {
    var offsets: ContiguousArray<Int> = [0]
    offsets.reserveCapacity(memberCount + 1)
    var end = 0
    for length in lengths {
      end += Int(length)
      offsets.append(end)
    }
    return offsets
  }
}

/// The rows of a graph to be, in memory that is written once.
@safe private struct RowMemory: @unchecked Sendable {
  let offsets: ContiguousArray<Int>
  let targets: UnsafeMutableBufferPointer<UInt32>
  let weights: UnsafeMutableBufferPointer<Double>

  /// Makes the rows of some members that follow one another.
  func make(_ members: Range<Int>, of projection: TwoModeProjection, _ sums: inout RowSums) {
    let slots = offsets[members.lowerBound]..<offsets[members.upperBound]
    var targets = unsafe UnsafeMutableBufferPointer(rebasing: targets[slots]).mutableSpan
    var weights = unsafe UnsafeMutableBufferPointer(rebasing: weights[slots]).mutableSpan
    var place = 0
    for member in members { place = projection.makeRow(of: member, &sums, &targets, &weights, at: place) }
    precondition(place == slots.count)
  }
}
