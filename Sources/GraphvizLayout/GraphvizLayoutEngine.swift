/// Computes layouts with Graphviz, in a process of its own for each.
///
/// Graphviz can crash, hang or eat memory, and is not thread-safe; none of that reaches the caller. The child runs in
/// an empty environment with at most 1.5 GB of addresses (where the system enforces it, as Linux does), 30 s of CPU
/// (60 s beyond 2,000 nodes) and twice that by the clock, and dies with its parent on Linux.
///
/// The same request gives the same layout, bit by bit, on the same version of Graphviz, from any number of threads.
public struct GraphvizLayoutEngine: Sendable {
  /// How the child process is started.
  public var worker: WorkerCommand
  /// Limits other than the usual ones.
  package var limits: WorkerLimits?

  /// Creates an engine that starts `worker` for each layout.
  public init(worker: WorkerCommand = .currentExecutable) {
    self.worker = worker
  }

  /// Returns positions and routes.
  ///
  /// Where Graphviz crashes, or runs out of time or memory, it gets one more chance with the sturdiest method, springs
  /// and straight edges; overlaps may stay. ``Layout/fallbackReason`` then says why.
  ///
  /// Blocks until the layout is there.
  ///
  /// - Throws: ``LayoutError``; `badRequest` and `tooLarge` before any process is started.
  public func layout(_ request: LayoutRequest) throws(LayoutError) -> Layout {
    try request.validate()
    guard !request.nodes.isEmpty else {
      return Layout(
        engine: request.engine, size: Layout.Size(width: 0, height: 0), nodes: [], routes: [], groups: nil)
    }
    do {
      return try compute(request)
    } catch {
      guard let simpler = request.sturdier, error.isWorthAnotherTry else { throw error }
      guard var layout = try? compute(simpler) else { throw error }
      layout.fallbackReason = error
      return layout
    }
  }

  private func compute(_ request: LayoutRequest) throws(LayoutError) -> Layout {
    guard !LayoutWorker.isCurrentProcess else {
      throw LayoutError(
        .unavailable,
        "this process is itself a layout worker: its program has to call LayoutWorker.run() when started with "
          + "the argument \(LayoutWorker.commandName), or the engine needs the path of ecograph")
    }
    let limits = limits ?? WorkerLimits(for: request)
    let outcome = WorkerProcess.run(worker, input: request.encoded(), limits: limits)
    return try outcome.layout(for: request, limits: limits, worker: worker)
  }
}

extension LayoutRequest {
  /// The request for springs and straight edges, or nil where that was asked for already.
  ///
  /// Overlaps are removed only where that has not just failed, and is quick.
  fileprivate var sturdier: LayoutRequest? {
    var simpler = self
    simpler.engine = .spring
    let didRemoveOverlap = (engine == .stress || engine == .spring) && overlap.removal == .prism
    simpler.overlap.removal = didRemoveOverlap || nodes.count > 500 ? .none : .prism
    // Where overlaps stay, the springs at least are long enough for neighbors.
    let sizes = nodes.reduce(0) { $0 + max($1.width, $1.height) }
    simpler.spring.length = min(max(spring.length, 2 * sizes / Double(max(nodes.count, 1))), 1_440)
    guard engine != .spring || overlap.removal != .none, (try? simpler.validate()) != nil else { return nil }
    return simpler
  }
}

extension LayoutError {
  fileprivate var isWorthAnotherTry: Bool {
    switch code.storage {
    case .crashed, .timedOut, .outOfMemory: true
    case .badRequest, .tooLarge, .unavailable, .interrupted, .failed: false
    }
  }
}
