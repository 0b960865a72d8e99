import Synchronization

/// Numbers told from any thread.
final class Recorder: Sendable {
  private let recorded = Mutex<[Double]>([])

  var values: [Double] { recorded.withLock { $0 } }

  func add(_ value: Double) { recorded.withLock { $0.append(value) } }
}
