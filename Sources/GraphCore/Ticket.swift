import Synchronization

/// Hands out 0, 1, 2 … to whoever asks next.
package final class Ticket: Sendable {
  private let upcoming = Atomic<Int>(0)

  package init() {}

  package func next(below limit: Int) -> Int? {
    let number = upcoming.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < limit ? number : nil
  }
}
