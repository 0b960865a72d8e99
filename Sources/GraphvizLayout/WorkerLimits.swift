/// What the child process may use.
package struct WorkerLimits: Sendable, Hashable {
  package var addressSpaceBytes: UInt64
  package var cpuSeconds: UInt32
  package var wallMilliseconds: UInt32

  /// Far more than the layouts within the size limits take.
  package init(for request: LayoutRequest) {
    addressSpaceBytes = 1_500_000_000
    cpuSeconds = request.nodes.count > 2_000 ? 60 : 30
    wallMilliseconds = cpuSeconds * 2_000
  }
}
