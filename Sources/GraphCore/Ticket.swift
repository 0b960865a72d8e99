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

/// Hands out the numbers below a limit to lanes that are far from each other: each begins with a share of its own, and
/// then helps the others with theirs.
///
/// For work that writes to new memory where its number says. The system hands out such memory in pages of up to 2 MiB,
/// where it is first written, and two threads that write to a page at the same time are both given one, of which the
/// second is thrown away.
package struct TicketsApart: Sendable {
  private let shares: Partitions
  private let tickets: [Ticket]

  package init(below limit: Int, lanes: Int) {
    shares = Partitions(of: limit, parts: max(1, min(lanes, limit)))
    tickets = (0..<shares.parts).map { _ in Ticket() }
  }

  package func next(lane: Int) -> Int? {
    for step in tickets.indices {
      let share = (lane + step) % tickets.count
      if let number = tickets[share].next(below: shares[share].count) {
        return shares[share].lowerBound + number
      }
    }
    return nil
  }
}
