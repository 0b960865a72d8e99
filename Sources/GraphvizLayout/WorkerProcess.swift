import CGraphvizShim

/// One run of a worker behind the fence.
enum WorkerProcess {
  /// How a run ended, and what it wrote.
  struct Outcome {
    enum Ending {
      case exited(Int32)
      case crashed(signal: Int32)
      case killed(signal: Int32)
      case interrupted(signal: Int32)
      case timedOut
      case tooMuchOutput
      case missing
      case notStarted
    }
    var ending: Ending
    var output: [UInt8]
    /// The start of what it wrote to standard error, or why it did not start.
    var message: String
  }

  /// More than the reply for 60,000 routed edges takes.
  private static let outputLimit: UInt64 = 64_000_000

  static func run(_ command: WorkerCommand, input: [UInt8], limits: WorkerLimits) -> Outcome {
    var outcome = unsafe egv_outcome()
    let fence = egv_limits(
      address_space_bytes: limits.addressSpaceBytes, output_bytes: outputLimit,
      cpu_seconds: limits.cpuSeconds, wall_milliseconds: limits.wallMilliseconds)
    let line = ([command.path] + command.arguments).map { $0 + "\0" }.joined()
    let words = line.utf8.map { CChar(bitPattern: $0) }
    unsafe words.withUnsafeBufferPointer { words in
      unsafe input.withUnsafeBufferPointer { bytes in
        unsafe egv_run(words.baseAddress, words.count, bytes.baseAddress, bytes.count, fence, &outcome)
      }
    }
    defer { unsafe egv_outcome_free(&outcome) }
    let code = unsafe outcome.code
    let ending: Outcome.Ending =
      switch unsafe outcome.ending {
      case EGV_EXITED: .exited(code)
      case EGV_CRASHED: .crashed(signal: code)
      case EGV_KILLED: .killed(signal: code)
      case EGV_INTERRUPTED: .interrupted(signal: code)
      case EGV_TIMED_OUT: .timedOut
      case EGV_TOO_MUCH_OUTPUT: .tooMuchOutput
      case EGV_MISSING: .missing
      default: .notStarted
      }
    let output = unsafe UnsafeBufferPointer(start: outcome.output, count: outcome.output_size)
    let message = unsafe String(cString: egv_outcome_message(&outcome))
    return Outcome(ending: ending, output: unsafe Array(output), message: message)
  }
}
