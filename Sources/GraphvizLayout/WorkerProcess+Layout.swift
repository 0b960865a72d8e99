extension WorkerProcess.Outcome {
  /// The layout that the worker wrote, or what its end means.
  func layout(
    for request: LayoutRequest, limits: WorkerLimits, worker: WorkerCommand
  ) throws(LayoutError) -> Layout {
    let (what, remedy) = (request.summary, request.remedy)
    func outOfMemory(signal: Int32? = nil) -> LayoutError {
      let megabytes = limits.addressSpaceBytes / 1_000_000
      return LayoutError(
        .outOfMemory, "\(what) ran out of memory (limit \(megabytes) MB)\(detail). \(remedy)", signal: signal)
    }
    switch ending {
    // Graphviz may go on without memory, and leave routes out: such a layout does not count.
    case .exited where complainsOfMemory:
      throw outOfMemory()
    case .exited(0):
      return try Layout(reply: output, to: request)
    case .exited(let code):
      throw LayoutError(.failed, "\(what) failed: the worker ended with code \(code)\(detail)")
    case .interrupted(let signal):
      throw LayoutError(.interrupted, "\(what) was interrupted (signal \(signal))", signal: signal)
    case .killed(let signal):
      throw outOfMemory(signal: signal)
    case .crashed(let signal)
    where complainsOfMemory
      || limits.addressSpaceBytes < Self.programBytes && message.isEmpty && output.isEmpty:
      throw outOfMemory(signal: signal)
    case .crashed(let signal):
      throw LayoutError(
        .crashed, "\(what) crashed Graphviz (signal \(signal))\(detail). \(remedy)", signal: signal)
    case .timedOut:
      throw LayoutError(
        .timedOut,
        "\(what) did not end within \(limits.cpuSeconds) s of processor time and "
          + "\(Double(limits.wallMilliseconds) / 1_000) s in all. \(remedy)")
    case .tooMuchOutput:
      throw LayoutError(.failed, "\(what) failed: \(worker.path) wrote more than any layout takes")
    case .missing:
      throw LayoutError(
        .unavailable, "\(what) failed: there is no layout worker at \"\(worker.path)\"\(detail)")
    case .notStarted:
      throw LayoutError(
        .failed, "\(what) failed: the layout worker \"\(worker.path)\" did not start\(detail)")
    }
  }

  /// The system ends a program without a word where it is not allowed the addresses of its own code, about as many.
  private static let programBytes: UInt64 = 32_000_000

  private var detail: String { message.isEmpty ? "" : ": \(message.prefix(200))" }

  private var complainsOfMemory: Bool {
    let text = message.lowercased()
    // In turn: Graphviz, the C library, the Swift runtime, the C++ runtime, the loader.
    return ["out of memory", "cannot allocate", "failed to allocate", "bad_alloc", "failed to map segment"]
      .contains { text.contains($0) }
  }
}
