import Synchronization

/// Scratch that workers take and give back, so that there is never more of it than workers at a time.
final class ScratchPool<Scratch: Sendable>: Sendable {
  private let unused = Mutex<[Scratch]>([])

  /// Scratch that somebody used before; nil where all of it is in use.
  func take() -> Scratch? { unused.withLock { $0.popLast() } }

  func giveBack(_ scratch: Scratch) { unused.withLock { $0.append(scratch) } }
}
