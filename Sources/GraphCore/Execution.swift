/// How a long computation runs: on how many threads, whom it tells, and when it stops.
///
/// Nothing here changes a result: work is split into parts that depend on the graph alone and merged in
/// a fixed order, so the same input gives the same bits for any number of threads.
public struct Execution: Sendable {
  /// Number of threads, at least 1.
  public var threads: Int
  /// Told the share of the work done, 0 to 1, from any thread, now and then.
  public var onProgress: (@Sendable (Double) -> Void)?
  /// Asked now and then; where it answers true, the computation throws `cancelled`.
  public var isCancelled: (@Sendable () -> Bool)?

  /// Creates settings.
  public init(
    threads: Int, onProgress: (@Sendable (Double) -> Void)? = nil,
    isCancelled: (@Sendable () -> Bool)? = nil
  ) {
    self.threads = Swift.max(1, threads)
    self.onProgress = onProgress
    self.isCancelled = isCancelled
  }

  /// One thread, silent.
  public static let serial = Execution(threads: 1)
}

extension Execution {
  /// The same, but it tells nobody: for steps that are no share of the progress of the whole.
  package var withoutProgress: Execution { Execution(threads: threads, isCancelled: isCancelled) }
}
