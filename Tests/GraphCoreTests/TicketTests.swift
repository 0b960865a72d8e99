import Testing

@testable import GraphCore

@Suite struct TicketTests {
  /// However lanes take turns, each number is handed out once, and each lane begins with its own share.
  @Test(arguments: [0, 1, 2, 3, 7, 64, 1000], [1, 2, 3, 8])
  func ticketsApartHandOutEachNumberOnce(limit: Int, lanes: Int) {
    let tickets = TicketsApart(below: limit, lanes: lanes)
    var found: [Int] = []
    // The first lane asks three times as often as all others, and so comes to help them.
    let turns = (0..<4 * limit + 4 * lanes).map { $0 % 4 == 0 ? ($0 / 4) % lanes : 0 }
    for lane in turns {
      if let number = tickets.next(lane: lane) { found.append(number) }
    }
    #expect(found.sorted() == Array(0..<limit))
    for lane in 0..<lanes {
      #expect(tickets.next(lane: lane) == nil)
    }
  }

  @Test func lanesBeginApart() {
    let tickets = TicketsApart(below: 100, lanes: 4)
    #expect((0..<4).map { tickets.next(lane: $0) } == [0, 25, 50, 75])
    #expect((0..<4).map { tickets.next(lane: $0) } == [1, 26, 51, 76])
  }

  @Test(arguments: [1, 2, 3, 8])
  func resultsAreInOrder(threads: Int) {
    let results = Execution(threads: threads).concurrentlyApart(1000) { 3 * $0 }
    #expect(results == (0..<1000).map { 3 * $0 })
  }
}
