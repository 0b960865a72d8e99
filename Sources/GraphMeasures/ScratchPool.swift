import Synchronization

/// Scratch that workers borrow, so that there is never more of it than workers at a time.
final class ScratchPool<Scratch: ~Copyable>: Sendable {
  /// One worker has it at a time.
  private final class Box: @unchecked Sendable {
    var scratch: Scratch
    init(_ scratch: consuming Scratch) { self.scratch = scratch }
  }

  private let unused = Mutex<[Box]>([])

  /// Calls `body` with scratch that somebody used before, or with new scratch where all of it is in use.
  func lend<Result>(orMake make: () -> Scratch, to body: (inout Scratch) -> Result) -> Result {
    let box = unused.withLock { $0.popLast() } ?? Box(make())
    defer { unused.withLock { $0.append(box) } }
    return body(&box.scratch)
  }

  /// Calls `body` with all scratch that nobody uses.
  func forEach(_ body: (inout Scratch) -> Void) {
    for box in unused.withLock({ $0 }) { body(&box.scratch) }
  }
}
