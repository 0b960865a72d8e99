import CVectorKernels
import GraphCore

/// Breadth-first searches from up to 512 sources at once; the C kernel says how.
///
/// Holds the memory of one sweep after the other, for graphs of up to a number of vertices. One thread at a time
/// may use it.
@safe final class SourceSweep: @unchecked Sendable {
  /// The most sources of a sweep.
  static let laneCount = Int(SOURCE_SWEEP_LANES)

  /// Vertices seen at the last level, for each source.
  private(set) var counts = ContiguousArray<UInt32>(repeating: 0, count: laneCount)
  /// Leaves that hang on them.
  private(set) var leafCounts = ContiguousArray<UInt32>(repeating: 0, count: laneCount)
  private let memory: OpaquePointer

  /// - Returns: nil where there is no memory for it.
  init?(vertexCount: Int, unit: VectorUnit) {
    guard let memory = unsafe source_sweep_create(vertexCount, unit) else { return nil }
    unsafe self.memory = memory
  }

  deinit { unsafe source_sweep_destroy(memory) }

  /// What the sweep has cost since its start, in arcs looked at.
  var cost: Int { unsafe source_sweep_cost(memory) }

  /// Searches from `sources`, all of them among the vertices of some components, level by level.
  ///
  /// - Parameter visit: Told that the next level has been counted; answers whether to go on.
  /// - Returns: Whether the sweep came to its end.
  func run(
    _ graph: FoldedGraph, from sources: Range<Int>, among vertices: Range<Int>, visit: () -> Bool
  ) -> Bool {
    precondition(sources.count <= Self.laneCount && vertices.upperBound <= graph.vertexCount)
    return unsafe graph.withRows { rows in
      unsafe source_sweep_start(
        memory, rows, sources.lowerBound, sources.count, vertices.lowerBound, vertices.upperBound)
      while true {
        let seen = unsafe counts.withUnsafeMutableBufferPointer { counts in
          unsafe leafCounts.withUnsafeMutableBufferPointer { leafCounts in
            unsafe source_sweep_advance(memory, rows, counts.baseAddress, leafCounts.baseAddress)
          }
        }
        if seen == 0 { return true }
        if seen < 0 || !visit() { return false }
      }
    }
  }
}

extension FoldedGraph {
  /// Lends the rows to the kernel.
  fileprivate func withRows<Result>(_ body: (UnsafePointer<SweepGraph>) -> Result) -> Result {
    unsafe graph.offsets.withUnsafeBufferPointer { outOffsets in
      unsafe graph.targets.withUnsafeBufferPointer { outTargets in
        unsafe inward.offsets.withUnsafeBufferPointer { inOffsets in
          unsafe inward.targets.withUnsafeBufferPointer { inSources in
            unsafe (leafCounts ?? []).withUnsafeBufferPointer { leaves in
              let rows = unsafe SweepGraph(
                out_offsets: outOffsets.baseAddress, out_targets: outTargets.baseAddress,
                in_offsets: inOffsets.baseAddress, in_sources: inSources.baseAddress,
                leaves: leafCounts == nil ? nil : leaves.baseAddress)
              return unsafe withUnsafePointer(to: rows) { unsafe body($0) }
            }
          }
        }
      }
    }
  }
}
