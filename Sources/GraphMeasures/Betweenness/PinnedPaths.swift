import CVectorKernels
import GraphCore

/// A ``PathGraph`` as C sees it, for as long as ``PathGraph/withPinned(_:)`` lasts.
@safe struct PinnedPaths: ~Copyable {
  @unsafe let outward: LaneRows
  @unsafe let inward: LaneRows
  @unsafe let multiplicities: UnsafePointer<Double>
  @unsafe let weights: UnsafePointer<Double>
  let isDirected: Bool
}

extension LaneRows {
  /// Number of arcs in the row of a vertex.
  @unsafe func degree(of vertex: Int) -> Int { unsafe offsets[vertex + 1] - offsets[vertex] }
}

extension PathGraph {
  /// Calls `body` with the graph held in place; not for graphs without vertices.
  func withPinned(_ body: (borrowing PinnedPaths) -> Void) {
    unsafe outward.withPinnedRows { outwardRows in
      unsafe inward.withPinnedRows { inwardRows in
        unsafe multiplicities.withUnsafeBufferPointer { multiplicities in
          unsafe weights.withUnsafeBufferPointer { weights in
            guard let multiplicities = multiplicities.baseAddress, let weights = weights.baseAddress else {
              return
            }
            let pinned = unsafe PinnedPaths(
              outward: outwardRows, inward: inwardRows, multiplicities: multiplicities, weights: weights,
              isDirected: outward.direction == .directed)
            body(pinned)
          }
        }
      }
    }
  }
}

extension Graph {
  fileprivate func withPinnedRows(_ body: (LaneRows) -> Void) {
    unsafe offsets.withUnsafeBufferPointer { offsets in
      unsafe targets.withUnsafeBufferPointer { targets in
        unsafe body(LaneRows(offsets: offsets.baseAddress, targets: targets.baseAddress))
      }
    }
  }
}
