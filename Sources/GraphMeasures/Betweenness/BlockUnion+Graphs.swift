import GraphCore

extension BlockUnion {
  /// A block as a graph of its own, its vertices numbered as its copies are, with the weights of their graph.
  ///
  /// - Parameters:
  ///   - block: The number of a block.
  ///   - graph: The graph that the blocks are of.
  func graph(ofBlock block: Int, in graph: Graph) -> Graph {
    let range = ranges[block]
    var newOffsets: ContiguousArray<Int> = [0]
    newOffsets.reserveCapacity(range.count + 1)
    var newTargets: ContiguousArray<UInt32> = []
    newTargets.reserveCapacity(offsets[range.upperBound] - offsets[range.lowerBound])
    let first = UInt32(truncatingIfNeeded: range.lowerBound)
    for copy in range {
      newTargets += targets[offsets[copy]..<offsets[copy + 1]].map { $0 - first }.sorted()
      newOffsets.append(newTargets.count)
    }
    var newWeights: ContiguousArray<Double>?
    if graph.isWeighted {
      var weights: ContiguousArray<Double> = []
      weights.reserveCapacity(newTargets.count)
      for copy in range {
        let place = copy - range.lowerBound
        for slot in newOffsets[place]..<newOffsets[place + 1] {
          let other = vertices[range.lowerBound + Int(newTargets[slot])]
          weights.append(graph.weightOfEdge(vertices[copy], other))
        }
      }
      newWeights = weights
    }
    return Graph(direction: .undirected, offsets: newOffsets, targets: newTargets, weights: newWeights)
  }
}

extension Graph {
  /// The weight of an edge of an undirected graph that is there.
  fileprivate func weightOfEdge(_ one: UInt32, _ other: UInt32) -> Double {
    let isShorter = degree(of: Int(one)) <= degree(of: Int(other))
    let (vertex, neighbor) = isShorter ? (one, other) : (other, one)
    return weight(atSlot: neighbors(of: Int(vertex)).partitioningIndex { $0 >= neighbor })
  }
}
